using Made.TestKit.Site;

namespace Made.TestKit.Attack;

/// <summary>A row that readers are handed.</summary>
/// <param name="Row">Its columns.</param>
/// <param name="Count">The count, as shown or worked back from rate and base; NaN where neither is there.</param>
public sealed record Figure(IReadOnlyDictionary<string, string> Row, double Count)
{
    public string Key => $"{Row["indicator"]} {Row["area_code"]} {Row["period"]}";

    public string Level => Row["level"];

    /// <summary>Withheld: neither count nor rate.</summary>
    public bool IsHidden => double.IsNaN(Count) && Row["absence"] == "suppressed";

    public bool IsShown => !double.IsNaN(Count);

    /// <summary>Of a grain that partners' counts are offered at: the rest is withheld whole, and is a secret only where it is small.</summary>
    public bool IsOffered => Level is not ("ward" or "lsoa") || (Level == "ward" && Row["period"].EndsWith("-03-r12", StringComparison.Ordinal));

    public IEnumerable<string> Months
    {
        get
        {
            for (var m = DateOnly.Parse(Row["period_start"]); m < DateOnly.Parse(Row["period_end"]); m = m.AddMonths(1))
                yield return m.ToString("yyyy-MM");
        }
    }
}

/// <summary>Everything that the site hands out of an indicator, at every level and for every kind of period.</summary>
public static class PublishedFigures
{
    public static readonly string[] Levels = ["lsoa", "ward", "district", "csp", "policing-area", "county", "pan", "force"];

    public static readonly string[] Kinds = ["month", "quarter", "rolling12", "year"];

    public static async Task<List<Figure>> Read(LiveSite site, string from, string to, IEnumerable<string>? indicators = null)
    {
        var figures = new List<Figure>();
        foreach (var level in Levels)
        {
            foreach (var kind in Kinds)
            {
                for (var page = 1; ; page++)
                {
                    var rows = CsvText.Rows(await site.Text(
                        $"/api/v1/measures?level={level}&period={kind}&from={from}&to={to}&format=csv&page={page}{(indicators is null ? "" : $"&indicator={string.Join(',', indicators)}")}"));
                    figures.AddRange(Of(rows));
                    if (rows.Count < 10_000)
                        break;
                }
            }
        }
        return figures;
    }

    public static IEnumerable<Figure> Of(IEnumerable<IReadOnlyDictionary<string, string>> rows) => rows.Select(r => new Figure(r, CountOf(r)));

    /// <summary>A hidden count with a shown rate and base is no secret; a limit of the rate would do as well, so one that is shown alone is refused.</summary>
    private static double CountOf(IReadOnlyDictionary<string, string> row)
    {
        if (row["count"].Length > 0)
            return double.Parse(row["count"]);
        if (row["value"].Length > 0 && row["denominator"].Length > 0)
            return Math.Round(double.Parse(row["value"]) * double.Parse(row["denominator"]) / (row["unit"] == "%" ? 100 : 1000));
        return row["lower95"].Length + row["upper95"].Length + row["change_year"].Length + row["comparison"].Length + row["variation"].Length > 0
            ? throw new InvalidOperationException($"{row["indicator"]} {row["area_code"]} {row["period"]} is hidden and its limits, change or comparison are not.")
            : double.NaN;
    }
}
