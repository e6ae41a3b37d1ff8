using Made.Core.Calendar;
using Made.Core.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Seasonality;

public sealed class SeasonalFactorsTests
{
    private static readonly Month First = new(2019, 4);

    /// <summary>Factors of January to December that average 1.</summary>
    private static readonly double[] Factors = [0.7, 0.8, 0.9, 1.0, 1.1, 1.3, 1.4, 1.35, 1.05, 0.95, 0.75, 0.7];

    [Fact]
    public void Factors_that_made_a_series_are_found_again_whatever_its_levels_and_gaps()
    {
        double[] levels = [12, 30, 7, 19];
        int[] gaps = [2, 15, 28];
        var series = Series(48, n => levels[n / 12]).Where((_, n) => !gaps.Contains(n)).ToList();
        var found = SeasonalFactors.Fit(series)!;
        for (var n = 0; n < 12; n++)
            found.Of(First.Plus(n)).ShouldBe(FactorOf(First.Plus(n)), 1e-9);
        Enumerable.Range(0, 12).Average(n => found.Of(First.Plus(n))).ShouldBe(1, 1e-12);
        found.Adjust(First.Plus(26), series[24].PerDay).ShouldBe(7, 1e-7);
    }

    [Fact]
    public void What_chance_adds_is_shared_out_so_that_the_sums_of_calendar_months_and_of_years_stay()
    {
        var random = new Random(11);
        var series = Series(36, n => 20 + n).ConvertAll(h => (h.Month, PerDay: h.PerDay * (0.8 + (0.4 * random.NextDouble()))));
        var found = SeasonalFactors.Fit(series)!;
        // The condition of the fit: with levels from the years' own sums, each calendar month's fitted sum is the sum that was seen.
        var levels = Enumerable.Range(0, 3).Select(y => series.Skip(12 * y).Take(12).Sum(h => h.PerDay) / series.Skip(12 * y).Take(12).Sum(h => found.Of(h.Month))).ToArray();
        for (var m = 0; m < 12; m++)
            Enumerable.Range(0, 3).Sum(y => levels[y] * found.Of(First.Plus(m))).ShouldBe(Enumerable.Range(0, 3).Sum(y => series[(12 * y) + m].PerDay), 1e-9);
    }

    [Fact]
    public void Later_months_do_not_move_the_factors()
    {
        var shortest = SeasonalFactors.Fit(Series(36, _ => 10))!;
        var longer = SeasonalFactors.Fit([.. Series(36, _ => 10), .. Series(60, n => n % 7).Skip(36)])!;
        (shortest.Months, longer.Months).ShouldBe((36, 36));
        shortest.Spread.ShouldBe(1.2, 1e-15);
        for (var n = 0; n < 12; n++)
            longer.Of(First.Plus(n)).ShouldBe(shortest.Of(First.Plus(n)));
    }

    [Fact]
    public void Each_calendar_month_is_needed_three_times()
    {
        SeasonalFactors.Fit(Series(35, _ => 10)).ShouldBeNull();
        SeasonalFactors.Fit([.. Series(36, _ => 10).Where((_, n) => n != 5)]).ShouldBeNull();
        SeasonalFactors.Fit([.. Series(48, _ => 10).Where((_, n) => n != 5)])!.Months.ShouldBe(41);
        SeasonalFactors.Fit([]).ShouldBeNull();
    }

    [Fact]
    public void A_calendar_month_in_which_nothing_ever_happened_adjusts_to_nothing()
    {
        var found = SeasonalFactors.Fit(Series(36, n => n % 12 == 3 ? 0 : 10))!;
        (found.Of(First.Plus(3)), found.Adjust(First.Plus(3), 0), found.Adjust(First.Plus(3), 4)).ShouldBe((0, 0, 0));
        found.Adjust(First, 10 * FactorOf(First)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Where_nothing_happened_at_all_no_month_is_higher_than_another()
    {
        var found = SeasonalFactors.Fit(Series(36, _ => 0))!;
        Enumerable.Range(0, 12).Select(n => found.Of(First.Plus(n))).ShouldAllBe(f => f == 1);
        found.Adjust(First, 3).ShouldBe(3);
    }

    [Fact]
    public void A_year_in_which_nothing_happened_takes_nothing_from_the_others()
    {
        var found = SeasonalFactors.Fit(Series(36, n => n / 12 == 1 ? 0 : 10))!;
        for (var n = 0; n < 12; n++)
            found.Of(First.Plus(n)).ShouldBe(FactorOf(First.Plus(n)), 1e-9);
    }

    private static List<(Month Month, double PerDay)> Series(int months, Func<int, double> level) =>
        [.. Enumerable.Range(0, months).Select(n => (First.Plus(n), level(n) * FactorOf(First.Plus(n))))];

    private static double FactorOf(Month month) => Factors[month.Number - 1];
}
