using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Topics;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Indicators;

public class RunChartTests
{
    private static readonly Month Last = new(2018, 12);

    // Ten a day, one more or less from month to month: nothing by the length of the month, nothing by season.
    private static int Steady(Month m) => (10 * m.Days) + (m.Index % 2 == 0 ? 6 : -6) + (m.Index % 3);

    [Fact]
    public void A_steady_series_stays_within_its_usual_range_in_February_too()
    {
        var chart = Chart(new SmallWorld { Crimes = (_, m) => Steady(m) });
        chart.Points.ShouldAllBe(p => p.State == Variation.Common);
        chart.Basis.ShouldBe(VariationBasis.PerDay);
        var february = chart.Points.Single(p => p.Month == new Month(2018, 2));
        february.Mean.ShouldBe(chart.Points[^1].Mean * 28 / 31, 1e-9);
    }

    [Fact]
    public void Limits_do_not_creep_after_24_months()
    {
        var jump = new SmallWorld { Crimes = (_, m) => Steady(m) + (m > new Month(2017, 6) ? 200 : 0) };
        var without = new SmallWorld { Crimes = (_, m) => Steady(m) };
        Chart(jump).Points[^1].Usual.ShouldBe(Chart(without).Points[^1].Usual);
        Chart(jump).Points[^1].State.ShouldBe(Variation.SpecialHigh);
        Chart(jump).Points[^1].Cause.ShouldBe(XmrCause.Outside);
    }

    [Fact]
    public void A_break_in_recording_rebases_with_its_reason_and_starts_with_trial_limits()
    {
        var world = new SmallWorld { Crimes = (_, m) => Steady(m) + (m >= new Month(2018, 3) ? 200 : 0), Breaks = [new("dataset:crimes", new(2018, 3), "New counting rules", "Home Office")] };
        var chart = Chart(world);
        chart.Breaks.ShouldBe([new RunBreak(new(2018, 3), "New counting rules")]);
        chart.Points[^1].State.ShouldBe(Variation.Common);
        chart.Points[^1].IsTrial.ShouldBeTrue();
        chart.Points.Single(p => p.Month == new Month(2018, 2)).IsTrial.ShouldBeFalse();
    }

    [Fact]
    public void A_shift_in_placement_rebases_below_the_force_and_not_for_it()
    {
        var world = new SmallWorld { Crimes = (_, m) => Steady(m) - (m >= new Month(2018, 3) ? 60 : 0), Lost = m => m >= new Month(2018, 3) ? 180 : 0 };
        Chart(world).Breaks.ShouldHaveSingleItem().Reason.ShouldStartWith("Placement changed:");
        RunCharts.Of(world.Inputs(), "crime", SmallWorld.Force, Last, 36)!.Breaks.ShouldBeEmpty();
    }

    [Fact]
    public void Eight_months_draw_trial_limits_and_seven_draw_none()
    {
        State(new SmallWorld { Crimes = (_, m) => m > Last.Plus(-8) ? Steady(m) : -1 }).ShouldBe(Variation.Common);
        State(new SmallWorld { Crimes = (_, m) => m > Last.Plus(-7) ? Steady(m) : -1 }).ShouldBe(Variation.TooShort);
    }

    [Fact]
    public void Fewer_than_ten_a_month_is_too_few_to_judge() =>
        State(new SmallWorld { Crimes = (_, m) => 9 + (m.Index % 2) }).ShouldBe(Variation.TooFew);

