using System.Security.Cryptography;
using System.Text;

namespace Made.Core.Accounts;

/// <summary>
/// Codes on paper for whoever lost the authenticator: ten of 80 random bits, each good once. Only hashes are kept; at that length nobody finds a
/// code by trying, so a plain SHA-256 is enough.
/// </summary>
public static class RecoveryCodes
{
    public const int Count = 10;

    public const int Bytes = 10;

    public static string Words(ReadOnlySpan<byte> random) => Base32.Grouped(Base32.Text(random));

    public static string Hash(string code)
    {
        var letters = new string([.. code.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letters)));
    }
}
