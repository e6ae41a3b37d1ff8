using System.Buffers.Text;

namespace Made.Intake.Checking;

/// <summary>Plain digits only: no exponent, comma, plus sign, NaN or infinity.</summary>
internal static class NumberText
{
    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    public static bool TryWhole(ReadOnlySpan<byte> text, out double number)
    {
        number = 0;
        var digits = text.StartsWith("-"u8) ? text[1..] : text;
        if (digits.IsEmpty || digits.Length > 300 || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return false;
        foreach (var d in digits)
            number = (number * 10) + (d - '0');
        if (digits.Length != text.Length)
            number = -number;
        return true;
    }

    public static bool TryDecimal(ReadOnlySpan<byte> text, out double number)
    {
        number = 0;
        var minus = !text.IsEmpty && text[0] == '-';
        var digits = 0L;
        var at = minus ? 1 : 0;
        var whole = Digits(text, ref at, ref digits, 0);
        var decimals = 0;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            decimals = Digits(text, ref at, ref digits, whole);
        }
        if (at < text.Length)
            return false;
        var count = whole + decimals;
        if (count == 0)
            return false;
        if (count > 15)
            return Utf8Parser.TryParse(text, out number, out var taken) && taken == text.Length && double.IsFinite(number);
        // Both are exact in a double, so one division rounds once: the same answer as a full parser gives.
        number = digits / Powers[decimals];
        if (minus)
            number = -number;
        return true;
    }

    /// <summary>Takes digits up to the next other character; from the sixteenth on they are counted only.</summary>
    private static int Digits(ReadOnlySpan<byte> text, ref int at, ref long digits, int before)
    {
        var (from, next, number) = (at, at, digits);
        var exact = Math.Min(text.Length, from + 15 - before);
        uint digit;
        while (next < exact && (digit = unchecked(text[next] - (uint)'0')) <= 9)
        {
            number = unchecked((number * 10) + digit);
            next++;
        }
        if (next == exact)
            while (next < text.Length && text[next] is >= (byte)'0' and <= (byte)'9')
                next++;
        (at, digits) = (next, number);
        return next - from;
    }
}
