using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Release;
using Made.Core.Disclosure.Topics;
using Made.Core.Indicators;
using Made.Core.Methods;
using Made.Core.Register;
using Made.Tests.Unit.Indicators;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

/// <summary>Of what looks unusual, nothing is listed or told that a hidden figure would show through.</summary>
public sealed class ExceptionProtectionTests
{
    private static readonly Month Last = new(2017, 3);
    private static readonly SmallWorld World = new() { Crimes = (district, month) => 60 + ((month.Index * 7 + district.Value[0]) % 23) };
    private static readonly Dictionary<(string, AreaCode, Period), Measure> All = Releases.Sealed(World.Inputs(), Last);
    private static readonly Measure Month = All[("crime", SmallWorld.East, new Period(PeriodKind.Month, Last))];
    private static readonly Measure Year = All[("crime", SmallWorld.East, new Period(PeriodKind.Rolling12, Last))];

    [Fact]
    public void A_month_is_listed_with_its_probability_where_the_mean_behind_it_is_shown()
    {
        var one = Protected(Month, ExceptionOutcome.NotMoreThanChance, Point(shown: true)).Listed.ShouldHaveSingleItem();
        (one.Alone.ForDrawing, one.Together.ForDrawing, one.Outcome, one.IsTrial).ShouldBe((0.01, 0.04, ExceptionOutcome.NotMoreThanChance, true));
        (one.Mean.ForDrawing, one.UsualLower.ForDrawing, one.UsualUpper.ForDrawing).ShouldBe((70, 50, 90));
        one.Measure.Area.ShouldBe(SmallWorld.East);
    }

    [Fact]
    public void A_month_whose_limits_are_hidden_is_listed_only_where_it_is_a_headline_already_and_without_its_probability()
    {
        Counted(Protected(Month, ExceptionOutcome.NotMoreThanChance, Point(shown: false))).ShouldBe((2, 1, 1, 0));
        Counted(Protected(Month, ExceptionOutcome.StandsOut, Point(shown: false))).ShouldBe((2, 1, 1, 0), "that it stands out would say what the edition does not");
        Counted(Protected(Month, ExceptionOutcome.NotMoreThanChance, last: null)).ShouldBe((2, 1, 1, 0));
        var headline = Protected(Month with { Headline = true }, ExceptionOutcome.StandsOut, Point(shown: false)).Listed.ShouldHaveSingleItem();
        new[] { headline.Alone, headline.Together, headline.Mean, headline.UsualLower, headline.UsualUpper }.ShouldAllBe(n => n.Why == Reason.HiddenMonths);
        var withoutChart = Protected(Month with { Headline = true }, ExceptionOutcome.StandsOut, last: null).Listed.ShouldHaveSingleItem();
        new[] { withoutChart.Mean, withoutChart.UsualLower, withoutChart.UsualUpper }.ShouldAllBe(n => n == SafeNumber.Nothing);
    }

    [Fact]
    public void What_stands_out_is_what_the_edition_called_a_headline()
    {
        ExceptionOutcome Of(bool headline, ExceptionOutcome tested) => Protected(Month with { Headline = headline }, tested, Point(shown: true)).Listed.Single().Outcome;
        Of(true, ExceptionOutcome.StandsOut).ShouldBe(ExceptionOutcome.StandsOut);
        Of(true, ExceptionOutcome.HeldBack).ShouldBe(ExceptionOutcome.StandsOut);
        Of(false, ExceptionOutcome.StandsOut).ShouldBe(ExceptionOutcome.HeldBack);
        Of(false, ExceptionOutcome.HeldBack).ShouldBe(ExceptionOutcome.HeldBack);
        Of(false, ExceptionOutcome.NotMoreThanChance).ShouldBe(ExceptionOutcome.NotMoreThanChance);
    }

    [Fact]
    public void Twelve_months_are_listed_with_their_probability_where_the_year_before_is_shown_and_ask_for_no_run_chart()
    {
        Year.CountYearBefore.IsNumber.ShouldBeTrue();
        var one = Protected(Year, ExceptionOutcome.HeldBack, Point(shown: true)).Listed.ShouldHaveSingleItem();
        (one.Alone.ForDrawing, one.Mean).ShouldBe((0.01, SafeNumber.Nothing));
        Counted(Protected(Year with { Withheld = Withheld.YearBefore }, ExceptionOutcome.HeldBack, Point(shown: true))).ShouldBe((2, 1, 1, 0));
    }

    [Fact]
    public void A_figure_that_is_hidden_or_gone_is_counted_as_withheld_and_not_listed()
    {
        Counted(Protected(Month with { Withheld = Withheld.Small, Headline = true }, ExceptionOutcome.StandsOut, Point(shown: true))).ShouldBe((2, 1, 1, 0));
        Counted(ExceptionProtection.Protect(Family(Month, ExceptionOutcome.StandsOut), [], _ => Point(shown: true))).ShouldBe((2, 1, 1, 0));
        var both = ExceptionProtection.Protect(Family(Month, ExceptionOutcome.HeldBack), [Safe(Month)], _ => Point(shown: true));
        Counted(both).ShouldBe((2, 1, 0, 1));
        both.Expected.ShouldBe(0.1, 1e-12);
    }

