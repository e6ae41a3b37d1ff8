using Made.Core;
using Made.Core.Methods.Detection;

namespace Made.Web.Methods.Detection;

/// <summary><c>glr-cusum</c>: rises of unknown size and start, against a seasonal mean.</summary>
internal sealed class GlrCusumForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "glr-cusum",
        Purpose = "Rises of unknown size and start, against a seasonal mean (Poisson likelihood ratio).",
        Reads = WatchedSeries.Reads,
        Writes = WatchedSeries.Writes,
        Units = "events",
        Source = "Hoehle and Paul 2008; as R's surveillance computes it",
        Page = "glr-cusum",
        Options =
        [
            new("cARL", "5", "alarm where the statistic reaches this"),
            new("S", "1", "harmonics of the seasonal mean"),
            WatchStart.Frequency, WatchStart.From, WatchedSeries.Range,
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var series = new WatchedSeries(input);
        var settings = new GlrCusumOptions
        {
            Threshold = input.Options.Number("cARL", NumberRule.Positive),
            Harmonics = input.Options.Whole("S", 0),
            Frequency = input.Options.Whole("frequency", 1),
        };
        var from = WatchStart.Of(input, series);
        if (input.Fault is { } fault)
            return fault;
        return GlrCusum.Watch(series.Counts, settings with { From = from }).Succeeded(out var points, out var problem) ? series.Written(points, $"glr-cusum from {from}") : problem;
    }
}
