using Made.Core;
using Made.Core.Methods.Detection;

namespace Made.Web.Methods.Detection;

/// <summary><c>cusum</c>: small rises that last, against the mean of the points before.</summary>
internal sealed class CusumForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "cusum",
        Purpose = "Small rises that last: cumulative sum of standardised counts.",
        Reads = WatchedSeries.Reads,
        Writes = WatchedSeries.Writes,
        Units = "events",
        Source = "Page 1954; Rossi, Lampugnani and Marchi 1999; as R's surveillance computes it",
        Page = "cusum",
        Options =
        [
            new("k", "1.04", "reference value, in standard deviations"),
            new("h", "2.26", "decision interval, in standard deviations"),
            new("trans", "\"standard\"", "how counts are standardised; only standard, (y - m)/sqrt(m)"),
            WatchStart.Frequency, WatchStart.From, WatchedSeries.Range,
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var series = new WatchedSeries(input);
        input.Options.Choice("trans", "standard");
        var settings = new CusumOptions
        {
            Reference = input.Options.Number("k", NumberRule.NotNegative),
            Decision = input.Options.Number("h", NumberRule.Positive),
        };
        var from = WatchStart.Of(input, series);
        if (input.Fault is { } fault)
            return fault;
        return Cusum.Watch(series.Counts, settings with { From = from }).Succeeded(out var points, out var problem) ? series.Written(points, $"cusum from {from}") : problem;
    }
}
