using System.Text.Json.Serialization;
using Made.Core.Calendar;

namespace Made.Core.GoldenThread;

/// <summary>
/// What an entry of the thread says, by kind. What it rests on and what it leads to are part of it: the records keep an edge for each, so that a link
/// never stands in one place and not in the other.
/// </summary>
public abstract partial record ThreadContent
{
    private ThreadContent()
    {
    }

    [JsonIgnore]
    public abstract ThreadKind Kind { get; }

    [JsonIgnore]
    public abstract IEnumerable<ThreadPoint> RestsOn { get; }

    [JsonIgnore]
    public virtual IEnumerable<ThreadPoint> LeadsTo => [];

    /// <summary>How one scorer, or a moderating panel for all, scored one issue of an area.</summary>
    public sealed record Score : ThreadContent
    {
        public required string Issue { get; init; }

        /// <summary>Id of the matrix whose criteria and scales it uses.</summary>
        public required string Matrix { get; init; }

        public required string Cycle { get; init; }

        /// <summary>The role that scored, never a name.</summary>
        public required string Scorer { get; init; }

        /// <summary>A moderated score takes the place of all others of its issue.</summary>
        public bool IsModerated { get; init; }

        public required Confidence Confidence { get; init; }

        /// <summary>Value by criterion; a criterion without one is not scored, which is not 0.</summary>
        public required IReadOnlyDictionary<string, int> Values { get; init; }

        /// <summary>The measures it rests on, as ids of points.</summary>
        public IReadOnlyList<string> Evidence { get; init; } = [];

        public string Note { get; init; } = "";

        public override ThreadKind Kind => ThreadKind.Score;

        public override IEnumerable<ThreadPoint> RestsOn => [ThreadPoint.OfIssue(Issue), .. Evidence.Select(e => new ThreadPoint(ThreadKind.Measure, e))];
    }

    /// <summary>An area's issues in order, as agreed on a day.</summary>
    public sealed record Ranking : ThreadContent
    {
        public required string Cycle { get; init; }

        /// <summary>How the order came about: the matrix with its rule, or what is known of an order taken from a document.</summary>
        public required string Basis { get; init; }

        /// <summary>First place first.</summary>
        public required IReadOnlyList<RankedPlace> Places { get; init; }

        /// <summary>Ids of the scores it was made from; none where the source does not record them.</summary>
        public IReadOnlyList<string> Scores { get; init; } = [];

        public override ThreadKind Kind => ThreadKind.Ranking;

        public override IEnumerable<ThreadPoint> RestsOn =>
            [.. Places.SelectMany(p => p.Issues).Distinct().Select(ThreadPoint.OfIssue), .. Scores.Select(s => new ThreadPoint(ThreadKind.Score, s))];
    }

    /// <summary>An issue, or several in one wording, that an area or the whole partnership agreed to act on.</summary>
    public sealed record Priority : ThreadContent
    {
        public required string Cycle { get; init; }

        public required int Position { get; init; }

        public required string Wording { get; init; }

        public required IReadOnlyList<string> Issues { get; init; }

        /// <summary>Why it was chosen, above all where the ranking does not say so; or that the source does not record it.</summary>
        public required string Reason { get; init; }

        /// <summary>Id of the area's ranking; empty where there is none.</summary>
        public string RankedIn { get; init; } = "";

        /// <summary>Id of the decision that chose it; empty where none is recorded.</summary>
        public string ChosenBy { get; init; } = "";

        /// <summary>For the whole partnership: ids of the areas' priorities about the same issues.</summary>
        public IReadOnlyList<string> Local { get; init; } = [];

        public override ThreadKind Kind => ThreadKind.Priority;

        public override IEnumerable<ThreadPoint> RestsOn =>
        [
            .. Issues.Select(ThreadPoint.OfIssue), .. One(ThreadKind.Ranking, RankedIn), .. One(ThreadKind.Decision, ChosenBy),
            .. Local.Select(l => new ThreadPoint(ThreadKind.Priority, l)),
        ];
    }

    /// <summary>What people decided, on what grounds, and why.</summary>
    public sealed record Decision : ThreadContent
    {
        public required string Cycle { get; init; }

