using Made.Core;
using Made.Core.Methods.Detection;

namespace Made.Web.Methods.Detection;

/// <summary><c>ears</c>: is a count high against the last few?</summary>
internal sealed class EarsForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "ears",
        Purpose = "Counts that are high against the last few (EARS C1, C2, C3).",
        Reads = WatchedSeries.Reads,
        Writes = WatchedSeries.Writes,
        Units = "events",
        Source = "Hutwagner, Thompson, Seeman and Treadwell 2003; as R's surveillance computes it",
        Page = "ears",
        Options =
        [
            new("method", "\"C1\"", "C1, C2 or C3"),
            new("baseline", "7", "points in the baseline"),
            new("minSigma", "0", "least standard deviation, in events"),
            new("alpha", "", "one-sided level; 0.001, for C3 0.025"),
            WatchedSeries.Range,
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var series = new WatchedSeries(input);
        var options = input.Options;
        var method = options.Choice("method", "C1", "C2", "C3") switch { "C2" => EarsMethod.C2, "C3" => EarsMethod.C3, _ => EarsMethod.C1 };
        var settings = new EarsOptions
        {
            Method = method,
            Baseline = options.Whole("baseline", 1),
            MinSigma = options.Number("minSigma", NumberRule.NotNegative),
            Alpha = options.Has("alpha") ? options.Number("alpha", NumberRule.Share) : method == EarsMethod.C3 ? 0.025 : 0.001,
        };
        if (input.Fault is { } fault)
            return fault;
        return Ears.Watch(series.Counts, settings).Succeeded(out var points, out var problem) ? series.Written(points, $"ears {method}") : problem;
    }
}
