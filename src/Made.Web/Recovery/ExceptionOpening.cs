using Made.Core;
using Made.Core.Assessment;
using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Core.Recovery;
using Made.Core.Register;
using Made.Web.Access;
using Made.Web.Composition;
using Made.Web.Dashboards;

namespace Made.Web.Recovery;

/// <summary>Opens exceptions of the newest released month by the rules of the pack, each once.</summary>
internal static class ExceptionOpening
{
    public static async Task<Problem?> RunAsync(Partnership partnership)
    {
        // Whoever releases may see less than the rules look at.
        Looking.AsTheProgram();
        var problem = await OpenAsync(partnership);
        // A command beside the site was quicker: what it opened is not opened again.
        return problem is { Code: "thread-changed-meanwhile" } ? await OpenAsync(partnership) : problem;
    }

    private static async Task<Problem?> OpenAsync(Partnership partnership)
    {
        var rules = partnership.Pack.ExceptionRules;
        if (rules.Count == 0 || await partnership.LatestMonthAsync() is not { } month || await partnership.Editions.Open(month) is not { } edition)
            return null;
        var thread = partnership.Records.Thread;
        var (held, priorities, agreements) = (await thread.All(ThreadKind.Exception), await thread.All(ThreadKind.Priority), await thread.All(ThreadKind.Agreement));
        var opened = ExceptionRule.Openings(rules, edition.Exceptions(), held, e => Entry(
            partnership, e.Measure.Indicator, e.Measure.Area, e.Measure.Period, $"It stands out in {e.Measure.Period.Name}: outside its usual range, and unlikely to be chance after allowing for everything tested.", priorities, agreements));
        return opened.Count == 0 ? null
            : (await thread.Keep(new ThreadWork { Entries = opened, Seen = opened.ToDictionary(o => o.Point, _ => 0) }, partnership.Today, partnership.Change("made", $"Rules of the pack over the figures of {month.Name}"))).Problem;
    }

    /// <summary>The entry of an exception, linked to the measure, the issues it speaks of, the area's priorities about them and the body that leads them.</summary>
    public static ThreadEntry Entry(
        Partnership partnership, string indicator, AreaCode area, Period period, string rule, IReadOnlyList<ThreadHistory> priorities, IReadOnlyList<ThreadHistory> agreements)
    {
        var issues = partnership.Pack.Issues.Where(i => i.Kind == IssueKind.Issue && i.Indicators.Contains(indicator)).Select(i => i.Id).ToList();
        var place = Wording.PlaceName(partnership.Areas, area, period.Last);
        var isWhole = partnership.Areas.TryFind(area, out var found) && found.Level is not (AreaLevel.Csp or AreaLevel.District);
        return new()
        {
            Point = ExceptionRule.PointOf(indicator, area, period.Code),
            Area = area,
            IsWhole = isWhole,
            Title = $"{partnership.Indicators.Find(indicator)?.Current.Title ?? indicator}, {place}, {period.Name}",
            Day = partnership.Today,
            Source = "Figures of the dashboards",
            Content = new ThreadContent.Exception
            {
                Indicator = indicator,
                Month = period.Last,
                Rule = rule,
                Measure = ThreadPoint.OfMeasure(indicator, area, period.Code).Id,
                Issues = issues,
                Priorities = [.. priorities.Where(p => p.State == "agreed" && (p.Newest.Area == area || (isWhole && p.Newest.IsWhole)) && ((ThreadContent.Priority)p.Newest.Content).Issues.Intersect(issues).Any()).Select(p => p.Point.Id)],
                Lead = LeadOf(issues, agreements),
            },
        };
    }

    /// <summary>Who leads an issue by the newest agreement of the whole partnership that says so; empty where nobody does.</summary>
    public static string LeadOf(IReadOnlyList<string> issues, IReadOnlyList<ThreadHistory> agreements) =>
        agreements.Where(a => a.Newest.IsWhole).Select(a => (ThreadContent.Agreement)a.Newest.Content).OrderByDescending(a => a.From)
            .SelectMany(a => a.Leads).FirstOrDefault(l => issues.Contains(l.Issue))?.Lead ?? "";
}
