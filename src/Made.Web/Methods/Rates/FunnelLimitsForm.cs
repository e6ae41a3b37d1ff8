using System.Globalization;
using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Methods.Rates;

namespace Made.Web.Methods.Rates;

/// <summary><c>funnel-limits</c>: the curves of a funnel plot, and as a summary where each area lies.</summary>
internal sealed class FunnelLimitsForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "funnel-limits",
        Purpose = "Control limits of a funnel plot at 95% and 99.8%, along 100 places of its axis.",
        Reads = "CSV numerator,denominator[,rate][,area] (also obs,pop; obs,expected; count,population), or JSON {type,areas:[...]} with those keys",
        Writes = "CSV Population (proportion), Events (rate) or Observed_events (ratio), limits, baseline, statistic, method; with --summary JSON {baseline,areas:[{area,value,significance}]}",
        Units = "limits per multiplier; ratios times 100, or as the difference from 1 (ratioType count)",
        Source = "Spiegelhalter 2005; PHE/DHSC, Public health technical guidance (Fingertips)",
        Page = "funnel-limits",
        Options =
        [
            new("type", "", "proportion, rate or ratio; left out: the type of a JSON input, else ratio where there are expected events"),
            new("multiplier", "", "values are per so many; left out: 100 for proportions, 1000 for rates"),
            new("rateType", "\"crude\"", "crude or dsr (events below 10 are not judged, 0 events have no denominator)"),
            new("ratioType", "\"isr\"", "isr (times 100) or count (difference from 1)"),
            new("years", "1", "years of events, for rates"),
            new("search", "\"halving\"", "halving (as PHEindicatormethods, seven figures) or exact"),
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var options = FunnelRequest.Read(input);
        if (input.Fault is { } fault)
            return fault;
        var areas = options.Areas.Select(a => a.Area).ToList();
        var curve = options.Type switch
        {
            FunnelType.Proportion => FunnelCurve.OfProportions(areas),
            FunnelType.Rate => FunnelCurve.OfRates(areas, options.Years, options.Search),
            _ => FunnelCurve.OfRatios(areas, options.Search),
        };
        var table = options.Type switch
        {
            FunnelType.Proportion => Proportions(curve, options),
            FunnelType.Rate => Rates(curve, options),
            _ => Ratios(curve, options),
        };
        return new MethodOutput(table.ToString(), JsonText.Of(Summary(curve.Baseline, options)));
    }

    private static OutputTable Proportions(FunnelCurve curve, FunnelRequest options)
    {
        var m = options.Multiplier;
        var table = new OutputTable("Population", "lower_2s_limit", "upper_2s_limit", "lower_3s_limit", "upper_3s_limit", "baseline", "statistic", "method");
        foreach (var p in curve.Points)
            table.Add(p.Position, m * p.Inner.Lower, m * p.Inner.Upper, m * p.Outer.Lower, m * p.Outer.Upper, m * curve.Baseline, "proportion", "Wilson");
        return table;
    }

    private static OutputTable Rates(FunnelCurve curve, FunnelRequest options)
    {
        var m = options.Multiplier;
        var statistic = $"rate ({(options.IsStandardised ? "dsr" : "crude")} per {m.ToString("#,0.######", CultureInfo.InvariantCulture)})";
        var table = new OutputTable(
            "Events", "lower_2s_population_1_year", "lower_2s_limit", "upper_2s_population_1_year", "upper_2s_limit",
            "lower_3s_population_1_year", "lower_3s_limit", "upper_3s_population_1_year", "upper_3s_limit", "baseline", "statistic", "method");
        foreach (var p in curve.Points)
            table.Add(
                p.Position, p.InnerAt.Upper, m * p.Inner.Lower, p.InnerAt.Lower, m * p.Inner.Upper,
                p.OuterAt.Upper, m * p.Outer.Lower, p.OuterAt.Lower, m * p.Outer.Upper, m * curve.Baseline, statistic, "Poisson");
        return table;
    }

    private static OutputTable Ratios(FunnelCurve curve, FunnelRequest options)
    {
        var table = new OutputTable(
            "Observed_events", "lower_2s_exp_events", "lower_2s_limit", "upper_2s_exp_events", "upper_2s_limit",
            "lower_3s_exp_events", "lower_3s_limit", "upper_3s_exp_events", "upper_3s_limit", "statistic", "method");
        foreach (var p in curve.Points)
            table.Add(
                p.Position, p.InnerAt.Upper, Shown(p.Inner.Lower), p.InnerAt.Lower, Shown(p.Inner.Upper),
                p.OuterAt.Upper, Shown(p.Outer.Lower), p.OuterAt.Lower, Shown(p.Outer.Upper), options.IsCount ? "ratio (count)" : "ratio (isr)", "Poisson");
        return table;

        double Shown(double ratio) => options.IsCount ? ratio - 1 : 100 * ratio;
    }

    private static JsonObject Summary(double baseline, FunnelRequest options)
    {
        var scale = options.Type == FunnelType.Ratio ? 1 : options.Multiplier;
        return new()
        {
            ["baseline"] = JsonText.Number(scale * baseline),
            ["areas"] = new JsonArray([.. options.Areas.Select(a => new JsonObject
            {
                ["area"] = a.Name,
                ["value"] = JsonText.Number(scale * a.Area.Events / a.Area.Denominator),
                ["significance"] = FunnelSignificance.Label(Verdict(a.Area, baseline, options)),
            })]),
        };
    }

    private static FunnelVerdict Verdict(FunnelArea area, double baseline, FunnelRequest options) => options.Type switch
    {
        FunnelType.Proportion => FunnelSignificance.OfProportion(area, baseline),
        FunnelType.Rate when options.IsStandardised => FunnelSignificance.OfStandardisedRate(area, baseline),
        _ => FunnelSignificance.OfRate(area, baseline),
    };
}
