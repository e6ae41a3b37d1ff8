using System.Runtime.CompilerServices;
using System.Text;

namespace Made.Store.Facts.Engine;

/// <summary>Texts already decoded, so that a text that comes again is looked up and not made again.</summary>
internal sealed class KnownTexts
{
    private const int LongestKept = 256;

    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    internal KnownTexts() => bySpan = known.GetAlternateLookup<ReadOnlySpan<char>>();

    [SkipLocalsInit]
    internal string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LongestKept)
            return Encoding.UTF8.GetString(bytes);
        Span<char> letters = stackalloc char[LongestKept];
        letters = letters[..Encoding.UTF8.GetChars(bytes, letters)];
        if (bySpan.TryGetValue(letters, out var text))
            return text;
        text = letters.ToString();
        known.Add(text, text);
        return text;
    }
}
