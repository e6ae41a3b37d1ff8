using Made.Core.Methods.Ranking;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Ranking;

public class BallotTests
{
    private const double No = double.NaN;

    private static readonly string[] Three = ["a", "b", "c"];

    [Fact]
    public void Points_run_from_one_less_than_the_items_down_to_nothing() => Points([1, 2, 3]).ShouldBe([2, 1, 0]);

    [Fact]
    public void Ties_share_the_mean_of_their_points()
    {
        Points([1, 1, 2]).ShouldBe([1.5m, 1.5m, 0]);
        Points([7, 7, 7]).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public void Items_not_listed_share_the_mean_of_what_is_left()
    {
        Points([1, No, No]).ShouldBe([2, 0.5m, 0.5m]);
        Points([No, No, No]).ShouldBe([1, 1, 1]);
        Points([No, 2, 1]).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public void A_list_counts_as_much_as_its_weight_and_the_whole_is_exact()
    {
        var ballots = Ballots.Of(Three, [new([1, 2, 3], 0.1m), new([1, 2, 3], 0.2m), new([3, 2, 1], 1_000_000_000_000_000m)]).Value();
        Borda.Points(ballots).ShouldBe([0.6m, 1_000_000_000_000_000.3m, 2_000_000_000_000_000m]);
        ballots.Weight.ShouldBe(1_000_000_000_000_000.3m);
    }

    [Fact]
    public void One_item_scores_nothing_and_is_its_own_ranking()
    {
        var ballots = Ballots.Of(["a"], [new([1], 2)]).Value();
        Borda.Points(ballots).ShouldBe([0]);
        var only = Kemeny.Orders(ballots).Value();
        (only.Distance, only.Count, only.TauX, only.IsComplete).ShouldBe((0, 1, 1, true));
        only.Rankings.ShouldHaveSingleItem().ShouldBe([1]);
        KemenyWithTies.Rankings(ballots).Value().Count.ShouldBe(1);
    }

    [Fact]
    public void A_list_of_names_becomes_ranks()
    {
        var ballot = Ballots.Listing(Three, ["c", "a"], 5).Value();
        ballot.Ranks.ShouldBe([2, No, 1]);
        ballot.Weight.ShouldBe(5);
        (ballot.Prefers(2, 0), ballot.Prefers(0, 2), ballot.Prefers(0, 1), ballot.Prefers(1, 0)).ShouldBe((true, false, true, false));
        (ballot.Ties(0, 2), ballot.Ties(1, 1)).ShouldBe((false, false));
        Ballots.Listing(Three, ["c", "d"], 5).Code().ShouldBe("unknown-item");
        Ballots.Listing(Three, ["c", "c"], 5).Code().ShouldBe("item-twice");
    }

    [Fact]
    public void What_cannot_be_ranked_is_said()
    {
        Ballots.Of([], [new([], 1)]).Code().ShouldBe("nothing-to-rank");
        Ballots.Of(["a", "a"], [new([1, 2], 1)]).Problem!.Message.ShouldBe("'a' is named twice.");
        Ballots.Of(Three, [new([1, 2, 3], 1), new([1, 2], 1)]).Problem!.Message.ShouldBe("List 2 has 2 ranks for 3 items.");
        Ballots.Of(Three, [new([1, 2, 3], -0.1m)]).Problem!.Message.ShouldBe("The weight of list 1 is -0.1.");
        Ballots.Of(Three, [new([1, 2, 3], 1_000_000_000_000_001m)]).Code().ShouldBe("bad-weight");
        Ballots.Of(Three, [new([1, 2, 3], 0)]).Code().ShouldBe("nothing-counts");
        Ballots.Of(Three, []).Code().ShouldBe("nothing-counts");
        Ballots.Of(Three, [new([1, 2, 3], 0), new([1, 2, 3], 1)]).Value().Lists.Count.ShouldBe(2);
    }

    private static IReadOnlyList<decimal> Points(double[] ranks) => Borda.Points(Ballots.Of(Three, [new(ranks, 1)]).Value());
}
