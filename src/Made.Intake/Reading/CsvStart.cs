using System.Text;

namespace Made.Intake.Reading;

/// <summary>Where the header begins and what parts its cells.</summary>
internal static class CsvStart
{
    private static readonly byte[] Delimiters = [(byte)',', (byte)';', (byte)'\t', (byte)'|'];

    public static (int Offset, byte Delimiter) Find(ReadOnlySpan<byte> beginning, Func<string, bool> isColumn)
    {
        var offset = 0;
        while (beginning[offset..].StartsWith("\uFEFF"u8))
            offset += 3;
        var start = beginning[offset..];
        // Excel's hint: a first line of sep= and the delimiter.
        if (start.Length >= 6 && start.StartsWith("sep="u8) && start[5] is (byte)'\r' or (byte)'\n')
            return (offset + (start.Length > 6 && start[5] == '\r' && start[6] == '\n' ? 7 : 6), start[4]);
        var line = start.TrimStart("\r\n"u8);
        var end = line.IndexOfAny((byte)'\r', (byte)'\n');
        var text = Encoding.UTF8.GetString(end < 0 ? line[..Math.Min(line.Length, 1 << 16)] : line[..Math.Min(end, 1 << 16)]);
        var best = Delimiters.MaxBy(d => text.Split((char)d).Count(isColumn));
        return (offset, best);
    }
}
