namespace Made.Core.Methods.Rates;

/// <summary>One age band of one area, or any other stratum that rates are standardised over.</summary>
/// <param name="Events">Events in the band; NaN where they are missing, which is not 0.</param>
/// <param name="Population">Residents in the band; above 0.</param>
/// <param name="Standard">Weight of the band in the standard population; 0 or more.</param>
public readonly record struct AgeBand(double Events, double Population, double Standard);

/// <summary>Weights of the European Standard Population 2013, to which rates are standardised where nothing else is said.</summary>
public static class EuropeanStandard
{
    /// <summary>19 bands: 0-4, 5-9, ... 85-89, 90 and over; 100,000 together. Source: Eurostat, Revision of the European Standard Population, 2013.</summary>
    public static IReadOnlyList<double> Of2013 { get; } =
        [5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000];
}
