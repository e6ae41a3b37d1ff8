using Made.Core.Methods;
using Made.Core.Methods.Rates;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Rates;

public sealed class StandardisationTests
{
    private static readonly AgeBand[] Two = [new(6, 1000, 60), new(8, 500, 40)];

    [Fact]
    public void A_standardised_rate_weighs_each_band_by_the_standard_population()
    {
        var rate = DirectStandardisation.Of(Two, 1000);
        // (60 x 0.006 + 40 x 0.016)/100 = 0.01; (3600 x 6/10^6 + 1600 x 8/250000)/10^4 = 7.28e-6.
        rate.Rate.ShouldBe(10, 1e-12);
        rate.Variance.ShouldBe(7.28e-6, 1e-18);
        (rate.Events, rate.Population, rate.Multiplier, rate.Missing, rate.IsKnown).ShouldBe((14, 1500, 1000, 0, true));
        var byar = PoissonInterval.Byar(14);
        var scale = 1000 * Math.Sqrt(7.28e-6 / 14);
        rate.Limits().Lower.ShouldBe(10 + (scale * (byar.Lower - 14)), 1e-12);
        rate.Limits().Upper.ShouldBe(10 + (scale * (byar.Upper - 14)), 1e-12);
        rate.Limits(0.998).Lower.ShouldBeLessThan(rate.Limits().Lower);
        DirectStandardisation.Of(Two).Rate.ShouldBe(1000, 1e-9);
    }

    [Fact]
    public void Ten_events_give_a_rate_and_nine_do_not()
    {
        DirectStandardisation.Of([new(10, 1000, 1)]).Rate.ShouldBe(1000, 1e-9);
        var nine = DirectStandardisation.Of([new(9, 1000, 1)]);
        nine.Rate.ShouldBe(double.NaN);
        nine.IsKnown.ShouldBeFalse();
        nine.Limits().ShouldBe(Interval.None);
        nine.Events.ShouldBe(9);
    }

    [Fact]
    public void A_band_whose_events_are_missing_leaves_no_rate_and_is_not_zero()
    {
        var rate = DirectStandardisation.Of([new(20, 1000, 1), new(double.NaN, 1000, 1)]);
        (rate.Events, rate.Population, rate.Missing, rate.IsKnown).ShouldBe((20, 2000, 1, false));
        DirectStandardisation.Of([new(20, 1000, 1), new(0, 1000, 1)]).Rate.ShouldBe(1000, 1e-9);
    }

    [Fact]
    public void Repeated_events_widen_the_limits_and_leave_the_rate()
    {
        var once = DirectStandardisation.OfRepeated(Two, [[(1, 6)], [(1, 8)]], 1000);
        var often = DirectStandardisation.OfRepeated(Two, [[(1, 2), (2, 2)], [(1, 2), (3, 2)]], 1000);
        once.ShouldBe(DirectStandardisation.Of(Two, 1000));
        (often.Rate, often.Events).ShouldBe((once.Rate, 14));
        // Band one: 2 + 2 x 4 = 10 in place of 6; band two: 2 + 2 x 9 = 20 in place of 8.
        often.Variance.ShouldBe(((3600 * 10e-6) + (1600 * 20 / 250000.0)) / 1e4, 1e-18);
        Should.Throw<ArgumentException>(() => DirectStandardisation.OfRepeated(Two, [[(1, 6)]]));
    }

