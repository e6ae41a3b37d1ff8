using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Methods;
using Made.Core.Methods.Rates;

namespace Made.Core.Scorecard;

/// <summary>One area of a funnel, with the limits at its size. Values are in the indicator's unit.</summary>
/// <param name="Measure">Its figure.</param>
/// <param name="Inner">95% limits.</param>
/// <param name="Outer">99.8% limits.</param>
/// <param name="Verdict">Where it lies by these limits, widened where areas differ by more than chance.</param>
/// <param name="ByChanceAlone">Where it would lie by limits that know chance alone.</param>
public sealed record FunnelPlace(SafeMeasure Measure, SafeInterval Inner, SafeInterval Outer, FunnelVerdict Verdict, FunnelVerdict ByChanceAlone);

/// <summary>Two ends that may be shown.</summary>
public sealed record SafeInterval(SafeNumber Lower, SafeNumber Upper);

/// <summary>The curves at one size: positions for drawing, in the indicator's unit.</summary>
public readonly record struct FunnelStep(double Denominator, Interval Inner, Interval Outer, Interval InnerByChance, Interval OuterByChance);

/// <summary>
/// A funnel plot of areas: is an area's rate further from the common level than its size explains?
/// <para>Common level b = sum of counts / sum of denominators of the areas shown. Rates: O/E with E = b x residents, exact Poisson limits; dispersion on the logarithm with the extreme tenths
/// left out. Shares: limits and dispersion on the arcsine of the root, extremes drawn in. Where phi is above 1 the limits are widened by tau2, and areas are judged by these.</para>
/// <para>Made from safe measures only: what is hidden takes no part, so nothing can be computed back from it. Edges: fewer than 3 areas, no common level, weighted values, plain and
/// reported figures are refused; where dispersion cannot be measured (areas without any event) phi is not applicable and the limits know chance alone.</para>
/// <para>Source: Spiegelhalter 2005 and 2012, as <see cref="FunnelDispersion"/> and <see cref="DispersionLimits"/>. Worked example: docs/methods/funnel-overdispersion.md.</para>
/// </summary>
public sealed record AreaFunnel
{
    /// <summary>Fewer areas have no common level to speak of.</summary>
    public const int AreasNeeded = 3;

    /// <summary>Fewer estimate the dispersion badly.</summary>
    public const int AreasForDispersion = 10;

    private const int Steps = 80;

    /// <summary>The common level, in the indicator's unit.</summary>
    public required SafeNumber Level { get; init; }

    /// <summary>The dispersion ratio; 1 is chance. Not applicable where it cannot be measured.</summary>
    public required SafeNumber Phi { get; init; }

    /// <summary>True where the limits are widened.</summary>
    public required bool IsWidened { get; init; }

    /// <summary>In the order given.</summary>
    public required IReadOnlyList<FunnelPlace> Places { get; init; }

    /// <summary>Those without a figure.</summary>
    public required IReadOnlyList<SafeMeasure> LeftOut { get; init; }

    /// <summary>From two fifths of the smallest denominator to the largest.</summary>
    public required IReadOnlyList<FunnelStep> Curve { get; init; }

    /// <summary>Draws the funnel of an indicator's measures for one period, one per area.</summary>
    public static Outcome<AreaFunnel> Of(IndicatorDefinition indicator, IReadOnlyList<SafeMeasure> measures)
    {
        if (indicator.IsWeighted)
            return Problems.FunnelOfWeights(indicator.Title);
        if (indicator.Denominator is not (DenominatorKind.Population or DenominatorKind.Records))
            return indicator.Denominator == DenominatorKind.Reported ? Problems.FunnelOfReported(indicator.Title) : Problems.FunnelOfCounts(indicator.Title);
        var shown = measures.Where(m => m is { Count.IsShown: true, Value.IsShown: true, Denominator: { IsShown: true, Number: > 0 } }).ToList();
        var missing = measures.Except(shown).ToList();
        if (shown.Count < AreasNeeded)
            return Problems.TooFewAreas(shown.Count, AreasNeeded, string.Join(", ", missing.Select(m => (m.Count.IsShown ? m.Value : m.Count).Absence.Words()).Distinct()));
        var areas = shown.ConvertAll(m => new FunnelArea(m.Count.Number, m.Denominator.Number));
        var level = FunnelCurve.BaselineOf(areas);
        return level > 0 ? Draw(indicator, shown, missing, areas, level) : Problems.NothingHappened(indicator.Plural);
    }

    private static AreaFunnel Draw(IndicatorDefinition indicator, List<SafeMeasure> shown, List<SafeMeasure> missing, List<FunnelArea> areas, double level)
    {
        var isShare = indicator.Denominator == DenominatorKind.Records;
        var scale = isShare ? DispersionScale.Proportion : DispersionScale.StandardisedLog;
        var groups = isShare ? areas : areas.ConvertAll(a => a with { Denominator = level * a.Denominator });
        var dispersion = FunnelDispersion.Of(groups, scale);
        var measured = double.IsFinite(dispersion.Phi) && double.IsFinite(dispersion.Tau2);
        var widened = measured && dispersion is { IsOverdispersed: true, Tau2: > 0 };
        var limits = new DispersionLimits(groups, scale, measured ? dispersion.Tau2 : 0);

        Interval At(double denominator, bool outer, bool wide)
        {
            var n = isShare ? denominator : level * denominator;
            return (outer ? limits.Wide(n, wide) : limits.Narrow(n, wide)).Times(indicator.Multiplier * (isShare ? 1 : level));
        }

        FunnelPlace Place(SafeMeasure m)
        {
            var (inner, outer) = (At(m.Denominator.Number, false, widened), At(m.Denominator.Number, true, widened));
            var plain = Judge(m.Value.Number, At(m.Denominator.Number, false, false), At(m.Denominator.Number, true, false));
            return new(m, Safe(inner), Safe(outer), Judge(m.Value.Number, inner, outer), plain);
        }

        FunnelStep Step(double n) => new(n, At(n, false, widened), At(n, true, widened), At(n, false, false), At(n, true, false));
        return new AreaFunnel
        {
            Level = SafeNumber.Of(level * indicator.Multiplier, Absence.NotApplicable),
            Phi = measured ? SafeNumber.Of(dispersion.Phi, Absence.NotApplicable) : SafeNumber.Nothing,
            IsWidened = widened,
            Places = shown.ConvertAll(Place),
            LeftOut = missing,
            Curve = [.. Sizes(areas).Select(Step)],
        };
    }

    private static FunnelVerdict Judge(double value, Interval inner, Interval outer) =>
        value > outer.Upper ? FunnelVerdict.VeryHigh
        : value > inner.Upper ? FunnelVerdict.High
        : value < outer.Lower ? FunnelVerdict.VeryLow
        : value < inner.Lower ? FunnelVerdict.Low
        : FunnelVerdict.NotSignificant;

    private static SafeInterval Safe(Interval limits) => new(SafeNumber.Of(limits.Lower, Absence.NotApplicable), SafeNumber.Of(limits.Upper, Absence.NotApplicable));

    // Closer together where areas are small and the curves bend.
    private static IEnumerable<double> Sizes(List<FunnelArea> areas)
    {
        var (least, most) = (areas.Min(a => a.Denominator) * 0.4, areas.Max(a => a.Denominator) * 1.03);
        return Enumerable.Range(0, Steps).Select(i => least * Math.Pow(most / least, i / (Steps - 1.0)));
    }
}
