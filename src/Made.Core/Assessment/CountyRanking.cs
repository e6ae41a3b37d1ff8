using Made.Core.GoldenThread;
using Made.Core.Methods.Ranking;
using Made.Core.Register;

namespace Made.Core.Assessment;

/// <summary>One area's ranking as a list of voters, with the residents it speaks for.</summary>
/// <param name="Area">The area.</param>
/// <param name="Ranking">Its ranking.</param>
/// <param name="Residents">Null where no figure is held: the population-weighted results then cannot be calculated.</param>
public sealed record AreaBallot(AreaCode Area, ThreadContent.Ranking Ranking, decimal? Residents);

/// <summary>The areas' rankings put together in one way.</summary>
/// <param name="Borda">Points of each issue, in the order of <see cref="CountyRanking.Issues"/>.</param>
/// <param name="Kemeny">Every best order.</param>
public sealed record Aggregate(IReadOnlyList<decimal> Borda, KemenyResult Kemeny);

/// <summary>
/// The rankings of all areas put together: arithmetic that informs, beside the choice that people make.
/// <para>Each area's list holds its issues in order, at their place; a wording that means several issues puts them at the same place, and an issue that an area lists twice
/// keeps its better place. Counted twice: each area alike, and each by its residents. Borda and Kemeny as in <see cref="Methods.Ranking.Borda"/> and <see cref="Methods.Ranking.Kemeny"/>.</para>
/// <para>Edges: more than 16 issues are refused by Kemeny; one area without a figure of residents leaves the weighted result out. Source: METHODS, strategic ranking.</para>
/// </summary>
/// <param name="Issues">Every issue that any area lists, by id.</param>
/// <param name="TimesListed">How many areas list it.</param>
/// <param name="Equal">Each area counts alike.</param>
/// <param name="ByResidents">Each area counts by its residents; null where one has no figure.</param>
public sealed record CountyRanking(IReadOnlyList<string> Issues, IReadOnlyList<int> TimesListed, Aggregate Equal, Aggregate? ByResidents)
{
    /// <summary>Puts the lists together; fails where no area lists anything, or too many issues are listed.</summary>
    public static Outcome<CountyRanking> Of(IReadOnlyList<AreaBallot> areas)
    {
        IReadOnlyList<string> issues = [.. areas.SelectMany(a => a.Ranking.Places).SelectMany(p => p.Issues).Distinct().Order(StringComparer.Ordinal)];
        var ranks = areas.Select(a => Ranks(a.Ranking, issues)).ToList();
        if (!Together(issues, ranks, [.. areas.Select(_ => 1m)]).Succeeded(out var equal, out var problem))
            return problem;
        Aggregate? weighted = null;
        if (areas.All(a => a.Residents is not null) && !Together(issues, ranks, [.. areas.Select(a => a.Residents!.Value)]).Succeeded(out weighted, out problem))
            return problem;
        return new CountyRanking(issues, [.. issues.Select((_, i) => ranks.Count(r => !double.IsNaN(r[i])))], equal, weighted);
    }

    private static Outcome<Aggregate> Together(IReadOnlyList<string> issues, List<double[]> ranks, IReadOnlyList<decimal> weights)
    {
        if (!Ballots.Of(issues, [.. ranks.Zip(weights, (r, w) => new Ballot(r, w))]).Succeeded(out var ballots, out var problem)
            || !Kemeny.Orders(ballots).Succeeded(out var kemeny, out problem))
            return problem;
        return new Aggregate(Borda.Points(ballots), kemeny);
    }

    private static double[] Ranks(ThreadContent.Ranking ranking, IReadOnlyList<string> issues) =>
        [.. issues.Select(i => ranking.Places.Where(p => p.Issues.Contains(i)).Select(p => (double)p.Position).DefaultIfEmpty(double.NaN).Min())];
}
