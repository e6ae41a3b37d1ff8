using System.Globalization;
using System.Security.Cryptography;

namespace Made.Store.Vault;

/// <summary>Names one data key: what it is for, which version, and a random mark, so that a key made anew under the same name is never taken for it.</summary>
public sealed record KeyId
{
    private KeyId(string purpose, int version, string mark) => (Purpose, Version, Mark) = (purpose, version, mark);

    public string Purpose { get; }

    /// <summary>1 for the first of its purpose.</summary>
    public int Version { get; }

    public string Mark { get; }

    /// <summary>The name as it stands in sealed values, audit rows and tombstones: <c>field-accounts-secret.2-9f3c21ab</c>; null where the text is none.</summary>
    public static KeyId? Of(string text)
    {
        var (dot, dash) = (text.LastIndexOf('.'), text.LastIndexOf('-'));
        return dot > 0 && dash > dot + 1
            && int.TryParse(text.AsSpan(dot + 1, dash - dot - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && IsName(text[..dot]) && text[(dash + 1)..] is { Length: 8 } mark && mark.All(char.IsAsciiHexDigitLower)
            && new KeyId(text[..dot], version, mark) is var id && id.ToString() == text
            ? id
            : null;
    }

    public override string ToString() => $"{Purpose}.{Version}-{Mark}";

    internal static KeyId New(string purpose, int version) =>
        IsName(purpose) ? new(purpose, version, RandomMark()) : throw new ArgumentException($"'{purpose}' cannot name a key: only small letters, digits and hyphens can.", nameof(purpose));

    internal static string RandomMark() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

    // It also names a folder, so nothing in it may lead elsewhere.
    private static bool IsName(string purpose) => purpose.Length > 0 && purpose.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
