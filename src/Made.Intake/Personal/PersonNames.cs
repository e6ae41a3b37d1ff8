using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Made.Intake.Personal;

/// <summary>Names of people: behind a title, behind a word for somebody's part in an incident, or a common given name with another name behind it.</summary>
internal static partial class PersonNames
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Roles = "victim|suspect|offender|caller|witness|complainant|informant|driver|occupant|tenant|resident|neighbour|patient|pupil|mother|father|son|daughter|wife|husband|partner|brother|sister|perpetrator|aggrieved|ip|aka|named|called|reported by|spoke to|name";
    private const string Things = "takeaway|shop|stores?|pub|inn|cafe|bar|hotel|restaurant|school|primary|academy|church|hospital|club|centre|ltd|plc|bakery|chippy|statue|memorial|building|house|"
        + "street|st|road|rd|avenue|lane|drive|close|way|court|crescent|place|terrace|gardens?|grove|brow|walk|row|mews|square|rise|hill|view|parade|park|ward|green|wood|field|fields|bridge|dock|estate|mill|farm|north|south|east|west|bank|holiday";

    private const string NoNames = "Support|Statement|Services?|Unit|Unknown|Not|None|No|Male|Female|Police|The|Refused|Care|Management|Liaison|Contact|Parking|Anti|Youth|Youths|Group|Called|Reported|Report";
    private static readonly SearchValues<string> Signs = SearchValues.Create([.. Roles.Split('|'), "mr", "mrs", "ms", "miss", "dr", "cllr", "councillor", "prof", "rev", "sgt", "pc ", "dc "], StringComparison.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> ThingWords = Things.Replace("stores?", "store|stores", StringComparison.Ordinal).Replace("gardens?", "garden|gardens", StringComparison.Ordinal).Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> BeforePlaces = new[] { "the", "st", "saint", "king", "queen", "prince", "princess" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Find(ReadOnlySpan<char> text) =>
        (text.ContainsAny(Signs) && (WithTitle().IsMatch(text) || WithRole().IsMatch(text))) || HasGivenName(text);

    /// <summary>"Jane Sample", but not "The Jane Austen pub" or "Rose Lane".</summary>
    private static bool HasGivenName(ReadOnlySpan<char> text)
    {
        var names = GivenNames.All.GetAlternateLookup<ReadOnlySpan<char>>();
        var things = ThingWords.GetAlternateLookup<ReadOnlySpan<char>>();
        var before = BeforePlaces.GetAlternateLookup<ReadOnlySpan<char>>();
        var previous = text[..0];
        var end = 0;
        for (var at = 0; at < text.Length;)
        {
            var word = WordAt(text, ref at);
            var start = at - word.Length;
            if (word.Length > 2 && char.IsUpper(word[0]) && names.Contains(word)
                && !(start == end + 1 && before.Contains(previous))
                && Behind(text, at) is { Length: > 2 } surname && char.IsUpper(surname[0]) && !IsMereWord(word, surname)
                && !things.Contains(surname) && !things.Contains(Behind(text, at + 1 + surname.Length)))
                return true;
            previous = word;
            end = at;
        }
        return false;
    }

    /// <summary>In capitals nothing tells "MARK LEFT ON DOOR" from a name.</summary>
    private static bool IsMereWord(ReadOnlySpan<char> word, ReadOnlySpan<char> surname) =>
        char.IsUpper(word[1]) && char.IsUpper(surname[1]) && GivenNames.AlsoWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>The word that one space parts from what ends at the position; empty where something else stands there.</summary>
    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length || text[at] != ' ' || !char.IsLetter(text[at + 1]))
            return [];
        return WordAt(text, ref at);
    }

    /// <summary>The next run of letters, and the position behind it.</summary>
    private static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, scoped ref int at)
    {
        while (at < text.Length && !char.IsLetter(text[at]))
            at++;
        var start = at;
        while (at < text.Length && (char.IsLetter(text[at]) || text[at] is '\'' or '-'))
            at++;
        return text[start..at];
    }

    [GeneratedRegex(@"\b(M(r|rs|s|x|iss)|MRS?|MISS|Dr|DR|Cllr|Councillor|Prof|Rev|Sgt|PC|DC|mr|mrs)\.? ([A-Z]\.? )?[A-Z][\p{L}'-]+\b(?! ?\(?(?i:" + Things + @")\b)", Plain, 1000)]
    private static partial Regex WithTitle();

    [GeneratedRegex(@"\b(?i:" + Roles + @")('s)?( ?[:=-] ?| )((?i:is|was|named|called|name) )?(?!(" + NoNames + @")\b)([A-Z]\.? ?|[A-Z][a-z'-]+ )(?!(?i:" + NoNames + "|" + Things + @")\b)[A-Z][a-z'-][\p{L}'-]*", Plain, 1000)]
    private static partial Regex WithRole();
}
