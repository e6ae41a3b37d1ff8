namespace Made.Intake.Checking;

/// <summary>
/// A coarse look for personal details in free text: an address for e-mail, or digits of the length and form of telephone, NHS and similar numbers
/// and of dates of birth. Ordinary place texts ("On or near B5256", "M6 junction 29") pass.
/// </summary>
internal static class PersonalText
{
    private const int FewestDigits = 8;

    public static bool IsLikely(ReadOnlySpan<byte> text)
    {
        if (text.Length < 6)
            return false;
        var sign = text.IndexOf((byte)'@');
        if (sign > 0 && text[(sign + 1)..].Contains((byte)'.') && IsWordByte(text[sign - 1]))
            return true;
        var digit = text.IndexOfAnyInRange((byte)'0', (byte)'9');
        return digit >= 0 && text.Length - digit >= FewestDigits && HasLongNumber(text);
    }

    /// <summary>Eight or more digits that only spaces, slashes, points or hyphens part: 01/02/1980, 999 123 4560, 07700 900123.</summary>
    private static bool HasLongNumber(ReadOnlySpan<byte> text)
    {
        var digits = 0;
        var gaps = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            // Digits behind a letter are a code or a road, not a number of a person.
            if (digits == 0 && i > 0 && IsLetter(text[i - 1]))
                continue;
            if (b is >= (byte)'0' and <= (byte)'9')
            {
                digits++;
                gaps = 0;
            }
            else if (digits == 0 || b is not ((byte)' ' or (byte)'/' or (byte)'.' or (byte)'-') || ++gaps > 1)
            {
                digits = 0;
                gaps = 0;
            }
            if (digits >= FewestDigits)
                return true;
        }
        return false;
    }

    private static bool IsLetter(byte b) => b is (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z');

    private static bool IsWordByte(byte b) => b is (>= (byte)'0' and <= (byte)'9') or (byte)'_' || IsLetter(b);
}
