using Made.Core;
using Made.Core.Methods.Rates;

namespace Made.Web.Methods.Rates;

/// <summary><c>mean-ci</c>: means of samples with their limits.</summary>
internal sealed class MeanForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "mean-ci",
        Purpose = "Means of samples with confidence limits by Student's t distribution.",
        Reads = "CSV area,value; the rows of one area are its sample",
        Writes = "CSV area,value_sum,value_count,stdev,value,lower95_0cl,upper95_0cl,lower99_8cl,upper99_8cl,method",
        Units = "those of the values; one value alone has no limits",
        Source = "PHE/DHSC; PHEindicatormethods phe_mean",
        Page = "mean",
        Options = [Confidence.Option],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var table = input.Table("area", "value");
        var (areas, values) = (table.Texts("area"), table.Numbers("value"));
        var levels = Confidence.Of(input.Options);
        if (input.Fault is { } fault)
            return fault;
        var output = new OutputTable(["area", "value_sum", "value_count", "stdev", "value", .. levels.SelectMany(Confidence.Columns), "method"]);
        foreach (var area in Enumerable.Range(0, table.Count).GroupBy(i => areas[i]))
        {
            var mean = MeanInterval.Of([.. area.Select(i => values[i])]);
            output.Add([area.Key, area.Sum(i => values[i]), mean.Count, mean.Deviation, mean.Mean, .. Confidence.Cells(levels, mean.Limits), "Student's t-distribution"]);
        }
        return new MethodOutput(output.ToString());
    }
}
