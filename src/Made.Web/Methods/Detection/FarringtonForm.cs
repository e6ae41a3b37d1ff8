using Made.Core;
using Made.Core.Calendar;
using Made.Core.Methods.Detection;

namespace Made.Web.Methods.Detection;

/// <summary><c>farrington</c>: is a count high against the same time of year in earlier years?</summary>
internal sealed class FarringtonForm : IMethodForm
{
    private const int WeeksAYear = 52;

    public MethodDescription Description { get; } = new()
    {
        Name = "farrington",
        Purpose = "Counts that are high against the same time of year in earlier years.",
        Reads = WatchedSeries.Reads,
        Writes = WatchedSeries.Writes,
        Units = "events",
        Source = "Farrington and others 1996; Noufaily and others 2013; as R's surveillance computes it",
        Page = "farrington",
        Options =
        [
            new("variant", "\"flexible\"", "original or flexible"),
            new("frequency", "12", "points in a year"),
            new("b", "4", "years to go back"),
            new("w", "", "points either side of the same point in earlier years; 1, for weeks 3"),
            new("alpha", "0.01", "level of the bound: two-sided in the original form, one-sided in the flexible one"),
            new("pastNotIncluded", "", "points before the present one that are left out; 1, for weeks 26; flexible only"),
            new("noPeriods", "", "seasonal periods; 1, for weeks 10; flexible only"),
            new("threshold", "\"delta\"", "delta, nbPlugin or muan; the original form knows only delta"),
            new("limit54", "[5, 4]", "fewer than 5 events in the last 4 points are not judged"),
            new("trend", "true", "whether a trend is tried"),
            new("pThresholdTrend", "", "a trend stays where its p value is below this; 0.05, in the flexible form 1 (always)"),
            new("reweight", "true", "whether earlier outbreaks are weighted down"),
            new("weightsThreshold", "", "residuals above this are weighted down; 1, in the flexible form 2.58"),
            new("start", "", "month of the first point (yyyy-MM): the flexible form measures a trend over months in days; where t holds months it is read there, else 2018-01"),
            WatchedSeries.Range,
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var series = new WatchedSeries(input);
        var settings = Settings(input.Options, series.FirstMonth);
        if (input.Fault is { } fault)
            return fault;
        if (!Farrington.Watch(series.Counts, settings).Succeeded(out var points, out var problem))
            return problem;
        var method = $"farrington {input.Options.Text("variant")} {input.Options.Text("threshold")}";
        return series.Written(points, method, settings.Variant == FarringtonVariant.Original ? 0 : double.NaN);
    }

    private static FarringtonOptions Settings(MethodOptions options, Month? firstMonth)
    {
        var original = options.Choice("variant", "flexible", "original") == "original";
        var frequency = options.Whole("frequency", 1);
        var weeks = frequency == WeeksAYear;
        var standard = original ? FarringtonOptions.Original : weeks ? FarringtonOptions.Noufaily : new();
        var limit = options.Numbers("limit54", NumberRule.NotNegative);
        if (limit.Length != 2 && !options.HasFaults)
            options.Wrong("limit54", "is not a pair, [events, points]");
        return standard with
        {
            Frequency = frequency,
            Years = options.Whole("b", 1),
            HalfWindow = options.Has("w") ? options.Whole("w", 0) : weeks ? 3 : 1,
            Alpha = options.Number("alpha", NumberRule.Share),
            NotIncluded = options.Has("pastNotIncluded") ? options.Whole("pastNotIncluded", 0) : standard.NotIncluded,
            Periods = options.Has("noPeriods") ? options.Whole("noPeriods", 1) : standard.Periods,
            Threshold = options.Choice("threshold", "delta", "nbPlugin", "muan") switch
            {
                "nbPlugin" => FarringtonThreshold.NegativeBinomialPlugIn,
                "muan" => FarringtonThreshold.Muan,
                _ => FarringtonThreshold.Delta,
            },
            EventsNeeded = limit.Length == 2 ? limit[0] : 0,
            EventsOver = limit.Length == 2 && limit[1] <= int.MaxValue ? (int)limit[1] : 0,
            Trend = options.Flag("trend"),
            TrendLevel = options.Has("pThresholdTrend") ? options.Number("pThresholdTrend", NumberRule.NotNegative) : standard.TrendLevel,
            Reweight = options.Flag("reweight"),
            WeightsAbove = options.Has("weightsThreshold") ? options.Number("weightsThreshold", NumberRule.Positive) : standard.WeightsAbove,
            First = First(options, firstMonth ?? standard.First),
        };
    }

    private static Month First(MethodOptions options, Month standard)
    {
        if (!options.Has("start"))
            return standard;
        if (Month.TryParse(options.Text("start"), out var month))
            return month;
        options.Wrong("start", "is not a month (yyyy-MM)");
        return standard;
    }
}
