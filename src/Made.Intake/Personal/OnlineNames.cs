using System.Buffers;
using System.Text.RegularExpressions;

namespace Made.Intake.Personal;

/// <summary>E-mail addresses, plain or written out; names of accounts; addresses of a machine.</summary>
internal static partial class OnlineNames
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private static readonly SearchValues<string> WrittenOut = SearchValues.Create([" dot ", "(dot)", "[dot]"], StringComparison.OrdinalIgnoreCase);

    public static PersonalDetail Find(ReadOnlySpan<char> text)
    {
        if (text.Contains('@'))
        {
            if (Email().IsMatch(text))
                return PersonalDetail.Email;
            if (Account().IsMatch(text))
                return PersonalDetail.OnlineName;
        }
        if (text.ContainsAny(WrittenOut) && EmailInWords().IsMatch(text))
            return PersonalDetail.Email;
        return text.Count('.') >= 3 && MachineAddress().IsMatch(text) ? PersonalDetail.OnlineName : PersonalDetail.None;
    }

    [GeneratedRegex(@"[\w.+'-]{1,64} ?@ ?[\w-]{1,63}(\.[\w-]{2,63}){1,5}", Plain, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w.])@[A-Za-z]\w{2,}\b(?!\()", Plain, 1000)]
    private static partial Regex Account();

    [GeneratedRegex(@"\w ?(at|\(at\)|\[at\]|@) ?\w{1,63} ?(dot|\(dot\)|\[dot\]) ?\w{2,}", Plain | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EmailInWords();

    [GeneratedRegex(@"(?<![\d.])\d{1,3}(\.\d{1,3}){3}(?![\d.]*\d)", Plain, 1000)]
    private static partial Regex MachineAddress();
}
