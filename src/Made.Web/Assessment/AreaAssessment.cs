using System.Globalization;
using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Web.Composition;

namespace Made.Web.Assessment;

/// <summary>What one area scored, ranked and agreed in a cycle. It is read by the area's code alone, so that nothing of another area can be in it.</summary>
public sealed record AreaAssessment
{
    public required Area Area { get; init; }

    public required string Cycle { get; init; }

    /// <summary>Cycles that hold something of this area, or have a matrix; newest first.</summary>
    public required IReadOnlyList<string> Cycles { get; init; }

    /// <summary>Null for a cycle of before matrices were kept here.</summary>
    public required RankingMatrix? Matrix { get; init; }

    public required Vocabulary Vocabulary { get; init; }

    /// <summary>All scores of the cycle, replaced ones included.</summary>
    public required IReadOnlyList<ThreadHistory> Scores { get; init; }

    /// <summary>What the scores that count come to.</summary>
    public required IReadOnlyList<IssueScore> Ranked { get; init; }

    public required IReadOnlyList<SensitivityCase> Sensitivity { get; init; }

    /// <summary>The ranking that was agreed; null while none was.</summary>
    public required ThreadHistory? Agreed { get; init; }

    /// <summary>By position.</summary>
    public required IReadOnlyList<ThreadHistory> Priorities { get; init; }

    public ThreadContent.Ranking? Ranking => Agreed?.Newest.Content as ThreadContent.Ranking;

    /// <summary>True where the scores give another order than the one agreed.</summary>
    public bool HasMoved => Ranking is { Scores.Count: > 0 } ranking
        && !ranking.Places.Select(p => (p.Position, p.Issues[0])).SequenceEqual(Ranked.Where(r => r.Rank > 0).Select(r => (r.Rank, r.Issue)));

    public IReadOnlyList<(ThreadPoint Point, ThreadContent.Score Score)> Counting =>
        MatrixRanking.Counting(Scores.Select(s => (s.Point, (ThreadContent.Score)s.Newest.Content)), s => s.Item2);

    public string Sentence => (Ranked.Where(r => r.Rank == 1).Select(r => Vocabulary.Title(r.Issue)).ToList(), Ranking) switch
    {
        ([], { } agreed) => $"{agreed.Places[0].Wording} stands first of {agreed.Places.Count}: {agreed.Basis}.",
        ([], _) => "Nothing has been scored in full yet, so nothing is ranked.",
        ([var first], _) => $"{first} stands first of {Ranked.Count(r => r.Rank > 0)} issues ranked{(HasMoved ? ", but not in the order that was agreed" : "")}.",
        (var tied, _) => $"{string.Join(" and ", tied)} stand first together, of {Ranked.Count(r => r.Rank > 0)} issues ranked.",
    };

    /// <summary>How firm the order is, in a sentence.</summary>
    public string Firmness
    {
        get
        {
            var moving = Sensitivity.Count(c => c.Moves.Count > 0);
            var first = Sensitivity.Count(c => c.Moves.Any(m => m.From == 1));
            return Sensitivity.Count == 0 ? ""
                : moving == 0 ? $"The order stays as it is in all {Sensitivity.Count} cases tried: each weight a fifth lower and higher, each scorer left out."
                : $"Of {Sensitivity.Count} cases tried (each weight a fifth lower and higher, each scorer left out), {moving} move a rank and {(first == 0 ? "none" : first.ToString(CultureInfo.InvariantCulture))} the first place.";
        }
    }

    public static async Task<AreaAssessment?> OfAsync(Partnership partnership, string gss, string? cycle)
    {
        var today = partnership.Today;
        if (!partnership.Areas.TryFind(new AreaCode(gss), out var area) || area.Level != AreaLevel.Csp)
            return null;
        var thread = partnership.Records.Thread;
        var (scores, rankings, priorities) = (await thread.All(ThreadKind.Score, area.Code), await thread.All(ThreadKind.Ranking, area.Code), await thread.All(ThreadKind.Priority, area.Code));
        var pack = partnership.Pack;
        var current = pack.Matrices.FirstOrDefault(m => m.From <= today && today <= m.To)?.Cycle;
        var cycles = rankings.Select(r => CycleOf(r)).Concat(priorities.Select(CycleOf)).Concat(scores.Select(CycleOf)).Concat(current is null ? [] : [current]).Distinct().OrderDescending(StringComparer.Ordinal).ToList();
        var held = rankings.Concat(priorities).Concat(scores).Select(CycleOf).ToHashSet(StringComparer.Ordinal);
        var shown = cycle ?? (current is not null && (held.Contains(current) || held.Count == 0) ? current : cycles.FirstOrDefault(held.Contains)) ?? "";
        if (shown.Length > 0 && !cycles.Contains(shown))
            return null;
        var matrix = pack.Matrices.FirstOrDefault(m => m.Cycle == shown);
        var scored = scores.Where(s => CycleOf(s) == shown).ToList();
        var counting = MatrixRanking.Counting(scored.Select(s => (ThreadContent.Score)s.Newest.Content), s => s);
        return new()
        {
            Area = area,
            Cycle = shown,
            Cycles = cycles,
            Matrix = matrix,
            Vocabulary = pack.Vocabulary,
            Scores = scored,
            Ranked = matrix is null ? [] : MatrixRanking.Of(matrix, counting),
            Sensitivity = matrix is null || counting.Count == 0 ? [] : Core.Assessment.Sensitivity.Of(matrix, counting),
            Agreed = rankings.FirstOrDefault(r => CycleOf(r) == shown),
            Priorities = [.. priorities.Where(p => CycleOf(p) == shown).OrderBy(p => ((ThreadContent.Priority)p.Newest.Content).Position)],
        };
    }

    private static string CycleOf(ThreadHistory history) => history.Newest.Content switch
    {
        ThreadContent.Score s => s.Cycle,
        ThreadContent.Ranking r => r.Cycle,
        ThreadContent.Priority p => p.Cycle,
        _ => "",
    };
}
