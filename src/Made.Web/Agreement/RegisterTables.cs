using System.Globalization;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;
using Made.Web.GoldenThread;

namespace Made.Web.Agreement;

/// <summary>The registers beside the agreements as tables: strategies and legislation, and interventions.</summary>
internal static class RegisterTables
{
    /// <param name="partnership">The partnership.</param>
    /// <param name="strategies">The register.</param>
    /// <param name="activities">Activities of the whole partnership.</param>
    public static Table Strategies(Partnership partnership, IReadOnlyList<ThreadHistory> strategies, IReadOnlyList<ThreadHistory> activities) => new()
    {
        Name = "strategies",
        Title = "Strategies and legislation",
        Columns = [new("Title"), new("Kind"), new("Whose"), new("In force"), new("About"), new("Carried out by"), new("Source")],
        Rows = strategies.Select(h => (History: h, Said: (ThreadContent.Strategy)h.Newest.Content)).OrderBy(s => s.Said.Sort).ThenBy(s => s.History.Newest.Title, StringComparer.Ordinal).Select(s => (IReadOnlyList<Cell>)
        [
            Cell.Of(s.History.Newest.Title, ThreadWords.Href(s.History.Point)), Cell.Of(s.Said.Sort.Words()), Cell.Of(s.Said.Owner), Cell.Of(Days(s.Said.From, s.Said.To)),
            Cell.Of(s.Said.Issues.Count == 0 ? "no issue named" : string.Join("; ", s.Said.Issues.Select(partnership.Pack.Vocabulary.Title))),
            Cell.Of(Numbers(activities.Where(a => ((ThreadContent.Activity)a.Newest.Content).Strategies.Contains(s.History.Point.Id)))), Cell.Of(s.History.Newest.Source),
        ]),
    };

    public static Table Interventions(Partnership partnership, IReadOnlyList<ThreadHistory> interventions) => new()
    {
        Name = "interventions",
        Title = "Interventions",
        Columns = [new("Title"), new("Where"), new("Aim"), new("Cost"), new("Funder"), new("When"), new("State"), new("Evaluation")],
        Rows = interventions.Select(h => (History: h, Said: (ThreadContent.Intervention)h.Newest.Content)).Select(i => (IReadOnlyList<Cell>)
        [
            Cell.Of(i.History.Newest.Title, ThreadWords.Href(i.History.Point)), Cell.Of(NameOf(partnership, i.History.Newest.Area)), Cell.Of(i.Said.Aim), Cell.Of(CostWords(i.Said)), Cell.Of(i.Said.Funder),
            Cell.Of(Days(i.Said.From, i.Said.To)), Cell.Of(ThreadWords.State(i.History.State)), Cell.Of(i.Said.Evaluation.Length > 0 ? i.Said.Evaluation : "none recorded"),
        ]),
    };

    public static string CostWords(ThreadContent.Intervention i) => i.Cost is { } cost ? $"£{cost.ToString("#,0.##", CultureInfo.InvariantCulture)}" : "not reported";

    /// <summary>"from 1 April 2026 to 31 March 2027"; what the source does not report is said.</summary>
    public static string Days(DateOnly from, DateOnly to) => (from == DateOnly.MinValue, to == DateOnly.MaxValue) switch
    {
        (true, true) => "days not reported",
        (false, true) => $"from {LondonTime.Day(from)}",
        (true, false) => $"until {LondonTime.Day(to)}",
        _ => $"from {LondonTime.Day(from)} to {LondonTime.Day(to)}",
    };

    private static string Numbers(IEnumerable<ThreadHistory> activities) => activities.Select(a => ((ThreadContent.Activity)a.Newest.Content).Number).Order().ToList() switch
    {
        [] => "no activity",
        [var one] => $"activity {one}",
        var many => $"activities {string.Join(", ", many)}",
    };

    private static string NameOf(Partnership partnership, AreaCode area) => partnership.Areas.TryFind(area, out var found) ? found.Name : area.Value;
}
