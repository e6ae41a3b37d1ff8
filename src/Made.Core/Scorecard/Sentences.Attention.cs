using Made.Core.Calendar;
using Made.Core.Indicators;

namespace Made.Core.Scorecard;

public static partial class Sentences
{
    /// <summary>More than this is a list nobody reads.</summary>
    public const int MostItems = 5;

    /// <summary>
    /// What needs attention, at most five: headline signals, changes over 12 months where months are too few, then missing data, placement and breaks in recording.
    /// Signals leave one place for data quality where there is any, because a gap makes the rest doubtful.
    /// </summary>
    public static IReadOnlyList<AttentionItem> Attention(AreaMonth area)
    {
        var signals = area.Rows.SelectMany(r => Signals(r)).ToList();
        var quality = area.Missing.Where(m => m.Why == Absence.NotSupplied).Select(Overdue)
            .Concat(Placement(area)).Concat(Recording(area)).Concat(NotLoaded(area)).ToList();
        return [.. signals.Take(quality.Count > 0 ? MostItems - 1 : MostItems).Concat(quality).Take(MostItems)];
    }

    /// <summary>For the page where the list is empty.</summary>
    public static string NothingNeedsAttention(AreaMonth area) =>
        $"Nothing needs attention for {area.AreaName} in {area.Month.Name}: no signal stands out and no data is missing.";

    private static IEnumerable<AttentionItem> Signals(IndicatorRow row)
    {
        const string next = "Ask the police area lead and the partners concerned what lies behind it (a real change, an operation, a way of recording) and note the answer.";
        if (row.Month is { Headline: true } month)
            yield return new(
                AttentionKind.Signal,
                row.Indicator.Id,
                $"{Count(row.Indicator, month)} {Start(Usual(row.Indicator, month))}.",
                "It breaks a rule of the run chart and remains after allowing for all areas and indicators tested this month.",
                next);
        if (row.Rolling12 is { Headline: true } year)
            yield return new(
                AttentionKind.ChangeOverTwelveMonths,
                row.Indicator.Id,
                $"{Count(row.Indicator, year)} {Start(Change(row.Indicator, year, row.Breaks))}.",
                "Too few to judge by month; the change over 12 months remains after allowing for all areas and indicators tested this month.",
                next);
    }

    private static AttentionItem Overdue(MissingSupply missing) => new(
        AttentionKind.Missing,
        "",
        $"{missing.Dataset} for {missing.Month.Name}: not supplied by {missing.Supplier}.",
        "A gap breaks runs and sums: 12-month figures that need this month are not shown.",
        $"Ask {missing.Supplier} for the return and load it on the exchange page.");

    /// <summary>One item for all open files that nobody loaded: they are in our own hands, so they come last.</summary>
    private static IEnumerable<AttentionItem> NotLoaded(AreaMonth area)
    {
        var names = area.Missing.Where(m => m.Why == Absence.NotLoaded).Select(m => m.Dataset).ToList();
        if (names.Count > 0)
            yield return new(
                AttentionKind.Missing,
                "",
                $"Not loaded here for {area.Month.Name}: {List(names)}.",
                "The files are open to anyone; their indicators stay empty until somebody loads them.",
                "Fetch the published files and load them on the exchange page.");
    }

    private static IEnumerable<AttentionItem> Placement(AreaMonth area)
    {
        var rows = area.Rows.Where(r => r.Month?.Comparable == Comparable.PlacementChanged).ToList();
        if (rows.Count == 0)
            yield break;
        var before = area.Month.Plus(-12).Name;
        yield return new(
            AttentionKind.PlacementChanged,
            rows[0].Indicator.Id,
            $"Not comparable with {before}: placement changed, for {(rows.Count <= 3 ? List(rows.Select(r => r.Indicator.Plural)) : Number(rows.Count, "indicator"))}.",
            $"The share of the force's records that could be placed differs by more than 3 points between {before} and {area.Month.Name}, so the counts of every area move with it.",
            "Do not quote a rise or fall here; read the change on the force's figures.");
    }

    private static IEnumerable<AttentionItem> Recording(AreaMonth area) => area.Rows
        .Where(r => r.Month?.Comparable == Comparable.RecordingChanged)
        .Select(r => new AttentionItem(
            AttentionKind.RecordingChanged,
            r.Indicator.Id,
            $"{Start(r.Indicator.Plural)}: recording changed{Reason(new Period(PeriodKind.Month, area.Month), r.Breaks)}.",
            "Figures before and after a change in recording count different things.",
            "Compare only months on the same side of the change."));
}
