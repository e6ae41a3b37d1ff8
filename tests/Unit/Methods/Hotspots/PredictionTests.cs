using Made.Core.Methods.Hotspots;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Hotspots;

public class PredictionTests
{
    [Fact]
    public void The_index_is_the_share_of_events_over_the_share_of_area()
    {
        PredictiveAccuracy.Index(30, 120, 2, 50).Value().ShouldBe(6.25, 1e-14);
        PredictiveAccuracy.Index(40, 40, 80, 80).Value().ShouldBe(1);
        PredictiveAccuracy.Index(0, 40, 1, 80).Value().ShouldBe(0);
    }

    [Theory]
    [InlineData(0, 0, 1, 80, "not-positive")]
    [InlineData(1, double.PositiveInfinity, 1, 80, "not-positive")]
    [InlineData(1, 40, 0, 80, "not-positive")]
    [InlineData(1, 40, double.NaN, 80, "not-positive")]
    [InlineData(1, 40, 81, 80, "part-beyond-whole")]
    [InlineData(1, 40, 1, double.PositiveInfinity, "part-beyond-whole")]
    [InlineData(41, 40, 1, 80, "part-beyond-whole")]
    [InlineData(-1, 40, 1, 80, "part-beyond-whole")]
    public void Nothing_is_divided_by_nothing(double hits, double events, double area, double study, string code) =>
        PredictiveAccuracy.Index(hits, events, area, study).Code().ShouldBe(code);

    [Fact]
    public void Efficiency_compares_with_the_densest_cells_of_the_same_area()
    {
        HotspotCell[] cells = [new(10, 1), new(6, 1), new(3, 1), new(1, 1)];
        PredictiveAccuracy.Efficiency(cells, new HashSet<int> { 0 }).Value().ShouldBe(1);
        PredictiveAccuracy.Efficiency(cells, new HashSet<int> { 1 }).Value().ShouldBe(0.6, 1e-15);
        PredictiveAccuracy.Efficiency(cells, new HashSet<int> { 1, 3 }).Value().ShouldBe(7 / 16.0, 1e-15);
        PredictiveAccuracy.Efficiency(cells, new HashSet<int> { 0, 1, 2, 3 }).Value().ShouldBe(1);
        // Three units of area: the dense cell of two, and a quarter of the next of four.
        PredictiveAccuracy.Efficiency([new(10, 2), new(8, 4), new(3, 3)], new HashSet<int> { 2 }).Value().ShouldBe(3 / 12.0, 1e-15);
    }

    [Fact]
    public void Efficiency_needs_cells_that_can_be()
    {
        PredictiveAccuracy.Efficiency([new(1, 1), new(-1, 1)], new HashSet<int> { 0 }).Problem!.Message.ShouldBe("The count of place 2 is -1.");
        PredictiveAccuracy.Efficiency([new(1, 1), new(1, 0)], new HashSet<int> { 0 }).Problem!.Message.ShouldBe("The area of cell 2 is 0.");
        PredictiveAccuracy.Efficiency([new(1, double.PositiveInfinity)], new HashSet<int> { 0 }).Code().ShouldBe("not-positive");
        PredictiveAccuracy.Efficiency([new(double.NaN, 1)], new HashSet<int> { 0 }).Code().ShouldBe("bad-count");
        PredictiveAccuracy.Efficiency([new(0, 1)], new HashSet<int> { 0 }).Code().ShouldBe("not-positive");
        PredictiveAccuracy.Efficiency([new(1, 1)], new HashSet<int>()).Code().ShouldBe("not-positive");
    }

    [Fact]
    public void A_repeat_lies_within_the_window_and_the_same_day_counts()
    {
        var day = new DateOnly(2023, 3, 1);
        var result = RepeatVictimisation.Of([new("a", day.AddDays(365)), new("a", day), new("b", day), new("b", day.AddDays(366)), new("c", day), new("c", day)]).Value();
        result.Earlier.ShouldBe([1, 0, 0, 0, 0, 1]);
        (result.Days, result.Repeats, result.Victims, result.RepeatVictims).ShouldBe((365, 2, 3, 2));
        result.ShareOfEvents.ShouldBe(2 / 6.0, 1e-15);
        result.ShareOfVictims.ShouldBe(2 / 3.0, 1e-15);
        RepeatVictimisation.Of([new("a", day), new("a", day.AddDays(1)), new("a", day.AddDays(2))], 1).Value().Earlier.ShouldBe([0, 1, 1]);
    }

    [Fact]
    public void No_events_have_no_shares_and_no_window_is_refused()
    {
        var none = RepeatVictimisation.Of([]).Value();
        double.IsNaN(none.ShareOfEvents).ShouldBeTrue();
        double.IsNaN(none.ShareOfVictims).ShouldBeTrue();
        RepeatVictimisation.Of([], 0).Problem!.Message.ShouldBe("The window in days is 0.");
    }

    [Fact]
    public void Density_is_highest_at_the_event_and_ends_at_the_bandwidth()
    {
        var at = QuarticKernel.Densities([new(3, 4), new(3, 9), new(3, 6.5), new(3, 10)], [new(3, 4)], 5).Value();
        at[0].ShouldBe(3 / (Math.PI * 25), 1e-15);
        at[1].ShouldBe(0);
        at[2].ShouldBe(3 / (Math.PI * 25) * 0.5625, 1e-15);
        at[3].ShouldBe(0);
        QuarticKernel.Densities([new(0, 0)], [], 5).Value().ShouldBe([0]);
    }

    [Fact]
    public void Density_adds_up_to_the_number_of_events()
    {
        var places = Enumerable.Range(-60, 121).SelectMany(x => Enumerable.Range(-60, 121).Select(y => new MapPosition(x / 10.0, y / 10.0))).ToArray();
        QuarticKernel.Densities(places, [new(0, 0), new(1, 2)], 3).Value().Sum(d => d * 0.01).ShouldBe(2, 0.001);
    }

    [Fact]
    public void A_bandwidth_is_above_nothing_and_events_have_places()
    {
        QuarticKernel.Densities([], [], 0).Problem!.Message.ShouldBe("The bandwidth is 0.");
        QuarticKernel.Densities([], [], double.PositiveInfinity).Code().ShouldBe("not-positive");
        QuarticKernel.Densities([], [new(0, 0), new(double.NaN, 0)], 1).Problem!.Message.ShouldStartWith("Event 2 ");
        QuarticKernel.Densities([], [new(0, double.NaN)], 1).Code().ShouldBe("bad-event");
    }
}
