using System.Text;
using Made.Core.Exchange;
using Made.Intake.Checking;
using Made.Intake.Reading;

namespace Made.Intake.Coarsening;

/// <summary>The outward part of a postcode (one or two letters, a digit, and a digit or letter in some). A whole postcode is a personal detail and no outward part.</summary>
internal sealed class OutwardColumn(ColumnDefinition definition, int at) : ColumnCheck(definition, at)
{
    private const int Longest = 4;

    /// <summary>In capitals; empty where the cell is.</summary>
    public string Code { get; private set; } = "";

    protected override Fault Read(ReadOnlySpan<byte> cell, CellKind kind)
    {
        var text = CellText.Trim(cell);
        if (text.Length is < 2 or > Longest)
            return Fault.NotOutward;
        var letters = IsLetter(text[1]) ? 2 : 1;
        var fits = IsLetter(text[0]) && text.Length > letters && text.Length <= letters + 2 && IsDigit(text[letters])
            && (text.Length == letters + 1 || IsDigit(text[^1]) || IsLetter(text[^1]));
        if (!fits)
            return Fault.NotOutward;
        Code = Encoding.ASCII.GetString(text).ToUpperInvariant();
        return Fault.None;
    }

    protected override void Clear() => Code = "";

    private static bool IsLetter(byte letter) => (letter | 0x20) is >= (byte)'a' and <= (byte)'z';

    private static bool IsDigit(byte letter) => letter is >= (byte)'0' and <= (byte)'9';
}
