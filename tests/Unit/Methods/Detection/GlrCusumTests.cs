using Made.Core.Methods.Detection;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Detection;

public sealed class GlrCusumTests
{
    private static readonly GlrCusumOptions Level = new() { From = 5, Harmonics = 0, Threshold = 4 };

    [Fact]
    public void A_single_count_is_an_alarm_where_its_likelihood_ratio_reaches_the_threshold()
    {
        // 15 ln(15/6) - 15 + 6 = 4.74 and 14 ln(14/6) - 14 + 6 = 3.86.
        var points = GlrCusum.Watch([6, 6, 6, 6, 14], Level).Value();
        points.Take(4).ShouldAllBe(p => p.Verdict == Verdict.TooEarly && double.IsNaN(p.UpperBound));
        points[4].UpperBound.ShouldBe(15);
        points[4].Expected.ShouldBe(6, 1e-9);
        points[4].Verdict.ShouldBe(Verdict.Usual);
        GlrCusum.Watch([6, 6, 6, 6, 15], Level).Value()[4].Verdict.ShouldBe(Verdict.Alarm);
        GlrCusum.Watch([6, 6, 6, 6, 15], Level with { Threshold = (15 * Math.Log(2.5)) - 9 - 1e-9 }).Value()[4].IsAlarm.ShouldBeTrue();
        GlrCusum.Watch([6, 6, 6, 6, 15], Level with { Threshold = (15 * Math.Log(2.5)) - 9 + 1e-6 }).Value()[4].IsAlarm.ShouldBeFalse();
    }

    [Fact]
    public void Rises_add_up_from_the_most_likely_start_and_an_alarm_starts_afresh()
    {
        // With 10 before: (10 + x) ln((10 + x)/12) - (10 + x) + 12 is 3.96 at x = 13 and 4.64 at 14, where 14 alone is 3.86.
        var points = GlrCusum.Watch([6, 6, 6, 6, 10, 14, 14], Level).Value();
        points.Skip(4).Select(p => p.UpperBound).ShouldBeClose(15, 14, 15);
        points.Skip(4).Select(p => p.IsAlarm).ShouldBe([false, true, false]);
        GlrCusum.Watch([6, 6, 6, 6, 0, 0, 14], Level).Value()[6].UpperBound.ShouldBe(15);
    }

    [Fact]
    public void Where_an_earlier_rise_nearly_sufficed_no_count_at_all_is_needed()
    {
        GlrCusum.Watch([6, 6, 6, 6, 14, 0], Level with { Threshold = 0.01 }).Value()[5].UpperBound.ShouldBe(7);
        GlrCusum.Watch([0.01, 0.01, 0.01, 0.01, 1, 0], Level with { Threshold = 3.7 }).Value()[5].UpperBound.ShouldBe(1);
        GlrCusum.Watch([0.01, 0.01, 0.01, 0.01, 1, 0], Level with { Threshold = 2.9 }).Value().Skip(4).Select(p => p.UpperBound).ShouldBeClose(1, 1);
    }

    [Fact]
    public void The_mean_follows_the_season_of_the_points_before()
    {
        var points = GlrCusum.Watch(OwnSeries.Busy, new() { From = 73 }).Value();
        points.Skip(72).Select(p => p.UpperBound).ShouldBeClose(24, 26, 30, 34, 39, 41, 40, 36, 31, 27, 24, 22);
        points[73].Expected.ShouldBe(12.549781021569826, 1e-6);
        points[79].Expected.ShouldBe(19.921969614467496, 1e-6);
        points.Select((p, i) => (p, i)).Where(x => x.p.IsAlarm).Select(x => x.i).ShouldBe([79]);
        points = GlrCusum.Watch(OwnSeries.Busy, new() { From = 73, Harmonics = 2, Threshold = 2 }).Value();
        points.Skip(72).Select(p => p.UpperBound).ShouldBeClose(20, 22, 24, 27, 31, 35, 35, 31, 25, 21, 19, 15);
        points[73].Expected.ShouldBe(13.23575169785966, 1e-6);
    }

    [Fact]
    public void A_missing_count_adds_nothing()
    {
        var points = GlrCusum.Watch([6, double.NaN, 6, 6, 10, double.NaN, 14], Level).Value();
        points[1].Verdict.ShouldBe(Verdict.TooEarly);
        points[5].Verdict.ShouldBe(Verdict.NotObserved);
        points[5].UpperBound.ShouldBe(double.NaN);
        points[6].UpperBound.ShouldBe(14);
    }

    [Fact]
    public void What_cannot_be_learned_from_is_named()
    {
        GlrCusum.Watch([0, 0, 0, 0, 5], Level).Code().ShouldBe("detection-nothing-to-learn-from");
        GlrCusum.Watch([1, 1, 1, 1], Level).Code().ShouldBe("detection-nothing-to-learn-from");
        GlrCusum.Watch([1, 1, 1, 5], Level with { From = 4, Harmonics = 2 }).Problem.ShouldNotBeNull().Message
            .ShouldBe("The seasonal mean of the first 3 points could not be fitted: the regression did not settle.");
        GlrCusum.Watch([1, -1], Level).Code().ShouldBe("detection-not-a-count");
    }

    [Fact]
    public void Options_outside_what_the_method_is_defined_for_are_named()
    {
        Refused(Level with { From = 1 }, "from is 1, but at least one point comes before the first one watched.");
        Refused(Level with { Frequency = 0 }, "frequency is 0, but a year has between 1 and 366 points.");
        Refused(Level with { Frequency = 367 }, "frequency is 367, but a year has between 1 and 366 points.");
        Refused(Level with { Harmonics = -1 }, "S is -1, but harmonics are 0 or more.");
        Refused(Level with { Harmonics = 6 }, "S is 6, but a year needs more than two points for each harmonic.");
        Refused(Level with { Threshold = 0 }, "cARL is 0, but a threshold is above 0.");
        GlrCusum.Watch(OwnSeries.Busy, Level with { From = 73, Harmonics = 5 }).Problem.ShouldBeNull();
        GlrCusum.Watch(OwnSeries.Busy, Level with { From = 2, Frequency = 1 }).Problem.ShouldBeNull();
    }

    private static void Refused(GlrCusumOptions options, string message) => GlrCusum.Watch([1, 1], options).Problem.ShouldNotBeNull().Message.ShouldBe(message);
}
