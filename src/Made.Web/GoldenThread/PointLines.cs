using System.Globalization;
using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Core.Methods;
using Made.Core.Scorecard;
using Made.Web.Agreement;
using Made.Web.Assessment;
using Made.Web.Exchange;

namespace Made.Web.GoldenThread;

public sealed record SummaryLine(string Key, string Value);

/// <summary>What a point says, in lines, and the page where it is worked on.</summary>
internal static class PointLines
{
    public static IReadOnlyList<SummaryLine> Of(ThreadView view, ThreadNames names, IReadOnlyList<RankingMatrix> matrices)
    {
        if (view.History is not { } h)
            return [];
        var e = h.Newest;
        IEnumerable<SummaryLine> said = e.Content switch
        {
            ThreadContent.Score s =>
            [
                new("Scored by", s.IsModerated ? $"{s.Scorer} (moderated, in place of all others)" : s.Scorer), new("Confidence", s.Confidence.ToString().ToLowerInvariant()),
                .. (matrices.FirstOrDefault(m => m.Id == s.Matrix)?.Criteria ?? []).Select(c => new SummaryLine(
                    c.Title, s.Values.TryGetValue(c.Id, out var v) ? $"{v} {(v < c.Scale.Count ? c.Scale[v].ToLowerInvariant() : "")}" : "not scored")),
                .. Optional("Note", s.Note),
            ],
            ThreadContent.Ranking r => [new("Order", string.Join("; ", r.Places.Select(p => $"{p.Position} {p.Wording}"))), new("How it came about", r.Basis)],
            ThreadContent.Priority p => [new("Place", p.Position.ToString(CultureInfo.InvariantCulture)), new("Cycle", p.Cycle), new("Reason", p.Reason)],
            ThreadContent.Decision d => [new("Decided by", d.By), new("Decided", d.Decided), new("Reason", d.Reason)],
            ThreadContent.Agreement a =>
            [
                new("From", LondonTime.Day(a.From)), new("To", LondonTime.Day(a.To)),
                .. a.Leads.Select(l => new SummaryLine(names.Title(ThreadPoint.OfIssue(l.Issue)), $"{names.Title(ThreadPoint.OfLead(l.Lead))}: {l.Mechanism}")),
            ],
            ThreadContent.Activity a => [new("Activity", $"{a.Number.ToString(CultureInfo.InvariantCulture)}. {a.Text}")],
            ThreadContent.Target t =>
            [
                new("Indicator", t.Indicator), new("Better", t.Better == Improvement.Increase ? "more" : "fewer"),
                new("Trajectory", string.Join("; ", t.Trajectory.Select(p => $"{p.Month.Name}: {p.Value.ToString("0.#", CultureInfo.InvariantCulture)}"))),
            ],
            ThreadContent.Status s =>
            [
                new("Month", s.Month.Name), new("Indicator", s.Indicator), new("By rule", $"{s.Computed.Words()}, from edition {s.Edition.ToString(CultureInfo.InvariantCulture)}"), new("Set to", s.Stated.Words()), new("Reason", s.Reason),
            ],
            ThreadContent.Exception x => [new("Month", x.Month.Name), new("Rule", x.Rule)],
            ThreadContent.Plan p =>
            [
                new("Causes", p.Causes), new("Partners", p.Partners), new("Actions", p.Actions), new("Resources", p.Resources),
                new("Ends when", $"the count is at most {p.Exit.AtMost.ToString("0.#", CultureInfo.InvariantCulture)} for {p.Exit.Months} months running"),
            ],
            ThreadContent.Assessment a =>
            [
                new("Cycle", a.Cycle), new("From", LondonTime.Day(a.From)), new("To", LondonTime.Day(a.To)), new("Sections", string.Join("; ", a.Sections.Select(s => s.Heading))),
            ],
            ThreadContent.Section s => [new("Text", s.Text), new("Written by", s.Author)],
            ThreadContent.KeyFinding k => [new("Found", k.Text), .. k.Evidence.Select(n => new SummaryLine("Evidence", $"{n.Title}: {n.Source}"))],
            ThreadContent.Recommendation r => [new(r.IsGap ? "Not known" : "Recommended", r.Text), new("Due", EvidenceTables.DueWords(r))],
            ThreadContent.Comment c => [new("On", c.Heading.Length > 0 ? c.Heading : "the whole text"), new("Comment", c.Text)],
            ThreadContent.Strategy s => [new("Kind", s.Sort.Words()), new("Whose", s.Owner), new("In force", RegisterTables.Days(s.From, s.To))],
            ThreadContent.Intervention i =>
            [
                new("Aim", i.Aim), new("Cost", RegisterTables.CostWords(i)), new("Funder", i.Funder), new("When", RegisterTables.Days(i.From, i.To)),
                new("Evaluation", i.Evaluation.Length > 0 ? i.Evaluation : "none recorded"),
            ],
            ThreadContent.Survey s => [new("Asked", s.Asked), new("When", EvidenceTables.DaysWords(s)), new("Answers", EvidenceTables.BaseWords(s))],
            _ => [],
        };
        return [.. said, new("Of", LondonTime.Day(e.Day)), new("State", ThreadWords.State(h.State)), new("Version", e.Version.ToString(CultureInfo.InvariantCulture)), new("Source", e.Source)];
    }

    /// <summary>Where the point is worked on or stands with its figures.</summary>
    public static (string Href, string Words)? Page(ThreadPoint point, ThreadHistory? history) => (point.Kind, history?.Newest) switch
    {
        (ThreadKind.Measure, _) => ThreadNames.PageOf(point) is { } href ? (href, "The measure on its dashboard, with its base and source") : null,
        (ThreadKind.Section, { Content: ThreadContent.Section s }) => ($"/assessment/strategic/{s.Of}#section-{s.Part}", "The strategic assessment"),
        (ThreadKind.KeyFinding, { Content: ThreadContent.KeyFinding k } e) => ($"/assessment/{e.Area}/findings?of={k.Of}#{point.Id}", "The key findings of the area, with their figures"),
        (ThreadKind.Recommendation, { Content: ThreadContent.Recommendation r } e) => ($"/assessment/{e.Area}/findings?of={r.Of}#next", "The recommendations and gaps of the area"),
        (ThreadKind.Comment, { Content: ThreadContent.Comment c }) => ($"/agreement/{c.On}#comments", "The text that it is on"),
        (ThreadKind.Strategy, _) => ("/agreement/strategies", "The register of strategies and legislation"),
        (ThreadKind.Intervention, _) => ("/agreement/interventions", "The register of interventions"),
        (ThreadKind.Survey, { } e) => ($"/assessment/{e.Area}/survey/{point.Id}", "What people said, and what was done"),
        (ThreadKind.Assessment or ThreadKind.Agreement or ThreadKind.Exception or ThreadKind.Plan, _) => (ThreadWords.Home(point), "Where it is worked on"),
        (ThreadKind.Target, { } e) => ($"/scorecard/outcomes/{e.Area}", "The outcomes of the area"),
        (ThreadKind.Status, { Content: ThreadContent.Status s } e) => ($"/scorecard/outcomes/{e.Area}?month={s.Month}", "The outcomes of the month"),
        (ThreadKind.Activity, { Content: ThreadContent.Activity a }) => ($"/agreement/{a.Under}", "Its agreement"),
        (ThreadKind.Score or ThreadKind.Ranking, { } e) => ($"/assessment/{e.Area}", "The ranking of the area"),
        (ThreadKind.Priority or ThreadKind.Decision, { IsWhole: true }) => ("/assessment", "The assessment of the whole partnership"),
        (ThreadKind.Priority, { } e) => ($"/assessment/{e.Area}", "The ranking of the area"),
        _ => null,
    };

    private static IEnumerable<SummaryLine> Optional(string key, string value) => value.Length > 0 ? [new(key, value)] : [];
}
