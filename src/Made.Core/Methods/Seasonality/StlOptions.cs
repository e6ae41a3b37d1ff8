namespace Made.Core.Methods.Seasonality;

/// <summary>Options of the decomposition. Spans are odd numbers of points; an even one is raised by 1, none is below 3.</summary>
public sealed record StlOptions
{
    /// <summary>Points in a season.</summary>
    public int Period { get; init; } = 12;

    /// <summary>Span of the seasonal smoother, in seasons; <see cref="Periodic"/> keeps the season the same in every year.</summary>
    public int SeasonalSpan { get; init; } = Periodic;

    /// <summary>Weights down outliers: 15 outer rounds of 1 inner one, instead of 2 inner ones.</summary>
    public bool Robust { get; init; }

    /// <summary>The seasonal span that stands for "the same in every year".</summary>
    public const int Periodic = 0;
}

/// <summary>A decomposed series: value = seasonal + trend + remainder.</summary>
/// <param name="Seasonal">Seasonal part, in the unit of the values.</param>
/// <param name="Trend">Trend.</param>
/// <param name="Remainder">What is left.</param>
public sealed record Decomposition(IReadOnlyList<double> Seasonal, IReadOnlyList<double> Trend, IReadOnlyList<double> Remainder)
{
    /// <summary>Value less season: trend plus remainder.</summary>
    public IReadOnlyList<double> SeasonallyAdjusted => [.. Trend.Zip(Remainder, (t, r) => t + r)];
}