    [Fact]
    public void A_run_chart_with_a_hidden_month_has_no_limits_and_says_so()
    {
        var chart = Chart(count: 40);
        var hidden = new Dictionary<Month, Reason> { [Last] = Reason.SmallOrGivesAway };
        var drawn = RunChartProtection.Protect(chart, DisclosureRule.Partner, hidden);
        (drawn.Basis, drawn.BasisText).ShouldBe((VariationBasis.None, "No limits are drawn: they would rest on hidden months and give them away."));
        drawn.Points[0].Value.ForDrawing.ShouldBe(40);
        drawn.Points[1].Value.Why.ShouldBe(Reason.SmallOrGivesAway);
        foreach (var point in drawn.Points)
        {
            new[] { point.Mean, point.Lower, point.Upper }.ShouldAllBe(n => n.Why == Reason.HiddenMonths);
            (point.IsTrial, point.State, point.Cause).ShouldBe((false, Variation.NotJudged, XmrCause.Common));
        }

        // A small count of a month of which the release said nothing is hidden all the same.
        var small = RunChartProtection.Protect(Chart(count: 3), DisclosureRule.Partner, new Dictionary<Month, Reason>());
        small.Points[0].Value.Why.ShouldBe(Reason.SmallOrGivesAway);
        small.Basis.ShouldBe(VariationBasis.None);
    }

    [Fact]
    public void A_run_chart_of_which_nothing_is_hidden_is_drawn_as_it_is()
    {
        foreach (var (count, rule) in new[] { (40, DisclosureRule.Partner), (3, DisclosureRule.AlreadyPublic) })
        {
            var chart = Chart(count);
            var drawn = RunChartProtection.Protect(chart, rule, new Dictionary<Month, Reason>());
            (drawn.Basis, drawn.BasisText, drawn.Unit, drawn.Indicator, drawn.Area, drawn.Level).ShouldBe((chart.Basis, chart.BasisText, chart.Unit, chart.Indicator, chart.Area, chart.Level));
            drawn.Breaks.ShouldBe(chart.Breaks);
            var point = drawn.Points[0];
            (point.Value.ForDrawing, point.Mean.ForDrawing, point.Lower.ForDrawing, point.Upper.ForDrawing).ShouldBe((count, 30, 20, 45));
            (point.IsTrial, point.State, point.Cause).ShouldBe((true, chart.Points[0].State, chart.Points[0].Cause));
        }
        // What is hidden of figures that are already public is no secret: nobody withholds limits for it.
        RunChartProtection.Protect(Chart(40), DisclosureRule.AlreadyPublic, new Dictionary<Month, Reason> { [Last] = Reason.TooFine }).Basis.ShouldBe(VariationBasis.PerDay);
    }

    private static (int Tested, int Unusual, int Withheld, int Listed) Counted(SafeExceptions e) => (e.Tested, e.Unusual, e.Withheld, e.Listed.Count);

    private static SafeExceptions Protected(Measure measure, ExceptionOutcome outcome, SafeRunPoint? last) => ExceptionProtection.Protect(Family(measure, outcome), [Safe(measure)], _ => last);

    private static SafeMeasure Safe(Measure measure) => Protection.Protect(measure, DisclosureRule.Partner);

    private static ExceptionFamily Family(Measure measure, ExceptionOutcome outcome) => new([(measure, 0.01), (measure, 0.5)], [new(measure, 0.01, 0.04, outcome, IsTrial: true)]);

    private static SafeRunPoint Point(bool shown)
    {
        SafeNumber Of(double number) => shown ? SafeNumber.Of(number, Absence.NotApplicable) : SafeNumber.Hidden(Reason.HiddenMonths);
        return new() { Month = Last, Value = Of(80), Mean = Of(70), Lower = Of(50), Upper = Of(90), IsTrial = false, State = Variation.NotJudged, Cause = XmrCause.Common };
    }

    private static RunChart Chart(int count)
    {
        RunPoint At(Month month) => new()
        {
            Month = month,
            Value = Quantity.Of(count),
            Count = count,
            Mean = 30,
            Usual = new(20, 45),
            IsTrial = true,
            State = Enum.GetValues<Variation>()[^1],
            Cause = Enum.GetValues<XmrCause>()[^1],
        };
        return new()
        {
            Indicator = "crime",
            Area = SmallWorld.East,
            Level = AreaLevel.District,
            Unit = "crimes a month",
            Basis = VariationBasis.PerDay,
            BasisText = "As it was.",
            Points = [At(Last.Plus(-1)), At(Last)],
            Breaks = [new(Last, "a new system")],
            SmallestCount = count,
        };
    }
}
