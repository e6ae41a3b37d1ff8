namespace Made.Intake.Checking;

/// <summary>A declared date format, taken apart once: fixed places for yyyy, MM and dd, anything else must stand exactly so.</summary>
internal sealed class DateText
{
    private readonly byte[] pattern;
    private readonly int year;
    private readonly int month;
    private readonly int day;

    public DateText(string format)
    {
        pattern = System.Text.Encoding.UTF8.GetBytes(format.Length == 0 ? "yyyy-MM-dd" : format);
        year = pattern.AsSpan().IndexOf("yyyy"u8);
        month = pattern.AsSpan().IndexOf("MM"u8);
        day = pattern.AsSpan().IndexOf("dd"u8);
        if (year < 0 || month < 0 || day < 0)
            throw new ArgumentException($"The date format '{format}' needs yyyy, MM and dd.", nameof(format));
    }

    public static DateText Iso { get; } = new("yyyy-MM-dd");

    public bool TryRead(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (text.Length != pattern.Length)
            return false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var isDigit = text[i] is >= (byte)'0' and <= (byte)'9';
            if (pattern[i] is (byte)'y' or (byte)'M' or (byte)'d' ? !isDigit : text[i] != pattern[i])
                return false;
        }
        var y = (Two(text[year..]) * 100) + Two(text[(year + 2)..]);
        var m = Two(text[month..]);
        var d = Two(text[day..]);
        if (y < 1 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m))
            return false;
        date = new DateOnly(y, m, d);
        return true;
    }

    private static int Two(ReadOnlySpan<byte> text) => ((text[0] - '0') * 10) + text[1] - '0';
}
