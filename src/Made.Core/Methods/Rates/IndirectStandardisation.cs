namespace Made.Core.Methods.Rates;

/// <summary>Observed events beside those expected at the reference's rates.</summary>
/// <param name="Observed">Events of the area.</param>
/// <param name="Expected">Events it would have at the reference's rate in each band.</param>
/// <param name="ReferenceRate">Rate of the reference as a whole, per one of its population.</param>
public sealed record IndirectRatio(double Observed, double Expected, double ReferenceRate)
{
    /// <summary>Observed over expected; NaN where nothing is expected.</summary>
    public double Ratio => Expected > 0 ? Observed / Expected : double.NaN;

    /// <summary>The indirectly standardised rate: the ratio times the reference's rate, per multiplier.</summary>
    public double Rate(double multiplier = 100_000) => Ratio * ReferenceRate * multiplier;

    /// <summary>Limits of the ratio: of the observed count, exact below 10, Byar from 10, over the expected. None where nothing is expected.</summary>
    public Interval RatioLimits(double confidence = 0.95) => Expected > 0 ? PoissonInterval.OfCount(Observed, confidence).Times(1 / Expected) : Interval.None;

    /// <summary>Limits of the indirectly standardised rate.</summary>
    public Interval RateLimits(double multiplier = 100_000, double confidence = 0.95)
    {
        var limits = RatioLimits(confidence);
        return new(limits.Lower * ReferenceRate * multiplier, limits.Upper * ReferenceRate * multiplier);
    }
}

/// <summary>
/// Indirectly standardised ratio and rate, for areas whose events are too few to standardise band by band.
/// <para>E = sum of n x_ref/n_ref over bands; ratio X/E; rate X/E times the reference's rate sum x_ref / sum n_ref. Limits as of a count.</para>
/// <para>Units: a ratio (1 is as expected), or events per multiplier. Edges: a band without residents expects nothing; nothing expected at all, no ratio. Two such ratios
/// rest on different populations and are not compared with each other, each only with the reference.</para>
/// <para>Source: PHE/DHSC "Public health technical guidance"; PHEindicatormethods. Worked example: docs/methods/indirectly-standardised-ratio.md.</para>
/// </summary>
public static class IndirectStandardisation
{
    /// <summary>Compares an area's events with those expected.</summary>
    /// <param name="observed">Events of the area over all bands; they need not be known by band.</param>
    /// <param name="populations">Residents of the area by band, 0 or more.</param>
    /// <param name="reference">Events and population of the reference by band.</param>
    /// <exception cref="ArgumentException">The bands are not as many on both sides.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or a population of the reference not above 0.</exception>
    public static IndirectRatio Of(double observed, IReadOnlyList<double> populations, IReadOnlyList<(double Events, double Population)> reference)
    {
        if (populations.Count != reference.Count)
            throw new ArgumentException("Each band needs its reference.", nameof(reference));
        if (!(observed >= 0) || populations.Any(n => !(n >= 0)) || reference.Any(r => !(r.Events >= 0)))
            throw new ArgumentOutOfRangeException(nameof(observed), "Counts are 0 or more.");
        if (reference.Any(r => !(r.Population > 0)))
            throw new ArgumentOutOfRangeException(nameof(reference), "A population of the reference is above 0.");
        var expected = populations.Zip(reference, (n, r) => n * r.Events / r.Population).Sum();
        return new(observed, expected, reference.Sum(r => r.Events) / reference.Sum(r => r.Population));
    }
}
