using System.Globalization;
using Made.Core.Agreement;
using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;
using Made.Web.GoldenThread;
using Made.Web.Indicators;

namespace Made.Web.Agreement;

/// <summary>One agreement with its priorities and activities, and what they are linked to.</summary>
public sealed record AgreementView
{
    public required ThreadHistory History { get; init; }

    public required IReadOnlyList<ThreadHistory> Priorities { get; init; }

    /// <summary>By number.</summary>
    public required IReadOnlyList<ThreadHistory> Activities { get; init; }

    public required Vocabulary Vocabulary { get; init; }

    public required Bodies Bodies { get; init; }

    public ThreadContent.Agreement Content => (ThreadContent.Agreement)History.Newest.Content;

    public IEnumerable<ThreadContent.Priority> Chosen => Priorities.Select(p => (ThreadContent.Priority)p.Newest.Content);

    public IReadOnlyList<string> Unled => [.. AgreementRules.Unled(Content, Chosen).Select(Vocabulary.Title)];

    /// <summary>Each stage of approval with the day it was last passed since the last return; null where it was not.</summary>
    public IEnumerable<(ApprovalStage Stage, ThreadStep? Passed)> Stages
    {
        get
        {
            var since = History.Steps.Select((s, i) => (s, i)).LastOrDefault(p => p.s.Act == "return");
            var counted = History.Steps.Skip(since.s is null ? 0 : since.i + 1).ToList();
            return Content.Chain.Select(c => (c, counted.LastOrDefault(s => s.Act == c.Act)));
        }
    }

    public string Sentence
    {
        get
        {
            var passed = Stages.Count(s => s.Passed is not null);
            var approval = passed == Content.Chain.Count ? $"It is approved: the last stage was passed on {LondonTime.Day(Stages.Last().Passed!.Day)}."
                : passed == 0 ? $"It is a draft: none of {Content.Chain.Count} stages of approval is passed."
                : $"{passed} of {Content.Chain.Count} stages of approval are passed; next: {Stages.First(s => s.Passed is null).Stage.Words.ToLowerInvariant()}.";
            var states = Activities.GroupBy(a => a.State).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {ThreadWords.State(g.Key)}").ToList();
            return Activities.Count == 0 ? approval : $"{approval} Of {(Activities.Count == 1 ? "1 activity" : $"{Activities.Count} activities")}: {string.Join(", ", states)}.";
        }
    }

    public IReadOnlyList<Issue> Terms(IssueKind kind) => [.. Content.Terms.Select(Vocabulary.Find).OfType<Issue>().Where(i => i.Kind == kind)];

    public Table ActivityTable => new()
    {
        Name = "activities",
        Title = "Activities, and what each serves",
        Columns = [new("No."), new("Activity"), new("Priorities"), new("Factors and requirements"), new("Outcomes"), new("Lead"), new("Progress")],
        Rows = Activities.Select(h => (History: h, Activity: (ThreadContent.Activity)h.Newest.Content)).Select(a => (IReadOnlyList<Cell>)
        [
            Cell.Of(a.Activity.Number.ToString(CultureInfo.InvariantCulture)), Cell.Of(a.Activity.Text, ThreadWords.Href(a.History.Point)),
            Cell.Of(string.Join("; ", Priorities.Where(p => a.Activity.Priorities.Contains(p.Point.Id)).Select(p => p.Newest.Title))),
            Cell.Of(Named(a.Activity.Terms, IssueKind.Factor, IssueKind.Requirement)), Cell.Of(Named(a.Activity.Terms, IssueKind.Outcome)),
            Cell.Of(a.Activity.Leads.Count == 0 ? "nobody named" : string.Join("; ", a.Activity.Leads.Select(Bodies.Name))), Cell.Of(ProgressOf(a.History)),
        ]),
    };

    public Table LeadTable => new()
    {
        Name = "delivery",
        Title = "Delivery framework: who leads each issue, and how",
        Columns = [new("Issue"), new("Lead"), new("Mechanism")],
        Rows = Chosen.SelectMany(p => p.Issues).Distinct().Select(i => (Issue: i, Lead: Content.Leads.FirstOrDefault(l => l.Issue == i))).Select(l => (IReadOnlyList<Cell>)
        [
            Cell.Of(Vocabulary.Title(l.Issue), ThreadWords.Href(ThreadPoint.OfIssue(l.Issue))),
            l.Lead is { } lead ? Cell.Of(Bodies.Name(lead.Lead), ThreadWords.Href(ThreadPoint.OfLead(lead.Lead))) : Cell.Of("nobody leads it"), Cell.Of(l.Lead?.Mechanism ?? "none"),
        ]),
    };

    public Table StageTable => new()
    {
        Name = "approval",
        Title = "Chain of approval",
        Columns = [new("Stage"), new("Passed on"), new("Recorded by"), new("Why")],
        Rows = Stages.Select(s => (IReadOnlyList<Cell>)
        [
            Cell.Of(s.Stage.Words), Cell.Of(s.Passed is { } p ? LondonTime.Day(p.Day) : "not yet"), Cell.Of(s.Passed?.Change.By ?? ""), Cell.Of(s.Passed?.Change.Why ?? ""),
        ]),
    };

    /// <summary>What a version says, line by line, for comparing.</summary>
    public IReadOnlyList<DefinitionLine> Lines(ThreadEntry version)
    {
        var a = (ThreadContent.Agreement)version.Content;
        return
        [
            new("Title", version.Title), new("From", LondonTime.Day(a.From)), new("To", LondonTime.Day(a.To)), .. a.Sections.Select(s => new DefinitionLine($"Section: {s.Heading}", s.Text)),
            new("Strategic assessment", a.BasedOn.Length > 0 ? a.BasedOn : "none"), new("Factors, requirements and outcomes", string.Join("; ", a.Terms.Select(Vocabulary.Title))),
            new("Leads", string.Join("; ", a.Leads.Select(l => $"{Vocabulary.Title(l.Issue)}: {Bodies.Name(l.Lead)}, {l.Mechanism}"))),
        ];
    }

    public static async Task<AgreementView?> OfAsync(Partnership partnership, string id)
    {
        var thread = partnership.Records.Thread;
        if (await thread.Find(new ThreadPoint(ThreadKind.Agreement, id)) is not { Newest.Content: ThreadContent.Agreement content } history)
            return null;
        var priorities = await thread.All(ThreadKind.Priority, history.Newest.Area);
        var activities = await thread.All(ThreadKind.Activity, history.Newest.Area);
        return new()
        {
            History = history,
            Priorities = [.. content.Priorities.Select(p => priorities.FirstOrDefault(h => h.Point.Id == p)).OfType<ThreadHistory>()],
            Activities = [.. activities.Where(a => ((ThreadContent.Activity)a.Newest.Content).Under == id).OrderBy(a => ((ThreadContent.Activity)a.Newest.Content).Number)],
            Vocabulary = partnership.Pack.Vocabulary,
            Bodies = new Bodies(partnership.Pack.Organisations),
        };
    }

    public static string ProgressOf(ThreadHistory activity) => activity.Steps.Count == 0 ? "not started"
        : $"{ThreadWords.State(activity.State)}, {LondonTime.Day(activity.Steps[^1].Day)}: {activity.Steps[^1].Change.Why}";

    private string Named(IReadOnlyList<string> terms, params IssueKind[] kinds) =>
        string.Join("; ", terms.Select(Vocabulary.Find).OfType<Issue>().Where(i => kinds.Contains(i.Kind)).Select(i => i.Title));
}
