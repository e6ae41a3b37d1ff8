using Made.Core;
using Made.Core.Methods;

namespace Made.Web.Methods.Rates;

/// <summary><c>proportion-ci</c>: a percentage and its limits for each area.</summary>
internal sealed class ProportionForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "proportion-ci",
        Purpose = "Percentages with Wilson score limits.",
        Reads = "CSV area,numerator,denominator",
        Writes = "CSV area,value,lower95_0cl,upper95_0cl,lower99_8cl,upper99_8cl,method",
        Units = "per cent",
        Source = "Wilson 1927; PHE/DHSC, Public health technical guidance (Fingertips)",
        Page = "proportion-wilson",
        Options = [Confidence.Option],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var table = input.Table("area", "numerator", "denominator");
        var areas = table.Texts("area");
        var parts = table.NumbersOrGaps("numerator", NumberRule.NotNegative);
        var wholes = table.NumbersOrGaps("denominator", NumberRule.Positive);
        var levels = Confidence.Of(input.Options);
        for (var i = 0; i < table.Count; i++)
            if (parts[i] > wholes[i])
                table.Wrong(i, "numerator", $"{parts[i]} is more than the denominator, {wholes[i]}");
        if (input.Fault is { } fault)
            return fault;
        var output = new OutputTable(["area", "value", .. levels.SelectMany(Confidence.Columns), "method"]);
        for (var i = 0; i < table.Count; i++)
        {
            var (x, n) = (parts[i], wholes[i]);
            output.Add([areas[i], 100 * x / n, .. Confidence.Cells(levels, c => Limits(x, n, c)), "Wilson"]);
        }
        return new MethodOutput(output.ToString());
    }

    private static Interval Limits(double part, double whole, double confidence) =>
        double.IsNaN(part) || double.IsNaN(whole) ? Interval.None : WilsonInterval.Of(part, whole, confidence).Times(100);
}
