using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Web.Composition;

namespace Made.Web.Assessment;

/// <summary>
/// What a strategic assessment says of one area: key findings, survey waves, recommendations and gaps. It is read by the area's code alone, so that nothing of another area can be in it.
/// </summary>
public sealed record AreaEvidence
{
    public required Area Area { get; init; }

    /// <summary>Every assessment, newest first.</summary>
    public required IReadOnlyList<ThreadHistory> Assessments { get; init; }

    /// <summary>The one that is shown; null while there is none.</summary>
    public required ThreadHistory? Assessment { get; init; }

    /// <summary>By number, each with its figures.</summary>
    public required IReadOnlyList<(ThreadHistory Finding, IReadOnlyList<BoundFigure> Figures)> KeyFindings { get; init; }

    /// <summary>Gaps and recommendations by the day they are due.</summary>
    public required IReadOnlyList<ThreadHistory> Recommendations { get; init; }

    /// <summary>Waves of the area, newest first.</summary>
    public required IReadOnlyList<ThreadHistory> Surveys { get; init; }

    /// <summary>Waves of the whole partnership, that any area's key finding may rest on.</summary>
    public required IReadOnlyList<ThreadHistory> WholeSurveys { get; init; }

    public required Vocabulary Vocabulary { get; init; }

    public required Bodies Bodies { get; init; }

    public required DateOnly Today { get; init; }

    public string Sentence
    {
        get
        {
            if (Assessment is null)
                return "No strategic assessment is planned yet.";
            var open = Recommendations.Where(IsOpen).ToList();
            var late = open.Count(r => DueOf(r) < Today);
            var asked = open.Count == 0 ? "nothing is left to be done" : $"{(open.Count == 1 ? "1 recommendation or gap is" : $"{open.Count} recommendations and gaps are")} open{(late == 0 ? "" : open.Count == 1 ? " and overdue" : $", {late} of them overdue")}";
            return KeyFindings.Count == 0 ? $"No key finding is recorded for {Area.Name} in this assessment; {asked}."
                : $"{(KeyFindings.Count == 1 ? "1 key finding is" : $"{KeyFindings.Count} key findings are")} recorded for {Area.Name}; {asked}.";
        }
    }

    public static ThreadContent.KeyFinding ContentOf(ThreadHistory finding) => (ThreadContent.KeyFinding)finding.Newest.Content;

    public static bool IsOpenGap(ThreadHistory recommendation) => IsOpen(recommendation) && recommendation.Newest.Content is ThreadContent.Recommendation { IsGap: true };

    public static bool IsOpen(ThreadHistory recommendation) => recommendation.State is Processes.Open or "in-hand";

    public static DateOnly DueOf(ThreadHistory recommendation) => ((ThreadContent.Recommendation)recommendation.Newest.Content).Due;

    /// <summary>Null for what is neither a CSP nor the whole partnership, and for an assessment that is not here.</summary>
    public static async Task<AreaEvidence?> OfAsync(Partnership partnership, string gss, string? of)
    {
        var whole = CountyAssessment.WholeOf(partnership);
        if (!partnership.Areas.TryFind(new AreaCode(gss), out var area) || (area.Level != AreaLevel.Csp && area.Code != whole.Code))
            return null;
        var thread = partnership.Records.Thread;
        IReadOnlyList<ThreadHistory> assessments = [.. (await thread.All(ThreadKind.Assessment)).OrderByDescending(a => ((ThreadContent.Assessment)a.Newest.Content).From)];
        var shown = of is null ? assessments is [var newest, ..] ? newest : null : assessments.FirstOrDefault(a => a.Point.Id == of);
        if (of is not null && shown is null)
            return null;
        var id = shown?.Point.Id ?? "";
        var found = (await thread.All(ThreadKind.KeyFinding, area.Code)).Where(f => ContentOf(f).Of == id).OrderBy(f => KeyFindingRules.NumberOf(f.Point)).ToList();
        var findings = new List<(ThreadHistory, IReadOnlyList<BoundFigure>)>();
        foreach (var finding in found)
            findings.Add((finding, await BoundFigure.OfAsync(partnership, ContentOf(finding).Measures)));
        return new()
        {
            Area = area,
            Assessments = assessments,
            Assessment = shown,
            KeyFindings = findings,
            Recommendations = [.. (await thread.All(ThreadKind.Recommendation, area.Code)).Where(r => ((ThreadContent.Recommendation)r.Newest.Content).Of == id).OrderBy(DueOf)],
            Surveys = await SurveysAsync(partnership, area.Code),
            WholeSurveys = area.Code == whole.Code ? [] : await SurveysAsync(partnership, whole.Code),
            Vocabulary = partnership.Pack.Vocabulary,
            Bodies = new Bodies(partnership.Pack.Organisations),
            Today = partnership.Today,
        };
    }

    private static async Task<IReadOnlyList<ThreadHistory>> SurveysAsync(Partnership partnership, AreaCode area) =>
        [.. (await partnership.Records.Thread.All(ThreadKind.Survey, area)).OrderByDescending(s => ((ThreadContent.Survey)s.Newest.Content).To)];
}
