using Made.Core.Methods.Hotspots;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Hotspots;

public class EventPatternTests
{
    private static readonly double[] Open = [0, double.PositiveInfinity];

    [Fact]
    public void Bands_hold_their_first_edge_and_not_their_last()
    {
        SpaceTimeEvent[] events = [new(0, 0, 0), new(3, 4, 1)];
        NearRepeat.Table(events, [0, 7, 8], [0, 1, 2], PlaceDistance.Manhattan).Value().Observed.ShouldBe([[0, 0], [0, 1]]);
        NearRepeat.Table(events, [0, 5, 6], [0, 1, 2], PlaceDistance.Euclidean).Value().Observed.ShouldBe([[0, 0], [0, 1]]);
        NearRepeat.Table(events, [0, 7], [0, 2], PlaceDistance.Manhattan).Value().Observed.ShouldBe([[0]]);
        NearRepeat.Table(events, [7.5, 8], [0, 2], PlaceDistance.Manhattan).Value().Observed.ShouldBe([[0]]);
        NearRepeat.Table(events, [7, 8], [1, 2], PlaceDistance.Manhattan).Value().Observed.ShouldBe([[1]]);
    }

    [Fact]
    public void Pairs_outside_all_bands_still_count_among_all_pairs()
    {
        // Three pairs: two near (0 and 1 apart from the first two), one of them on the same day.
        SpaceTimeEvent[] events = [new(0, 0, 0), new(1, 0, 0), new(0, 1000, 9)];
        var table = NearRepeat.Table(events, [0, 10], [0, 1], PlaceDistance.Manhattan).Value();
        table.Observed.ShouldBe([[1]]);
        table.Expected[0][0].ShouldBe(1 / 3.0, 1e-15);
        table.Ratio(0, 0).ShouldBe(3, 1e-14);
        table.P.ShouldBeEmpty();
        double.IsNaN(NearRepeat.Table(events, [5000, 6000], [0, 1], PlaceDistance.Manhattan).Value().Ratio(0, 0)).ShouldBeTrue();
    }

    [Fact]
    public void Expectation_is_the_mean_over_every_order_of_the_times()
    {
        SpaceTimeEvent[] events = [new(0, 0, 1), new(2, 0, 4), new(9, 0, 4), new(9, 3, 11)];
        double[] space = [0, 4, 12];
        double[] time = [0, 2, 8];
        var table = NearRepeat.Table(events, space, time, PlaceDistance.Euclidean).Value();
        var sums = new double[2, 2];
        var orders = Orders([1.0, 4, 4, 11]).ToList();
        foreach (var order in orders)
        {
            var counted = NearRepeat.Table([.. events.Select((e, i) => e with { Time = order[i] })], space, time, PlaceDistance.Euclidean).Value().Observed;
            for (var s = 0; s < 2; s++)
                for (var t = 0; t < 2; t++)
                    sums[s, t] += counted[s][t];
        }
        orders.Count.ShouldBe(24);
        for (var s = 0; s < 2; s++)
            for (var t = 0; t < 2; t++)
                table.Expected[s][t].ShouldBe(sums[s, t] / 24, 1e-14);
    }

    [Fact]
    public void Permutations_give_p_and_the_same_seed_the_same_p()
    {
        // Two pairs of the same place and day among six events: of the 15 pairings of times, one does it.
        SpaceTimeEvent[] events = [new(0, 0, 0), new(0, 0, 0), new(500, 0, 100), new(500, 0, 100), new(900, 0, 200), new(900, 0, 200)];
        var p = NearRepeat.Table(events, [0, 1], [0, 1], PlaceDistance.Manhattan, 9_999, 1).Value().P[0][0];
        p.ShouldBe(1 / 15.0, 0.008);
        NearRepeat.Table(events, [0, 1], [0, 1], PlaceDistance.Manhattan, 9_999, 1).Value().P[0][0].ShouldBe(p);
        NearRepeat.Table(events, [0, 1], [0, 1], PlaceDistance.Manhattan, 9_999, 2).Value().P[0][0].ShouldNotBe(p);
        NearRepeat.Table(events, [2000, 3000], [0, 1], PlaceDistance.Manhattan, 9, 1).Value().P[0][0].ShouldBe(1);
    }

