namespace Made.Core.Exchange;

/// <summary>How alike two names are: for the order in which choices are offered. Nothing is decided by it.</summary>
public static class Likeness
{
    private const double Alike = 0.45;
    private const double OneWord = 0.7;

    /// <summary>
    /// From 0 (nothing in common) to 1 (the same but for case, spaces and signs): the greatest of the share of words in common (Dice) and of one minus the
    /// number of letters to change (Levenshtein) over the longer length; or 0.7 of the latter for the two words that are most alike.
    /// </summary>
    public static double Of(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        if (a.Length == 0 || b.Length == 0)
            return 0;
        var common = 2.0 * a.Intersect(b).Count() / (a.Distinct().Count() + b.Distinct().Count());
        var word = a.Max(x => b.Max(y => Letters(x, y)));
        return Math.Max(Math.Max(common, OneWord * word), Letters(string.Concat(a), string.Concat(b)));
    }

    /// <summary>The most alike first, then the rest as they come; and how many of them are alike at all.</summary>
    public static (IReadOnlyList<T> Ordered, int Alike) Order<T>(string name, IEnumerable<T> choices, Func<T, IEnumerable<string>> names)
    {
        var rated = choices.Select(c => (Choice: c, Likeness: names(c).Max(n => Of(name, n)))).OrderByDescending(c => c.Likeness >= Alike ? c.Likeness : 0).ToList();
        return ([.. rated.Select(r => r.Choice)], rated.Count(r => r.Likeness >= Alike));
    }

    private static string[] Words(string name) =>
        new string([.. name.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static double Letters(string a, string b) => 1 - ((double)Distance(a, b) / Math.Max(a.Length, b.Length));

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
