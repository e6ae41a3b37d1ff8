using Made.Core.Methods.Detection;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Detection;

public sealed class EarsTests
{
    private static readonly double Z = Normal.InvCDF(0, 1, 0.999);
    private static readonly EarsOptions C1 = new() { Baseline = 3 };
    private static readonly EarsOptions C2 = C1 with { Method = EarsMethod.C2 };
    private static readonly EarsOptions C3 = C1 with { Method = EarsMethod.C3, Alpha = 0.025 };

    [Fact]
    public void C1_looks_at_the_points_just_before()
    {
        var points = Ears.Watch([2, 4, 6, 11], C1).Value();
        points.Take(3).ShouldAllBe(p => p.Verdict == Verdict.TooEarly);
        points[3].Expected.ShouldBe(4);
        points[3].UpperBound.ShouldBe(4 + (2 * Z), 1e-9);
        points[3].Verdict.ShouldBe(Verdict.Alarm);
        points[3].P.ShouldBe(1 - Normal.CDF(0, 1, 3.5), 1e-12);
        Ears.Watch([2, 4, 6, 10], C1).Value()[3].Verdict.ShouldBe(Verdict.Usual);
    }

    [Fact]
    public void C2_leaves_two_points_between()
    {
        var points = Ears.Watch([2, 4, 6, 90, 80, 11], C2).Value();
        points.Take(5).ShouldAllBe(p => p.Verdict == Verdict.TooEarly);
        points[5].UpperBound.ShouldBe(4 + (2 * Z), 1e-9);
        points[5].Verdict.ShouldBe(Verdict.Alarm);
    }

    [Fact]
    public void C3_adds_what_the_two_points_before_exceeded_by()
    {
        double[] counts = [1, 2, 6, 2, 4, 9, 9, 9];
        var points = Ears.Watch(counts, C3).Value();
        points.Take(7).ShouldAllBe(p => p.Verdict == Verdict.TooEarly);
        double[] means = [3, 10.0 / 3, 4];
        double[] spreads = [Math.Sqrt(7), Math.Sqrt(16.0 / 3), 2];
        var before = Math.Max(0, ((9 - means[0]) / spreads[0]) - 1) + Math.Max(0, ((9 - means[1]) / spreads[1]) - 1);
        points[7].UpperBound.ShouldBe(9 + (spreads[2] * (Normal.InvCDF(0, 1, 0.975) - before)), 1e-9);
        points[7].Expected.ShouldBe(double.NaN);
        points[7].P.ShouldBe(double.NaN);
        points[7].Verdict.ShouldBe(Verdict.Alarm);
    }

    [Fact]
    public void C3_never_has_a_bound_below_0_and_none_without_a_spread()
    {
        Ears.Watch([1, 2, 3, 2, 4, 50, 60, 0], C3).Value()[7].UpperBound.ShouldBe(0);
        Ears.Watch([1, 2, 3, 2, 4, 50, 60, 0], C3).Value()[7].Verdict.ShouldBe(Verdict.Usual);
        var flat = Ears.Watch([3, 3, 3, 3, 3, 3, 3, 9], C3).Value()[7];
        flat.Verdict.ShouldBe(Verdict.NoSpread);
        flat.UpperBound.ShouldBe(double.NaN);
        Ears.Watch([3, 3, 3, 3, 3, 3, 3, 9], C3 with { MinSigma = 1 }).Value()[7].UpperBound.ShouldBe(9 + Normal.InvCDF(0, 1, 0.975), 1e-9);
    }

    [Fact]
    public void A_quiet_baseline_has_the_least_spread_that_is_asked_for()
    {
        Ears.Watch([0, 0, 0, 3], C1 with { MinSigma = 1 }).Value()[3].UpperBound.ShouldBe(Z, 1e-9);
        Ears.Watch([0, 0, 0, 0], C1).Value()[3].Verdict.ShouldBe(Verdict.Usual);
        Ears.Watch([0, 0, 0, 1], C1).Value()[3].Verdict.ShouldBe(Verdict.Alarm);
        Ears.Watch([0, 0, 0, 1], C1).Value()[3].UpperBound.ShouldBe(0);
    }

    [Fact]
    public void Only_what_a_judgement_needs_must_be_there()
    {
        Ears.Watch([1, 2, double.NaN, 4], C1).Value()[3].Verdict.ShouldBe(Verdict.NotObserved);
        Ears.Watch([1, 2, 3, double.NaN], C1).Value()[3].Verdict.ShouldBe(Verdict.NotObserved);
        Ears.Watch([double.NaN, 1, 2, 3, 4], C1).Value()[4].Verdict.ShouldBe(Verdict.Usual);
        Ears.Watch([1, 2, 3, double.NaN, double.NaN, 4], C2).Value()[5].Verdict.ShouldBe(Verdict.Usual);
        Ears.Watch([double.NaN, 2, 3, 3, 3, 4], C2).Value()[5].Verdict.ShouldBe(Verdict.NotObserved);
        Ears.Watch([1, 2, 3, 4, 4, double.NaN], C2).Value()[5].Verdict.ShouldBe(Verdict.NotObserved);
        Ears.Watch([double.NaN, 2, 3, 2, 4, 5, 6, 0], C3).Value()[7].Verdict.ShouldBe(Verdict.NotObserved);
        Ears.Watch([1, 2, 3, 2, 4, 5, double.NaN, 0], C3).Value()[7].Verdict.ShouldBe(Verdict.NotObserved);
        Ears.Watch([], C1).Value().ShouldBeEmpty();
    }

    [Fact]
    public void The_outbreak_of_a_busy_series_is_an_alarm_by_all_three()
    {
        Ears.Watch(OwnSeries.Busy, new()).Value().Select((p, i) => (p, i + 1)).Where(x => x.p.IsAlarm).Select(x => x.Item2).ShouldBe([41, 80]);
        Ears.Watch(OwnSeries.Busy, new() { Method = EarsMethod.C2 }).Value()[79].UpperBound.ShouldBe(Bound(OwnSeries.Busy[70..77]), 1e-9);

        static double Bound(double[] values)
        {
            var mean = values.Average();
            return mean + (Z * Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / 6));
        }
    }

    [Fact]
    public void Options_outside_what_the_method_is_defined_for_are_named()
    {
        Ears.Watch([], C1 with { Baseline = 2 }).Problem.ShouldNotBeNull().Message.ShouldBe("baseline is 2, but a baseline has between 3 and 1000 points.");
        Ears.Watch([], C1 with { Baseline = 1001 }).Code().ShouldBe("detection-option-out-of-range");
        Ears.Watch([], C1 with { Baseline = 1000 }).Problem.ShouldBeNull();
        Ears.Watch([], C1 with { MinSigma = -1 }).Problem.ShouldNotBeNull().Message.ShouldBe("minSigma is -1, but a standard deviation is 0 or more.");
        Ears.Watch([], C1 with { Alpha = 0 }).Problem.ShouldNotBeNull().Message.ShouldBe("alpha is 0, but a level lies between 0 and 1.");
        Ears.Watch([], C1 with { Alpha = 1 }).Code().ShouldBe("detection-option-out-of-range");
        Ears.Watch([-1], C1).Code().ShouldBe("detection-not-a-count");
    }
}
