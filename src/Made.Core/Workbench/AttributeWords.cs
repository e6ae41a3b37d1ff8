using Made.Core.Methods.ControlCharts;

namespace Made.Core.Workbench;

/// <summary>What a chart of counts says, in sentences.</summary>
internal static class AttributeWords
{
    public static IReadOnlyList<string> Verdict(string month, string after, IReadOnlyList<AttributeChart> charts, AttributePoint last, double scale, Numbers numbers)
    {
        var said = $"{month}: {numbers.Say(last.Value * scale)} {after}";
        if (!last.Limits.IsKnown || double.IsNaN(last.Value))
            return [$"{said}. No limits can be drawn for it."];
        var range = $"{numbers.Fine(last.Limits.Lower * scale)} to {numbers.Fine(last.Limits.Upper * scale)}";
        var where = last.Value > last.Limits.Upper ? $"above the control limits of {range}" : last.Value < last.Limits.Lower ? $"below the control limits of {range}" : $"within the control limits of {range}";
        var judged = charts.Sum(c => c.Points.Count(p => !double.IsNaN(p.Value) && p.Limits.IsKnown));
        var outside = charts.Sum(c => c.Points.Count(p => p.IsSignal));
        return [$"{said}, {where}.", $"{(outside == 0 ? "None" : $"{outside}")} of {judged} months {(outside < 2 ? "lies" : "lie")} outside the limits.", Runs(charts), .. Inflation(charts[^1])];
    }

    private static string Runs(IReadOnlyList<AttributeChart> charts)
    {
        var runs = charts[^1].Runs;
        var where = charts.Count > 1 ? "Since the last break " : "";
        var found = $"longest run {runs.LongestRun}, at most {runs.LongestRunMax} by chance; {runs.Crossings} crossings, at least {runs.CrossingsMin} by chance";
        if (runs.Useful == 0)
            return $"{where}{(where.Length > 0 ? "no" : "No")} month lies off the centre line, so runs say nothing.";
        return runs.IsSignal
            ? $"{where}{(where.Length > 0 ? "months" : "Months")} run on one side of the centre line for longer, or cross it less often, than chance would have it ({found}): a shift or drift (Anhøj's rules)."
            : $"{where}{(where.Length > 0 ? "months" : "Months")} scatter about the centre line as chance would have it ({found}; Anhøj's rules).";
    }

    private static string[] Inflation(AttributeChart chart) =>
        double.IsNaN(chart.Inflation) || Math.Abs(chart.Inflation - 1) < 1e-12 ? [] : [$"Limits are {chart.Inflation:0.00} times those of chance alone (Laney's factor)."];
}
