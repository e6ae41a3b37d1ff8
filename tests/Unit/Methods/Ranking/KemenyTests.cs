using Made.Core.Methods.Ranking;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Ranking;

public class KemenyTests
{
    private const double No = double.NaN;

    [Fact]
    public void A_circle_has_three_best_orders_listed_from_the_first_item_down()
    {
        var result = Kemeny.Orders(Lists([1, 2, 3], [3, 1, 2], [2, 3, 1])).Value();
        (result.Distance, result.Count, result.IsComplete).ShouldBe((4, 3, true));
        result.Rankings.Select(r => string.Concat(r)).ShouldBe(["123", "231", "312"]);
    }

    [Fact]
    public void All_orders_are_counted_even_where_few_are_listed()
    {
        var silent = Lists([No, No, No, No]);
        var few = Kemeny.Orders(silent, 5).Value();
        (few.Count, few.Rankings.Count, few.IsComplete, few.Distance).ShouldBe((24, 5, false, 0));
        var tied = KemenyWithTies.Rankings(silent, 5).Value();
        (tied.Count, tied.Rankings.Count, tied.IsComplete, tied.Distance).ShouldBe((75, 5, false, 0));
        KemenyWithTies.Rankings(silent).Value().IsComplete.ShouldBeTrue();
        Kemeny.Orders(silent).Value().Rankings.Select(r => string.Concat(r)).Distinct().Count().ShouldBe(24);
    }

    [Fact]
    public void A_listed_item_comes_before_one_that_is_not()
    {
        var result = Kemeny.Orders(Lists([2, No, 1], [No, No, 1])).Value();
        result.Rankings.ShouldHaveSingleItem().ShouldBe([2, 3, 1]);
        result.Distance.ShouldBe(0);
    }

    [Fact]
    public void Half_a_weight_is_enough_to_decide()
    {
        var ballots = Ballots.Of(["a", "b"], [new([1, 2], 10), new([2, 1], 10.5m)]).Value();
        var result = Kemeny.Orders(ballots).Value();
        result.Rankings.ShouldHaveSingleItem().ShouldBe([2, 1]);
        result.Distance.ShouldBe(10);
        result.TauX.ShouldBe(0.5 / 20.5, 1e-15);
    }

    [Fact]
    public void Lists_that_tie_are_answered_by_a_tie()
    {
        var result = KemenyWithTies.Rankings(Lists([1, 1, 2], [1, 1, 2], [1, 2, 3])).Value();
        result.Rankings.ShouldHaveSingleItem().ShouldBe([1, 1, 2]);
        result.Distance.ShouldBe(0.5m);
        result.TauX.ShouldBe(16 / 18.0, 1e-15);
        Kemeny.Orders(Lists([1, 1, 2])).Value().Count.ShouldBe(2);
        Kemeny.Orders(Lists([1, 1, 2])).Value().TauX.ShouldBe(4 / 6.0, 1e-15);
    }

    [Fact]
    public void Agreement_is_one_and_contradiction_splits_the_lists()
    {
        Kemeny.Orders(Lists([1, 2, 3], [1, 2, 3])).Value().TauX.ShouldBe(1, 1e-15);
        var split = KemenyWithTies.Rankings(Lists([1, 2, 3], [3, 2, 1])).Value();
        (split.Count, split.Distance).ShouldBe((13, 3));
        split.TauX.ShouldBe(0, 1e-15);
    }

    [Fact]
    public void The_dynamic_programme_finds_what_trying_every_ranking_finds()
    {
        var random = new Random(5);
        for (var trial = 0; trial < 60; trial++)
        {
            var lists = Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, 4).Select(_ => random.Next(6) is 0 ? No : random.Next(1, 5)).ToArray()).ToArray();
            var weights = lists.Select(_ => (decimal)random.Next(1, 4)).ToArray();
            var ballots = Ballots.Of(["a", "b", "c", "d"], [.. lists.Zip(weights, (l, w) => new Ballot(l, w))]).Value();
            var every = Rankings(4).ToArray();
            var orders = every.Where(r => r.Distinct().Count() == 4).ToArray();
            Agrees(Kemeny.Orders(ballots).Value(), orders, r => ballots.Lists.Sum(b => b.Weight * Pairs(r).Count(p => b.Prefers(p.Last, p.First))));
            Agrees(KemenyWithTies.Rankings(ballots).Value(), every, r => ballots.Lists.Sum(b => b.Weight * Twice(r, b)) / 2);
        }
    }

    [Fact]
    public void Sixteen_items_are_the_most()
    {
        var items = Enumerable.Range(1, 17).Select(i => $"{i}").ToArray();
        var ballots = Ballots.Of(items, [new([.. items.Select(double.Parse)], 1)]).Value();
        Kemeny.Orders(ballots).Problem!.Message.ShouldBe("There are 17 items; an exact Kemeny ranking is found for up to 16.");
        KemenyWithTies.Rankings(ballots).Code().ShouldBe("too-many-items");
        ballots = Ballots.Of(items[..16], [new([.. items[..16].Select(double.Parse).Reverse()], 1)]).Value();
        Kemeny.Orders(ballots).Value().Rankings.ShouldHaveSingleItem().ShouldBe(Enumerable.Range(1, 16).Reverse());
    }

    private static void Agrees(KemenyResult result, int[][] candidates, Func<int[], decimal> cost)
    {
        var least = candidates.Min(cost);
        result.Distance.ShouldBe(least);
        result.Rankings.Select(r => string.Concat(r)).ShouldBe(candidates.Where(c => cost(c) == least).Select(c => string.Concat(c)).Order(StringComparer.Ordinal));
        result.Count.ShouldBe(result.Rankings.Count);
    }

    /// <summary>Twice the Kemeny distance of a ranking to a list; two items the list leaves out say nothing.</summary>
    private static decimal Twice(int[] ranks, Ballot ballot)
    {
        decimal twice = 0;
        for (var i = 0; i < ranks.Length; i++)
            for (var j = 0; j < i; j++)
                if (ballot.IsListed(i) || ballot.IsListed(j))
                    twice += Math.Abs(Math.Sign(ranks[i] - ranks[j]) - (ballot.Prefers(j, i) ? 1 : ballot.Prefers(i, j) ? -1 : 0));
        return twice;
    }

    private static IEnumerable<(int First, int Last)> Pairs(int[] ranks) =>
        Enumerable.Range(0, ranks.Length).SelectMany(i => Enumerable.Range(0, ranks.Length).Where(j => ranks[i] < ranks[j]).Select(j => (i, j)));

    /// <summary>Every ranking with ties, ranks without gaps.</summary>
    private static IEnumerable<int[]> Rankings(int items)
    {
        IEnumerable<int[]> all = [[]];
        for (var i = 0; i < items; i++)
            all = all.SelectMany(r => Enumerable.Range(1, items).Select(k => (int[])[.. r, k]));
        return all.Where(r => r.Max() == r.Distinct().Count());
    }

    private static Ballots Lists(params double[][] ranks) =>
        Ballots.Of([.. ranks[0].Select((_, i) => $"item {i}")], [.. ranks.Select(r => new Ballot(r, 1))]).Value();
}
