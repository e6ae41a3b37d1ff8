using Made.Core.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods;

public class ReferenceVectorTests
{
    [Fact]
    public void Rates_from_LSOA_to_county_agree_with_the_reference_to_nine_places()
    {
        foreach (var row in Vectors.Rows("01-rates/gen_rates_lsoa_to_county.csv"))
        {
            var (x, n) = (row.Number("count"), row.Number("population"));
            Agree(row, PoissonInterval.OfRate(x, n, 1000), "lower95_0cl", "upper95_0cl");
            Agree(row, PoissonInterval.OfRate(x, n, 1000, 0.998), "lower99_8cl", "upper99_8cl");
            PoissonInterval.MethodFor(x).ShouldBe(row["method"]);
        }
    }

    [Fact]
    public void Byar_limits_agree_with_the_reference_where_it_gives_them()
    {
        foreach (var row in Vectors.Rows("01-rates/gen_byars_counts.csv"))
            foreach (var (confidence, name) in new[] { (0.95, "95"), (0.998, "99.8") })
            {
                var limits = PoissonInterval.Byar(row.Number("count"), confidence);
                if (row[$"byars_lower_{name}"].Length > 0)
                    Vectors.Near(limits.Lower, row.Number($"byars_lower_{name}")).ShouldBeTrue();
                Vectors.Near(limits.Upper, row.Number($"byars_upper_{name}")).ShouldBeTrue();
            }
    }

    [Fact]
    public void Proportions_agree_with_the_reference_to_nine_places()
    {
        foreach (var row in Vectors.Rows("01-rates/gen_proportions.csv"))
        {
            var (x, n) = (row.Number("numerator"), row.Number("denominator"));
            Agree(row, WilsonInterval.Of(x, n).Times(100), "lower95_0cl", "upper95_0cl");
            Agree(row, WilsonInterval.Of(x, n, 0.998).Times(100), "lower99_8cl", "upper99_8cl");
        }
    }

    [Theory]
    [InlineData("02-spc-funnel/xmr_edge_points.csv")]
    [InlineData("02-spc-funnel/xmr_real_points.csv")]
    [InlineData("02-spc-funnel/xmr_rebased_seatbelt_law_points.csv")]
    public void Run_charts_agree_with_the_reference_in_limits_rules_and_labels(string file)
    {
        foreach (var series in Vectors.Rows(file).GroupBy(r => (Series: r["series"], Option: r["option"])))
        {
            var rows = series.ToList();
            var option = series.Key.Option;
            var options = new XmrOptions { Screen = option != "neutral_noscreen", FixAfter = option == "fix12_decrease" ? 12 : null };
            var chart = Xmr.Chart([.. rows.Select(r => r.Number("y"))], options, [.. rows.Select(r => (int)r.Number("rebase_group"))]);
            foreach (var (row, point) in rows.Zip(chart.Points))
            {
                var where = $"{series.Key} {row["date"]}";
                Vectors.Near(point.Mean, row.Number("mean")).ShouldBeTrue(where);
                point.Label.ShouldBe(row["special_cause_type"], where);
                point.TypeFor(Direction(option)).ShouldBe(row["point_type"], where);
                point.Side.ShouldBe((int)row.Number("relative_to_mean"), where);

                // Screened to nothing, the reference draws no limits for a constant series; ours lie on the mean.
                if (row["lpl"].Length == 0)
                {
                    point.Limits.ShouldBe(new Interval(7, 7));
                    continue;
                }
                Vectors.Near(point.Limits.Lower, row.Number("lpl")).ShouldBeTrue(where);
                Vectors.Near(point.Limits.Upper, row.Number("upl")).ShouldBeTrue(where);
                point.IsOutside.ShouldBe(row["outside_limits"] == "TRUE", where);
                point.IsClose.ShouldBe(row["close_to_limits"] == "TRUE", where);
            }
        }
    }

    private static Improvement Direction(string option) => option switch
    {
        "neutral_noscreen" => Improvement.Neutral,
        "default_increase" => Improvement.Increase,
        _ => Improvement.Decrease,
    };

    private static void Agree(IReadOnlyDictionary<string, string> row, Interval limits, string lower, string upper)
    {
        Vectors.Near(limits.Lower, row.Number(lower)).ShouldBeTrue($"{row["area"]} {lower}: {limits.Lower} {row[lower]}");
        Vectors.Near(limits.Upper, row.Number(upper)).ShouldBeTrue($"{row["area"]} {upper}: {limits.Upper} {row[upper]}");
    }
}
