using System.Text.Unicode;

namespace Made.Intake.Reading;

public enum ContentKind
{
    Empty,
    Text,
    Gzip,
    Zip,
    OldWorkbook,
    Utf16,
    Markup,
    Json,
    Picture,
    Pdf,
    Unknown,
}

/// <summary>Says what a file is from its first bytes; its name is only compared with the answer.</summary>
internal static class Content
{
    public static ContentKind KindOf(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty)
            return ContentKind.Empty;
        if (start.StartsWith<byte>([0x1F, 0x8B]))
            return ContentKind.Gzip;
        if (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8) || start.StartsWith("PK\u0007\u0008"u8))
            return ContentKind.Zip;
        if (start.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
            return ContentKind.OldWorkbook;
        if (start.StartsWith<byte>([0xFF, 0xFE]) || start.StartsWith<byte>([0xFE, 0xFF]) || HasNulsBetween(start))
            return ContentKind.Utf16;
        if (start.StartsWith("%PDF"u8))
            return ContentKind.Pdf;
        if (start.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']) || start.StartsWith<byte>([0xFF, 0xD8, 0xFF]) || start.StartsWith("GIF8"u8))
            return ContentKind.Picture;
        return KindOfText(start);
    }

    private static ContentKind KindOfText(ReadOnlySpan<byte> start)
    {
        var text = start.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? start[3..] : start;
        text = text.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
            return ContentKind.Empty;
        if (text[0] == '<')
            return ContentKind.Markup;
        if (text[0] is (byte)'{' or (byte)'[')
            return ContentKind.Json;
        var controls = 0;
        foreach (var b in start)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r'))
                controls++;
        return controls > start.Length / 20 && (!Utf8.IsValid(start) || start.Count((byte)0) > start.Length / 4) ? ContentKind.Unknown : ContentKind.Text;
    }

    /// <summary>Latin text in UTF-16 without a mark has a NUL in nearly every second byte.</summary>
    private static bool HasNulsBetween(ReadOnlySpan<byte> start)
    {
        Span<int> nuls = [0, 0];
        for (var i = 0; i < start.Length; i++)
            if (start[i] == 0)
                nuls[i & 1]++;
        return start.Length >= 4 && Math.Max(nuls[0], nuls[1]) > start.Length / 4 && Math.Min(nuls[0], nuls[1]) <= start.Length / 8;
    }
}
