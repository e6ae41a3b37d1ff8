namespace Made.Core.Methods.Forecasting;

/// <summary>A series run through a model: how well it fits and what it forecasts.</summary>
/// <param name="Model">Error, trend and season.</param>
/// <param name="Parameters">Smoothing parameters and starting state.</param>
/// <param name="LogLikelihood">Up to a constant that only the number of values decides.</param>
/// <param name="Variance">Sum of squared errors over n less the parameters; relative where errors are.</param>
/// <param name="Aicc">Corrected Akaike criterion; smaller is better; infinite where the values are too few for it.</param>
/// <param name="Forecast">The forecast.</param>
public sealed record EtsResult(EtsModel Model, EtsParameters Parameters, double LogLikelihood, double Variance, double Aicc, Forecast Forecast);

/// <summary>By whose formulas limits are drawn where the reference program departs from the definition.</summary>
public enum EtsLimits
{
    /// <summary>The definition.</summary>
    Definition,

    /// <summary>R's forecast 8.23: without a trend the seasonal weight enters the variance one step early; with a damped trend and a multiplicative season the first step is not damped.</summary>
    Forecast823,
}

/// <summary>
/// Exponential smoothing in its state space form, with given parameters.
/// <para>Recursions: level = q + alpha d, slope = phi slope + beta d, season + gamma d, see the page. Mean h ahead: level + (phi + ... + phi^h) slope, plus or times season.
/// Variance, additive errors: s^2 (1 + sum over j below h of c(j)^2), c(j) = alpha + beta (phi + ... + phi^j) + gamma where p divides j. Relative errors: classes 2 and 3 of the source, the damped slope entering as in the recursion.
/// Intervals: normal, 80% and 95%.</para>
/// <para>Units: those of the values. Edges: models that multiply need values above 0; gaps are refused; an additive error with a multiplicative season has no variance formula and is refused.
/// Limits of small counts fall below 0: see the page on forecasts of counts. Show it only where it beats the seasonal naive on the back-test.</para>
/// <para>Source: Hyndman, Koehler, Ord and Snyder 2008, Forecasting with Exponential Smoothing, ch. 2, 5 and 6. Worked example: docs/methods/ets.md.</para>
/// </summary>
public static class Ets
{
    /// <summary>Runs the series through the model and forecasts.</summary>
    /// <param name="values">Values in order of time.</param>
    /// <param name="frequency">Points in a season.</param>
    /// <param name="ahead">Steps to forecast.</param>
    /// <param name="model">Error, trend and season.</param>
    /// <param name="parameters">Smoothing parameters and starting state.</param>
    /// <param name="limits">By whose formulas limits are drawn.</param>
    public static Outcome<EtsResult> Run(IReadOnlyList<double> values, int frequency, int ahead, EtsModel model, EtsParameters parameters, EtsLimits limits = EtsLimits.Definition)
    {
        var found = model.ParametersFor(frequency);
        if ((Fault(values, frequency, ahead, model, found + 2) ?? Fault(model, frequency, parameters)) is { } fault)
            return fault;
        var filter = EtsFilter.Over(values, model, parameters);
        var n = values.Count;
        var (deviance, variance) = (filter.Deviance(n, model.IsRelative), filter.Squares / (n - found));
        if (!double.IsFinite(filter.Squares) || !double.IsFinite(filter.Level))
            return Problems.NotFinite(model.Name);
        var unknowns = found + 1;
        var aicc = n > unknowns + 1 ? deviance + (2.0 * unknowns) + (2.0 * unknowns * (unknowns + 1) / (n - unknowns - 1)) : double.PositiveInfinity;
        return new EtsResult(model, parameters, -0.5 * deviance, variance, aicc, Forecast.Normal(model.Name, EtsVariance.Steps(filter, model, parameters, variance, ahead, limits)));
    }

    /// <summary>What keeps the series from being modelled so; nothing where it can be.</summary>
    internal static Problem? Fault(IReadOnlyList<double> values, int frequency, int ahead, EtsModel model, long needed)
    {
        if (Values.Fault(values, frequency, ahead, model.Name, needed) is { } fault)
            return fault;
        var multiplies = model.IsRelative || model.Season == EtsPart.Multiplicative;
        for (var i = 0; multiplies && i < values.Count; i++)
            if (values[i] <= 0)
                return Problems.NotPositive(model.Name, i + 1);
        return null;
    }

    private static Problem? Fault(EtsModel model, int frequency, EtsParameters p) => p switch
    {
        _ when !(p.Alpha is >= 0 and <= 1) => Problems.ParameterOutOfRange("alpha", p.Alpha, "it lies between 0 and 1"),
        _ when !(p.Beta >= 0 && p.Beta <= p.Alpha) => Problems.ParameterOutOfRange("beta", p.Beta, "it lies between 0 and alpha"),
        _ when !(p.Gamma >= 0 && p.Gamma <= 1 - p.Alpha) => Problems.ParameterOutOfRange("gamma", p.Gamma, "it lies between 0 and 1 - alpha"),
        _ when !(p.Phi is > 0 and <= 1) => Problems.ParameterOutOfRange("phi", p.Phi, "it lies above 0 and is at most 1"),
        _ when !double.IsFinite(p.Level) => Problems.ParameterOutOfRange("l", p.Level, "it is finite"),
        _ when !double.IsFinite(p.Slope) => Problems.ParameterOutOfRange("b", p.Slope, "it is finite"),
        _ when p.Seasonal.Count != (model.HasSeason ? frequency : 0) =>
            Problems.ParameterOutOfRange("s", p.Seasonal.Count, "there is one value per point of a season, and none without a season"),
        _ when p.Seasonal.Any(s => !double.IsFinite(s)) => Problems.ParameterOutOfRange("s", double.NaN, "every seasonal value is finite"),
        _ => null,
    };
}
