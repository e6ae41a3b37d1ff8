using Made.Core.Methods;
using Made.Core.Methods.Rates;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Rates;

/// <summary>The published sheets of PHEindicatormethods, and what its functions give on seeded inputs, against Core.</summary>
public sealed class RateVectorTests
{
    private const double Published = 1e-6;

    [Fact]
    public void Published_rates_agree_and_missing_ones_stay_missing()
    {
        foreach (var row in Vectors.Rows("01-rates/phe_rate__testdata_Rate.csv"))
        {
            var (x, n, m) = (row.Number("Numerator"), row.Number("Denominator"), row.Number("multiplier"));
            var missing = double.IsNaN(x) || double.IsNaN(n);
            Same(row, missing ? Interval.None : PoissonInterval.OfRate(x, n, m), "lower95_0cl", "upper95_0cl");
            Same(row, missing ? Interval.None : PoissonInterval.OfRate(x, n, m, 0.998), "lower99_8cl", "upper99_8cl");
        }
    }

    [Fact]
    public void Published_proportions_agree()
    {
        foreach (var row in Vectors.Rows("01-rates/phe_proportion__testdata_Prop.csv").Where(r => r["value"].Length > 0))
        {
            var (x, n, m) = (row.Number("Numerator"), row.Number("Denominator"), row.Number("multiplier"));
            Same(row, WilsonInterval.Of(x, n).Times(m), "lower95_0cl", "upper95_0cl");
            Same(row, WilsonInterval.Of(x, n, 0.998).Times(m), "lower99_8cl", "upper99_8cl");
        }
    }

    [Fact]
    public void Published_directly_standardised_rates_agree()
    {
        var results = Vectors.Rows("01-rates/phe_dsr_isr__testresults_DSR.csv");
        var counts = Vectors.Rows("01-rates/phe_dsr_isr__testdata_multiarea.csv").GroupBy(r => r["area"]);
        foreach (var area in counts)
        {
            var rate = DirectStandardisation.Of([.. area.Zip(EuropeanStandard.Of2013, (r, w) => new AgeBand(r.Number("count"), r.Number("pop"), w))]);
            Agree(results.Last(r => r["area"] == area.Key), rate);
        }
        foreach (var area in Vectors.Rows("01-rates/phe_dsr_isr__testdata_nonindepe.csv").GroupBy(r => r["area"]))
        {
            var rate = DirectStandardisation.OfRepeated(
                [.. area.Zip(EuropeanStandard.Of2013, (r, w) => new AgeBand(0, r.Number("pop"), w))],
                [.. area.Select(r => Enumerable.Range(1, 4).Where(f => r[$"f{f}"].Length > 0).Select(f => ((double)f, r.Number($"f{f}"))).ToList())]);
            Agree(results.Single(r => r["area"] == area.Key), rate);
        }
    }

    [Fact]
    public void Published_indirectly_standardised_ratios_and_rates_agree()
    {
        var results = Vectors.Rows("01-rates/phe_dsr_isr__testresults_ISR.csv");
        foreach (var area in Vectors.Rows("01-rates/phe_dsr_isr__testdata_multiarea_isr.csv").GroupBy(r => r["area"]))
        {
            var ratio = IndirectStandardisation.Of(
                area.Sum(r => Held(r, "count")), [.. area.Select(r => Held(r, "pop"))], [.. area.Select(r => (Held(r, "refcount"), r.Number("refpop")))]);
            foreach (var row in results.Where(r => r["area"] == area.Key))
            {
                var isRate = row["ref_rate"].Length > 0;
                var scale = double.Parse(row["statistic"].Split(' ')[^1]);
                Vectors.Near(ratio.Expected, row.Number("expected"), Published).ShouldBeTrue();
                Vectors.Near(isRate ? ratio.Rate(scale) : ratio.Ratio * scale, row.Number("value"), Published).ShouldBeTrue();
                Same(row, isRate ? ratio.RateLimits(scale) : ratio.RatioLimits().Times(scale), "lower95_0cl", "upper95_0cl");
                Same(row, isRate ? ratio.RateLimits(scale, 0.998) : ratio.RatioLimits(0.998).Times(scale), "lower99_8cl", "upper99_8cl");
            }
        }
    }

