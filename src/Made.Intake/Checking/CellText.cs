using System.Text;

namespace Made.Intake.Checking;

/// <summary>What may stand in a cell, and what counts as empty.</summary>
internal static class CellText
{
    /// <summary>Spaces, tabs and no-break spaces alone are an empty cell.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
            return true;
        if (cell[0] > ' ' && cell[0] < 0x80)
            return false;
        while (!cell.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(cell, out var rune, out var taken) != System.Buffers.OperationStatus.Done || !Rune.IsWhiteSpace(rune))
                return false;
            cell = cell[taken..];
        }
        return true;
    }

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty || (cell[0] > ' ' && cell[^1] > ' ' && cell[^1] < 0x80))
            return cell;
        var text = cell.Trim(" \t\r\n"u8);
        while (text.EndsWith("\u00A0"u8))
            text = text[..^2].TrimEnd(" \t"u8);
        while (text.StartsWith("\u00A0"u8))
            text = text[2..].TrimStart(" \t"u8);
        return text;
    }

    /// <summary>
    /// Line separators of any kind may stand in a text. Other control characters may not, nor those that turn the direction of the text,
    /// nor invisible ones: two texts that look the same would count apart. The bytes are known to be UTF-8.
    /// </summary>
    public static Fault FaultOf(ReadOnlySpan<byte> cell)
    {
        while (!cell.IsEmpty)
        {
            if (cell[0] is >= 0x20 and < 0x7F)
            {
                cell = cell[1..];
                continue;
            }
            Rune.DecodeFromUtf8(cell, out var rune, out var taken);
            var value = rune.Value;
            if ((value < 0x20 && value is not (>= 0x09 and <= 0x0D)) || value is 0x7F or (>= 0x80 and < 0xA0 and not 0x85) or 0xFFFD)
                return Fault.ControlCharacters;
            if (value is 0x61C or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0xFEFF or 0xAD or (>= 0xE0000 and <= 0xE007F))
                return Fault.HiddenCharacters;
            cell = cell[taken..];
        }
        return Fault.None;
    }

    /// <summary>Characters, not bytes: a limit of 50 takes 50 letters é.</summary>
    public static bool IsLongerThan(ReadOnlySpan<byte> cell, int most) => cell.Length > most && Encoding.UTF8.GetCharCount(cell) > most;
}
