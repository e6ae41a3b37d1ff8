using Made.Core.Indicators;

namespace Made.Core.Scorecard;

public static partial class Sentences
{
    /// <summary>
    /// What one would say aloud: the leading indicator's month, against the rest of the comparator, its change and usual range, and whether anything stands out.
    /// </summary>
    public static string Lead(AreaMonth area)
    {
        if (area.Rows.Count == 0)
            return $"No indicator is defined for {area.AreaName}.";
        var leading = area.Rows.Where(r => r.Month is not null).ToList();
        if (leading.Count > 0 && leading.TrueForAll(r => !r.Month!.Count.IsShown && !r.Month.Value.IsShown && r.Month.Count.Absence != Absence.Suppressed))
            return Nothing(area, leading);
        var first = area.Rows[0];
        return string.Join(' ', new[] { Row(first), Against(first, area.ComparatorName), StandsOut(area) }.Where(s => s.Length > 0));
    }

    /// <summary>
    /// "Standing out this month: drug offences (above its usual range)." or why nothing does: no signal remained after allowing for the number of
    /// areas and indicators tested, or nothing could be judged.
    /// </summary>
    public static string StandsOut(AreaMonth area)
    {
        var leads = area.Rows.SelectMany(Headlines).ToList();
        if (leads.Count > 0)
            return $"Standing out: {string.Join("; ", leads)}.";
        var judged = area.Rows.Count(r => r.Month?.Variation is Variation.Common or Variation.SpecialHigh or Variation.SpecialLow);
        return judged == 0
            ? "No indicator can be judged by month here yet: too few a month, or not enough months recorded alike."
            : $"Of {Number(judged, "indicator")} judged by month, none stands out once the number of areas and indicators tested is allowed for.";
    }

    private static IEnumerable<string> Headlines(IndicatorRow row)
    {
        if (row.Month is { Headline: true } month)
            yield return $"{row.Indicator.Plural} ({Usual(row.Indicator, month)})";
        if (row.Rolling12 is { Headline: true } year)
            yield return $"{row.Indicator.Plural} over 12 months ({Change(row.Indicator, year, row.Breaks)})";
    }

    private static string Nothing(AreaMonth area, List<IndicatorRow> rows)
    {
        var reasons = rows.Select(r => r.Month!.Count.Absence.Words()).Distinct().ToList();
        return $"{area.Month.Name}: {List(reasons)}. There are no figures for {area.AreaName} this month; that is not the same as none recorded.";
    }

    private static string Number(int n, string one) => n == 1 ? $"1 {one}" : $"{n} {one}s";
}
