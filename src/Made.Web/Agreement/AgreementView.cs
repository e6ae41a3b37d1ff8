using System.Globalization;
using Made.Core;
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

    /// <summary>Comments on its text, oldest first.</summary>
    public required IReadOnlyList<ThreadHistory> Comments { get; init; }

    /// <summary>Of an area's plan: the agreement of the whole partnership that it answers; null for that agreement itself, or where none is named.</summary>
    public required ThreadHistory? Under { get; init; }

    /// <summary>The priorities of <see cref="Under"/>.</summary>
    public required IReadOnlyList<ThreadHistory> WholePriorities { get; init; }

    /// <summary>Strategies, Acts and plans of others, to be named by activities.</summary>
    public required IReadOnlyList<ThreadHistory> Strategies { get; init; }

    public required Vocabulary Vocabulary { get; init; }

    public required Bodies Bodies { get; init; }

    public ThreadContent.Agreement Content => (ThreadContent.Agreement)History.Newest.Content;

    public IReadOnlyList<ThreadContent.Priority> Chosen => [.. Priorities.Select(p => (ThreadContent.Priority)p.Newest.Content)];

    public int OpenComments => Comments.Count(c => c.State == Processes.Open);

    /// <summary>Priorities of the whole partnership that the plan neither takes up nor says why not.</summary>
    public IReadOnlyList<string> Unanswered => [.. AgreementRules.Unanswered(Content, Chosen, WholePriorities).Select(u => u.Newest.Title)];

    /// <summary>Null where the step may be recorded.</summary>
    public Problem? WhyNot(string act) => AgreementRules.WhyNot(History, act, Chosen, WholePriorities, OpenComments, Vocabulary);

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

    /// <summary>How the plan answers each priority of the whole partnership.</summary>
    public Table AnswerTable => new()
    {
        Name = "answers",
        Title = "How the priorities of the whole partnership are answered",
        Columns = [new("Priority of the whole partnership"), new("Answer")],
        Rows = WholePriorities.Select(w => (IReadOnlyList<Cell>)
        [
            Cell.Of(w.Newest.Title, ThreadWords.Href(w.Point)), Cell.Of(CascadeView.Words(Cascade.Of(w.Point.Id, (ThreadContent.Priority)w.Newest.Content, new(Content, Chosen)))),
        ]),
    };

    public Table CommentTable => new()
    {
        Name = "comments",
        Title = $"Comments on {History.Newest.Title}",
        Columns = [new("Comment"), new("On"), new("Raised by"), new("State")],
        Rows = Comments.Select(c => (History: c, Said: (ThreadContent.Comment)c.Newest.Content)).Select(c => (IReadOnlyList<Cell>)
        [
            Cell.Of(c.Said.Text, c.History.State == Processes.Open ? $"{ThreadWords.Href(c.History.Point)}/step" : ThreadWords.Href(c.History.Point)), Cell.Of(c.Said.Heading.Length > 0 ? c.Said.Heading : "the whole text"),
            Cell.Of($"{c.History.Versions[0].Change.By}, {LondonTime.Day(c.History.Newest.Day)}"),
            Cell.Of(c.History.Steps is [.., var last] ? $"{ThreadWords.State(c.History.State)}, {LondonTime.Day(last.Day)}: {last.Change.Why}" : ThreadWords.State(c.History.State)),
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
            new("Strategic assessment", a.BasedOn.Length > 0 ? a.BasedOn : "none"), .. a.Departures.Select(d => new DefinitionLine($"Departs from: {WholePriorities.FirstOrDefault(w => w.Point.Id == d.Priority)?.Newest.Title ?? d.Priority}", d.Reason)),
            new("Factors, requirements and outcomes", string.Join("; ", a.Terms.Select(Vocabulary.Title))),
            new("Leads", string.Join("; ", a.Leads.Select(l => $"{Vocabulary.Title(l.Issue)}: {Bodies.Name(l.Lead)}, {l.Mechanism}"))),
        ];
    }

    public static async Task<AgreementView?> OfAsync(Partnership partnership, string id)
    {
        var thread = partnership.Records.Thread;
        if (await thread.Find(new ThreadPoint(ThreadKind.Agreement, id)) is not { Newest.Content: ThreadContent.Agreement content } history)
            return null;
        var activities = await thread.All(ThreadKind.Activity, history.Newest.Area);
        var under = content.Under.Length > 0 ? await thread.Find(new ThreadPoint(ThreadKind.Agreement, content.Under)) : null;
        return new()
        {
            History = history,
            Comments = [.. (await thread.All(ThreadKind.Comment, history.Newest.Area)).Where(c => ((ThreadContent.Comment)c.Newest.Content).On == id)],
            Under = under,
            WholePriorities = under is null ? [] : await PrioritiesAsync(thread, under),
            Strategies = await thread.All(ThreadKind.Strategy),
            Priorities = await PrioritiesAsync(thread, history),
            Activities = [.. activities.Where(a => ((ThreadContent.Activity)a.Newest.Content).Under == id).OrderBy(a => ((ThreadContent.Activity)a.Newest.Content).Number)],
            Vocabulary = partnership.Pack.Vocabulary,
            Bodies = new Bodies(partnership.Pack.Organisations),
        };
    }

    /// <summary>The priorities that an agreement names, in its order.</summary>
    public static async Task<IReadOnlyList<ThreadHistory>> PrioritiesAsync(Store.Records.ThreadRecords thread, ThreadHistory agreement)
    {
        var priorities = await thread.All(ThreadKind.Priority, agreement.Newest.Area);
        return [.. ((ThreadContent.Agreement)agreement.Newest.Content).Priorities.Select(p => priorities.FirstOrDefault(h => h.Point.Id == p)).OfType<ThreadHistory>()];
    }

    public static string ProgressOf(ThreadHistory activity) => activity.Steps.Count == 0 ? "not started"
        : $"{ThreadWords.State(activity.State)}, {LondonTime.Day(activity.Steps[^1].Day)}: {activity.Steps[^1].Change.Why}";

    private string Named(IReadOnlyList<string> terms, params IssueKind[] kinds) =>
        string.Join("; ", terms.Select(Vocabulary.Find).OfType<Issue>().Where(i => kinds.Contains(i.Kind)).Select(i => i.Title));
}
