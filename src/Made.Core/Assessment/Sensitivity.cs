using System.Globalization;
using Made.Core.GoldenThread;

namespace Made.Core.Assessment;

/// <summary>An issue whose rank moves when something is changed.</summary>
public sealed record RankMove(string Issue, int From, int To);

/// <summary>One thing that was changed, and the ranks that moved for it.</summary>
/// <param name="What">"Weight of Physical harm × 1.2", "Without the scores of the police".</param>
/// <param name="Moves">By rank before; a rank of 0 is no rank: the issue lost its total. None where nothing moves.</param>
public sealed record SensitivityCase(string What, IReadOnlyList<RankMove> Moves);

/// <summary>
/// Which ranks hang on a weight or on one scorer.
/// <para>Each weight alone is multiplied by 0.8 and by 1.2; then each scorer alone is left out, where there are several. Each time the issues are ranked anew.</para>
/// <para>Edges: weights of 0 and of sections that do not count change nothing and are not listed; with one scorer there is nobody to leave out.
/// Worked example: docs/methods/ranking-matrix.md.</para>
/// </summary>
public static class Sensitivity
{
    private static readonly decimal[] Factors = [0.8m, 1.2m];

    /// <summary>Every case, weights in the matrix's order and then scorers.</summary>
    public static IReadOnlyList<SensitivityCase> Of(RankingMatrix matrix, IReadOnlyList<ThreadContent.Score> scores)
    {
        var now = Ranks(matrix, scores);
        var weights =
            from section in matrix.Sections
            where section.Counts
            from criterion in section.Criteria
            where criterion.Weight > 0
            from factor in Factors
            select new SensitivityCase(
                string.Create(CultureInfo.InvariantCulture, $"Weight of {criterion.Title.ToLowerInvariant()} × {factor:0.0}"),
                Moves(now, Ranks(Weighted(matrix, criterion.Id, criterion.Weight * factor), scores)));
        var scorers = scores.Where(s => s.Matrix == matrix.Id).Select(s => s.Scorer).Distinct().Order(StringComparer.Ordinal).ToList();
        return
        [
            .. weights,
            .. scorers.Where(_ => scorers.Count > 1).Select(scorer => new SensitivityCase(
                $"Without the scores of: {scorer}", Moves(now, Ranks(matrix, [.. scores.Where(s => s.Scorer != scorer)])))),
        ];
    }

    private static Dictionary<string, int> Ranks(RankingMatrix matrix, IReadOnlyList<ThreadContent.Score> scores) =>
        MatrixRanking.Of(matrix, scores).ToDictionary(r => r.Issue, r => r.Rank, StringComparer.Ordinal);

    private static List<RankMove> Moves(Dictionary<string, int> before, Dictionary<string, int> after) =>
    [
        .. before.Select(b => new RankMove(b.Key, b.Value, after.GetValueOrDefault(b.Key))).Where(m => m.From != m.To)
            .OrderBy(m => m.From).ThenBy(m => m.Issue, StringComparer.Ordinal),
    ];

    private static RankingMatrix Weighted(RankingMatrix matrix, string criterion, decimal weight) => matrix with
    {
        Sections = [.. matrix.Sections.Select(s => s with { Criteria = [.. s.Criteria.Select(c => c.Id == criterion ? c with { Weight = weight } : c)] })],
    };
}