    [Fact]
    public void A_missing_month_is_absent_with_its_reason_and_breaks_the_run()
    {
        Month gap = new(2018, 9);
        var high = new SmallWorld { Crimes = (_, m) => Steady(m) + (m > new Month(2018, 5) ? 5 : 0) };
        var broken = new SmallWorld { Crimes = (_, m) => m == gap ? -1 : high.Crimes(default, m) };
        var point = Chart(broken).Points.Single(p => p.Month == gap);
        point.Value.Absence.ShouldBe(Absence.NotSupplied);
        point.State.ShouldBe(Variation.NotJudged);
        double.IsNaN(point.Mean).ShouldBeTrue();
        Xmr.Chart([1, 2, 1, 2, 1, 2, 9, 9, 9, 9, 9, 9, 9], new() { FixAfter = 6 }).Points[^1].Cause.ShouldBe(XmrCause.Outside);
        Xmr.Chart([0, 2, 0, 2, 0, 2, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5], new() { FixAfter = 6 }).Points[^1].Cause.ShouldBe(XmrCause.Shift);
        Xmr.Chart([0, 2, 0, 2, 0, 2, 1.5, 1.5, 1.5, double.NaN, 1.5, 1.5, 1.5, 1.5], new() { FixAfter = 6 }).Points[^1].Cause.ShouldBe(XmrCause.Common);
    }

    [Fact]
    public void A_seasonal_indicator_is_judged_by_the_year_before_until_three_years_are_held_and_then_adjusted()
    {
        // Noise of 11 months, so that no part of it passes for season.
        var world = Seasonal((_, m) => (int)(((10 * m.Days) + (m.Index * 7 % 11 * 4)) * (m.Number is >= 6 and <= 8 ? 1.5 : 1)));
        RunCharts.Of(world.Inputs(), "crime", SmallWorld.North, new(2017, 7), 24)!.Basis.ShouldBe(VariationBasis.YearOnYear);
        var adjusted = Chart(world);
        adjusted.Basis.ShouldBe(VariationBasis.SeasonallyAdjusted);
        adjusted.Points.ShouldAllBe(p => p.State == Variation.Common);
    }

    [Fact]
    public void Nineteen_months_have_seven_pairs_which_is_too_short_and_twenty_have_eight()
    {
        State(Seasonal((_, m) => m > Last.Plus(-19) ? Steady(m) : -1)).ShouldBe(Variation.TooShort);
        State(Seasonal((_, m) => m > Last.Plus(-20) ? Steady(m) : -1)).ShouldBe(Variation.Common);
    }

    [Fact]
    public void A_headline_needs_a_signal_with_firm_limits_and_quiet_areas_have_none()
    {
        Measure Csp(int extra) => MeasureBuilder.Build(new SmallWorld { Crimes = (_, m) => Steady(m) + (m == Last ? extra : 0) }.Inputs(), Last).Single(m => m.Area == SmallWorld.Csp && m.Period.Kind == PeriodKind.Month);
        Csp(0).Headline.ShouldBeFalse();
        Csp(200).Headline.ShouldBeTrue();
    }

    [Fact]
    public void A_partner_chart_hides_small_months_and_withholds_limits_that_would_give_them_away()
    {
        var chart = Chart(new SmallWorld { Crimes = (_, m) => m == new Month(2016, 5) ? 3 : Steady(m) });
        var safe = RunChartProtection.Protect(chart, DisclosureRule.Partner, new Dictionary<Month, Reason>());
        safe.Points.ShouldAllBe(p => !p.Mean.IsShown && p.State == Variation.NotJudged);
        safe.Points[^1].Value.IsShown.ShouldBeTrue();
        RunChartProtection.Protect(chart, DisclosureRule.AlreadyPublic, new Dictionary<Month, Reason>()).Points[^1].Mean.IsShown.ShouldBeTrue();
        var small = Chart(new SmallWorld { Crimes = (_, m) => m == Last ? 3 : Steady(m) });
        RunChartProtection.Protect(small, DisclosureRule.Partner, new Dictionary<Month, Reason>()).Points[^1].Value.Absence.ShouldBe(Absence.Suppressed);
    }

    private static SmallWorld Seasonal(Func<Made.Core.Register.AreaCode, Month, int> crimes) => new()
    {
        Crimes = crimes,
        Indicators = [Samples.Indicator("crime", "Crime", "crimes", "crime", CategoryFilter.Everything, seasonal: true, dataset: "crimes")],
    };

    private static RunChart Chart(SmallWorld world) => RunCharts.Of(world.Inputs(), "crime", SmallWorld.North, Last, 24)!;

    private static Variation State(SmallWorld world) => Chart(world).Points[^1].State;
}
