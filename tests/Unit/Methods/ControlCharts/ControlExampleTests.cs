using Made.Core.Methods.ControlCharts;
using Made.Core.Methods.Rates;
using Shouldly;
using Xunit;
using static Made.Tests.Unit.Methods.MethodPages;

namespace Made.Tests.Unit.Methods.ControlCharts;

/// <summary>The numbers of the pages on charts of counts and over-dispersion, read from the pages.</summary>
public sealed class ControlExampleTests
{
    [Fact]
    public void The_page_on_charts_of_counts_shows_what_the_code_draws()
    {
        var rows = Rows("attribute-chart", 5);
        double[] parts = [.. rows.Select(r => Number(r[0]))], wholes = [.. rows.Select(r => Number(r[1]))];
        var plain = AttributeChart.Of(AttributeKind.P, parts, wholes);
        var laney = AttributeChart.Of(AttributeKind.PPrime, parts, wholes);
        foreach (var (row, point) in rows.Zip(plain.Points))
            row[2..].ShouldBe([double.IsNaN(point.Value) ? "" : Printed(point.Value), Printed(point.Limits.Lower), Printed(point.Limits.Upper)]);
        foreach (var value in new[] { plain.Centre, laney.Inflation, laney.Points[0].Limits.Lower, laney.Points[0].Limits.Upper })
            Says("attribute-chart", Printed(value)).ShouldBeTrue(Printed(value));
        Says("attribute-chart", $"Longest run {plain.Runs.LongestRun}, {plain.Runs.Crossings} crossing.").ShouldBeTrue();
    }

    [Fact]
    public void The_page_on_overdispersion_shows_what_the_code_computes()
    {
        var rows = Rows("funnel-overdispersion", 5);
        List<FunnelArea> groups = [.. rows.Select(r => new FunnelArea(Number(r[0]), Number(r[1])))];
        var dispersion = FunnelDispersion.Of(groups, DispersionScale.Proportion);
        var limits = new DispersionLimits(groups, DispersionScale.Proportion, dispersion.Tau2);
        Says("funnel-overdispersion", $"phi {Printed(dispersion.Phi)}, tau2 {Printed(dispersion.Tau2)}").ShouldBeTrue();
        foreach (var (row, i) in rows.Select((r, i) => (r, i)))
        {
            var (plain, wide) = (limits.Wide(groups[i].Denominator, dispersed: false), limits.Wide(groups[i].Denominator, dispersed: true));
            row[2..].ShouldBe(new[] { dispersion.Scores[i].Score, plain.Lower, plain.Upper, wide.Lower, wide.Upper }.Select(Printed));
        }
        groups.Count(g => !limits.Wide(g.Denominator, dispersed: false).Holds(g.Events / g.Denominator)).ShouldBe(3);
        groups.Count(g => !limits.Wide(g.Denominator, dispersed: true).Holds(g.Events / g.Denominator)).ShouldBe(0);
    }
}
