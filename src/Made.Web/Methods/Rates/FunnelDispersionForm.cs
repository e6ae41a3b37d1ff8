using Made.Core;
using Made.Core.Methods.Rates;

namespace Made.Web.Methods.Rates;

/// <summary><c>funnel-overdispersion</c>: scores, dispersion and both kinds of limits of a funnel's groups.</summary>
internal sealed class FunnelDispersionForm : IMethodForm
{
    private static readonly string[] Scores = ["target_transformed", "Y", "Uzscore", "winsorised", "Wuzscore", "s"];
    private static readonly string[] Limits = ["OD95LCL", "OD95UCL", "OD99LCL", "OD99UCL", "LCL95", "UCL95", "LCL99", "UCL99"];

    public MethodDescription Description { get; } = new()
    {
        Name = "funnel-overdispersion",
        Purpose = "Funnel limits that allow for groups differing by more than chance (phi, tau2), and outliers.",
        Reads = "CSV group,numerator,denominator; rows of one group are added up",
        Writes = $"CSV data_type,method,trim_by,phi,tau2,denominator,group,numerator,rr,{string.Join(',', Scores)},{string.Join(',', Limits)},highlight,outlier,rk,sp,truncated",
        Units = "rr and limits per multiplier; Y, s and tau2 on the scale",
        Source = "Spiegelhalter 2005 and 2012; FunnelPlotR",
        Page = "funnel-overdispersion",
        Options =
        [
            new("data_type", "\"SR\"", "SR (observed over expected), PR (proportion) or RC (ratio of counts)"),
            new("method", "\"SHMI\"", "for SR: SHMI (logarithm, extremes left out, expected rounded to 2 decimals) or CQC (square root, extremes drawn in)"),
            new("trim_by", "0.1", "share of each tail that is drawn in or left out"),
            new("limit", "99", "99 (99.8% limits) or 95: beyond which a group is an outlier"),
            new("multiplier", "1", "limits are per so many"),
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var table = input.Table("group", "numerator", "denominator");
        var names = table.Texts("group");
        var counts = table.Numbers("numerator", NumberRule.NotNegative);
        var wholes = table.Numbers("denominator", NumberRule.Positive);
        var type = input.Options.Choice("data_type", "SR", "PR", "RC");
        var method = input.Options.Choice("method", "SHMI", "CQC");
        var trim = input.Options.Number("trim_by", new(v => v is > 0 and < 0.5, "does not lie between 0 and 0.5"));
        var wide = input.Options.Choice("limit", "99", "95") == "99";
        var multiplier = input.Options.Number("multiplier", NumberRule.Positive);
        var groups = names.Select((g, i) => (Name: g, Row: i)).GroupBy(g => g.Name)
            .Select(g => (g.First().Row, Name: g.Key, X: g.Sum(r => counts[r.Row]), N: g.Sum(r => wholes[r.Row]))).ToList();
        foreach (var g in groups.Where(g => type == "PR" && g.X > g.N))
            table.Wrong(g.Row, "numerator", $"{g.X} is more than the denominator, {g.N}");
        if (!input.Options.HasFaults && groups.TrueForAll(g => g.X == 0))
            table.Wrong(0, "numerator", "no group has events");
        if (input.Fault is { } fault)
            return fault;
        var scale = (type, method) switch
        {
            ("PR", _) => DispersionScale.Proportion,
            ("RC", _) => DispersionScale.RatioOfCounts,
            (_, "SHMI") => DispersionScale.StandardisedLog,
            _ => DispersionScale.StandardisedRoot,
        };
        List<FunnelArea> areas = [.. groups.Select(g => new FunnelArea(g.X, scale == DispersionScale.StandardisedLog ? TwoDecimals(g.N) : g.N))];
        if (areas.FindIndex(a => a.Denominator == 0) is >= 0 and var tiny)
            return Problems.Entry("input", $"group '{groups[tiny].Name}'", "expected events round to 0");
        var dispersion = FunnelDispersion.Of(areas, scale, trim);
        var limits = new DispersionLimits(areas, scale, dispersion.Tau2);
        var output = new OutputTable([
            "data_type", "method", "trim_by", "phi", "tau2", "denominator", "group", "numerator", "rr", .. Scores, .. Limits, "highlight", "outlier", "rk", "sp", "truncated"]);
        for (var i = 0; i < areas.Count; i++)
        {
            var (area, score, ratio) = (areas[i], dispersion.Scores[i], groups[i].X / groups[i].N);
            var judged = wide ? limits.Wide(area.Denominator, dispersion.IsOverdispersed) : limits.Narrow(area.Denominator, dispersion.IsOverdispersed);
            var left = scale == DispersionScale.StandardisedLog;
            output.Add([
                type, method, trim, dispersion.Phi, dispersion.Tau2, area.Denominator, groups[i].Name, area.Events, ratio,
                dispersion.Target, score.Transformed, score.Score, left ? OutputCell.Gap : Flag(score.IsExtreme), score.Used, limits.Error(area.Denominator),
                .. Pair(limits.Narrow(area.Denominator, dispersed: true), multiplier), .. Pair(limits.Wide(area.Denominator, dispersed: true), multiplier),
                .. Pair(limits.Narrow(area.Denominator, dispersed: false), multiplier), .. Pair(limits.Wide(area.Denominator, dispersed: false), multiplier),
                "0", Flag(!judged.Holds(ratio)), score.Rank, score.Part, left ? Flag(score.IsExtreme) : OutputCell.Gap]);
        }
        return new MethodOutput(output.ToString());
    }

    private static OutputCell Flag(bool on) => on ? 1 : 0;

    private static OutputCell[] Pair(Core.Methods.Interval limits, double multiplier) => [multiplier * limits.Lower, multiplier * limits.Upper];

    /// <summary>As R rounds: to the nearer of the two candidates, to the even one where they are as near.</summary>
    private static double TwoDecimals(double value)
    {
        var (below, above) = (Math.Floor(value * 100), Math.Ceiling(value * 100));
        var (down, up) = (value - (below / 100), (above / 100) - value);
        return (down < up || (down == up && below % 2 == 0) ? below : above) / 100;
    }
}
