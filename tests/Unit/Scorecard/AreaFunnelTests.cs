using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Methods.Rates;
using Made.Core.Scorecard;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Scorecard;

public class AreaFunnelTests
{
    private static readonly Period Year = new(PeriodKind.Rolling12, Safe.July);
    private static readonly int[] Apart = [100, 280, 210, 480, 450, 660, 910, 640, 900, 1200, 660, 1320];

    [Fact]
    public void Equal_areas_lie_within_the_exact_Poisson_limits_of_chance()
    {
        var funnel = AreaFunnel.Of(Safe.Crime, [.. Enumerable.Range(0, 4).Select(i => One(i, 100, 10_000).Public())]).Value();
        (funnel.IsWidened, funnel.Phi.Text(3), funnel.Level.Text(3)).ShouldBe((false, "0.000", "10.000"));
        foreach (var place in funnel.Places)
        {
            (place.Inner.Lower.Text(4), place.Inner.Upper.Text(4)).ShouldBe(("8.1364", "12.1627"));
            (place.Outer.Lower.Text(4), place.Outer.Upper.Text(4)).ShouldBe(("7.1921", "13.4924"));
            place.Verdict.ShouldBe(FunnelVerdict.NotSignificant);
        }
        Sentences.Dispersion(funnel).ShouldBe("Areas differ by no more than chance would bring (dispersion 0.0, where 1 is chance), so the limits know chance alone. With fewer than 10 areas this is a rough estimate.");
        Sentences.Funnel(Safe.Crime, funnel, Year, Name).ShouldBe("In the 12 months to July 2022, all 4 areas lie within the 95% limits for crimes. Together they have 10.0 for every 1,000 people.");
    }

    [Fact]
    public void Areas_that_differ_beyond_chance_are_judged_by_limits_widened_for_it()
    {
        var funnel = AreaFunnel.Of(Safe.Crime, Different()).Value();
        (funnel.IsWidened, funnel.Phi.Text(6), funnel.Level.Text(6)).ShouldBe((true, "16.890816", "10.012821"));
        var (first, low) = (funnel.Places[0], funnel.Places[10]);
        (first.Inner.Lower.Text(4), first.Inner.Upper.Text(4), first.Outer.Lower.Text(4), first.Outer.Upper.Text(4)).ShouldBe(("6.7427", "14.8689", "5.3679", "18.6770"));
        (low.Verdict, low.ByChanceAlone).ShouldBe((FunnelVerdict.Low, FunnelVerdict.VeryLow));
        Sentences.Funnel(Safe.Crime, funnel, Year, Name)
            .ShouldBe("In the 12 months to July 2022, 1 of 12 areas lies outside the 95% limits for crimes: area 10 below. By chance alone about 1 in 12 would. Together they have 10.0 for every 1,000 people.");
        Sentences.Dispersion(funnel).ShouldStartWith("Areas differ by more than chance (dispersion 17, where 1 is chance), because places are not alike; the limits are widened for that.");
    }

    [Fact]
    public void The_curve_passes_through_the_limits_of_each_size()
    {
        var curve = AreaFunnel.Of(Safe.Crime, Different()).Value().Curve;
        curve[0].Denominator.ShouldBe(4_000, 1e-6);
        curve[^1].Denominator.ShouldBe(123_600, 1e-6);
        curve.ShouldAllBe(s => s.OuterByChance.Lower < s.InnerByChance.Lower && s.InnerByChance.Upper < s.OuterByChance.Upper && s.Inner.Upper > s.InnerByChance.Upper && s.Outer.Upper > s.Inner.Upper);
    }

    [Fact]
    public void A_hidden_count_takes_no_part_in_the_common_level()
    {
        var four = Enumerable.Range(0, 4).Select(i => One(i, 100, 10_000).Partner()).ToList();
        var funnel = AreaFunnel.Of(Safe.Crime, [.. four, One(9, 3, 10_000).Partner()]).Value();
        (funnel.Level.Text(3), funnel.Places.Count).ShouldBe(("10.000", 4));
        funnel.LeftOut.ShouldHaveSingleItem().Count.Absence.ShouldBe(Absence.Suppressed);
    }

    [Fact]
    public void Areas_without_any_event_leave_dispersion_unmeasured_and_say_so()
    {
        var funnel = AreaFunnel.Of(Safe.Crime, [.. Enumerable.Range(0, 6).Select(i => One(i, i < 4 ? 0 : 100, 10_000).Public())]).Value();
        (funnel.Phi.Absence, funnel.IsWidened).ShouldBe((Absence.NotApplicable, false));
        funnel.Places.Select(p => p.Verdict).ShouldBe([.. Enumerable.Repeat(FunnelVerdict.VeryLow, 4), FunnelVerdict.VeryHigh, FunnelVerdict.VeryHigh]);
        Sentences.Dispersion(funnel).ShouldBe("How much areas differ beyond chance cannot be measured here, because some had none; the limits know chance alone.");
    }

    [Fact]
    public void Shares_have_limits_on_their_own_scale()
    {
        var share = Safe.Crime with { Denominator = DenominatorKind.Records, Multiplier = 100, Unit = "per cent" };
        var funnel = AreaFunnel.Of(share, [.. Enumerable.Range(0, 4).Select(i => (One(i, 100, 400) with { Value = Quantity.Of(25) }).Public())]).Value();
        var reach = 1.959964 / (2 * Math.Sqrt(400));
        funnel.Places[0].Inner.Upper.Text(6).ShouldBe((100 * Math.Pow(Math.Sin(Math.Asin(0.5) + reach), 2)).ToString("0.000000", System.Globalization.CultureInfo.InvariantCulture));
        funnel.Level.Text(1).ShouldBe("25.0");
    }

    [Theory]
    [InlineData(DenominatorKind.None, false, "funnel-indicator")]
    [InlineData(DenominatorKind.Reported, false, "funnel-indicator")]
    [InlineData(DenominatorKind.Population, true, "funnel-indicator")]
    public void What_has_no_limits_is_refused(DenominatorKind kind, bool weighted, string code)
    {
        var indicator = Safe.Crime with { Denominator = kind, Weights = weighted ? new Dictionary<string, double> { ["a"] = 2 } : Safe.Crime.Weights };
        AreaFunnel.Of(indicator, Different()).Problem!.Code.ShouldBe(code);
    }

    [Fact]
    public void Too_few_areas_and_nothing_recorded_are_refused_with_the_reason()
    {
        AreaFunnel.Of(Safe.Crime, [One(0, 5, 10_000).Public(), Safe.Missing(Absence.NotLoaded).Public()]).Problem!.Message
            .ShouldBe("Only 1 area has a figure for this period: not loaded here. A funnel plot needs 3.");
        AreaFunnel.Of(Safe.Crime, []).Problem!.Message.ShouldBe("No area has a figure for this period. A funnel plot needs 3.");
        AreaFunnel.Of(Safe.Crime, [.. Enumerable.Range(0, 3).Select(i => One(i, 0, 10_000).Public())]).Problem!.Code.ShouldBe("funnel-nothing");
    }

    private static SafeMeasure[] Different() => [.. Apart.Select((x, i) => One(i, x, 10_000 * (i + 1)).Public())];

    private static string Name(SafeMeasure measure) => $"area {measure.Area}";

    private static Measure One(int area, double count, double residents) => Safe.Year with
    {
        Area = new(area.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Count = Quantity.Of(count),
        Denominator = Quantity.Of(residents),
        Value = Quantity.Of(1000 * count / residents),
    };
}
