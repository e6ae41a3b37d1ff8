using System.Text;
using Made.Core;
using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Workbench;
using Made.Web.Methods;
using Problems = Made.Web.Methods.Problems;

namespace Made.Web.Workbench;

/// <summary>Figures that a person brings: read from text, used for one answer, kept nowhere.</summary>
/// <param name="Series">One value per month.</param>
/// <param name="Said">What became of the rows, in sentences.</param>
internal sealed record OwnFigures(StudySeries Series, IReadOnlyList<string> Said)
{
    public const int MostRows = 2_000;
    public const int MostBytes = 256 * 1024;

    private const int MostMonths = 1_200;

    /// <summary>The first column a date or month, the second a value, a third a denominator; columns after that are left out.</summary>
    /// <param name="file">For faults: "calls.csv".</param>
    /// <param name="bytes">Text with commas, tabs or semicolons.</param>
    /// <param name="plural">What is counted; the heading of the second column where it is empty.</param>
    /// <param name="per">Rates are for so many of the denominator; 0 takes the smallest of 1, 100, 1,000 and 100,000 that makes a rate of 1 or more.</param>
    public static Outcome<OwnFigures> Read(string file, byte[] bytes, string plural, int per)
    {
        if (bytes.Length > MostBytes)
            return Problems.File(file, $"it has more than {MostBytes / 1024} KB; the workbench takes {MostRows:N0} rows");
        var faults = new InputFaults();
        var first = FirstLine(bytes);
        var separator = first.Contains('\t') ? '\t' : first.Contains(';') && !first.Contains(',') ? ';' : ',';
        var cells = first.Split(separator);
        var bare = OwnMonths.TryParse(cells[0].Trim().Trim('"'), out _);
        string[] names = ["month", "value", "denominator", .. Enumerable.Range(4, Math.Max(0, cells.Length - 3)).Select(n => $"column {n}")];
        var table = InputRows.Read(file, bytes, bare ? names[..cells.Length] : [], faults, bare ? _ => true : null, separator);
        if (faults.Any)
            return faults.Together();
        return Columns(file, table) is { } problem ? problem : Read(file, table, faults, plural, per);
    }

    private static Problem? Columns(string file, InputTable table)
    {
        if (table.Columns.Count < 2)
            return Problems.Row(file, 1, "has one column; a date or month and a value are needed");
        if (table.Count > MostRows)
            return Problems.File(file, $"it has {table.Count:N0} rows; the workbench takes {MostRows:N0}");
        return table.Columns.Take(3).GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice ? Problems.TwiceInHeader(file, twice.Key) : null;
    }

    private static Outcome<OwnFigures> Read(string file, InputTable table, InputFaults faults, string plural, int per)
    {
        var (when, what) = (table.Columns[0], table.Columns[1]);
        var months = Months(table, when);
        var values = table.NumbersOrGaps(what, NumberRule.NotNegative);
        var wholes = table.Columns.Count > 2 ? table.NumbersOrGaps(table.Columns[2], NumberRule.Positive) : [.. Enumerable.Repeat(double.NaN, table.Count)];
        if (faults.Any)
            return faults.Together();
        var (from, to) = (months.Min(), months.Max());
        if (to.Index - from.Index >= MostMonths)
            return Problems.File(file, $"it goes from {from.Name} to {to.Name}: check the dates");
        var rows = Enumerable.Range(0, table.Count).ToLookup(i => months[i]);
        var all = Month.Range(from, to).Select(m => new StudyMonth(m, rows.Contains(m) ? rows[m].Sum(i => values[i]) : double.NaN, rows[m].Select(i => wholes[i]).DefaultIfEmpty(double.NaN).Sum(), Absence.NotSupplied)).ToList();
        var held = all.Where(m => m.IsHeld).ToList();
        var denominator = table.Columns.Count > 2 ? Lower(table.Columns[2]) : "";
        per = per > 0 ? per : Enough(held);
        return new OwnFigures(
            new StudySeries
            {
                Plural = plural.Length > 0 ? plural : Lower(what),
                Kind = held.TrueForAll(m => Math.Floor(m.Value) == m.Value) ? SeriesKind.Counts : SeriesKind.Amounts,
                Months = all,
                Multiplier = per,
                RateUnit = denominator.Length == 0 ? "" : per == 1 ? $"per {denominator}" : $"per {per:N0} {denominator}",
                IsPart = held.Exists(m => m.Value <= m.Denominator) && !held.Exists(m => m.Value > m.Denominator),
            },
            [.. Kept(table, rows, from, to)]);
    }

    private static Month[] Months(InputTable table, string column)
    {
        var texts = table.Texts(column);
        var months = new Month[texts.Length];
        for (var i = 0; i < texts.Length; i++)
            if (texts[i].Length > 0 && !OwnMonths.TryParse(texts[i], out months[i]))
                table.Wrong(i, column, $"'{texts[i]}' is not a date or month ({OwnMonths.Forms})");
        return months;
    }

    private static IEnumerable<string> Kept(InputTable table, ILookup<Month, int> rows, Month from, Month to)
    {
        yield return $"{table.Count:N0} {(table.Count == 1 ? "row was" : "rows were")} read, {from.Name} to {to.Name}.";
        if (rows.Any(r => r.Count() > 1))
            yield return $"Several rows fall into one month, so they were added up to {rows.Count} months. The first or the last of them may not be whole.";
        if (table.Columns.Count > 3)
            yield return $"Only the first three columns are used; left out: {string.Join(", ", table.Columns.Skip(3).Select(c => $"'{c}'"))}.";
    }

    private static int Enough(List<StudyMonth> held)
    {
        var rates = held.Where(m => !double.IsNaN(m.Denominator)).Select(m => m.Value / m.Denominator).DefaultIfEmpty(1).Average();
        return Array.Find([1, 100, 1000, 100_000], p => rates * p >= 1) is var found and > 0 ? found : 100_000;
    }

    /// <summary>A heading inside a sentence: "Calls" becomes "calls", "ASB" stays.</summary>
    private static string Lower(string heading) => heading.Length > 1 && char.IsLower(heading[1]) ? char.ToLowerInvariant(heading[0]) + heading[1..] : heading;

    private static string FirstLine(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 4096))).TrimStart('\uFEFF');
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? text : text[..end];
    }
}
