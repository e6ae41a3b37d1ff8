using Made.Core.Methods.Detection;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Detection;

public sealed class CusumTests
{
    private static readonly CusumOptions From4 = new() { From = 4, Reference = 1, Decision = 2 };

    [Fact]
    public void Distances_beyond_the_reference_add_up_until_they_reach_the_decision_interval()
    {
        var points = Cusum.Watch([4, 4, 4, 7, 7, 4, 12], From4).Value();
        points.Take(3).ShouldAllBe(p => p.Verdict == Verdict.TooEarly && double.IsNaN(p.UpperBound));
        points.Skip(3).ShouldAllBe(p => p.Expected == 4);
        points.Skip(3).Select(p => p.UpperBound).ShouldBeClose(10, 9, 8, 10);
        points.Skip(3).Select(p => p.Verdict).ShouldBe([Verdict.Usual, Verdict.Usual, Verdict.Usual, Verdict.Alarm]);
    }

    [Fact]
    public void The_sum_reaches_its_interval_exactly_and_goes_on_after_an_alarm()
    {
        var points = Cusum.Watch([4, 4, 4, 10, 6, 5, 0], From4).Value();
        points.Skip(3).Select(p => p.IsAlarm).ShouldBe([true, true, false, false]);
        points.Skip(3).Select(p => p.UpperBound).ShouldBeClose(10, 6, 6, 7);
    }

    [Fact]
    public void A_bound_is_a_whole_count_and_never_below_0()
    {
        var points = Cusum.Watch([3, 3, 3, 40, 0], From4).Value();
        points[3].UpperBound.ShouldBe(Math.Ceiling((Math.Sqrt(3) * 3) + 3));
        points[4].UpperBound.ShouldBe(0);
    }

    [Fact]
    public void A_missing_count_leaves_the_sum_as_it_was()
    {
        var points = Cusum.Watch([4, double.NaN, 4, 7, double.NaN, 7], From4).Value();
        points[1].Verdict.ShouldBe(Verdict.TooEarly);
        points[4].Verdict.ShouldBe(Verdict.NotObserved);
        points[4].UpperBound.ShouldBe(double.NaN);
        points[5].UpperBound.ShouldBe(9);
        points[5].Expected.ShouldBe(4);
    }

    [Fact]
    public void Without_an_event_before_the_start_there_is_nothing_to_learn_from()
    {
        Cusum.Watch([0, 0, 0, 5], From4).Problem.ShouldNotBeNull().Message.ShouldBe("Watching is to begin at point 4, but the series has 4 points and needs an event before that one.");
        Cusum.Watch([1, 1, 1], From4).Code().ShouldBe("detection-nothing-to-learn-from");
        Cusum.Watch([0, 0, 1, 5], From4).Problem.ShouldBeNull();
        Cusum.Watch([], From4).Code().ShouldBe("detection-nothing-to-learn-from");
        Cusum.Watch([5, 5], From4 with { From = 2 }).Problem.ShouldBeNull();
    }

    [Fact]
    public void Options_outside_what_the_method_is_defined_for_are_named()
    {
        Cusum.Watch([1], From4 with { From = 1 }).Problem.ShouldNotBeNull().Message.ShouldBe("from is 1, but at least one point comes before the first one watched.");
        Cusum.Watch([1], From4 with { Reference = -1 }).Problem.ShouldNotBeNull().Message.ShouldBe("k is -1, but a reference value is 0 or more.");
        Cusum.Watch([1], From4 with { Decision = 0 }).Problem.ShouldNotBeNull().Message.ShouldBe("h is 0, but a decision interval is above 0.");
        Cusum.Watch([1, 1, 1, 1], From4 with { Reference = 0 }).Problem.ShouldBeNull();
        Cusum.Watch([1, -1], From4).Code().ShouldBe("detection-not-a-count");
    }
}
