namespace Made.Core.Methods.Forecasting;

/// <summary>What a fit makes small.</summary>
public enum EtsCriterion
{
    /// <summary>-2 log likelihood.</summary>
    Likelihood,

    /// <summary>Mean squared one-step error.</summary>
    SquaredError,
}

/// <summary>
/// Finds the parameters of an exponential smoothing model: smoothing parameters and starting state together, by a bounded search without derivatives.
/// <para>Bounds: alpha, beta and gamma from 0.0001 to 0.9999, beta at most alpha, gamma at most 1 - alpha, phi from 0.8 to 0.98; seasonal factors not below 0; and the forecasts must not depend
/// ever more on the distant past (see <see cref="EtsAdmissible"/>). Start: level, slope and classical season of the first two years.</para>
/// <para>Units: those of the values. Edges: more values than parameters and two are needed; a search in many dimensions can stop on a slope: the likelihood tells, not the parameters.</para>
/// <para>Source: Hyndman, Koehler, Ord and Snyder 2008, ch. 2.6 and 5. Worked example: docs/methods/ets.md.</para>
/// </summary>
public static class EtsFit
{
    private const int Evaluations = 2000;
    private const double Perfect = -1e10;

    /// <summary>The models tried by <see cref="Best"/>.</summary>
    public static readonly IReadOnlyList<EtsModel> Candidates =
    [
        new(EtsPart.Additive, EtsPart.None, EtsPart.None),
        new(EtsPart.Additive, EtsPart.None, EtsPart.Additive),
        new(EtsPart.Additive, EtsPart.Additive, EtsPart.Additive),
        new(EtsPart.Multiplicative, EtsPart.Additive, EtsPart.Multiplicative),
    ];

    /// <summary>Fits one model and forecasts.</summary>
    /// <param name="values">Values in order of time.</param>
    /// <param name="frequency">Points in a season.</param>
    /// <param name="ahead">Steps to forecast.</param>
    /// <param name="model">Error, trend and season.</param>
    /// <param name="criterion">What to make small.</param>
    /// <param name="limits">By whose formulas limits are drawn.</param>
    public static Outcome<EtsResult> Of(IReadOnlyList<double> values, int frequency, int ahead, EtsModel model, EtsCriterion criterion = EtsCriterion.Likelihood, EtsLimits limits = EtsLimits.Definition)
    {
        var needed = Math.Max(model.ParametersFor(frequency) + 2, model.HasSeason ? (2L * frequency) + 1 : 0);
        if (Ets.Fault(values, frequency, ahead, model, needed) is { } fault)
            return fault;
        var start = Packed(EtsStart.Of(values, frequency, model), model);
        var found = Simplex.Minimise(Height, start, Evaluations);
        return Ets.Run(values, frequency, ahead, model, Unpacked(found, model, frequency), limits);

        double Height(double[] at)
        {
            var parameters = Unpacked(at, model, frequency);
            if (!EtsAdmissible.Holds(parameters, model))
                return double.PositiveInfinity;
            var filter = EtsFilter.Over(values, model, parameters);
            return criterion == EtsCriterion.SquaredError ? filter.Differences / values.Count : Math.Max(Perfect, filter.Deviance(values.Count, model.IsRelative));
        }
    }

    /// <summary>The candidate with the smallest corrected Akaike criterion; models that multiply are passed over where a value is not above 0, and all that are too long for the series.</summary>
    public static Outcome<EtsResult> Best(IReadOnlyList<double> values, int frequency, int ahead)
    {
        var outcomes = Candidates.Select(m => Of(values, frequency, ahead, m)).ToList();
        EtsResult? best = null;
        foreach (var outcome in outcomes)
            if (outcome.Succeeded(out var result, out _) && (best is null || result.Aicc < best.Aicc))
                best = result;
        return best is null ? outcomes[0] : best;
    }

    private static double[] Packed(EtsParameters p, EtsModel model) =>
    [
        p.Alpha,
        .. model.HasTrend ? [p.Beta] : Array.Empty<double>(),
        .. model.HasSeason ? [p.Gamma] : Array.Empty<double>(),
        .. model.Trend == EtsPart.Damped ? [p.Phi] : Array.Empty<double>(),
        p.Level,
        .. model.HasTrend ? [p.Slope] : Array.Empty<double>(),
        .. p.Seasonal.SkipLast(1),
    ];

    private static EtsParameters Unpacked(double[] at, EtsModel model, int frequency)
    {
        var i = 0;
        return new()
        {
            Alpha = at[i++],
            Beta = model.HasTrend ? at[i++] : 0,
            Gamma = model.HasSeason ? at[i++] : 0,
            Phi = model.Trend == EtsPart.Damped ? at[i++] : 1,
            Level = at[i++],
            Slope = model.HasTrend ? at[i++] : 0,
            Seasonal = model.HasSeason ? EtsParameters.Completed(at.AsSpan(i..(i + frequency - 1)), model.Season) : [],
        };
    }
}