    [Fact]
    public void Seeded_indirectly_standardised_ratios_and_rates_agree_to_nine_places()
    {
        var reference = Vectors.Rows("01-rates/gen_isr_reference.csv").Select(r => (r.Number("ro"), r.Number("rp"))).ToList();
        var areas = Vectors.Rows("01-rates/gen_dsr_input.csv").GroupBy(r => r["area"]).ToDictionary(g => g.Key, g => IndirectStandardisation.Of(
            g.Sum(r => r.Number("obs")), [.. g.Select(r => r.Number("pop"))], reference));
        foreach (var row in Vectors.Rows("01-rates/gen_isratio_expected.csv"))
        {
            Vectors.Near(areas[row["area"]].Ratio, row.Number("value")).ShouldBeTrue();
            Vectors.Near(areas[row["area"]].RatioLimits().Lower, row.Number("lowercl")).ShouldBeTrue();
            Vectors.Near(areas[row["area"]].RatioLimits().Upper, row.Number("uppercl")).ShouldBeTrue();
        }
        foreach (var row in Vectors.Rows("01-rates/gen_israte_expected.csv"))
        {
            Vectors.Near(areas[row["area"]].Rate(), row.Number("value")).ShouldBeTrue();
            Vectors.Near(areas[row["area"]].ReferenceRate * 100_000, row.Number("ref_rate")).ShouldBeTrue();
            Vectors.Near(areas[row["area"]].RateLimits().Lower, row.Number("lowercl")).ShouldBeTrue();
            Vectors.Near(areas[row["area"]].RateLimits().Upper, row.Number("uppercl")).ShouldBeTrue();
        }
    }

    [Fact]
    public void Quantiles_agree()
    {
        var rows = Vectors.Rows("01-rates/gen_quantiles.csv");
        double[] values = [.. rows.Select(r => r.Number("value"))];
        foreach (var (column, groups, highestFirst) in new[] { ("quintile_invert_true", 5, true), ("quartile_invert_false", 4, false), ("decile_invert_true", 10, true) })
            Quantiles.Of(values, groups, highestFirst).ShouldBe(rows.Select(r => r.Number(column)));
    }

    [Fact]
    public void Means_agree()
    {
        var values = Vectors.Rows("01-rates/phe_mean__testdata_Mean.csv");
        foreach (var row in Vectors.Rows("01-rates/phe_mean__testdata_Mean_results.csv"))
        {
            var mean = MeanInterval.Of([.. values.Where(v => row["area"] == "No grouping" || v["area"] == row["area"]).Select(v => v.Number("values"))]);
            Vectors.Near(mean.Mean, row.Number("value"), Published).ShouldBeTrue();
            Vectors.Near(mean.Deviation, row.Number("stdev"), Published).ShouldBeTrue();
            Same(row, mean.Limits(), "lower95_0cl", "upper95_0cl");
            Same(row, mean.Limits(0.998), "lower99_8cl", "upper99_8cl");
        }
    }

    /// <summary>The sheet leaves empty what is 0 there.</summary>
    private static double Held(IReadOnlyDictionary<string, string> row, string column) => row[column].Length == 0 ? 0 : row.Number(column);

    private static void Agree(IReadOnlyDictionary<string, string> row, StandardisedRate rate)
    {
        rate.Events.ShouldBe(row.Number("total_count"));
        rate.Population.ShouldBe(row.Number("total_pop"));
        Vectors.Near(rate.Rate, row.Number("value"), Published).ShouldBeTrue(row["area"]);
        Same(row, rate.Limits(), "lower95_0cl", "upper95_0cl");
        Same(row, rate.Limits(0.998), "lower99_8cl", "upper99_8cl");
    }

    private static void Same(IReadOnlyDictionary<string, string> row, Interval limits, string lower, string upper)
    {
        // The published sheet of one level leaves the other out.
        if (row[lower].Length == 0 && row["value"].Length > 0)
            return;
        Vectors.Near(limits.Lower, row.Number(lower), Published).ShouldBeTrue($"{lower}: {limits.Lower} {row[lower]}");
        Vectors.Near(limits.Upper, row.Number(upper), Published).ShouldBeTrue($"{upper}: {limits.Upper} {row[upper]}");
    }
}
