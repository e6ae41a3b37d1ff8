using System.Runtime.CompilerServices;
using System.Text;

namespace Made.Store.Facts.Engine;

/// <summary>
/// Texts already decoded, so that a text that comes again is looked up and not made again. A short text is known by its cell for good; a long one
/// by its cell, which holds an address, within one chunk, and by its letters after that.
/// </summary>
internal sealed class KnownTexts
{
    private const int LongestKept = 256;

    private readonly Dictionary<UInt128, string> inline = [];
    private readonly Dictionary<UInt128, string> addressed = [];
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    internal KnownTexts() => bySpan = known.GetAlternateLookup<ReadOnlySpan<char>>();

    internal string Of(in TextCell cell)
    {
        var cells = cell.IsInline ? inline : addressed;
        if (!cells.TryGetValue(cell.Bits, out var text))
            cells.Add(cell.Bits, text = cell.IsInline ? Encoding.UTF8.GetString(cell.Bytes) : Letters(cell.Bytes));
        return text;
    }

    /// <summary>Forgets addresses: another chunk may put another text there.</summary>
    internal void NextChunk() => addressed.Clear();

    [SkipLocalsInit]
    private string Letters(ReadOnlySpan<byte> bytes)
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
