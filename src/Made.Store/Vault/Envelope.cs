using System.Security.Cryptography;
using System.Text;

namespace Made.Store.Vault;

/// <summary>
/// AES-256-GCM: one format byte, a random nonce of 96 bits, the sealed bytes and a tag of 128 bits. Random nonces are sound for 2^32 values under
/// one key (NIST SP 800-38D, 8.3); a key is renewed long before that.
/// </summary>
internal static class Envelope
{
    public const int KeyBytes = 32;
    public const int TagBytes = 16;
    private const byte Format = 1;
    private const int NonceBytes = 12;
    private const int HeadBytes = 1 + NonceBytes;

    public static byte[] Seal(byte[] key, byte[] bound, ReadOnlySpan<byte> plain)
    {
        var made = new byte[HeadBytes + plain.Length + TagBytes];
        made[0] = Format;
        var nonce = made.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, made.AsSpan(HeadBytes, plain.Length), made.AsSpan(HeadBytes + plain.Length), bound);
        return made;
    }

    /// <summary>Null unless the bytes are exactly what was sealed under this key for this place.</summary>
    public static byte[]? Open(byte[] key, byte[] bound, ReadOnlySpan<byte> made)
    {
        if (made.Length < HeadBytes + TagBytes || made[0] != Format)
            return null;
        var plain = new byte[made.Length - HeadBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(made.Slice(1, NonceBytes), made.Slice(HeadBytes, plain.Length), made[^TagBytes..], plain, bound);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>What a value is bound to. Each part carries its length, so that no two places give the same bytes.</summary>
    public static byte[] Bound(params IEnumerable<string> parts)
    {
        var text = new StringBuilder("made-vault-1\n");
        foreach (var part in parts)
            text.Append(Encoding.UTF8.GetByteCount(part)).Append(':').Append(part).Append(',');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
