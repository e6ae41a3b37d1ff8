using Made.Core.Calendar;

namespace Made.Core.Methods.Detection;

/// <summary>Which of the two published forms of Farrington's method.</summary>
public enum FarringtonVariant
{
    /// <summary>Farrington and others 1996: two-sided alpha, weights from residuals above 1.</summary>
    Original,

    /// <summary>Noufaily and others 2013: one-sided alpha, a choice of thresholds, a seasonal factor, recent points left out.</summary>
    Flexible,
}

/// <summary>How the bound is drawn from the prediction.</summary>
public enum FarringtonThreshold
{
    /// <summary>Normal on the 2/3 power scale.</summary>
    Delta,

    /// <summary>Quantile of a negative binomial at the predicted mean.</summary>
    NegativeBinomialPlugIn,

    /// <summary>Quantile of a negative binomial at the upper limit of the predicted mean.</summary>
    Muan,
}

/// <summary>Options of Farrington's method. Defaults are those for months: 4 years, a month either side, the last month left out, 1%.</summary>
public sealed record FarringtonOptions
{
    /// <summary>The flexible form with its published settings for weeks: ten seasonal periods, 26 weeks left out.</summary>
    public static readonly FarringtonOptions Noufaily = new()
    {
        Frequency = 52,
        HalfWindow = 3,
        Periods = 10,
        NotIncluded = 26,
        Threshold = FarringtonThreshold.NegativeBinomialPlugIn,
    };

    /// <summary>The original form, for months.</summary>
    public static readonly FarringtonOptions Original = new() { Variant = FarringtonVariant.Original, TrendLevel = 0.05, WeightsAbove = 1 };

    /// <summary>Original or flexible.</summary>
    public FarringtonVariant Variant { get; init; } = FarringtonVariant.Flexible;

    /// <summary>Points in a year.</summary>
    public int Frequency { get; init; } = 12;

    /// <summary>The month of the first point, by which the flexible form measures a trend over months in days; the length of February is all it changes.</summary>
    public Month First { get; init; } = new(2018, 1);

    /// <summary>Years to go back, b.</summary>
    public int Years { get; init; } = 4;

    /// <summary>Points either side of the same point in earlier years, w.</summary>
    public int HalfWindow { get; init; } = 1;

    /// <summary>Level of the bound: two-sided in the original form, one-sided in the flexible one.</summary>
    public double Alpha { get; init; } = 0.01;

    /// <summary>How many points before the present one the flexible form leaves out of the baseline.</summary>
    public int NotIncluded { get; init; } = 1;

    /// <summary>Seasonal periods of the flexible form; 1 keeps only the windows.</summary>
    public int Periods { get; init; } = 1;

    /// <summary>How the bound is drawn; the original form knows only delta.</summary>
    public FarringtonThreshold Threshold { get; init; } = FarringtonThreshold.Delta;

    /// <summary>Fewer events than this in the last <see cref="EventsOver"/> points: not judged.</summary>
    public double EventsNeeded { get; init; } = 5;

    /// <summary>The points, the present one among them, that <see cref="EventsNeeded"/> is counted over.</summary>
    public int EventsOver { get; init; } = 4;

    /// <summary>Whether a trend is tried.</summary>
    public bool Trend { get; init; } = true;

    /// <summary>A trend is kept where its p value is below this; 1 keeps it always.</summary>
    public double TrendLevel { get; init; } = 1;

    /// <summary>Whether earlier outbreaks are weighted down and the regression fitted again.</summary>
    public bool Reweight { get; init; } = true;

    /// <summary>Standardised residuals above this are weighted down.</summary>
    public double WeightsAbove { get; init; } = 2.58;
}