    [Fact]
    public void What_makes_no_pairs_is_said()
    {
        SpaceTimeEvent[] two = [new(0, 0, 0), new(1, 1, 1)];
        Code(two[..1], Open, Open).ShouldBe("too-few-events");
        Code(Enumerable.Repeat(two[0], 20_001).ToArray(), Open, Open).ShouldBe("too-many-events");
        Code([two[0], new(double.NaN, 0, 0)], Open, Open).ShouldBe("bad-event");
        Code([two[0], new(0, double.NaN, 0)], Open, Open).ShouldBe("bad-event");
        NearRepeat.Table([two[0], new(0, 0, double.PositiveInfinity)], Open, Open, PlaceDistance.Euclidean).Problem!.Message.ShouldStartWith("Event 2 ");
        NearRepeat.Table(two, [0], Open, PlaceDistance.Euclidean).Problem!.Message.ShouldStartWith("The space breaks");
        NearRepeat.Table(two, Open, [1, 1], PlaceDistance.Euclidean).Problem!.Message.ShouldStartWith("The time breaks");
        Code(two, [-1, 1], Open).ShouldBe("bad-breaks");
        Code(two, [0, double.NaN], Open).ShouldBe("bad-breaks");
        Code(two, [.. Enumerable.Range(0, 201).Select(i => (double)i)], Open).ShouldBe("bad-breaks");
        Code(two, [.. Enumerable.Range(0, 200).Select(i => (double)i)], Open).ShouldBe("no problem");
        NearRepeat.Table(two, Open, Open, PlaceDistance.Euclidean, -1).Code().ShouldBe("bad-repetitions");
        NearRepeat.Table(two, Open, Open, PlaceDistance.Euclidean, 100_000).Code().ShouldBe("bad-repetitions");
        NearRepeat.Table(two, Open, Open, PlaceDistance.Euclidean, 99_999).Code().ShouldBe("no problem");

        static string Code(SpaceTimeEvent[] events, double[] space, double[] time) => NearRepeat.Table(events, space, time, PlaceDistance.Euclidean).Code();
    }

    [Fact]
    public void Nothing_concentrated_is_nothing_and_all_in_one_place_is_all()
    {
        var even = Concentration.Of([4, 4, 4]).Value();
        (even.Gini, even.GiniUnbiased, even.Generalised, even.GeneralisedUnbiased, even.Places, even.Events).ShouldBe((0, 0, 0, 0, 3, 12L));
        var one = Concentration.Of([0, 9, 0, 0]).Value();
        (one.Gini, one.GiniUnbiased, one.Generalised, one.GeneralisedUnbiased).ShouldBe((0.75, 1, 0.75, 1));
        var sparse = Concentration.Of([0, 1, 1, 0]).Value();
        (sparse.Gini, sparse.Generalised).ShouldBe((0.5, 0));
    }

    [Fact]
    public void One_place_or_one_event_has_no_unbiased_measure()
    {
        double.IsNaN(Concentration.Of([3]).Value().GiniUnbiased).ShouldBeTrue();
        double.IsNaN(Concentration.Of([0, 1]).Value().GeneralisedUnbiased).ShouldBeTrue();
        Concentration.Of([0, 1]).Value().GiniUnbiased.ShouldBe(1);
        Concentration.Of([1, 1]).Value().GeneralisedUnbiased.ShouldBe(0);
    }

    [Fact]
    public void Shares_reach_their_percentage_exactly_and_no_further()
    {
        long[] counts = [1, 5, 2, 2];
        Concentration.ShareOfPlaces(counts, 50).Value().ShouldBe(0.25);
        Concentration.ShareOfPlaces(counts, 51).Value().ShouldBe(0.5);
        Concentration.ShareOfPlaces(counts, 70).Value().ShouldBe(0.5);
        Concentration.ShareOfPlaces(counts, 100).Value().ShouldBe(1);
        Concentration.ShareOfPlaces(counts, 0).Value().ShouldBe(0);
        Concentration.ShareOfEvents(counts, 5).Value().ShouldBe(0.5);
        Concentration.ShareOfEvents(counts, 25).Value().ShouldBe(0.5);
        Concentration.ShareOfEvents(counts, 26).Value().ShouldBe(0.7);
        Concentration.ShareOfEvents([.. Enumerable.Repeat(1L, 140)], 5).Value().ShouldBe(0.05);
        Concentration.Lorenz(counts).Value().ShouldBe([(0, 0), (0.25, 0.5), (0.5, 0.7), (0.75, 0.9), (1, 1)]);
    }

