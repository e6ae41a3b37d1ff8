using Made.Core.Methods.Rates;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Rates;

/// <summary>The published funnels of PHEindicatormethods against Core.</summary>
public sealed class FunnelVectorTests
{
    private const double Published = 1e-6;
    private const double Per = 100_000;

    [Theory]
    [InlineData("outputs", double.PositiveInfinity)]
    [InlineData("outputs_with_axis_variation", 31000)]
    public void Curves_of_proportions_agree(string file, double below)
    {
        var areas = Vectors.Rows("01-rates/phe_funnel_prop_inputs.csv").Select(Area("numerator", "denominator")).Where(a => a.Denominator < below).ToList();
        var rows = Vectors.Rows($"01-rates/phe_funnel_prop_{file}.csv");
        if (rows.Count == 0)
            return;
        var curve = FunnelCurve.OfProportions(areas);
        curve.Points.Count.ShouldBe(rows.Count);
        foreach (var (row, point) in rows.Zip(curve.Points))
        {
            point.Position.ShouldBe(row.Number("Population"));
            Near(100 * point.Inner.Lower, row, "Lower2s0025limit");
            Near(100 * point.Inner.Upper, row, "Upper2s0025limit");
            Near(100 * point.Outer.Lower, row, "Lower3s0001limit");
            Near(100 * point.Outer.Upper, row, "Upper3s0001limit");
            Near(100 * curve.Baseline, row, "Baseline");
        }
    }

    [Fact]
    public void Proportions_are_judged_as_published()
    {
        var rows = Vectors.Rows("01-rates/phe_funnel_prop_inputs.csv");
        List<FunnelArea> areas = [.. rows.Select(Area("numerator", "denominator"))];
        var baseline = FunnelCurve.BaselineOf(areas);
        areas.Select(a => FunnelSignificance.Label(FunnelSignificance.OfProportion(a, baseline))).ShouldBe(rows.Select(r => r["significance"]));
    }

    [Fact]
    public void Ratios_are_drawn_and_judged_as_published()
    {
        var areas = Vectors.Rows("01-rates/phe_funnel_ratio_inputs.csv");
        areas.Select(Area("obs", "expected")).Select(a => FunnelSignificance.Label(FunnelSignificance.OfRate(a, 1))).ShouldBe(areas.Select(a => a["significance"]));

        // Its first heading runs over two lines.
        var lines = Vectors.Text("01-rates/phe_funnel_ratio_outputs.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(l => l.Split(',').Select(double.Parse).ToArray()).ToList();
        if (lines.Count == 0)
            return;
        var points = FunnelCurve.OfRatios([.. areas.Select(Area("obs", "expected"))]).Points;
        points.Count.ShouldBe(lines.Count);
        foreach (var (line, p) in lines.Zip(points))
        {
            double[] ours =
            [
                p.Position,
                p.InnerAt.Upper, p.Inner.Lower - 1, 100 * p.Inner.Lower, p.InnerAt.Lower, p.Inner.Upper - 1, 100 * p.Inner.Upper,
                p.OuterAt.Upper, p.Outer.Lower - 1, 100 * p.Outer.Lower, p.OuterAt.Lower, p.Outer.Upper - 1, 100 * p.Outer.Upper,
            ];
            ours.Length.ShouldBe(line.Length);
            ours.Zip(line).ShouldAllBe(v => Vectors.Near(v.First, v.Second, Published));
        }
    }

    [Theory]
    [InlineData("outputs", 414, 414)]
    [InlineData("outputs_2", 5, 5)]
    public void Curves_of_rates_agree(string file, double first, double events)
    {
        var inputs = Vectors.Rows("01-rates/phe_funnel_rate_input_funnels.csv");
        var most = inputs.Select(r => r.Number("ev")).DefaultIfEmpty().Max();
        first.ShouldBe(events);
        Drawn(file, [.. inputs.Select(r => (X: file == "outputs_2" && r.Number("ev") == most ? events : r.Number("ev"), Rate: r.Number("rate")))
            .Select(r => new FunnelArea(r.X, Per * r.X / r.Rate))]);
    }

    [Fact]
    public void Curves_of_rates_agree_where_an_area_has_no_events()
    {
        var inputs = Vectors.Rows("01-rates/phe_funnel_rate_input_funnels.csv");
        var most = inputs.Select(r => r.Number("ev")).DefaultIfEmpty().Max();
        var areas = inputs.Select(r => new FunnelArea(r.Number("ev") == most ? 0 : r.Number("ev"), Per * r.Number("ev") / r.Number("rate"))).ToList();
        Drawn("outputs_3", [.. areas.Where(a => a.Denominator > areas.Max(b => b.Denominator) / 2)]);
    }

    [Theory]
    [InlineData("rate_dsr", 100000, true, "dsr_per_100000_with_0")]
    [InlineData("rate_dsr", 100000, false, "dsr_per_100000_without_0")]
    [InlineData("rate_crude_per_100000", 100000, true, "crude_per_100000_with_0")]
    [InlineData("rate_crude_per_100", 100, false, "crude_per_100_without_0")]
    public void Rates_are_judged_as_published(string rate, double per, bool withZero, string expected)
    {
        var rows = Vectors.Rows("01-rates/phe_funnel_rate_dsr_inputs.csv").Where(r => withZero || r.Number("count") > 0).ToList();
        var standardised = rate == "rate_dsr";
        List<FunnelArea> areas = [.. rows.Select(r => new FunnelArea(
            r.Number("count"), r.Number("count") == 0 ? standardised ? double.NaN : r.Number("pop") : per * r.Number("count") / r.Number(rate)))];
        var baseline = FunnelCurve.BaselineOf(areas);
        areas.Select(a => FunnelSignificance.Label(standardised ? FunnelSignificance.OfStandardisedRate(a, baseline) : FunnelSignificance.OfRate(a, baseline)))
            .ShouldBe(rows.Select(r => r[expected]));
    }

    private static void Drawn(string file, IReadOnlyList<FunnelArea> areas)
    {
        var rows = Vectors.Rows($"01-rates/phe_funnel_rate_{file}.csv");
        if (rows.Count == 0)
            return;
        var curve = FunnelCurve.OfRates(areas, years: 3);
        curve.Points.Count.ShouldBe(rows.Count);
        foreach (var (row, p) in rows.Zip(curve.Points))
        {
            p.Position.ShouldBe(row.Number("Events"));
            Near(p.InnerAt.Upper, row, "lower_2s_population_1_year");
            Near(Per * p.Inner.Lower, row, "lower_2s_limit");
            Near(p.InnerAt.Lower, row, "upper_2s_population_1_year");
            Near(Per * p.Inner.Upper, row, "upper_2s_limit");
            Near(p.OuterAt.Upper, row, "lower_3s_population_1_year");
            Near(Per * p.Outer.Lower, row, "lower_3s_limit");
            Near(p.OuterAt.Lower, row, "upper_3s_population_1_year");
            Near(Per * p.Outer.Upper, row, "upper_3s_limit");
            Near(Per * curve.Baseline, row, "baseline");
        }
    }

    private static Func<IReadOnlyDictionary<string, string>, FunnelArea> Area(string events, string denominator) =>
        row => new(row.Number(events), row.Number(denominator));

    private static void Near(double ours, IReadOnlyDictionary<string, string> row, string column) =>
        Vectors.Near(ours, row.Number(column), Published).ShouldBeTrue($"{column}: {ours} {row[column]}");
}
