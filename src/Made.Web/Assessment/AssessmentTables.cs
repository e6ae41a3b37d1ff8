using System.Globalization;
using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Web.Downloads;
using Made.Web.Exchange;
using Made.Web.GoldenThread;

namespace Made.Web.Assessment;

/// <summary>An area's scores, ranks and priorities as tables, for pages and files.</summary>
internal static class AssessmentTables
{
    /// <summary>One row per issue: rank, sums of the sections, total, how far scorers differ and how sure they are.</summary>
    public static Table Ranked(AreaAssessment a) => new()
    {
        Name = "ranking",
        Title = $"Issues of {a.Area.Name} in order of their scores, {a.Cycle}",
        Columns =
        [
            new("Issue"), new("Rank"), .. a.Matrix!.Sections.Select(s => new Column(s.Counts ? s.Title : $"{s.Title} (beside)")), new("Total"),
            new("Confidence"), new("Scorers"), new("Largest difference between scorers"),
        ],
        Rows = a.Ranked.Select(r => (IReadOnlyList<Cell>)
        [
            Cell.Of(a.Vocabulary.Title(r.Issue), ThreadWords.Href(ThreadPoint.OfIssue(r.Issue))), Cell.Of(r.Rank > 0 ? Whole(r.Rank) : "cannot be calculated"),
            .. r.Sections.Select(s => Cell.Of(s is { } sum ? Number(sum) : "cannot be calculated")), Cell.Of(r.Total is { } total ? Number(total) : "cannot be calculated"),
            Cell.Of(r.Confidence.ToString().ToLowerInvariant()), Cell.Of(string.Join(", ", r.Scorers)), Cell.Of(Whole(r.Spread)),
        ]),
    };

    /// <summary>Two rows by two columns: high harm or not, a concern or not, each issue with what it was placed by.</summary>
    public static Table Quadrant(AreaAssessment a, IReadOnlyList<QuadrantPlace> places)
    {
        Cell Field(bool harmful, bool concern) => places.Where(p => p.IsPlaced && p.IsHarmful == harmful && p.IsConcern == concern)
            .Select(p => $"{a.Vocabulary.Title(p.Issue)} (harm {Number(p.Harm!.Value)}, concern {Number(p.Perception!.Value)})").ToList() is { Count: > 0 } words ? Cell.Of(string.Join("; ", words)) : Cell.Of("none");
        return new()
        {
            Name = "quadrant",
            Title = $"Harm against public perception in {a.Area.Name}, {a.Cycle}",
            Columns = [new("Harm"), new("Less of a concern to the public"), new("A concern to the public")],
            Rows = [[Cell.Of("High harm"), Field(true, false), Field(true, true)], [Cell.Of("Less harm"), Field(false, false), Field(false, true)]],
        };
    }

    public static Table Agreed(AreaAssessment a) => new()
    {
        Name = "agreed",
        Title = $"Ranking agreed for {a.Area.Name}, {a.Cycle}",
        Columns = [new("Place"), new("As worded"), new("Issues of the vocabulary"), new("Total")],
        Rows = a.Ranking!.Places.Select(p => (IReadOnlyList<Cell>)
        [
            Cell.Of(Whole(p.Position)), Cell.Of(p.Wording), Cell.Of(string.Join(", ", p.Issues.Select(a.Vocabulary.Title))), Cell.Of(p.Total is { } total ? Number(total) : "not reported"),
        ]),
    };

    public static Table Sensitivity(AreaAssessment a) => new()
    {
        Name = "sensitivity",
        Title = "Which ranks hang on a weight or on one scorer",
        Columns = [new("What is changed"), new("Ranks that move")],
        Rows = a.Sensitivity.Select(c => (IReadOnlyList<Cell>)[Cell.Of(c.What), Cell.Of(Moves(a.Vocabulary, c))]),
    };

    public static Table Matrix(RankingMatrix matrix) => new()
    {
        Name = "matrix",
        Title = $"{matrix.Title}: criteria, scales and weights",
        Columns = [new("Criterion"), new("Section"), new("Weight"), new("Scale")],
        Rows = matrix.Sections.SelectMany(s => s.Criteria.Select(c => (IReadOnlyList<Cell>)
        [
            Cell.Of(c.Title), Cell.Of(s.Counts ? s.Title : $"{s.Title}: stands beside the result, not in it"), Cell.Of(Number(c.Weight)),
            Cell.Of(string.Join("; ", c.Scale.Select((words, value) => $"{value} {words.ToLowerInvariant()}"))),
        ])),
    };

    public static Table Scored(AreaAssessment a) => new()
    {
        Name = "scored",
        Title = $"Scores of {a.Area.Name}, {a.Cycle}",
        Columns = [new("Issue"), new("Scorer"), new("On"), .. a.Matrix!.Criteria.Select(c => new Column(c.Title)), new("Confidence"), new("Evidence")],
        Rows = a.Scores.Select(s => (Entry: s.Newest, Score: (ThreadContent.Score)s.Newest.Content)).OrderBy(s => a.Vocabulary.Title(s.Score.Issue), StringComparer.Ordinal)
            .ThenBy(s => s.Score.Scorer, StringComparer.Ordinal).Select(s => (IReadOnlyList<Cell>)
        [
            Cell.Of(a.Vocabulary.Title(s.Score.Issue), ThreadWords.Href(s.Entry.Point)), Cell.Of(s.Score.IsModerated ? $"{s.Score.Scorer} (moderated)" : s.Score.Scorer), Cell.Of(LondonTime.Day(s.Entry.Day)),
            .. a.Matrix!.Criteria.Select(c => Cell.Of(s.Score.Values.TryGetValue(c.Id, out var value) ? Whole(value) : "not scored")),
            Cell.Of(s.Score.Confidence.ToString().ToLowerInvariant()), Cell.Of(s.Score.Evidence.Count == 0 ? "none" : string.Join(", ", s.Score.Evidence.Select(e => e.Split('.')[0]))),
        ]),
    };

    public static Table Priorities(AreaAssessment a) => new()
    {
        Name = "priorities",
        Title = $"Priorities of {a.Area.Name}, {a.Cycle}",
        Columns = [new("Priority"), new("Issues of the vocabulary"), new("Place in the ranking"), new("Reason"), new("State")],
        Rows = a.Priorities.Select(h => (History: h, Priority: (ThreadContent.Priority)h.Newest.Content)).Select(p => (IReadOnlyList<Cell>)
        [
            Cell.Of(p.Priority.Wording, ThreadWords.Href(p.History.Point)), Cell.Of(string.Join(", ", p.Priority.Issues.Select(a.Vocabulary.Title))), Cell.Of(PlaceOf(a, p.Priority)),
            Cell.Of(p.Priority.Reason), Cell.Of($"{p.History.State}, {LondonTime.Day(p.History.Newest.Day)}"),
        ]),
    };

    private static string PlaceOf(AreaAssessment a, ThreadContent.Priority priority)
    {
        var places = (a.Ranking?.Places ?? []).Where(p => p.Issues.Intersect(priority.Issues).Any()).Select(p => Whole(p.Position)).ToList();
        return places.Count == 0 ? "not ranked" : string.Join(", ", places);
    }

    private static string Moves(Vocabulary vocabulary, SensitivityCase c) => c.Moves.Count == 0 ? "none"
        : string.Join("; ", c.Moves.Select(m => $"{vocabulary.Title(m.Issue)} from {Whole(m.From)} to {(m.To > 0 ? Whole(m.To) : "no rank")}"));

    public static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
