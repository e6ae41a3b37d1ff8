using Made.Core.GoldenThread;

namespace Made.Core.Assessment;

/// <summary>What the scores of one issue come to.</summary>
/// <param name="Issue">The issue's id.</param>
/// <param name="Rank">1 is first; tied issues share the rank and the next follows after them; 0 where the total cannot be calculated.</param>
/// <param name="Total">The result of the combining rule; null where a criterion that counts has no score.</param>
/// <param name="Sections">The weighted sum of each section, in the matrix's order; null where one of its criteria has no score.</param>
/// <param name="Values">Mean of the scorers by criterion id; a criterion nobody scored is not there.</param>
/// <param name="Spread">The largest difference between two scorers on any criterion.</param>
/// <param name="Confidence">The lowest that any scorer gave.</param>
/// <param name="Scorers">The roles whose scores count.</param>
public sealed record IssueScore(
    string Issue, int Rank, decimal? Total, IReadOnlyList<decimal?> Sections, IReadOnlyDictionary<string, decimal> Values, int Spread, Confidence Confidence,
    IReadOnlyList<string> Scorers);

/// <summary>
/// Ranks the issues of an area by a matrix.
/// <para>A moderated score takes the place of all scorers' of its issue. The value of a criterion is
/// the mean over its scorers; a section is the sum of weight x value; the total follows <see cref="RankingMatrix.Rule"/> over the sections that count.</para>
/// <para>Units: points without a unit; exact decimals. Edges: a criterion nobody scored is not 0: the total cannot be calculated and the issue has no rank. Ties share the
/// rank (1, 2, 2, 4). Ordinal scores are added as the rule says, which is a convention and printed as one.</para>
/// <para>Source: METHODS, strategic ranking: risk = total harm x total likelihood; organisational position stands beside. Worked example: docs/methods/ranking-matrix.md.</para>
/// </summary>
public static class MatrixRanking
{
    /// <summary>Each issue that has a score, by rank and then id; issues without a total last.</summary>
    public static IReadOnlyList<IssueScore> Of(RankingMatrix matrix, IEnumerable<ThreadContent.Score> scores)
    {
        var results = scores.Where(s => s.Matrix == matrix.Id).GroupBy(s => s.Issue).Select(g => Combined(matrix, g.Key, [.. g])).ToList();
        return
        [
            .. results.Select(r => r with { Rank = r.Total is { } total ? 1 + results.Count(o => o.Total > total) : 0 })
                .OrderBy(r => r.Rank == 0 ? int.MaxValue : r.Rank).ThenBy(r => r.Issue, StringComparer.Ordinal),
        ];
    }

    /// <summary>The scores that count: of an issue that has a moderated score only that.</summary>
    public static IReadOnlyList<T> Counting<T>(IEnumerable<T> all, Func<T, ThreadContent.Score> score) =>
        [.. all.GroupBy(s => score(s).Issue).SelectMany(g => g.Any(s => score(s).IsModerated) ? g.Where(s => score(s).IsModerated) : g)];

    private static IssueScore Combined(RankingMatrix matrix, string issue, IReadOnlyList<ThreadContent.Score> scores)
    {
        var values = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var spread = 0;
        foreach (var criterion in matrix.Criteria)
        {
            var given = scores.Where(s => s.Values.ContainsKey(criterion.Id)).Select(s => s.Values[criterion.Id]).ToList();
            if (given.Count == 0)
                continue;
            values[criterion.Id] = given.Sum() / (decimal)given.Count;
            spread = Math.Max(spread, given.Max() - given.Min());
        }
        var sections = matrix.Sections.Select(s => Sum(s, values)).ToList();
        var counting = matrix.Sections.Zip(sections).Where(p => p.First.Counts).Select(p => p.Second).ToList();
        decimal? total = counting.Count == 0 || counting.Exists(c => c is null) ? null
            : matrix.Rule == CombiningRule.ProductOfSections ? counting.Aggregate(1m, (product, c) => product * c!.Value)
            : counting.Sum(c => c!.Value);
        return new(issue, 0, total, sections, values, spread, scores.Min(s => s.Confidence), [.. scores.Select(s => s.Scorer).Distinct()]);
    }

    private static decimal? Sum(MatrixSection section, Dictionary<string, decimal> values) =>
        section.Criteria.All(c => c.Weight == 0 || values.ContainsKey(c.Id)) ? section.Criteria.Where(c => c.Weight > 0).Sum(c => c.Weight * values[c.Id]) : null;
}
