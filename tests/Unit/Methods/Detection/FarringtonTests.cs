using Made.Core.Methods.Detection;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Detection;

public sealed class FarringtonTests
{
    private static readonly FarringtonOptions Monthly = new();

    [Fact]
    public void On_a_level_of_ten_the_bound_is_that_of_a_Poisson_count()
    {
        var counts = OwnSeries.Constant(60, 10);
        var z = Normal.InvCDF(0, 1, 0.99);
        Last(counts, Monthly).UpperBound.ShouldBe(10 * Math.Pow(1 + (2.0 / 3 * z * Math.Sqrt(0.1)), 1.5), 1e-9);
        Last(counts, Monthly).Expected.ShouldBe(10, 1e-9);
        Last(counts, Monthly).P.ShouldBe(0.5, 1e-6);
        Last(counts, Monthly with { Threshold = FarringtonThreshold.NegativeBinomialPlugIn }).UpperBound.ShouldBe(18);
        Last(counts, Monthly with { Threshold = FarringtonThreshold.Muan }).UpperBound.ShouldBe(18);
    }

    [Fact]
    public void The_original_form_is_two_sided_and_takes_the_error_of_the_mean_at_a_dispersion_of_1()
    {
        var z = Normal.InvCDF(0, 1, 0.995);
        Last(OwnSeries.Constant(60, 10), FarringtonOptions.Original).UpperBound.ShouldBe(10 * Math.Pow(1 + (2.0 / 3 * z * Math.Sqrt((1 + (1.0 / 12)) / 10)), 1.5), 1e-6);
    }

    [Fact]
    public void Only_a_count_above_the_bound_is_an_alarm()
    {
        var counts = OwnSeries.Constant(60, 10);
        var binomial = Monthly with { Threshold = FarringtonThreshold.NegativeBinomialPlugIn };
        counts[59] = 18;
        Last(counts, binomial).Verdict.ShouldBe(Verdict.Usual);
        Last(counts, binomial).IsAlarm.ShouldBeFalse();
        Last(counts, binomial).Score.ShouldBe(1, 1e-9);
        counts[59] = 19;
        Last(counts, binomial).Verdict.ShouldBe(Verdict.Alarm);
        Last(counts, binomial).IsAlarm.ShouldBeTrue();
        Last(counts, binomial).IsJudged.ShouldBeTrue();
        Last(counts, binomial).Score.ShouldBe(9.0 / 8, 1e-9);
        Last(counts, binomial).P.ShouldBe(1 - Poisson.CDF(10, 18), 1e-9);
    }

    [Fact]
    public void Points_are_too_early_until_all_years_lie_before_them()
    {
        var points = Farrington.Watch(OwnSeries.Constant(51, 10), Monthly).Value();
        points.Count.ShouldBe(51);
        points.Take(49).ShouldAllBe(p => p.Verdict == Verdict.TooEarly && double.IsNaN(p.UpperBound) && double.IsNaN(p.Expected) && double.IsNaN(p.P) && !p.IsJudged);
        points.Skip(49).ShouldAllBe(p => p.Verdict == Verdict.Usual);
        Farrington.Watch([], Monthly).Value().ShouldBeEmpty();
    }

    [Fact]
    public void Fewer_than_five_events_in_four_points_are_not_judged()
    {
        var counts = OwnSeries.Constant(60, 3);
        (counts[56], counts[57], counts[58], counts[59]) = (0, 1, 1, 2);
        var few = Last(counts, Monthly);
        few.Verdict.ShouldBe(Verdict.TooFewEvents);
        few.UpperBound.ShouldBe(double.NaN);
        few.Expected.ShouldBe(3, 1e-9);
        few.IsJudged.ShouldBeFalse();
        counts[56] = 1;
        Last(counts, Monthly).Verdict.ShouldBe(Verdict.Usual);
        Last(counts, Monthly with { EventsOver = 3 }).Verdict.ShouldBe(Verdict.TooFewEvents);
        Last(counts, Monthly with { EventsNeeded = 5.5 }).Verdict.ShouldBe(Verdict.TooFewEvents);
        Last(counts, Monthly with { EventsNeeded = 0, EventsOver = 1 }).Verdict.ShouldBe(Verdict.Usual);
        Last(counts, Monthly with { EventsNeeded = 100, EventsOver = 1000 }).Verdict.ShouldBe(Verdict.Usual);
    }

    [Fact]
    public void A_missing_count_is_not_judged_and_left_out_of_baselines()
    {
        var counts = OwnSeries.Constant(60, 10);
        counts[58] = double.NaN;
        Last(counts, Monthly).Verdict.ShouldBe(Verdict.NotObserved);
        Last(counts, Monthly).UpperBound.ShouldBe(double.NaN);
        counts[58] = 10;
        counts[47] = double.NaN;
        Last(counts, Monthly).Expected.ShouldBe(10, 1e-9);
    }

