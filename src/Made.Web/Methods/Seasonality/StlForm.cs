using Made.Core;
using Made.Core.Methods.Seasonality;

namespace Made.Web.Methods.Seasonality;

/// <summary><c>stl</c>: season, trend and remainder of a series.</summary>
internal sealed class StlForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "stl",
        Purpose = "Season, trend and remainder of a series, by local regression.",
        Reads = "CSV t,y",
        Writes = "CSV t,y,seasonal,trend,remainder",
        Units = "those of y",
        Source = "Cleveland, Cleveland, McRae and Terpenning 1990; settings as R's stl",
        Page = "stl",
        Options =
        [
            new("period", "12", "points in a season"),
            new("s_window", "\"periodic\"", "span of the seasonal smoother in seasons, 3 or more, or periodic"),
            new("robust", "false", "whether outliers are weighted down"),
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var table = input.Table("t", "y");
        var labels = table.Texts("t");
        var values = table.Numbers("y");
        var settings = new StlOptions { Period = input.Options.Whole("period", 2), SeasonalSpan = Span(input.Options), Robust = input.Options.Flag("robust") };
        if (input.Fault is { } fault)
            return fault;
        if (!Stl.Decompose(values, settings).Succeeded(out var parts, out var problem))
            return problem;
        var output = new OutputTable("t", "y", "seasonal", "trend", "remainder");
        for (var i = 0; i < values.Length; i++)
            output.Add(labels[i], values[i], parts.Seasonal[i], parts.Trend[i], parts.Remainder[i]);
        return new MethodOutput(output.ToString());
    }

    /// <summary>Written as a number, as its digits or as the word.</summary>
    private static int Span(MethodOptions options)
    {
        var text = options.Label("s_window");
        if (text == "periodic")
            return StlOptions.Periodic;
        if (int.TryParse(text, out var span) && span >= 3)
            return span;
        options.Wrong("s_window", $"'{text}' is neither periodic nor a whole number of 3 or more");
        return StlOptions.Periodic;
    }
}
