using System.Text;

namespace Made.Core.Accounts;

/// <summary>RFC 4648, section 6, without padding: letters and digits that people can type.</summary>
public static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Bits = 5;

    public static string Text(ReadOnlySpan<byte> bytes)
    {
        var (text, held, count) = (new StringBuilder(), 0, 0);
        foreach (var one in bytes)
        {
            held = ((held << 8) | one) & 0xFFFF;
            for (count += 8; count >= Bits; count -= Bits)
                text.Append(Letters[(held >> (count - Bits)) & 31]);
        }
        if (count > 0)
            text.Append(Letters[(held << (Bits - count)) & 31]);
        return text.ToString();
    }

    /// <summary>In groups of four, as people read it.</summary>
    public static string Grouped(string text) => string.Join(' ', text.Chunk(4).Select(c => new string(c)));
}
