using Made.Core.GoldenThread;
using Made.Core.Register;

namespace Made.Core.Assessment;

/// <summary>Makes the entries of a ranking and of priorities from what people chose.</summary>
public static class AreaRanking
{
    /// <summary>The id of an area's ranking of a cycle: one each, further versions of it where it is made again.</summary>
    public static ThreadPoint PointOf(AreaCode area, string cycle) => new(ThreadKind.Ranking, Slug($"{area}-{cycle}"));

    /// <summary>The id of one scorer's score of one issue in a cycle: scoring again makes a further version of it.</summary>
    public static ThreadPoint PointOf(AreaCode area, string cycle, string issue, string scorer, bool isModerated) =>
        new(ThreadKind.Score, Slug($"{area}-{cycle}-{issue}-{(isModerated ? "moderated-" : "")}{scorer}").ToLowerInvariant());

    /// <summary>
    /// The ranking as the matrix makes it from the scores that count. Issues without a total are left out, because they have no place.
    /// </summary>
    public static ThreadEntry Entry(Area area, RankingMatrix matrix, IReadOnlyList<(ThreadPoint Point, ThreadContent.Score Score)> counting, Vocabulary vocabulary, DateOnly day)
    {
        var ranked = MatrixRanking.Of(matrix, counting.Select(c => c.Score)).Where(r => r.Total is not null).ToList();
        return new()
        {
            Point = PointOf(area.Code, matrix.Cycle),
            Area = area.Code,
            Title = $"Ranking of {area.Name}, {matrix.Cycle}",
            Day = day,
            Source = matrix.Title,
            Content = new ThreadContent.Ranking
            {
                Cycle = matrix.Cycle,
                Basis = $"{matrix.Title}. {matrix.RuleWords}",
                Places = [.. ranked.Select(r => new RankedPlace(r.Rank, vocabulary.Title(r.Issue), [r.Issue], r.Total))],
                Scores = [.. counting.Where(c => ranked.Exists(r => r.Issue == c.Score.Issue)).Select(c => c.Point.Id)],
            },
        };
    }

    /// <summary>
    /// True where a priority departs from the ranking: none of its issues stands among the first so many places, as many as there are priorities.
    /// Without a ranking every priority does. A reason is then needed.
    /// </summary>
    public static bool Departs(ThreadContent.Ranking? ranking, IReadOnlyList<string> issues, int priorities) =>
        ranking is null || !ranking.Places.Where(p => p.Position <= priorities).SelectMany(p => p.Issues).Intersect(issues).Any();

    /// <summary>Letters, digits and hyphens only.</summary>
    public static string Slug(string text) => string.Join('-', string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Split('-', StringSplitOptions.RemoveEmptyEntries));
}
