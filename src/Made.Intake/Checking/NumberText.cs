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
        var count = 0;
        var decimals = -1;
        for (var i = minus ? 1 : 0; i < text.Length; i++)
        {
            if (text[i] == '.' && decimals < 0)
            {
                decimals = 0;
                continue;
            }
            var digit = text[i] - '0';
            if (digit is < 0 or > 9)
                return false;
            if (++count <= 15)
                digits = (digits * 10) + digit;
            if (decimals >= 0)
                decimals++;
        }
        if (count == 0)
            return false;
        if (count > 15)
            return Utf8Parser.TryParse(text, out number, out var taken) && taken == text.Length && double.IsFinite(number);
        // Both are exact in a double, so one division rounds once: the same answer as a full parser gives.
        number = digits / Powers[Math.Max(decimals, 0)];
        if (minus)
            number = -number;
        return true;
    }
}
