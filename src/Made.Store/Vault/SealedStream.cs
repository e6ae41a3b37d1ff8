using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Made.Store.Vault;

/// <summary>
/// Seals what is too long to hold: pieces of 64 KiB, each AES-256-GCM under a key of this stream alone. A piece's nonce is its number and whether it is
/// the last, so pieces that were taken out, repeated, put in another order or cut off at the end are refused.
/// </summary>
internal static class SealedStream
{
    public const int PieceBytes = 64 << 10;
    private const byte Format = 1;
    private const int NonceBytes = 12;

    /// <param name="key">Used for this stream and no other: nonces begin with 0 in each.</param>
    /// <param name="bound">What the stream is bound to.</param>
    /// <param name="from">In clear.</param>
    /// <param name="to">Sealed.</param>
    public static async Task Seal(byte[] key, byte[] bound, Stream from, Stream to)
    {
        using var aes = new AesGcm(key, Envelope.TagBytes);
        var (plain, next, piece) = (new byte[PieceBytes], new byte[PieceBytes], new byte[PieceBytes + Envelope.TagBytes]);
        to.WriteByte(Format);
        var count = await from.ReadAtLeastAsync(plain, PieceBytes, throwOnEndOfStream: false);
        for (var number = 0L; ; number++)
        {
            var following = count < PieceBytes ? 0 : await from.ReadAtLeastAsync(next, PieceBytes, throwOnEndOfStream: false);
            aes.Encrypt(Nonce(number, following == 0), plain.AsSpan(0, count), piece.AsSpan(0, count), piece.AsSpan(count, Envelope.TagBytes), bound);
            await to.WriteAsync(piece.AsMemory(0, count + Envelope.TagBytes));
            if (following == 0)
                return;
            (plain, next, count) = (next, plain, following);
        }
    }

    /// <summary>Opens piece by piece. What was written before a refusal is not the whole: the caller throws it away.</summary>
    /// <returns>False unless all of it is exactly what was sealed under this key for this place.</returns>
    public static async Task<bool> Open(byte[] key, byte[] bound, Stream from, Stream to)
    {
        using var aes = new AesGcm(key, Envelope.TagBytes);
        var (piece, next, plain) = (new byte[PieceBytes + Envelope.TagBytes], new byte[PieceBytes + Envelope.TagBytes], new byte[PieceBytes]);
        if (from.ReadByte() != Format)
            return false;
        var count = await from.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false);
        for (var number = 0L; ; number++)
        {
            var following = count < piece.Length ? 0 : await from.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false);
            var length = count - Envelope.TagBytes;
            if (length < 0 || !Opened(aes, Nonce(number, following == 0), piece.AsSpan(0, count), plain.AsSpan(0, length), bound))
                return false;
            await to.WriteAsync(plain.AsMemory(0, length));
            if (following == 0)
                return true;
            (piece, next, count) = (next, piece, following);
        }
    }

    private static bool Opened(AesGcm aes, byte[] nonce, Span<byte> piece, Span<byte> plain, byte[] bound)
    {
        try
        {
            aes.Decrypt(nonce, piece[..plain.Length], piece[plain.Length..], plain, bound);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    private static byte[] Nonce(long number, bool isLast)
    {
        var nonce = new byte[NonceBytes];
        BinaryPrimitives.WriteInt64BigEndian(nonce, number);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}
