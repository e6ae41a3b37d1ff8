using Made.Core.GoldenThread;

namespace Made.Core.Assessment;

/// <summary>A stage of an assessment as it stands on a day.</summary>
/// <param name="Stage">What is planned when.</param>
/// <param name="Passed">The step that passed it since the assessment last began; null while none did.</param>
/// <param name="IsLate">True where its day is over and it is not passed.</param>
public sealed record StageStanding(AssessmentStage Stage, ThreadStep? Passed, bool IsLate);

/// <summary>When a strategic assessment is complete, and when its annual evaluation may be recorded.</summary>
public static class AssessmentRules
{
    /// <summary>The stages with what passed them. An assessment that was begun again counts steps from then on.</summary>
    public static IReadOnlyList<StageStanding> Stages(ThreadHistory history, DateOnly today)
    {
        var begun = history.Steps.ToList().FindLastIndex(s => s.Act == "return");
        var steps = history.Steps.Skip(begun + 1).ToList();
        return [.. ((ThreadContent.Assessment)history.Newest.Content).Stages.Select(stage =>
        {
            var passed = steps.LastOrDefault(s => s.Act == stage.Act);
            return new StageStanding(stage, passed, passed is null && stage.Planned < today);
        })];
    }

    /// <summary>The last stage, by which the assessment is complete.</summary>
    public static string Last(ThreadContent.Assessment assessment) => assessment.Stages[^1].Act;

    /// <summary>True once the last stage is passed: its sections and what was found until then no longer change.</summary>
    public static bool IsComplete(ThreadHistory history) => history.State == Last((ThreadContent.Assessment)history.Newest.Content);

    /// <summary>The required sections that are not written, or not ready, in order, each with what it lacks.</summary>
    public static IReadOnlyList<(RequiredSection Section, string Why)> Missing(ThreadContent.Assessment assessment, IReadOnlyList<ThreadHistory> sections)
    {
        var states = sections.ToDictionary(s => ((ThreadContent.Section)s.Newest.Content).Part, s => s.State, StringComparer.Ordinal);
        return
        [
            .. assessment.Sections.Where(s => states.GetValueOrDefault(s.Id, "") != Processes.Ready).Select(s => (s, states.ContainsKey(s.Id) ? "is drafted and not ready" : "is not written")),
        ];
    }

    /// <summary>
    /// Null where the step may be recorded. The last stage needs every section ready; an annual evaluation needs that every key finding that still counts was looked at since the
    /// assessment was completed or last evaluated.
    /// </summary>
    /// <param name="history">The assessment.</param>
    /// <param name="act">The step.</param>
    /// <param name="sections">Its sections.</param>
    /// <param name="findings">Its key findings, of every area.</param>
    public static Problem? WhyNot(ThreadHistory history, string act, IReadOnlyList<ThreadHistory> sections, IReadOnlyList<ThreadHistory> findings)
    {
        var assessment = (ThreadContent.Assessment)history.Newest.Content;
        if (act == Last(assessment) && Missing(assessment, sections) is { Count: > 0 } missing)
            return Problems.SectionsMissing(history.Newest.Title, missing.Select(m => $"'{m.Section.Heading}' {m.Why}"));
        return act == Processes.Evaluate && NotLookedAt(history, findings) is { Count: > 0 } open ? Problems.NotLookedAt(history.Newest.Title, open.Count) : null;
    }

    /// <summary>The key findings that nobody confirmed, outdated or added since the assessment was completed or last evaluated.</summary>
    public static IReadOnlyList<ThreadHistory> NotLookedAt(ThreadHistory history, IReadOnlyList<ThreadHistory> findings)
    {
        var since = history.Steps.Count > 0 ? history.Steps[^1].Change.At : DateTimeOffset.MinValue;
        return [.. findings.Where(f => f.State != "outdated" && !(f.Steps.Count > 0 && f.Steps[^1].Change.At > since) && !(f.Versions[^1].Change.At > since))];
    }

    /// <summary>Null where a section or key finding may be kept: once the assessment is complete only key findings that are new may be.</summary>
    public static Problem? WhyNotKept(ThreadHistory history, bool isNewFinding) => IsComplete(history) && !isNewFinding ? Problems.Complete(history.Newest.Title) : null;

    /// <summary>What is wrong with the plan of an assessment, by field.</summary>
    public static IReadOnlyList<(string Field, string Why)> Broken(ThreadContent.Assessment assessment) =>
    [
        .. assessment.To < assessment.From ? new[] { ("to", "the last day lies before the first") } : [],
        .. assessment.Stages.Count == 0 ? new[] { ("stages", "there is no stage") } : [],
        .. assessment.Stages.Select(s => s.Act).Distinct().Count() < assessment.Stages.Count ? new[] { ("stages", "two stages have the same words") } : [],
        .. assessment.Stages.Any(s => s.Act is "" or "return" or "planned" or Processes.Evaluate) ? new[] { ("stages", "a stage is called as an act or state that every assessment has") } : [],
        .. assessment.Stages.Zip(assessment.Stages.Skip(1)).Any(p => p.Second.Planned < p.First.Planned) ? new[] { ("stages", "a stage is planned before the one that it follows") } : [],
        .. assessment.Sections.Count == 0 ? new[] { ("sections", "no section is required") } : [],
        .. assessment.Sections.Select(s => s.Id).Distinct().Count() < assessment.Sections.Count || assessment.Sections.Any(s => !ThreadPoint.IsId(s.Id)) ? new[] { ("sections", "two sections have the same heading, or one has none") } : [],
    ];
}
