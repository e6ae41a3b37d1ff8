using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Methods;

namespace Made.Web.Methods.ControlCharts;

/// <summary><c>xmr</c>: the run chart of a series, with the two icons as a summary.</summary>
internal sealed class XmrForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "xmr",
        Purpose = "Run chart (XmR) with process limits, special causes and the variation and assurance icons.",
        Reads = "CSV date,y[,rebase_group], in order of date; an empty y, and a date left out of an even series, is a gap",
        Writes = "CSV date,y,rebase_group,mean,lpl,upl,relative_to_mean,outside_limits,close_to_limits,special_cause_type,point_type,screened,rules; "
            + "with --summary JSON {groups:[{rebase_group,n,mean,lpl,upl,trial}],variation_type,assurance_type,...}",
        Units = "those of y",
        Source = "NHS England, Making Data Count; NHSRplotthedots",
        Page = "xmr",
        Options =
        [
            new("improvement", "\"increase\"", "increase, decrease or neutral"),
            new("target", "", "a number; without one there is no assurance"),
            new("screen", "false", "true leaves out moving ranges of 3.267 times their average, as NHSRplotthedots does; the NHS workbook does not"),
            new("fixAfter", "", "limits from the first so many points of each group; all are judged by them"),
            new("rules", "\"ptd\"", "ptd (NHSRplotthedots) or nhs-2024 (points outside count as beyond two sigma too; improvement wins over concern)"),
            new("points", "7", "7 or 6 in a row make a shift or a trend (the NHS workbook offers both)"),
            new("targetOnLimit", "\"hit-or-miss\"", "hit-or-miss (NHSRplotthedots) or consistent (Power BI visual)"),
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var table = input.Table("date", "y");
        var (dates, values) = (table.Dates("date"), table.NumbersOrGaps("y"));
        var groups = table.Has("rebase_group") ? table.Numbers("rebase_group", NumberRule.Count) : new double[table.Count];
        var improvement = input.Options.Choice("improvement", "increase", "decrease", "neutral") switch
        {
            "increase" => Improvement.Increase,
            "decrease" => Improvement.Decrease,
            _ => Improvement.Neutral,
        };
        var onLimit = input.Options.Choice("targetOnLimit", "hit-or-miss", "consistent") == "consistent" ? TargetOnLimit.Consistent : TargetOnLimit.HitOrMiss;
        var run = input.Options.Choice("points", "7", "6");
        var options = new XmrOptions
        {
            Screen = input.Options.Flag("screen"),
            FixAfter = input.Options.Has("fixAfter") ? input.Options.Whole("fixAfter", 2) : null,
            Rules = input.Options.Choice("rules", "ptd", "nhs-2024") == "ptd" ? XmrRuleSet.PlotTheDots : XmrRuleSet.Nhs2024,
            RunLength = run == "7" ? 7 : 6,
        };
        var target = input.Options.NumberOrGap("target");
        for (var i = 1; i < table.Count; i++)
        {
            if (dates[i] <= dates[i - 1])
                table.Wrong(i, "date", "is not after the date in the row before");
            if (groups[i] < groups[i - 1])
                table.Wrong(i, "rebase_group", "is below the group in the row before");
        }
        if (input.Fault is { } fault)
            return fault;
        var slots = EvenSeries.Slots(dates);
        var (series, numbers) = (EvenSeries.Spread(values, slots, double.NaN), EvenSeries.Carry(groups, slots));
        var chart = Xmr.Chart(series, options, [.. numbers.Select(g => (int)g)]);
        var summary = Summary(chart, options, improvement, target, onLimit);
        return new MethodOutput(Points(chart, dates, slots, improvement, options).ToString(), JsonText.Of(summary));
    }

    private static OutputTable Points(XmrChart chart, DateOnly[] dates, int[] slots, Improvement improvement, XmrOptions options)
    {
        var output = new OutputTable(
            "date", "y", "rebase_group", "mean", "lpl", "upl", "relative_to_mean", "outside_limits", "close_to_limits", "special_cause_type", "point_type", "screened", "rules");
        for (var i = 0; i < dates.Length; i++)
        {
            var p = chart.Points[slots[i]];
            var held = !double.IsNaN(p.Value);
            output.Add(
                dates[i], p.Value, p.Group, p.Mean, p.Limits.Lower, p.Limits.Upper, held ? p.Side : OutputCell.Gap,
                held && p.Limits.IsKnown ? p.IsOutside : OutputCell.Gap, held && p.Limits.IsKnown ? p.IsClose : OutputCell.Gap,
                held ? p.Label : OutputCell.Gap, held ? p.TypeFor(improvement) : OutputCell.Gap, options.Screen, Rules(options));
        }
        return output;
    }

    private static JsonObject Summary(XmrChart chart, XmrOptions options, Improvement improvement, double target, TargetOnLimit onLimit) => new()
    {
        ["groups"] = new JsonArray([.. chart.Groups.Select(g => new JsonObject
        {
            ["rebase_group"] = g.Number,
            ["n"] = g.Points,
            ["mean"] = JsonText.Number(g.Mean),
            ["lpl"] = JsonText.Number(g.Limits.Lower),
            ["upl"] = JsonText.Number(g.Limits.Upper),
            ["trial"] = g.IsTrial,
        })]),
        ["variation_type"] = XmrIcons.Variation(chart, improvement),
        ["assurance_type"] = XmrIcons.Assurance(chart, target, improvement, onLimit) switch
        {
            XmrAssurance.ConsistentPass => "consistent_pass",
            XmrAssurance.ConsistentFail => "consistent_fail",
            XmrAssurance.Inconsistent => "inconsistent",
            _ => null,
        },
        ["screened"] = options.Screen,
        ["rules"] = Rules(options),
        ["points"] = options.RunLength,
        ["target_on_limit"] = onLimit == TargetOnLimit.Consistent ? "consistent" : "hit-or-miss",
        ["fix_after"] = options.FixAfter,
        ["warnings"] = JsonText.Texts(Warnings(chart)),
    };

    private static string Rules(XmrOptions options) => options.Rules == XmrRuleSet.PlotTheDots ? "ptd" : "nhs-2024";

    private static IEnumerable<string> Warnings(XmrChart chart)
    {
        foreach (var group in chart.Groups.Where(g => g.IsTrial))
            yield return $"Group {group.Number}: limits from {group.Baseline} points are trial limits; {Xmr.PointsForFirmLimits} or more make them firm.";
        var gaps = chart.Points.Count(p => double.IsNaN(p.Value));
        if (gaps > 0)
            yield return $"{gaps} {(gaps == 1 ? "gap breaks" : "gaps break")} moving ranges and runs.";
    }
}
