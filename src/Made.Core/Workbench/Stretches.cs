using Made.Core.Indicators;

namespace Made.Core.Workbench;

/// <summary>Where a series is cut: at recorded breaks, unless the analyst draws on across them, and at the analyst's own.</summary>
internal static class Stretches
{
    /// <summary>The breaks at which limits begin again, in order.</summary>
    public static IReadOnlyList<RunBreak> Used(StudySeries series, StudyOptions options) =>
        [.. Within(series, options.Rebases.Concat(options.Breaks == BreakRule.None ? [] : series.Breaks).Concat(options.Breaks == BreakRule.All ? series.Shifts : [])).DistinctBy(b => b.Month)];

    /// <summary>Dated breaks and the analyst's own, to be shown.</summary>
    public static IReadOnlyList<RunBreak> Dated(StudySeries series, StudyOptions options) => [.. Within(series, options.Rebases.Concat(series.Breaks))];

    /// <summary>Changes of placement, to be shown.</summary>
    public static IReadOnlyList<RunBreak> Shifts(StudySeries series) => [.. Within(series, series.Shifts)];

    /// <summary>The stretch of each month, from 0.</summary>
    public static int[] Groups(StudySeries series, IReadOnlyList<RunBreak> used) => [.. series.Months.Select(m => used.Count(b => b.Month <= m.Month))];

    /// <summary>The first month after the last break, and after the last gap where the method bridges none.</summary>
    public static int LastStart(StudySeries series, IReadOnlyList<RunBreak> used, bool bridgesGaps)
    {
        var start = used.Count == 0 ? 0 : used[^1].Month.Index - series.Months[0].Month.Index;
        var end = LastHeld(series);
        if (!bridgesGaps)
            for (var i = start; i <= end; i++)
                if (!series.Months[i].IsHeld)
                    start = i + 1;
        while (start < end && !series.Months[start].IsHeld)
            start++;
        return start;
    }

    /// <summary>A problem of a method that sees only the months from the start on: why that is, and what else could be done.</summary>
    public static Problem Explained(Problem problem, StudySeries series, StudyOptions options, int start) => start == 0
        ? problem
        : problem with
        {
            Message = $"{problem.Message} Only the months from {series.Months[start].Month.Name} on are used: a break or a gap lies before them.",
            Remedy = Used(series, options).Count == 0 ? problem.Remedy : $"{problem.Remedy} Or draw on across breaks, among the options of the method, and read the result with that in mind.",
        };

    public static int LastHeld(StudySeries series)
    {
        var last = series.Months.Count - 1;
        while (last > 0 && !series.Months[last].IsHeld)
            last--;
        return last;
    }

    private static IOrderedEnumerable<RunBreak> Within(StudySeries series, IEnumerable<RunBreak> breaks) =>
        breaks.Where(b => b.Month > series.Months[0].Month && b.Month <= series.Months[^1].Month).OrderBy(b => b.Month);
}
