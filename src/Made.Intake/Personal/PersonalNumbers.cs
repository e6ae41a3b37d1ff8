using System.Buffers;
using System.Text.RegularExpressions;

namespace Made.Intake.Personal;

/// <summary>Numbers that belong to one person. The text is known to hold a digit.</summary>
internal static partial class PersonalNumbers
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private static readonly SearchValues<string> Labels = SearchValues.Create(
        ["passport", "pnc", "cro", "crn", "uprn", "sort", "acc", "acct", "licen", "custody"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Birth = SearchValues.Create(["dob", "d.o.b", "born", "birth"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> DigitsInWords = SearchValues.Create(["zero", "double", "triple"], StringComparison.OrdinalIgnoreCase);

    public static PersonalDetail Find(ReadOnlySpan<char> text, DateOnly today)
    {
        if (HasNhsNumber(text))
            return PersonalDetail.NhsNumber;
        if (NationalInsurance().IsMatch(text))
            return PersonalDetail.NationalInsuranceNumber;
        if (Telephone().IsMatch(text) || (text.ContainsAny(DigitsInWords) && TelephoneInWords().IsMatch(text)))
            return PersonalDetail.Telephone;
        if ((text.ContainsAny(Birth) && LabelledBirth().IsMatch(text)) || HasOldDate(text, today))
            return PersonalDetail.DateOfBirth;
        return text.ContainsAny(Labels) && Labelled().IsMatch(text) ? PersonalDetail.PersonalNumber : PersonalDetail.None;
    }

    /// <summary>Ten digits whose last is the check digit: weights 10 to 2, the remainder to 11; 11 counts as 0 and 10 is no number (NHS Data Dictionary).</summary>
    internal static bool IsNhsNumber(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
            sum += (digits[i] - '0') * (10 - i);
        var check = 11 - (sum % 11);
        return check != 10 && check % 11 == digits[9] - '0';
    }

    private static bool HasNhsNumber(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[10];
        foreach (var match in TenDigits().EnumerateMatches(text))
        {
            var count = 0;
            foreach (var letter in text.Slice(match.Index, match.Length))
                if (char.IsAsciiDigit(letter))
                    digits[count++] = letter;
            if (IsNhsNumber(digits))
                return true;
        }
        return false;
    }

    /// <summary>Incidents are reported with their own date; a whole date of long before is more likely somebody's birth.</summary>
    private static bool HasOldDate(ReadOnlySpan<char> text, DateOnly today)
    {
        foreach (var match in WholeDate().EnumerateMatches(text))
        {
            var date = text.Slice(match.Index, match.Length);
            var year = char.IsAsciiDigit(date[2]) && char.IsAsciiDigit(date[3]) ? date[..4] : date[^4..];
            if (int.Parse(year) is var number && number >= 1900 && number < today.Year - 10)
                return true;
        }
        return false;
    }

    [GeneratedRegex(@"((?<!\w)|(?<=(?i:nhs)))\d{3}[ -]?\d{3}[ -]?\d{4}(?!\w)", Plain, 1000)]
    private static partial Regex TenDigits();

    [GeneratedRegex(@"(?<!\w)(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?!\w)", Plain | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NationalInsurance();

    [GeneratedRegex(@"(?<![\w+])(?<!\b(19|20)\d\d[ -])(\+44[ -]?(\(0\))?|0044|\(?0(?=[ ()-]{0,2}[1-35789]))([ ()-]{0,2}\d){9,10}(?!\w)|(?<!\w)\+\d{2}([ -]?\d){8,12}(?!\w)", Plain, 1000)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"\b((zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|\d+)[ -]{1,2}){4,}(zero|oh|one|two|three|four|five|six|seven|eight|nine|\d+)\b", Plain | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex TelephoneInWords();

    [GeneratedRegex(@"(dob|d\.o\.b\.?|born|birth)\W{0,3}(on |is |was )?\W{0,2}(\d{1,4}[/. -]\d{1,2}[/. -]\d{2,4}|\d{1,2}(st|nd|rd|th)? (of )?[a-z]{3,9},? \d{2,4}|[a-z]{3,9} \d{1,2}(st|nd|rd|th)?,? \d{4}|\d{8})", Plain | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LabelledBirth();

    [GeneratedRegex(@"(?<![\w/.-])(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}[/.-]\d{2}[/.-]\d{2})(?![\w/])", Plain, 1000)]
    private static partial Regex WholeDate();

    [GeneratedRegex(@"\b(passport|pnc ?(id)?|cro|crn|uprn|sort ?code|account|acc|acct|driving licen[cs]e|custody)\W{0,2}(no|num|number|ref)?[.:# ]{0,3}[A-Z]{0,5}[\d-][\d/ -]{3,}\w?", Plain | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Labelled();
}
