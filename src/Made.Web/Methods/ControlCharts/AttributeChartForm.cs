using Made.Core;
using Made.Core.Methods.ControlCharts;

namespace Made.Web.Methods.ControlCharts;

/// <summary><c>attribute-chart</c>: p, u, c, p' and u' charts.</summary>
internal sealed class AttributeChartForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "attribute-chart",
        Purpose = "Control charts of counts: p, u, c, and Laney's p' and u', with Anhoej's runs rules.",
        Reads = "CSV t,numerator,denominator (no denominator for c); an empty cell is a gap",
        Writes = "CSV t,value,cl,lcl,ucl,sigma_signal,runs_signal,longest_run,longest_run_max,n_crossings,n_crossings_min",
        Units = "p: share; u: events per one of the denominator; c: events",
        Source = "Montgomery, Introduction to Statistical Quality Control; Laney 2002; Anhoej and Olesen 2014",
        Page = "attribute-chart",
        Options = [new("chart", "", "p, u, c, pp (p') or up (u'); must be given")],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var kind = input.Options.Choice("chart", "p", "u", "c", "pp", "up") switch
        {
            "p" => AttributeKind.P,
            "u" => AttributeKind.U,
            "c" => AttributeKind.C,
            "pp" => AttributeKind.PPrime,
            _ => AttributeKind.UPrime,
        };
        var table = kind == AttributeKind.C ? input.Table("t", "numerator") : input.Table("t", "numerator", "denominator");
        var times = table.Texts("t");
        var counts = table.NumbersOrGaps("numerator", NumberRule.NotNegative);
        var denominators = kind == AttributeKind.C ? [] : table.NumbersOrGaps("denominator", NumberRule.Positive);
        if (kind is AttributeKind.P or AttributeKind.PPrime)
            for (var i = 0; i < table.Count; i++)
                if (counts[i] > denominators[i])
                    table.Wrong(i, "numerator", $"{counts[i]} is more than the denominator, {denominators[i]}");
        if (input.Fault is { } fault)
            return fault;
        var chart = AttributeChart.Of(kind, counts, denominators);
        var runs = chart.Runs;
        var output = new OutputTable("t", "value", "cl", "lcl", "ucl", "sigma_signal", "runs_signal", "longest_run", "longest_run_max", "n_crossings", "n_crossings_min");
        foreach (var (time, point) in times.Zip(chart.Points))
            output.Add(
                time, point.Value, chart.Centre, point.Limits.Lower, point.Limits.Upper, point.IsSignal, runs.IsSignal,
                runs.LongestRun, runs.LongestRunMax, runs.Crossings, runs.CrossingsMin);
        return new MethodOutput(output.ToString());
    }
}
