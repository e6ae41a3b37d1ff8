using Made.Core;
using Made.Core.Methods.Forecasting;

namespace Made.Web.Methods.Forecasting;

/// <summary><c>ets</c>: exponential smoothing with given parameters, or with fitted ones where none are given.</summary>
internal sealed class EtsForm : IMethodForm
{
    private const int SeasonalMonths = 11;

    private static readonly string[] Smoothing = ["alpha", "beta", "gamma", "phi", "l", "b"];
    private static readonly string[] Seasonal = [.. Enumerable.Range(0, SeasonalMonths).Select(i => $"s{i}")];

    public MethodDescription Description { get; } = new()
    {
        Name = "ets",
        Purpose = "Exponential smoothing (state space), with given or fitted parameters.",
        Reads = ForecastSeries.Reads,
        Writes = ForecastSeries.Writes,
        Units = "those of y",
        Source = "Hyndman, Koehler, Ord and Snyder 2008; as R's forecast computes it",
        Page = "ets",
        Options =
        [
            ForecastSeries.Steps,
            ForecastSeries.Season,
            new("model", "", "error, trend and season: ANN, AAN, ANA, AAA, MNA, MAM and so on, Ad for a damped trend"),
            new("parameters", "", "an object with alpha, beta, gamma, phi, l, b, s0, s1 and so on; what else is in it is passed over. Left out, and with none below, they are fitted"),
            new("alpha", "", "weight of the newest error in the level"),
            new("beta", "", "in the slope"),
            new("gamma", "", "in the season"),
            new("phi", "", "what is left of the slope after a step; 1"),
            new("l", "", "level before the first value"),
            new("b", "", "slope before the first value"),
            .. Seasonal.Select((s, i) => new MethodOption(s, "", $"season of the point {i + 1} before the first value; the oldest of a season is left out")),
            new("limits", "\"forecast-8.23\"", "definition or forecast-8.23, which differs where there is a season and no trend, and for a damped trend with a multiplicative season"),
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var series = new ForecastSeries(input);
        var options = input.Options;
        var limits = options.Choice("limits", "forecast-8.23", "definition") == "definition" ? EtsLimits.Definition : EtsLimits.Forecast823;
        if (!Model(options).Succeeded(out var model, out var unknown))
            return unknown;
        var given = options.Has("parameters") || Smoothing.Concat(Seasonal).Any(options.Has);
        var parameters = given ? Parameters(options, model, series.Frequency) : new() { Alpha = 0, Level = 0 };
        if (input.Fault is { } fault)
            return fault;
        var outcome = given
            ? Ets.Run(series.Values, series.Frequency, series.Ahead, model, parameters, limits)
            : EtsFit.Of(series.Values, series.Frequency, series.Ahead, model, limits: limits);
        return outcome.Succeeded(out var result, out var problem) ? ForecastSeries.Written(result.Forecast, $"{model.Name} {(given ? "given" : "fitted")}, limits {options.Text("limits")}") : problem;
    }

    private static Outcome<EtsModel> Model(MethodOptions options)
    {
        if (options.Has("model"))
            return EtsModel.Parse(options.Label("model"));
        options.Wrong("model", "is missing; name error, trend and season, such as ANN, AAA or MAM");
        return new EtsModel(EtsPart.Additive, EtsPart.None, EtsPart.None);
    }

    private static EtsParameters Parameters(MethodOptions options, EtsModel model, int frequency)
    {
        var inside = options.Has("parameters") ? options.Inside("parameters") : options.All;
        var damped = model.Trend == EtsPart.Damped;
        return new()
        {
            Alpha = inside.Number("alpha"),
            Beta = model.HasTrend ? inside.Number("beta") : 0,
            Gamma = model.HasSeason ? inside.Number("gamma") : 0,
            Phi = damped ? inside.Number("phi") : 1,
            Level = inside.Number("l"),
            Slope = model.HasTrend ? inside.Number("b") : 0,
            Seasonal = model.HasSeason ? EtsParameters.Completed([.. Enumerable.Range(0, frequency - 1).Select(i => inside.Number($"s{i}"))], model.Season) : [],
        };
    }
}
