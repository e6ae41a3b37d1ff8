using Made.Core.Methods.Severity;
using Made.Core.Register;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Severity;

public sealed class SeverityTests
{
    private static readonly Dictionary<string, double> Weights = new() { ["a"] = 10, ["b"] = 400, ["c"] = 1 };

    [Fact]
    public void Offences_are_weighed_and_shared_among_residents()
    {
        var score = Score(new() { ["a"] = 30, ["b"] = 1, ["c"] = 9 }, 1000);
        (score.Weighted, score.Offences, score.Population).ShouldBe((709, 40, 1000));
        (score.PerResident, score.MeanWeight, score.OffencesPerThousand).ShouldBe((0.709, 17.725, 40));
        (score.Heaviest, score.HeaviestWeighted, score.PerResidentWithoutHeaviest).ShouldBe(("b", 400, 0.309));
    }

    [Fact]
    public void No_offences_score_nothing_and_have_no_mean_weight()
    {
        var score = Score(new() { ["a"] = 0 }, 1000);
        (score.PerResident, score.MeanWeight, score.Heaviest).ShouldBe((0, double.NaN, ""));
        Score([], 1).OffencesPerThousand.ShouldBe(0);
        // Of two that contribute as much the first is named.
        Score(new() { ["a"] = 40, ["b"] = 1 }, 1000).Heaviest.ShouldBe("a");
    }

    [Theory]
    [InlineData("x", 1, 1000, "There is no weight for 'x'.")]
    [InlineData("a", -1, 1000, "The count -1 of 'a' is not 0 or more.")]
    [InlineData("a", double.NaN, 1000, "The count NaN of 'a' is not 0 or more.")]
    [InlineData("a", 1, 0, "The population 0 is not above 0.")]
    [InlineData("a", 1, double.NaN, "The population NaN is not above 0.")]
    public void What_cannot_be_weighed_is_refused(string code, double count, double population, string said)
    {
        var problem = CrimeSeverity.Score(new Dictionary<string, double> { [code] = count }, Weights, population).Problem.ShouldNotBeNull();
        problem.Message.ShouldBe(said);
        problem.Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_type_weighs_as_much_as_its_offences_on_average()
    {
        var means = SeverityEstimate.MeanWeights([("Theft", 30, 10), ("theft", 10, 50), ("Fraud", 0, 5), ("Robbery", 5, 800), ("Robbery", -1, 800)]);
        means.Keys.ShouldBe(["Theft", "Robbery"]);
        (means["THEFT"], means["Robbery"]).ShouldBe((20, 800));
    }

    [Theory]
    [InlineData(AreaLevel.Ward, 12, "severity-level")]
    [InlineData(AreaLevel.Lsoa, 12, "severity-level")]
    [InlineData(AreaLevel.District, 11, "severity-period")]
    [InlineData(AreaLevel.District, 13, "severity-period")]
    [InlineData(AreaLevel.District, 12, null)]
    [InlineData(AreaLevel.County, 12, null)]
    public void An_estimate_is_for_districts_and_larger_over_a_year(AreaLevel level, int months, string? code)
    {
        var estimate = SeverityEstimate.Of(new Dictionary<string, double> { ["a"] = 5 }, Weights, 100, level, months);
        estimate.Problem?.Code.ShouldBe(code);
        estimate.Succeeded(out var score, out _).ShouldBe(code is null);
        score?.PerResident.ShouldBe(0.5);
    }

    [Fact]
    public void The_page_shows_what_the_code_computes()
    {
        var rows = MethodPages.Rows("severity", 3);
        CrimeSeverity.Score(rows.ToDictionary(r => r[0], r => MethodPages.Number(r[1])), rows.ToDictionary(r => r[0], r => MethodPages.Number(r[2])), 10_000)
            .Succeeded(out var score, out _).ShouldBeTrue();
        MethodPages.Says("severity", $"Weighted {score!.Weighted:#,0.00}, score {MethodPages.Printed(score.PerResident)}; without the code that contributes most "
            + $"({score.Heaviest}, {100 * score.HeaviestWeighted / score.Weighted:0}%) {MethodPages.Printed(score.PerResidentWithoutHeaviest)}.").ShouldBeTrue();
    }

    [Fact]
    public void Published_scores_of_groups_add_up_to_the_total()
    {
        var checkedYears = 0;
        foreach (var year in Vectors.Rows("04-severity/ons_css_published_scores_trafford_gm_england.csv").GroupBy(r => (r["area_code"], r["period"])))
        {
            checkedYears++;
            var total = year.Single(r => r["group"] == "Total recorded crime").Number("value");
            Vectors.Near(year.Where(r => r["group"] != "Total recorded crime").Sum(r => r.Number("value")), total).ShouldBeTrue($"{year.Key}");
        }
        checkedYears.ShouldBeOneOf(0, 30);
    }

    private static SeverityScore Score(Dictionary<string, double> counts, double population) =>
        CrimeSeverity.Score(counts, Weights, population).Succeeded(out var score, out var problem) ? score : throw new ShouldAssertException(problem.Message);
}
