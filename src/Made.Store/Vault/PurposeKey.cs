using System.Security.Cryptography;
using System.Text;

namespace Made.Store.Vault;

/// <summary>
/// The key of one purpose, by which the same text always becomes the same pseudonym and nobody without the key can tell which text it was.
/// Another purpose has another key, so that pseudonyms of two purposes can not be linked. What is kept carries <see cref="Version"/> beside it.
/// </summary>
public sealed class PurposeKey
{
    private readonly byte[] key;

    internal PurposeKey(string name, KeyId id, byte[] key)
    {
        (Name, Id) = (name, id);
        this.key = key;
    }

    public string Name { get; }

    public KeyId Id { get; }

    public int Version => Id.Version;

    /// <summary>HMAC-SHA256 of the text's UTF-8 bytes: 32 bytes.</summary>
    public byte[] Mac(string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