    [Fact]
    public void Bands_that_cannot_be_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => DirectStandardisation.Of([new(1, 0, 1)]));
        Should.Throw<ArgumentOutOfRangeException>(() => DirectStandardisation.Of([new(1, double.NaN, 1)]));
        Should.Throw<ArgumentOutOfRangeException>(() => DirectStandardisation.Of([new(-1, 10, 1)]));
        Should.Throw<ArgumentOutOfRangeException>(() => DirectStandardisation.Of([new(1, 10, -1), new(1, 10, 5)]));
        Should.Throw<ArgumentOutOfRangeException>(() => DirectStandardisation.Of([new(1, 10, double.NaN), new(1, 10, 5)]));
        Should.Throw<ArgumentOutOfRangeException>(() => DirectStandardisation.Of([new(1, 10, 0)]));
        Should.Throw<ArgumentOutOfRangeException>(() => DirectStandardisation.Of([]));
        DirectStandardisation.Of([new(10, 10, 0), new(10, 10, 5)]).Rate.ShouldBe(100_000);
    }

    [Theory]
    [InlineData(-1, 10, 1, "Events are 0 or more.")]
    [InlineData(1, 0, 1, "A population is above 0: merge bands.")]
    [InlineData(1, 10, -1, "A weight is 0 or more.")]
    [InlineData(1, 10, 0, "The weights of the standard population add up to more than 0.")]
    public void A_refused_band_says_what_it_needs(double events, double population, double standard, string needed) =>
        Should.Throw<ArgumentOutOfRangeException>(() => DirectStandardisation.Of([new(events, population, standard)])).Message.ShouldStartWith(needed);

    [Fact]
    public void One_wrong_number_among_good_ones_is_refused_with_what_is_needed()
    {
        Should.Throw<ArgumentException>(() => DirectStandardisation.OfRepeated(Two, [[(1, 6)]])).Message.ShouldStartWith("Each band needs its list of frequencies.");
        Should.Throw<ArgumentException>(() => IndirectStandardisation.Of(1, [1], [(1, 1), (1, 1)])).Message.ShouldStartWith("Each band needs its reference.");
        Should.Throw<ArgumentOutOfRangeException>(() => IndirectStandardisation.Of(1, [1, -1], [(1, 1), (1, 1)])).Message.ShouldStartWith("Counts are 0 or more.");
        Should.Throw<ArgumentOutOfRangeException>(() => IndirectStandardisation.Of(1, [1, 1], [(1, 1), (-1, 1)])).Message.ShouldStartWith("Counts are 0 or more.");
        Should.Throw<ArgumentOutOfRangeException>(() => IndirectStandardisation.Of(1, [1, 1], [(1, 1), (1, 0)])).Message.ShouldStartWith("A population of the reference is above 0.");
    }

    [Fact]
    public void The_European_standard_has_nineteen_bands_of_100_000_people()
    {
        EuropeanStandard.Of2013.Count.ShouldBe(19);
        EuropeanStandard.Of2013.Sum().ShouldBe(100_000);
        (EuropeanStandard.Of2013[0], EuropeanStandard.Of2013[18]).ShouldBe((5000, 1000));
    }

    [Fact]
    public void Expected_events_come_from_the_reference()
    {
        var ratio = IndirectStandardisation.Of(30, [1000, 1000], [(200, 10000), (100, 20000)]);
        (ratio.Expected, ratio.Ratio, ratio.ReferenceRate).ShouldBe((25, 1.2, 0.01));
        ratio.Rate().ShouldBe(1200, 1e-9);
        ratio.RatioLimits().ShouldBe(PoissonInterval.Byar(30).Times(1 / 25.0));
        ratio.RateLimits(1000, 0.998).Upper.ShouldBe(PoissonInterval.Byar(30, 0.998).Upper / 25 * 10, 1e-12);
        ratio.RateLimits(1000).Lower.ShouldBe(PoissonInterval.Byar(30).Lower / 25 * 10, 1e-12);
    }

    [Fact]
    public void Nothing_expected_leaves_no_ratio()
    {
        var ratio = IndirectStandardisation.Of(3, [0, 0], [(200, 10000), (100, 20000)]);
        ratio.Ratio.ShouldBe(double.NaN);
        ratio.RatioLimits().ShouldBe(Interval.None);
        ratio.Rate().ShouldBe(double.NaN);
        IndirectStandardisation.Of(0, [100], [(1, 100)]).RatioLimits().Lower.ShouldBe(0);
    }

    [Fact]
    public void References_that_cannot_be_are_refused()
    {
        Should.Throw<ArgumentException>(() => IndirectStandardisation.Of(1, [1], [(1, 1), (1, 1)]));
        Should.Throw<ArgumentOutOfRangeException>(() => IndirectStandardisation.Of(-1, [1], [(1, 1)]));
        Should.Throw<ArgumentOutOfRangeException>(() => IndirectStandardisation.Of(double.NaN, [1], [(1, 1)]));
        Should.Throw<ArgumentOutOfRangeException>(() => IndirectStandardisation.Of(1, [-1], [(1, 1)]));
        Should.Throw<ArgumentOutOfRangeException>(() => IndirectStandardisation.Of(1, [1], [(-1, 1)]));
        Should.Throw<ArgumentOutOfRangeException>(() => IndirectStandardisation.Of(1, [1], [(1, 0)]));
    }
}