    [Fact]
    public void A_baseline_without_an_event_gives_no_bound()
    {
        var counts = OwnSeries.Constant(60, 0);
        Last(counts, Monthly).Verdict.ShouldBe(Verdict.TooFewEvents);
        counts[59] = 9;
        Last(counts, Monthly).Verdict.ShouldBe(Verdict.BaselineEmpty);
        Last(counts, Monthly).Observed.ShouldBe(9);
        counts[47] = 1;
        Last(counts, Monthly with { Trend = false }).Verdict.ShouldBe(Verdict.Alarm);
    }

    [Theory]
    [InlineData(5, Verdict.Usual)]
    [InlineData(2, Verdict.NotConverged)]
    public void Where_hardly_a_point_of_the_baseline_is_held_nothing_can_be_fitted(int held, Verdict verdict)
    {
        var counts = OwnSeries.Constant(60, 10);
        foreach (var at in FarringtonBaseline.Of(59, Monthly).Skip(held))
            counts[at.At] = double.NaN;
        (counts[56], counts[57], counts[58]) = (10, 10, 10);
        if (held == 2)
            counts[FarringtonBaseline.Of(59, Monthly)[1].At] = double.NaN;
        Last(counts, Monthly).Verdict.ShouldBe(verdict);
    }

    [Fact]
    public void A_falling_trend_is_followed_and_a_rising_one_only_up_to_what_was_seen()
    {
        double[] falling = [.. Enumerable.Range(0, 60).Select(i => Math.Round(400 * Math.Exp(-0.02 * i)))];
        Last(falling, Monthly).Expected.ShouldBe(400 * Math.Exp(-0.02 * 59), 1);
        Last(falling, Monthly with { Trend = false }).Expected.ShouldBeGreaterThan(180);
        double[] rising = [.. falling.Reverse()];
        Last(rising, Monthly).Expected.ShouldBe(Last(rising, Monthly with { Trend = false }).Expected);
    }

    [Theory]
    [InlineData("delta", true, 36.43429822205572, 20.77061657957781, 0.0016623216958863152)]
    [InlineData("nbPlugin", true, 37, 20.77061657957781, 0.0024773991993983033)]
    [InlineData("muan", true, 39, 20.77061657957781, 0.007173042529504012)]
    [InlineData("original", true, 36.47801070688528, 20.81086695892774, 0.000588350065225729)]
    [InlineData("periods", true, 32.63029892512942, 20.761932198673367, 7.34720268362743E-05)]
    [InlineData("unweighted", true, 39.996489595696204, 20.77061657957781, 0.007428662416658183)]
    [InlineData("trendless", true, 36.693002420095425, 21.666666666666913, 0.0016970764125241455)]
    [InlineData("level", true, 36.693002420095425, 21.666666666666913, 0.0016970764125241455)]
    [InlineData("wide", true, 32.53655485707291, 18.55197995985614, 0.00018025593689541264)]
    [InlineData("calendar", true, 36.436416326988194, 20.772567281247646, 0.0016638237233668196)]
    [InlineData("halves", true, 30.763152802560622, 14.362950264633476, 0.00018575106852214418)]
    [InlineData("delta", false, 5.285321879958775, 1.2065677192163775, 1.5344246194759492E-06)]
    [InlineData("nbPlugin", false, 4, 1.2065677192163775, 6.569389845274731E-08)]
    [InlineData("muan", false, 10, 1.2065677192163775, 0.008905196184883715)]
    [InlineData("original", false, 4.182861921724936, 0.811372871262092, 5.911076073061849E-10)]
    [InlineData("periods", false, 4.272049386396494, 0.9902691320392223, 1.0173071829377989E-08)]
    [InlineData("level", false, 3.764225254559714, 0.8333333333333339, 3.711453366861406E-10)]
    public void An_outbreak_stands_out_under_every_setting(string setting, bool busy, double bound, double expected, double p)
    {
        var (counts, at) = busy ? (OwnSeries.Busy, 79) : (OwnSeries.Quiet, 80);
        var point = Farrington.Watch(counts, Setting(setting)).Value()[at];
        point.Verdict.ShouldBe(Verdict.Alarm);
        point.UpperBound.ShouldBe(bound, 1e-7 * bound);
        point.Expected.ShouldBe(expected, 1e-7 * expected);
        point.P.ShouldBe(p, Math.Max(1e-6 * p, 1e-13));
    }

