using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Web.Composition;
using Made.Web.Exchange;

namespace Made.Web.Assessment;

/// <summary>One strategic assessment as a project: where it stands, which sections are written, and what it says of the whole partnership.</summary>
public sealed record StrategicAssessment
{
    public required ThreadHistory History { get; init; }

    public required IReadOnlyList<StageStanding> Stages { get; init; }

    /// <summary>Every required section with its text; null where nobody has written it.</summary>
    public required IReadOnlyList<(RequiredSection Section, ThreadHistory? Text)> Sections { get; init; }

    /// <summary>What it says of the whole partnership.</summary>
    public required AreaEvidence Whole { get; init; }

    /// <summary>How much it says of each CSP.</summary>
    public required IReadOnlyList<(Area Area, int KeyFindings, int Open)> Areas { get; init; }

    public required IReadOnlyList<ThreadHistory> All { get; init; }

    public ThreadContent.Assessment Content => (ThreadContent.Assessment)History.Newest.Content;

    public bool IsComplete => AssessmentRules.IsComplete(History);

    public IReadOnlyList<(RequiredSection Section, string Why)> Missing => AssessmentRules.Missing(Content, [.. Sections.Select(s => s.Text).OfType<ThreadHistory>()]);

    public string Sentence
    {
        get
        {
            if (IsComplete)
                return History.Last(Processes.Evaluate) is { } last ? $"It is complete, and was last evaluated on {LondonTime.Day(last.Day)}." : $"It is complete since {LondonTime.Day(Stages[^1].Passed!.Day)}, and is to be evaluated every year.";
            var next = Stages.First(s => s.Passed is null);
            var late = Stages.Count(s => s.IsLate);
            return $"{Stages.Count(s => s.Passed is not null)} of {Stages.Count} stages are passed; next: {next.Stage.Words.ToLowerInvariant()}, planned for {LondonTime.Day(next.Stage.Planned)}{(late > 0 ? $" ({late} late)" : "")}. "
                + (Missing.Count == 0 ? $"All {Sections.Count} sections are ready." : $"{Missing.Count} of {Sections.Count} sections are not ready, so it cannot be completed.");
        }
    }

    /// <summary>The newest one where none is named; null where there is none, or none of this id.</summary>
    public static async Task<StrategicAssessment?> OfAsync(Partnership partnership, string? id)
    {
        var thread = partnership.Records.Thread;
        if (await AreaEvidence.OfAsync(partnership, CountyAssessment.WholeOf(partnership).Code.Value, id) is not { Assessment: { } history } whole)
            return null;
        var sections = (await SectionsAsync(partnership, history.Point.Id)).ToDictionary(s => ((ThreadContent.Section)s.Newest.Content).Part, StringComparer.Ordinal);
        var findings = (await thread.All(ThreadKind.KeyFinding)).Where(f => AreaEvidence.ContentOf(f).Of == history.Point.Id).CountBy(f => f.Newest.Area).ToDictionary();
        var open = (await thread.All(ThreadKind.Recommendation)).Where(r => ((ThreadContent.Recommendation)r.Newest.Content).Of == history.Point.Id && AreaEvidence.IsOpen(r)).CountBy(r => r.Newest.Area).ToDictionary();
        return new()
        {
            History = history,
            Stages = AssessmentRules.Stages(history, partnership.Today),
            Sections = [.. ((ThreadContent.Assessment)history.Newest.Content).Sections.Select(s => (s, sections.GetValueOrDefault(s.Id)))],
            Whole = whole,
            Areas =
            [
                .. partnership.Areas.At(AreaLevel.Csp, Core.Calendar.Month.Of(partnership.Today)).OrderBy(a => a.Name, StringComparer.Ordinal)
                    .Select(a => (a, findings.GetValueOrDefault(a.Code), open.GetValueOrDefault(a.Code))),
            ],
            All = whole.Assessments,
        };
    }

    public static async Task<IReadOnlyList<ThreadHistory>> SectionsAsync(Partnership partnership, string id) =>
        [.. (await partnership.Records.Thread.All(ThreadKind.Section)).Where(s => ((ThreadContent.Section)s.Newest.Content).Of == id)];
}
