using Made.Core.Methods;
using Made.Core.Methods.Rates;
using Shouldly;
using Xunit;
using static Made.Tests.Unit.Methods.MethodPages;

namespace Made.Tests.Unit.Methods.Rates;

/// <summary>The numbers of the pages on rates and comparison, read from the pages.</summary>
public sealed class RateExampleTests
{
    [Fact]
    public void The_page_on_standardised_rates_shows_what_the_code_computes()
    {
        var rows = Rows("directly-standardised-rate", 4);
        var bands = rows.Select(r => new AgeBand(Number(r[1]), Number(r[0]), Number(r[2]))).ToList();
        var plain = DirectStandardisation.Of(bands, 1000);
        var repeated = DirectStandardisation.OfRepeated(
            bands, [.. rows.Select(r => r[3].Split(' ').Select(p => p.Split('x')).Select(p => (Number(p[1]), Number(p[0]))).ToList())], 1000);
        repeated.Rate.ShouldBe(plain.Rate, 1e-12);
        foreach (var value in new[] { plain.Rate, plain.Limits().Lower, plain.Limits().Upper, repeated.Limits().Lower, repeated.Limits().Upper })
            Says("directly-standardised-rate", Printed(value)).ShouldBeTrue(Printed(value));
    }

    [Fact]
    public void The_page_on_standardised_ratios_shows_what_the_code_computes()
    {
        foreach (var r in Rows("indirectly-standardised-ratio", 3))
        {
            var ratio = IndirectStandardisation.Of(Number(r[0]), [Number(r[1]), Number(r[2])], [(200, 10000), (100, 20000)]);
            r[3..].ShouldBe(new[] { ratio.Expected, ratio.Ratio, ratio.RatioLimits().Lower, ratio.RatioLimits().Upper, ratio.Rate(1000) }.Select(Printed));
        }
    }

    [Fact]
    public void The_page_on_trends_shows_what_the_code_computes()
    {
        foreach (var r in Rows("recent-trend", 3))
        {
            var trend = RecentTrend.Of([.. r[..5].Select(Number).Select(x => new TrendPoint(x / 60, PoissonInterval.OfRate(x, 60000, 1000)))]);
            r[5..].ShouldBe([Printed(trend.Slope), Printed(trend.ChiSquare), trend.SameSign ? "yes" : "no", trend.Marker.ToString()]);
        }
    }

    [Fact]
    public void The_page_on_benchmarks_shows_what_the_code_says()
    {
        foreach (var r in Rows("benchmark", 5))
        {
            var (value, limits, benchmark) = (Number(r[1]), new Interval(Number(r[2]), Number(r[3])), Number(r[4]));
            var verdict = r[0] == "single"
                ? BenchmarkComparison.Single(value, limits, benchmark, Polarity.LowIsGood)
                : BenchmarkComparison.Double(value, limits, benchmark, new(Number(r[5]), Number(r[6])), Polarity.LowIsGood);
            verdict.ToString().ShouldBe(r[7]);
        }
    }

    [Fact]
    public void The_page_on_funnels_shows_what_the_code_says()
    {
        var rows = Rows("funnel-limits", 4);
        var areas = rows.Select(r => new FunnelArea(Number(r[0]), Number(r[1]))).ToList();
        var baseline = FunnelCurve.BaselineOf(areas);
        Says("funnel-limits", Printed(1000 * baseline)).ShouldBeTrue();
        foreach (var (row, area) in rows.Zip(areas))
            row[2..].ShouldBe([Printed(1000 * area.Events / area.Denominator), FunnelSignificance.Label(FunnelSignificance.OfRate(area, baseline))]);
    }

    [Fact]
    public void The_page_on_quantiles_shows_the_groups()
    {
        var rows = Rows("quantiles", 8);
        Quantiles.Of([.. rows.Select(r => Number(r[0]))], 4).ShouldBe(rows.Select(r => Number(r[1])));
    }

    [Fact]
    public void The_page_on_means_shows_what_the_code_computes()
    {
        foreach (var r in Rows("mean", 2))
        {
            var mean = MeanInterval.Of([.. r[0].Split(' ').Select(Number)]);
            r[1..].ShouldBe(new[] { mean.Mean, mean.Limits().Lower, mean.Limits().Upper }.Select(Printed));
        }
    }
}
