using Made.Core;
using Made.Core.Agreement;
using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Core.Recovery;
using Made.Core.Register;
using Made.Core.Scorecard;

namespace Made.Intake.Reference;

/// <summary>What holds between a pack's thread and its other tables.</summary>
internal static class ThreadChecks
{
    public static void Check(Pack pack, List<Problem> problems)
    {
        var areas = pack.Areas.Select(a => a.Code).ToHashSet();
        var issues = pack.Issues.ToDictionary(i => i.Id, StringComparer.Ordinal);
        var bodies = new Bodies(pack.Organisations);
        foreach (var synonym in pack.Synonyms.Where(s => !issues.ContainsKey(s.Issue)))
            problems.Add(PackProblems.Entry("synonyms.csv", synonym.Wording, "issue", $"'{synonym.Issue}' is not in issues.csv"));
        foreach (var rule in pack.ExceptionRules.Where(r => pack.Indicators.All(i => i.Id != r.Indicator)))
            problems.Add(PackProblems.Entry("exception-rules.csv", rule.Indicator, "indicator", "is not an indicator of this pack"));
        foreach (var level in pack.Escalation.Where(l => l.Body.Length > 0 && !bodies.Knows(l.Body)))
            problems.Add(PackProblems.Entry("escalation.csv", level.Level, "body", $"'{level.Body}' is not in organisations.csv"));
        if (!pack.Escalation.Select(l => l.Level).SequenceEqual(RecoveryClock.Levels.Where(c => pack.Escalation.Any(l => l.Level == c))) || pack.Escalation.Zip(pack.Escalation.Skip(1)).Any(p => p.Second.Days <= p.First.Days))
            problems.Add(PackProblems.Entry("escalation.csv", "level", "days", "levels stand in the order lead, group, board, each with more days than the one before"));
        foreach (var matrix in pack.Matrices)
            CheckMatrix(matrix, problems);
        var points = pack.Thread.Select(t => t.Entry.Point).ToHashSet();
        foreach (var twice in pack.Thread.GroupBy(t => t.Entry.Point).Where(g => g.Count() > 1))
            problems.Add(PackProblems.Entry("thread.json", twice.Key.Id, "id", "stands twice"));
        foreach (var (entry, steps) in pack.Thread)
        {
            void Wrong(string field, string why) => problems.Add(PackProblems.Entry("thread", entry.Point.ToString(), field, why));
            if (!areas.Contains(entry.Area))
                Wrong("area", $"'{entry.Area}' is not an area of this pack");
            if (entry.Day == DateOnly.MaxValue)
                Wrong("day", "is empty");
            foreach (var other in entry.Content.RestsOn.Concat(entry.Content.LeadsTo))
                if (other.IsEntry ? !points.Contains(other) : other.Kind == ThreadKind.Issue ? !issues.ContainsKey(other.Id) : other.Kind == ThreadKind.Lead && !bodies.Knows(other.Id))
                    Wrong("content", $"'{other}' is not in this pack");
            CheckSteps(entry, steps, Wrong);
            foreach (var (field, why) in Broken(entry, pack.Vocabulary))
                Wrong(field, why);
            if (entry.Content is ThreadContent.Target target)
                foreach (var (field, why) in OutcomeRules.Broken(target, pack.Indicators, pack.Vocabulary))
                    Wrong(field, why);
            if (entry.Content is ThreadContent.Score score && pack.Matrices.FirstOrDefault(m => m.Id == score.Matrix) is { } of)
                foreach (var (field, why) in ScoreRules.Broken(score, of, pack.Vocabulary, entry.Day))
                    Wrong(field, why);
        }
    }

    private static void CheckMatrix(RankingMatrix matrix, List<Problem> problems)
    {
        void Wrong(string field, string why) => problems.Add(PackProblems.Entry("ranking-matrices.json", matrix.Id, field, why));
        if (matrix.Criteria.GroupBy(c => c.Id).Any(g => g.Count() > 1))
            Wrong("sections", "a criterion's id stands twice");
        if (matrix.Criteria.Any(c => c.Weight < 0))
            Wrong("sections", "a weight is below 0");
        if (matrix.Criteria.Any(c => c.Scale.Count < 2))
            Wrong("sections", "a scale has fewer than two values");
        if (matrix.Quadrant is { } quadrant && (quadrant.Harm.Count == 0 || quadrant.Harm.Append(quadrant.Perception).Any(id => matrix.Criteria.All(c => c.Id != id))))
            Wrong("quadrant", "it names a criterion that the matrix does not have");
        if (!matrix.Sections.Any(s => s.Counts))
            Wrong("sections", "no section counts");
    }

    private static IReadOnlyList<(string Field, string Why)> Broken(ThreadEntry entry, Vocabulary vocabulary) => entry.Content switch
    {
        ThreadContent.Assessment a => AssessmentRules.Broken(a),
        ThreadContent.KeyFinding f => KeyFindingRules.Broken(f, entry.Area, entry.IsWhole, vocabulary),
        ThreadContent.Survey s => SurveyRules.Broken(s, vocabulary),
        ThreadContent.Strategy s => RegisterRules.Broken(s, vocabulary),
        ThreadContent.Intervention i => RegisterRules.Broken(i),
        _ => [],
    };

    private static void CheckSteps(ThreadEntry entry, IReadOnlyList<PackThreadStep> steps, Action<string, string> wrong)
    {
        var process = Processes.Of(entry.Content);
        var state = process.Start;
        foreach (var step in steps)
            if (process.Take(entry.Title, state, step.Act).Succeeded(out var move, out var problem))
                state = move.To;
            else
                wrong("steps", $"{problem.Message} {problem.Remedy}");
    }
}