    [Fact]
    public void Counts_that_cannot_be_are_said()
    {
        Concentration.Of([]).Code().ShouldBe("too-few-places");
        Concentration.Of([0, 0]).Code().ShouldBe("no-events");
        Concentration.Of([1, -1]).Problem!.Message.ShouldBe("The count of place 2 is -1.");
        Concentration.Of([1_000_000_000_001]).Code().ShouldBe("bad-count");
        Concentration.Of([1_000_000_000_000, 1]).Code().ShouldBe("no problem");
        Concentration.ShareOfPlaces([], 50).Code().ShouldBe("too-few-places");
        Concentration.ShareOfEvents([0], 5).Code().ShouldBe("no-events");
        Concentration.Lorenz([0]).Code().ShouldBe("no-events");
    }

    [Fact]
    public void Every_minute_weighs_the_same()
    {
        // Saturday 23:50 to Sunday 01:10: 10, 60 and 10 minutes of 80.
        var from = new DateTime(2024, 1, 6, 23, 50, 0);
        var week = Aoristic.HourOfWeek([TimeSpanOfEvent.Between(from, from.AddMinutes(80))]);
        week.Weights[167].ShouldBe(0.125, 1e-15);
        week.Weights[0].ShouldBe(0.75, 1e-15);
        week.Weights[1].ShouldBe(0.125, 1e-15);
        week.Weights.Count(w => w > 0).ShouldBe(3);
        week.EndsBeforeStart.ShouldBe(0);
    }

    [Fact]
    public void An_end_on_the_hour_gives_nothing_to_the_next()
    {
        var week = Aoristic.HourOfWeek([TimeSpanOfEvent.Between(new(2024, 1, 7, 3, 30, 0), new(2024, 1, 7, 4, 0, 0))]);
        week.Weights[3].ShouldBe(1);
        week.Weights[4].ShouldBe(0);
    }

    [Theory]
    [InlineData(-90, 1, 1)]
    [InlineData(0, 1, 0)]
    [InlineData(1, 1, 0)]
    [InlineData(2, 0.5, 0)]
    [InlineData(10_079, 59.0 / 10_079, 0)]
    [InlineData(10_080, 1.0 / 168, 0)]
    [InlineData(30_000, 1.0 / 168, 0)]
    public void Length_decides_how_an_event_is_spread(int minutes, double inItsHour, int errors)
    {
        var from = new DateTime(2024, 1, 7, 5, 59, 0);
        var week = Aoristic.HourOfWeek([TimeSpanOfEvent.Between(from, from.AddMinutes(minutes))]);
        week.Weights[5].ShouldBe(inItsHour, 1e-15);
        week.Weights.Sum().ShouldBe(1, 1e-12);
        week.EndsBeforeStart.ShouldBe(errors);
    }

    [Fact]
    public void Seconds_are_cut_off_and_no_events_weigh_nothing()
    {
        var from = new DateTime(2024, 1, 7, 5, 59, 30);
        Aoristic.HourOfWeek([TimeSpanOfEvent.Between(from, from.AddSeconds(119))]).Weights[5].ShouldBe(1);
        Aoristic.HourOfWeek([TimeSpanOfEvent.Between(from, from.AddSeconds(120))]).Weights[5].ShouldBe(0.5);
        Aoristic.HourOfWeek([TimeSpanOfEvent.At(from)]).Weights[5].ShouldBe(1);
        TimeSpanOfEvent.At(from).EndsBeforeStart.ShouldBeFalse();
        Aoristic.HourOfWeek([]).Weights.ShouldAllBe(w => w == 0);
    }

    private static IEnumerable<double[]> Orders(double[] values) => values.Length == 0
        ? [[]]
        : values.SelectMany((v, i) => Orders([.. values.Where((_, j) => j != i)]).Select(rest => (double[])[v, .. rest]));
}
