using Made.Core.GoldenThread;
using Made.Core.Register;

namespace Made.Intake.Reference;

/// <summary>thread.json: entries of the golden thread that say more than a row of a table can.</summary>
internal sealed record ThreadFile
{
    public IReadOnlyList<ThreadLine<ThreadContent.Decision>> Decisions { get; init; } = [];

    public IReadOnlyList<ThreadLine<ThreadContent.Assessment>> Assessments { get; init; } = [];

    public IReadOnlyList<ThreadLine<ThreadContent.Section>> Sections { get; init; } = [];

    public IReadOnlyList<ThreadLine<ThreadContent.Survey>> Surveys { get; init; } = [];

    public IReadOnlyList<ThreadLine<ThreadContent.KeyFinding>> KeyFindings { get; init; } = [];

    public IReadOnlyList<ThreadLine<ThreadContent.Recommendation>> Recommendations { get; init; } = [];

    public IReadOnlyList<ThreadLine<ThreadContent.Strategy>> Strategies { get; init; } = [];

    public IReadOnlyList<ThreadLine<ThreadContent.Intervention>> Interventions { get; init; } = [];

    public IReadOnlyList<ThreadLine<ThreadContent.Comment>> Comments { get; init; } = [];

    public IReadOnlyList<ThreadLine<ThreadContent.Agreement>> Agreements { get; init; } = [];

    public IReadOnlyList<ThreadLine<ThreadContent.Activity>> Activities { get; init; } = [];

    public IReadOnlyList<ThreadLine<ThreadContent.Target>> Targets { get; init; } = [];

    public IReadOnlyList<ThreadLine<ThreadContent.Exception>> Exceptions { get; init; } = [];

    public IReadOnlyList<ThreadLine<ThreadContent.Plan>> Plans { get; init; } = [];

    public IEnumerable<PackThreadEntry> Entries(Dictionary<AreaCode, Area> areas) =>
    [
        .. Assessments.Select(l => l.Entry(areas)), .. Sections.Select(l => l.Entry(areas)), .. Surveys.Select(l => l.Entry(areas)), .. KeyFindings.Select(l => l.Entry(areas)),
        .. Recommendations.Select(l => l.Entry(areas)), .. Strategies.Select(l => l.Entry(areas)), .. Interventions.Select(l => l.Entry(areas)), .. Comments.Select(l => l.Entry(areas)),
        .. Decisions.Select(l => l.Entry(areas)), .. Agreements.Select(l => l.Entry(areas)), .. Activities.Select(l => l.Entry(areas)),
        .. Targets.Select(l => l.Entry(areas)), .. Exceptions.Select(l => l.Entry(areas)), .. Plans.Select(l => l.Entry(areas)),
    ];
}

internal sealed record ThreadLine<T>
    where T : ThreadContent
{
    public required string Id { get; init; }

    public required string Area { get; init; }

    public required string Title { get; init; }

    public required DateOnly Day { get; init; }

    public required string Source { get; init; }

    public required T Content { get; init; }

    public IReadOnlyList<PackThreadStep> Steps { get; init; } = [];

    public PackThreadEntry Entry(Dictionary<AreaCode, Area> areas)
    {
        var area = new AreaCode(Area);
        return new(new ThreadEntry
        {
            Point = new(Content.Kind, Id),
            Area = area,
            IsWhole = areas.TryGetValue(area, out var found) && found.Level is not (AreaLevel.District or AreaLevel.Csp),
            Title = Title,
            Day = Day,
            Source = Source,
            Content = Content,
        }, Steps);
    }
}
