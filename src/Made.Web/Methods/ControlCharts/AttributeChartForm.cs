using Made.Core;
using Made.Core.Methods.ControlCharts;

namespace Made.Web.Methods.ControlCharts;

/// <summary><c>attribute-chart</c>: p, u, c, p' and u' charts of counts, and i, mr, run and t charts of single measurements.</summary>
internal sealed class AttributeChartForm : IMethodForm
{
    private const string Include = "include";

    private static readonly string[] Kinds = ["p", "u", "c", "pp", "up", "i", "mr", "run", "t"];
    private static readonly string[] Flags = ["TRUE", "FALSE", ""];

    public MethodDescription Description { get; } = new()
    {
        Name = "attribute-chart",
        Purpose = "Control charts of counts (p, u, c, Laney's p' and u') and of single measurements (i, mr, run, t), with Anhoej's runs rules.",
        Reads = "CSV t,numerator,denominator[,include]; no denominator for c, i, mr, run and t; an empty cell is a gap; include FALSE leaves a point out of centre, limits and runs",
        Writes = "CSV t,value,cl,lcl,ucl,sigma_signal,runs_signal,longest_run,longest_run_max,n_crossings,n_crossings_min,n_useful,chart",
        Units = "p: share; u: events per one of the denominator; c: events; i, mr, run, t: those of numerator",
        Source = "Montgomery, Introduction to Statistical Quality Control; Laney 2002; Nelson 1982, 1994; Anhoej and Olesen 2014",
        Page = "attribute-chart",
        Options =
        [
            new("chart", "", "p, u, c, pp (p'), up (u'), i (individuals), mr (moving ranges), run (median, no limits) or t (time between rare events); must be given"),
            new("fixAfter", "", "centre and limits from the first so many points that are there and not left out; all are judged by them"),
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var chosen = input.Options.Choice("chart", Kinds);
        var counted = Counted(chosen);
        var needsWhole = counted is not (null or AttributeKind.C);
        var table = needsWhole ? input.Table("t", "numerator", "denominator") : input.Table("t", "numerator");
        var times = table.Texts("t");
        var values = table.NumbersOrGaps("numerator", chosen is "i" or "mr" or "run" ? NumberRule.Any : NumberRule.NotNegative);
        var denominators = needsWhole ? table.NumbersOrGaps("denominator", NumberRule.Positive) : [];
        if (counted is AttributeKind.P or AttributeKind.PPrime)
            for (var i = 0; i < table.Count; i++)
                if (values[i] > denominators[i])
                    table.Wrong(i, "numerator", $"{values[i]} is more than the denominator, {denominators[i]}");
        var roles = Roles(input, table, [.. values.Select((v, i) => double.IsNaN(v) || (needsWhole && double.IsNaN(denominators[i])))]);
        if (input.Fault is { } fault)
            return fault;
        var chart = counted is { } kind ? AttributeChart.Of(kind, values, denominators, roles) : MeasurementChart.Of(Measured(chosen), values, roles);
        var runs = chart.Runs;
        var output = new OutputTable(
            "t", "value", "cl", "lcl", "ucl", "sigma_signal", "runs_signal", "longest_run", "longest_run_max", "n_crossings", "n_crossings_min", "n_useful", "chart");
        foreach (var (time, point) in times.Zip(chart.Points))
            output.Add(
                time, point.Value, chart.Centre, point.Limits.Lower, point.Limits.Upper, point.IsSignal, runs.IsSignal,
                runs.LongestRun, runs.LongestRunMax, runs.Crossings, runs.CrossingsMin, runs.Useful, chosen);
        return new MethodOutput(output.ToString());
    }

    private static PointRole[] Roles(MethodInput input, InputTable table, bool[] gaps)
    {
        var included = table.Has(Include) ? table.TextsOrGaps(Include) : new string[table.Count];
        var fixAfter = input.Options.Has("fixAfter") ? input.Options.Whole("fixAfter", 2) : int.MaxValue;
        var (roles, held) = (new PointRole[table.Count], 0);
        for (var i = 0; i < roles.Length; i++)
        {
            if (!Flags.Contains(included[i] ?? ""))
                table.Wrong(i, Include, $"'{included[i]}' is neither TRUE nor FALSE");
            roles[i] = included[i] == "FALSE" ? PointRole.LeftOut : held >= fixAfter ? PointRole.Judged : PointRole.Baseline;
            if (roles[i] == PointRole.Baseline && !gaps[i])
                held++;
        }
        return roles;
    }

    private static AttributeKind? Counted(string chosen) => chosen switch
    {
        "p" => AttributeKind.P,
        "u" => AttributeKind.U,
        "c" => AttributeKind.C,
        "pp" => AttributeKind.PPrime,
        "up" => AttributeKind.UPrime,
        _ => null,
    };

    private static MeasurementKind Measured(string chosen) => chosen switch
    {
        "i" => MeasurementKind.Individual,
        "mr" => MeasurementKind.MovingRange,
        "t" => MeasurementKind.TimeBetween,
        _ => MeasurementKind.Run,
    };
}
