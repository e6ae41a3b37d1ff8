using Made.Core.Indicators;
using Made.Core.Methods;
using Made.Core.Methods.Seasonality;
using MathNet.Numerics.Statistics;

namespace Made.Core.Workbench;

/// <summary>What any method on this series has to be read with: season, small numbers, breaks, gaps.</summary>
internal static class StudyWarnings
{
    /// <summary>Fewer a month on average are not judged by month.</summary>
    public const double CountNeeded = 10;

    /// <summary>Above this a season is taken to be there.</summary>
    public const double StrongSeason = 0.64;

    private const double SmallCount = 5;

    public static IEnumerable<string> Of(StudySeries series, StudyOptions options, StudyBasis basis, bool seasonMatters)
    {
        foreach (var words in Breaks(series, options))
            yield return words;
        if (seasonMatters && Season(series, options, basis) is { } season)
            yield return season;
        foreach (var words in Small(series))
            yield return words;
        if (Gaps(series) is { } gaps)
            yield return gaps;
    }

    /// <summary>
    /// Strength of the season in the last stretch without a gap: max(0, 1 - Var(remainder)/Var(seasonal + remainder)) of its decomposition; NaN where three years are not held.
    /// Source: Wang, Smith and Hyndman 2006; Hyndman and Athanasopoulos, 4.3.
    /// </summary>
    public static double SeasonStrength(StudySeries series, StudyOptions options, StudyBasis basis)
    {
        var start = Stretches.LastStart(series, Stretches.Used(series, options), bridgesGaps: false);
        var values = series.Values(basis)[start..(Stretches.LastHeld(series) + 1)];
        return values.Length >= 36 && Stl.Decompose(values, new()).Succeeded(out var parts, out _) ? Strength(parts) : double.NaN;
    }

    public static double Strength(Decomposition parts)
    {
        var both = parts.Seasonal.Zip(parts.Remainder, (s, r) => s + r).Variance();
        return both > 0 ? Math.Max(0, 1 - (parts.Remainder.Variance() / both)) : double.NaN;
    }

    /// <summary>Stretches of too few months for firm limits.</summary>
    public static IEnumerable<string> Short(StudySeries series, IReadOnlyList<(int Months, int From)> stretches)
    {
        var few = stretches.Where(s => s.Months < Xmr.PointsForFirmLimits).ToList();
        if (few.Count == 0)
            yield break;
        var last = few[^1];
        var words = $"Limits from {series.Months[last.From].Month.Name} on come from {last.Months} {(last.Months == 1 ? "month" : "months")}: fewer than {Xmr.PointsForFirmLimits}, so they are trial limits and may still move.";
        yield return few.Count == 1 ? words : $"{words} So are those of {few.Count - 1} earlier {(few.Count == 2 ? "stretch" : "stretches")}.";
    }

    private static IEnumerable<string> Breaks(StudySeries series, StudyOptions options)
    {
        var used = Stretches.Used(series, options);
        foreach (var b in Stretches.Dated(series, options))
            yield return used.Contains(b)
                ? $"Break in {b.Month.Name}: {b.Reason.TrimEnd('.')}. The two sides are not comparable; limits begin again there."
                : $"Break in {b.Month.Name}: {b.Reason.TrimEnd('.')}. You chose to draw on across it, so a step there may be nothing but the break.";
        var shifts = Stretches.Shifts(series);
        if (shifts.Count > 0)
            yield return $"Placement of records changed {(shifts.Count == 1 ? "once" : $"{shifts.Count} times")} ({(shifts.Count > 1 ? "last " : "")}from {shifts[^1].Month.Name}; each is on the chart): the sides are not comparable. "
                + (options.Breaks == BreakRule.All ? "Limits begin again there." : "You chose to draw on across them.");
    }

    private static string? Season(StudySeries series, StudyOptions options, StudyBasis basis)
    {
        var strength = SeasonStrength(series, options, basis);
        if (strength > StrongSeason)
            return $"The series follows the time of year (strength of season {strength:0.00} by its decomposition; above {StrongSeason:0.00} counts as strong), and this chart does not allow for it: a month may stand out only because of its season.";
        return series.Seasonal ? "This indicator is known to follow the time of year, and this chart does not allow for it: a month may stand out only because of its season." : null;
    }

    private static IEnumerable<string> Small(StudySeries series)
    {
        if (series.Kind == SeriesKind.Amounts)
            yield break;
        var held = series.Months.Where(m => m.IsHeld).ToList();
        var mean = held.Average(m => m.Value);
        if (mean < CountNeeded)
            yield return $"Small numbers: {mean:0.0} a month on average, fewer than {CountNeeded:0}. One or two events more or less look like a change; look at longer periods.";
        else if (held.Count(m => m.Value is > 0 and < SmallCount) is > 0 and var few)
            yield return $"Small numbers: {few} {(few == 1 ? "month has" : "months have")} fewer than 5 events.";
    }

    private static string? Gaps(StudySeries series)
    {
        var gaps = series.Months.Where(m => !m.IsHeld).ToList();
        if (gaps.Count == 0)
            return null;
        var why = gaps.Select(g => g.Why.Words()).Distinct().ToList();
        return $"{(gaps.Count == 1 ? "One month has" : $"{gaps.Count} months have")} no number ({string.Join(", ", why)}): {Named(gaps)}. Nothing is filled in; runs and moving ranges stop there.";
    }

    private static string Named(List<StudyMonth> gaps)
    {
        const int Most = 4;
        var names = gaps.Take(Most).Select(g => g.Month.Name);
        return string.Join(", ", names) + (gaps.Count > Most ? $" and {gaps.Count - Most} more" : "");
    }
}
