using Made.Core.GoldenThread;

namespace Made.Core.Assessment;

/// <summary>What a score must say, alike for the form, for files and for packs.</summary>
public static class ScoreRules
{
    /// <summary>Everything that is wrong, by field: <c>issue</c>, <c>scorer</c>, <c>values</c>, or the id of a criterion.</summary>
    public static IReadOnlyList<(string Field, string Why)> Broken(ThreadContent.Score score, RankingMatrix matrix, Vocabulary vocabulary, DateOnly day)
    {
        var broken = new List<(string, string)>();
        if (vocabulary.Find(score.Issue) is not { Kind: IssueKind.Issue } issue)
            broken.Add(("issue", $"'{score.Issue}' is not an issue of the vocabulary"));
        else if (day < issue.From || day > issue.To)
            broken.Add(("issue", $"'{issue.Title}' is not used on that day"));
        if (score.Scorer.Trim().Length == 0)
            broken.Add(("scorer", "it is not said in which role the scorer acts"));
        if (score.Values.Count == 0)
            broken.Add(("values", "no criterion is scored"));
        foreach (var (id, value) in score.Values)
            if (matrix.Criteria.FirstOrDefault(c => c.Id == id) is not { } criterion)
                broken.Add((id, $"'{id}' is not a criterion of {matrix.Title}"));
            else if (value < 0 || value >= criterion.Scale.Count)
                broken.Add((id, $"{value} is not on the scale, which goes from 0 to {criterion.Scale.Count - 1}"));
        return broken;
    }
}
