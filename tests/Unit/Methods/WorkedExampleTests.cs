using System.Globalization;
using Made.Core.Calendar;
using Made.Core.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods;

/// <summary>The numbers of the method pages, read from the pages.</summary>
public class WorkedExampleTests
{
    [Fact]
    public void The_rate_page_shows_what_the_code_computes() => Each("poisson-rate", 3, r =>
    {
        var limits = PoissonInterval.OfRate(Number(r[0]), Number(r[1]), Number(r[2]));
        Same(Number(r[0]) * Number(r[2]) / Number(r[1]), r[3]);
        Same(limits.Lower, r[4]);
        Same(limits.Upper, r[5]);
        PoissonInterval.MethodFor(Number(r[0])).ShouldBe(r[6]);
    });

    [Fact]
    public void The_proportion_page_shows_what_the_code_computes() => Each("proportion-wilson", 3, r =>
    {
        var limits = WilsonInterval.Of(Number(r[0]), Number(r[1])).Times(100);
        Same(100 * Number(r[0]) / Number(r[1]), r[2]);
        Same(limits.Lower, r[3]);
        Same(limits.Upper, r[4]);
    });

    [Fact]
    public void The_page_on_two_rates_shows_what_the_code_computes() => Each("two-rates", 3, r =>
    {
        var result = RateRatio.OfRates(Number(r[0]), Number(r[1]), Number(r[2]), Number(r[3]));
        Same(result.Ratio, r[4]);
        Same(result.Limits.Lower, r[5]);
        Same(result.Limits.Upper, r[6]);
        Same(result.P, r[7]);
        Same(RateRatio.PoissonP(Number(r[0]), Number(r[1]), Number(r[2]), Number(r[3])), r[7]);
    });

    [Fact]
    public void The_page_on_false_discovery_shows_what_the_code_keeps()
    {
        var rows = Rows("false-discovery");
        rows.Count.ShouldBe(15);
        FalseDiscovery.Survivors([.. rows.Select(r => Number(r[0]))]).ShouldBe(rows.Select(r => r[1] == "yes"));
    }

    [Fact]
    public void The_run_chart_page_shows_what_the_code_marks()
    {
        var rows = Rows("xmr");
        rows.Count.ShouldBe(10);
        var chart = Xmr.Chart([.. rows.Select(r => Number(r[0]))], new XmrOptions { FixAfter = 8 });
        chart.Points.Select(p => p.Label).ShouldBe(rows.Select(r => r[2]));
        chart.Groups[0].Mean.ShouldBe(11, 1e-12);
        chart.Groups[0].Limits.Lower.ShouldBe(7.2, 1e-12);
        chart.Groups[0].Limits.Upper.ShouldBe(14.8, 1e-12);
    }

    [Fact]
    public void The_seasonal_page_shows_the_factors_that_come_back()
    {
        var series = Month.Range(new(2020, 1), new(2022, 12)).Select(m => (m, (m.Year - 2019) * 10.0 * Factor(m.Number))).ToList();
        var factors = SeasonalFactors.Fit(series)!;
        Each("seasonal", 4, r => Same(factors.Of(Month.Range(new(2020, 1), new(2020, 12)).Single(m => m.NameOfMonth == r[0])), r[1]));
        foreach (var (month, value) in series)
            factors.Adjust(month, value).ShouldBe((month.Year - 2019) * 10, 1e-6);

        static double Factor(int month) => month switch { 1 => 0.5, 7 => 1.5, _ => 1 };
    }

    [Fact]
    public void The_per_day_page_shows_what_the_code_computes() => Each("per-day", 3, r => Same(PerDay.Of(Number(r[1]), Month.Parse(r[0])), r[2]));

    private static void Each(string page, int rows, Action<string[]> check)
    {
        var found = Rows(page);
        found.Count.ShouldBe(rows);
        found.ForEach(check);
    }

    private static void Same(double computed, string printed) => computed.ToString("0.00000", CultureInfo.InvariantCulture).ShouldBe(printed);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The rows of the table after "Worked example".</summary>
    private static List<string[]> Rows(string page)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "Made.slnx")))
            at = at.Parent;
        return [.. File.ReadLines(Path.Combine(at.FullName, "docs/methods", page + ".md"))
            .SkipWhile(l => l != "## Worked example").Where(l => l.StartsWith('|')).Skip(2)
            .Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray())];
    }
}