    [Theory]
    [InlineData("level", 30.395092645908175, 33.367211921346644)]
    public void A_trend_that_is_significant_is_kept_at_five_per_cent(string setting, double bound, double without)
    {
        Farrington.Watch(OwnSeries.Busy, Setting(setting)).Value()[80].UpperBound.ShouldBe(bound, 1e-6);
        Farrington.Watch(OwnSeries.Busy, Setting("trendless")).Value()[80].UpperBound.ShouldBe(without, 1e-6);
    }

    [Fact]
    public void Options_outside_what_the_method_is_defined_for_are_named()
    {
        Refused(Monthly with { Frequency = 0 }, "frequency is 0, but a year has between 1 and 366 points.");
        Refused(Monthly with { Frequency = 367 }, "frequency is 367, but a year has between 1 and 366 points.");
        Refused(Monthly with { Years = 2 }, "b is 2, but the method needs between 3 and 100 years.");
        Refused(Monthly with { Years = 101 }, "b is 101, but the method needs between 3 and 100 years.");
        Refused(Monthly with { HalfWindow = -1 }, "w is -1, but a half window is 0 or more.");
        Refused(Monthly with { HalfWindow = 6 }, "w is 6, but windows of two years may not overlap.");
        Refused(Monthly with { Alpha = 0 }, "alpha is 0, but a level lies between 0 and 1.");
        Refused(Monthly with { Alpha = 1 }, "alpha is 1, but a level lies between 0 and 1.");
        Refused(Monthly with { Alpha = double.NaN }, "alpha is NaN, but a level lies between 0 and 1.");
        Refused(Monthly with { NotIncluded = -1 }, "pastNotIncluded is -1, but between no point and a year can be left out.");
        Refused(Monthly with { NotIncluded = 13 }, "pastNotIncluded is 13, but between no point and a year can be left out.");
        Refused(Monthly with { Periods = 0 }, "noPeriods is 0, but there is at least one, and each holds a point.");
        Refused(Monthly with { Periods = 11 }, "noPeriods is 11, but there is at least one, and each holds a point.");
        Refused(FarringtonOptions.Original with { Threshold = FarringtonThreshold.Muan }, "threshold is 2, but the original form knows only delta.");
        Refused(Monthly with { EventsNeeded = -1 }, "limit54 is -1, but the events asked for are 0 or more.");
        Refused(Monthly with { EventsOver = 0 }, "limit54 is 0, but they are counted over one point or more.");
        Refused(Monthly with { TrendLevel = -1 }, "pThresholdTrend is -1, but a level is 0 or more.");
        Refused(Monthly with { WeightsAbove = 0 }, "weightsThreshold is 0, but a residual is weighted down above a number above 0.");
        foreach (var edge in new[] { Monthly with { Years = 100 }, Monthly with { Years = 3 }, Monthly with { HalfWindow = 0 }, Monthly with { HalfWindow = 5 }, Monthly with { NotIncluded = 0 }, Monthly with { NotIncluded = 12 }, Monthly with { Periods = 10 }, Monthly with { Frequency = 366 }, Monthly with { TrendLevel = 0 }, Monthly with { Frequency = 1, HalfWindow = 0 } })
            Farrington.Watch(OwnSeries.Busy, edge).Value().Count.ShouldBe(84);
    }

    [Fact]
    public void What_is_no_count_is_named_with_its_point()
    {
        Farrington.Watch([1, -1], Monthly).Problem.ShouldNotBeNull().Message.ShouldBe("Point 2 is -1, which is not a count.");
        Farrington.Watch([double.PositiveInfinity], Monthly).Code().ShouldBe("detection-not-a-count");
    }

    private static void Refused(FarringtonOptions options, string message) =>
        Farrington.Watch(OwnSeries.Busy, options).Problem.ShouldNotBeNull().Message.ShouldBe(message);

    private static DetectionPoint Last(double[] counts, FarringtonOptions options) => Farrington.Watch(counts, options).Value()[^1];

    private static FarringtonOptions Setting(string name) => name switch
    {
        "nbPlugin" => Monthly with { Threshold = FarringtonThreshold.NegativeBinomialPlugIn },
        "muan" => Monthly with { Threshold = FarringtonThreshold.Muan },
        "original" => FarringtonOptions.Original,
        "periods" => Monthly with { Periods = 4, NotIncluded = 3 },
        "unweighted" => Monthly with { Reweight = false },
        "trendless" => Monthly with { Trend = false },
        "level" => Monthly with { TrendLevel = 0.05 },
        "wide" => Monthly with { HalfWindow = 2, Years = 5, WeightsAbove = 1 },
        "calendar" => Monthly with { First = new(2016, 1) },
        "halves" => Monthly with { Frequency = 6, Years = 6 },
        _ => Monthly,
    };
}
