using Made.Core.Methods.Ranking;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Ranking;

/// <summary>The numbers of the pages on rankings, read from the pages.</summary>
public class RankingPageTests
{
    [Fact]
    public void The_page_on_Borda_points_shows_what_the_code_computes()
    {
        var rows = MethodPages.Rows("borda", 3);
        Borda.Points(Lists(rows, 3, 2, 1, 1)).ShouldBe(rows.Select(r => decimal.Parse(r[2])));
    }

    [Fact]
    public void The_page_on_Kemeny_rankings_shows_what_the_code_finds()
    {
        var rows = MethodPages.Rows("kemeny", 3);
        var lists = Lists(rows, 1, 1, 1, 1);
        var full = Kemeny.Orders(lists).Value();
        full.Distance.ShouldBe(4);
        full.Rankings.ShouldHaveSingleItem().ShouldBe(rows.Select(r => int.Parse(r[2])));
        var tied = KemenyWithTies.Rankings(lists).Value();
        tied.Distance.ShouldBe(4.5m);
        tied.TauX.ShouldBe(0.25, 1e-15);
        tied.Rankings.Count.ShouldBe(2);
        tied.Rankings[0].ShouldBe(rows.Select(r => int.Parse(r[3])));
        tied.Rankings[1].ShouldBe(rows.Select(r => int.Parse(r[4])));
    }

    [Fact]
    public void The_page_on_comparisons_shows_the_weights()
    {
        var rows = MethodPages.Rows("ahp", 3);
        var result = AnalyticHierarchy.Weights([.. rows.Select(r => r[1..4].Select(MethodPages.Number).ToArray())]).Value();
        result.Weights.Select(MethodPages.Printed).ShouldBe(rows.Select(r => r[4]));
        result.LambdaMax.ShouldBe(3.00369, 5e-6);
        result.ConsistencyRatio.ShouldBe(0.00318, 5e-6);
    }

    [Fact]
    public void The_page_on_TOPSIS_shows_both_normalisations()
    {
        var rows = MethodPages.Rows("topsis", 3);
        foreach (var (normalisation, column) in new[] { (TopsisNormalisation.Vector, 3), (TopsisNormalisation.MinMax, 4) })
            Topsis.Scores([.. rows.Select(r => r[1..3].Select(MethodPages.Number).ToArray())], [0.6, 0.4], [1, -1], normalisation).Value()
                .Scores.Select(MethodPages.Printed).ShouldBe(rows.Select(r => r[column]));
    }

    private static Ballots Lists(IReadOnlyList<string[]> rows, params decimal[] weights)
    {
        var ranks = rows.Select(r => r[1].Split(' ').Select(t => t == "-" ? double.NaN : MethodPages.Number(t)).ToArray()).ToArray();
        return Ballots.Of([.. rows.Select(r => r[0])], [.. weights.Select((w, l) => new Ballot([.. ranks.Select(r => r[l])], w))]).Value();
    }
}
