using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.GoldenThread;
using Made.Core.Indicators;
using Made.Core.Recovery;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Web.Charts;
using Made.Web.Composition;
using Made.Web.Dashboards;

namespace Made.Web.Recovery;

/// <summary>One exception with its plan, and the figures it is about as the newest edition has them.</summary>
public sealed record RecoveryView
{
    private const int ChartMonths = 36;

    public required ThreadHistory Exception { get; init; }

    /// <summary>Null while none is drafted.</summary>
    public required ThreadHistory? Plan { get; init; }

    public required string Place { get; init; }

    public required string Indicator { get; init; }

    /// <summary>Null before the first edition, or where the figures may not be drawn.</summary>
    public required Chart.Trend? Trend { get; init; }

    /// <summary>The counts of the newest months, oldest first.</summary>
    public required IReadOnlyList<(Month Month, SafeNumber Count)> Months { get; init; }

    public ThreadContent.Exception About => (ThreadContent.Exception)Exception.Newest.Content;

    public ThreadContent.Plan? Promised => Plan?.Newest.Content as ThreadContent.Plan;

    public string Sentence => Exception.State switch
    {
        Processes.Open => "An analyst has to judge it first: is it real, an artefact of recording, or explained by a known cause?",
        Processes.Confirmed => $"It is judged real, and no lead is known: once the agreement names one, it is asked. Somebody is to be asked by {Exchange.LondonTime.Day(AskBy)}.",
        Processes.Asked or Processes.WithGroup or Processes.WithBoard => Clock is { } clock ? $"A recovery plan is owed by {Owing}: {clock.Words}." : $"A recovery plan is owed by {Owing}.",
        "artefact" => "It is an artefact of recording: nothing is asked of anybody.",
        "known-cause" => "It is explained by a known cause: nothing is asked of anybody.",
        Processes.Closed => "Its recovery plan is closed.",
        _ when Promised is { } plan => $"A recovery plan is {GoldenThread.ThreadWords.State(Plan!.State)}. It ends when the count is {RecoveryRules.Words(plan.Exit)}; so far it is for {RecoveryRules.MonthsHeld(plan.Exit, Months)}.",
        _ => "",
    };

    /// <summary>How it stands by the clock; null where nobody owes a plan.</summary>
    public required ClockStanding? Clock { get; init; }

    /// <summary>Who owes the plan now: the lead, or whoever it was handed on to.</summary>
    public required string Owing { get; init; }

    /// <summary>The day after it was judged real.</summary>
    public DateOnly AskBy => (Exception.Last(Processes.Real)?.Day ?? Exception.Newest.Day).AddDays(1);

    public TrajectoryStanding Standing => Promised is { } plan ? RecoveryRules.Standing(plan, Months) : TrajectoryStanding.NotBegun;

    public static async Task<RecoveryView?> OfAsync(Partnership partnership, string id)
    {
        var thread = partnership.Records.Thread;
        if (await thread.Find(new(ThreadKind.Exception, id)) is not { Newest.Content: ThreadContent.Exception about } exception)
            return null;
        var plan = await thread.Find(new(ThreadKind.Plan, id));
        var edition = await partnership.LatestMonthAsync() is { } month ? await partnership.Editions.Open(month) : null;
        var area = exception.Newest.Area;
        var months = edition is null ? [] : MonthsOf(edition, about.Indicator, area);
        var bodies = new Bodies(partnership.Pack.Organisations);
        var clock = RecoveryClock.Standing(exception, partnership.Pack.Escalation, partnership.Today);
        var indicator = edition?.Register.Pack.Indicators.FirstOrDefault(i => i.Id == about.Indicator);
        return new()
        {
            Exception = exception,
            Plan = plan,
            Place = Wording.PlaceName(partnership.Areas, area, Month.Of(partnership.Today)),
            Clock = clock,
            Owing = OwingOf(about, clock, bodies),
            Indicator = partnership.Indicators.Find(about.Indicator)?.Current.Title ?? about.Indicator,
            Months = months,
            Trend = edition is null || indicator is null ? null : TrendOf(edition, indicator, area, exception, plan?.Newest.Content as ThreadContent.Plan, months),
        };
    }

    /// <summary>"The county's violence reduction board", "the group, as the lead did not answer in time".</summary>
    public static string OwingOf(ThreadContent.Exception about, ClockStanding? clock, Bodies bodies)
    {
        var lead = about.Lead.Length > 0 ? bodies.Name(about.Lead) : "a lead that is not named";
        return clock?.Level is not { Level: not "lead" } level ? lead : $"{(level.Body.Length > 0 ? bodies.Name(level.Body) : $"the {level.Level}")}, as {lead} did not answer in time";
    }

    /// <summary>The counts of the last 24 months, oldest first.</summary>
    public static IReadOnlyList<(Month Month, SafeNumber Count)> MonthsOf(EditionReader edition, string indicator, AreaCode area)
    {
        var last = edition.Manifest.Month;
        // As the run chart: a proportion is judged by its value, everything else by its count.
        return edition.Register.Pack.Indicators.FirstOrDefault(i => i.Id == indicator) is not { } defined ? []
            : [.. edition.Measures(last.Plus(-23), last, [area], [indicator], kinds: [PeriodKind.Month])
                .Select(m => (m.Period.Last, defined.Denominator is DenominatorKind.Records or DenominatorKind.Reported ? m.Value : m.Count)).OrderBy(m => m.Last)];
    }

    private static Chart.Trend? TrendOf(EditionReader edition, IndicatorDefinition indicator, AreaCode area, ThreadHistory exception, ThreadContent.Plan? plan, IReadOnlyList<(Month Month, SafeNumber Count)> months)
    {
        if (edition.RunChart(indicator.Id, area, ChartMonths) is not { } run || run.Points.All(p => !p.Value.IsShown))
            return null;
        var standing = plan is null ? "" : RecoveryRules.Standing(plan, months) switch
        {
            TrajectoryStanding.OnTrajectory => " The newest month lies on its trajectory.",
            TrajectoryStanding.OffTrajectory => " The newest month lies above its trajectory.",
            _ => " No month of the trajectory has figures yet.",
        };
        var trend = TrendCharts.Trend(run, indicator, Wording.PlaceName(edition.Areas, area, edition.Manifest.Month), $"{exception.Newest.Title}.{standing}");
        if (plan is null)
            return trend;
        var ahead = plan.Trajectory.Select(t => t.Month).Where(m => m > trend.Points[^1].Month).DefaultIfEmpty(trend.Points[^1].Month).Max();
        IReadOnlyList<TrendPoint> points = [.. trend.Points, .. Month.Range(trend.Points[^1].Month.Plus(1), ahead).Select(m => new TrendPoint(m, RecoveryRules.NotYet, null, PointMark.Common))];
        return trend with { Points = points, Behind = new TrendBehind("trajectory", RecoveryRules.Line(plan, points.Select(p => p.Month))), Target = new TrendTarget("ends at", RecoveryRules.Target(plan)) };
    }
}
