using Made.Core.Indicators;

namespace Made.Core.Scorecard;

public static partial class Sentences
{
    /// <summary>
    /// What one would say aloud: the leading indicator's month, its change and usual range, and against the rest of the comparator.
    /// <see cref="StandsOut"/> and <see cref="AgainstAll"/> follow it.
    /// </summary>
    public static string Lead(AreaMonth area)
    {
        if (area.Rows.Count == 0)
            return $"No indicator is defined for {area.AreaName}.";
        if (IsEmpty(area))
            return Nothing(area);
        var first = area.Rows[0];
        return string.Join(' ', new[] { Row(first), Against(first, area.ComparatorName) }.Where(s => s.Length > 0));
    }

    /// <summary>True where no indicator has a figure for the month, hidden ones not counting as none.</summary>
    public static bool IsEmpty(AreaMonth area)
    {
        var months = area.Rows.Where(r => r.Month is not null).Select(r => r.Month!).ToList();
        return months.Count > 0 && months.TrueForAll(m => !m.Count.IsShown && !m.Value.IsShown && m.Count.Absence != Absence.Suppressed);
    }

    /// <summary>
    /// "Standing out this month: drug offences (above its usual range)." or why nothing does: no signal remained after allowing for the number of
    /// areas and indicators tested, or nothing could be judged. Empty for a month without figures: the lead has said so.
    /// </summary>
    public static string StandsOut(AreaMonth area)
    {
        if (area.Rows.Count == 0 || IsEmpty(area))
            return "";
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

    private static string Nothing(AreaMonth area)
    {
        var reasons = area.Rows.Where(r => r.Month is not null).Select(r => r.Month!.Count.Absence.Words()).Distinct().ToList();
        return $"{area.Month.Name}: {List(reasons)}. There are no figures for {area.AreaName} this month; that is not the same as none recorded.";
    }

    private static string Number(int n, string one) => n == 1 ? $"1 {one}" : $"{n} {one}s";
}
