using System.Globalization;
using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Methods.Rates;

namespace Made.Core.Scorecard;

public static partial class Sentences
{
    /// <summary>"In the 12 months to July 2022, 2 of 14 areas lie outside the 99.8% limits for crimes: Northfield above, Southmere below." Where none does, those outside the 95% limits; else none.</summary>
    public static string Funnel(IndicatorDefinition indicator, AreaFunnel funnel, Period period, Func<SafeMeasure, string> nameOf)
    {
        var far = funnel.Places.Where(p => p.Verdict is FunnelVerdict.VeryHigh or FunnelVerdict.VeryLow).ToList();
        var outside = far.Count > 0 ? far : [.. funnel.Places.Where(p => p.Verdict is FunnelVerdict.High or FunnelVerdict.Low)];
        var level = $"Together they have {Value(indicator, funnel.Level)}.";
        if (outside.Count == 0)
            return $"{Start(When(period))}, all {funnel.Places.Count} areas lie within the 95% limits for {indicator.Plural}. {level}";
        var named = outside.Count <= 8 ? $": {List(outside.Select(p => $"{nameOf(p.Measure)} {Side(p.Verdict)}"))}" : $", {outside.Count(p => Side(p.Verdict) == "above")} above and {outside.Count(p => Side(p.Verdict) == "below")} below";
        var chance = far.Count > 0 ? "" : $" By chance alone about {Math.Max(1, Math.Round(0.05 * funnel.Places.Count)).ToString("N0", CultureInfo.InvariantCulture)} in {funnel.Places.Count} would.";
        return $"{Start(When(period))}, {outside.Count} of {funnel.Places.Count} areas {(outside.Count == 1 ? "lies" : "lie")} outside the {(far.Count > 0 ? "99.8%" : "95%")} limits for {indicator.Plural}{named}.{chance} {level}";
    }

    /// <summary>Whether the limits are widened, by how much areas differ beyond chance, and what chance alone would have said.</summary>
    public static string Dispersion(AreaFunnel funnel)
    {
        if (!funnel.Phi.IsShown)
            return "How much areas differ beyond chance cannot be measured here, because some had none; the limits know chance alone.";
        var few = funnel.Places.Count < AreaFunnel.AreasForDispersion ? $" With fewer than {AreaFunnel.AreasForDispersion} areas this is a rough estimate." : "";
        var ratio = funnel.Phi.Text(funnel.Phi.Number < 10 ? 1 : 0);
        if (!funnel.IsWidened)
            return $"Areas differ by no more than chance would bring (dispersion {ratio}, where 1 is chance), so the limits know chance alone.{few}";
        var plain = funnel.Places.Count(p => p.ByChanceAlone is FunnelVerdict.VeryHigh or FunnelVerdict.VeryLow);
        return $"Areas differ by more than chance (dispersion {ratio}, where 1 is chance), because places are not alike; the limits are widened for that. By chance alone {plain} of {funnel.Places.Count} would lie outside the 99.8% limits, which says little about any one of them.{few}";
    }

    /// <summary>"above the 99.8% limits", "within its limits".</summary>
    public static string Reading(FunnelVerdict verdict) => verdict switch
    {
        FunnelVerdict.VeryHigh => "above the 99.8% limits",
        FunnelVerdict.High => "above the 95% limits",
        FunnelVerdict.VeryLow => "below the 99.8% limits",
        FunnelVerdict.Low => "below the 95% limits",
        FunnelVerdict.TooFewEvents => "too few to judge",
        _ => "within its limits",
    };

    private static string Side(FunnelVerdict verdict) => verdict is FunnelVerdict.VeryHigh or FunnelVerdict.High ? "above" : "below";
}