        /// <summary>Who decided: the body, in words.</summary>
        public required string By { get; init; }

        public required string Decided { get; init; }

        public required string Reason { get; init; }

        public IReadOnlyList<string> Rankings { get; init; } = [];

        public IReadOnlyList<string> Plans { get; init; } = [];

        public IReadOnlyList<string> Agreements { get; init; } = [];

        public override ThreadKind Kind => ThreadKind.Decision;

        public override IEnumerable<ThreadPoint> RestsOn =>
        [
            .. Rankings.Select(r => new ThreadPoint(ThreadKind.Ranking, r)), .. Plans.Select(p => new ThreadPoint(ThreadKind.Plan, p)),
            .. Agreements.Select(a => new ThreadPoint(ThreadKind.Agreement, a)),
        ];
    }

    /// <summary>Something the partners do, under an agreement.</summary>
    public sealed record Activity : ThreadContent
    {
        /// <summary>Id of the agreement.</summary>
        public required string Under { get; init; }

        public required int Number { get; init; }

        public required string Text { get; init; }

        public required IReadOnlyList<string> Priorities { get; init; }

        /// <summary>Ids of factors, requirements and outcomes.</summary>
        public required IReadOnlyList<string> Terms { get; init; }

        /// <summary>Ids of organisations.</summary>
        public IReadOnlyList<string> Leads { get; init; } = [];

        /// <summary>Ids of strategies and Acts that it carries out.</summary>
        public IReadOnlyList<string> Strategies { get; init; } = [];

        public override ThreadKind Kind => ThreadKind.Activity;

        public override IEnumerable<ThreadPoint> RestsOn =>
            [new(ThreadKind.Agreement, Under), .. Strategies.Select(s => new ThreadPoint(ThreadKind.Strategy, s)), .. Priorities.Select(p => new ThreadPoint(ThreadKind.Priority, p)), .. Terms.Select(ThreadPoint.OfIssue)];

        public override IEnumerable<ThreadPoint> LeadsTo => Leads.Select(ThreadPoint.OfLead);
    }

    /// <summary>An indicator off its rule, or one that a board asks about.</summary>
    public sealed record Exception : ThreadContent
    {
        public required string Indicator { get; init; }

        public required Month Month { get; init; }

        /// <summary>The rule that opened it, in words; or that a board asked without one.</summary>
        public required string Rule { get; init; }

        /// <summary>Id of the measure.</summary>
        public required string Measure { get; init; }

        public IReadOnlyList<string> Issues { get; init; } = [];

        public IReadOnlyList<string> Priorities { get; init; } = [];

        /// <summary>Id of the organisation that is asked for a plan once it is confirmed; empty where none is known yet.</summary>
        public string Lead { get; init; } = "";

        public override ThreadKind Kind => ThreadKind.Exception;

        public override IEnumerable<ThreadPoint> RestsOn =>
            [new(ThreadKind.Measure, Measure), .. Issues.Select(ThreadPoint.OfIssue), .. Priorities.Select(p => new ThreadPoint(ThreadKind.Priority, p))];

        public override IEnumerable<ThreadPoint> LeadsTo => Lead.Length > 0 ? [ThreadPoint.OfLead(Lead)] : [];
    }

    /// <summary>How an indicator is brought back: causes, partners, actions, resources, the way there and the rule by which it ends.</summary>
    public sealed record Plan : ThreadContent
    {
        /// <summary>Id of the exception.</summary>
        public required string Of { get; init; }

        public required string Causes { get; init; }

        public required string Partners { get; init; }

        public required string Actions { get; init; }

        public required string Resources { get; init; }

        /// <summary>The count planned for each month.</summary>
        public required IReadOnlyList<TrajectoryPoint> Trajectory { get; init; }

        public required ExitRule Exit { get; init; }

        public override ThreadKind Kind => ThreadKind.Plan;

        public override IEnumerable<ThreadPoint> RestsOn => [new(ThreadKind.Exception, Of)];
    }

    private static IEnumerable<ThreadPoint> One(ThreadKind kind, string id) => id.Length > 0 ? [new(kind, id)] : [];
}
