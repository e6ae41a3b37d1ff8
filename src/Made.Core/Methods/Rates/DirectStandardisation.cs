namespace Made.Core.Methods.Rates;

/// <summary>A directly standardised rate.</summary>
/// <param name="Events">All events that are there, over all bands.</param>
/// <param name="Population">All residents, over all bands.</param>
/// <param name="Rate">Per multiplier of the standard population; NaN where there are fewer than 10 events or a band's events are missing.</param>
/// <param name="Variance">Variance of the rate before the multiplier.</param>
/// <param name="Multiplier">Rates are per so many.</param>
/// <param name="Missing">Bands whose events are missing.</param>
public sealed record StandardisedRate(double Events, double Population, double Rate, double Variance, double Multiplier, int Missing)
{
    /// <summary>True where there are enough events for a rate.</summary>
    public bool IsKnown => !double.IsNaN(Rate);

    /// <summary>Dobson's limits: R + m sqrt(V/X) (L - X) with Byar's limits L of the total X, the upper one alike. None where there is no rate.</summary>
    public Interval Limits(double confidence = 0.95)
    {
        if (!IsKnown)
            return Interval.None;
        var byar = PoissonInterval.Byar(Events, confidence);
        var scale = Multiplier * Math.Sqrt(Variance / Events);
        return new(Rate + (scale * (byar.Lower - Events)), Rate + (scale * (byar.Upper - Events)));
    }
}

/// <summary>
/// Directly standardised rate: what an area's rate would be if its people were as old as the standard population's.
/// <para>R = m sum(w x/n) / sum w; V = sum(w^2 x/n^2) / (sum w)^2; limits by Dobson (<see cref="StandardisedRate.Limits"/>). Where the same person can be the victim
/// several times, events are not independent: V counts each person of f events with f^2 in place of f.</para>
/// <para>Shapes: one entry per band (and per frequency). Units: events per multiplier of the standard population. Edges: fewer than 10 events, no rate; a band whose
/// events are missing, no rate (PHEindicatormethods takes it as 0); a band without residents is refused: merge it with its neighbour.</para>
/// <para>Source: PHE/DHSC "Public health technical guidance"; Dobson, Kuulasmaa, Eberle and Scherer 1991. Worked example: docs/methods/directly-standardised-rate.md.</para>
/// </summary>
public static class DirectStandardisation
{
    /// <summary>No rate is given below so many events.</summary>
    public const double EventsNeeded = 10;

    /// <summary>The rate of independent events.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Events or a weight are negative, a population is not above 0, or all weights are 0.</exception>
    public static StandardisedRate Of(IReadOnlyList<AgeBand> bands, double multiplier = 100_000) => Rate(bands, bands.Select(b => b.Events), multiplier);

    /// <summary>The rate where one person can have several events.</summary>
    /// <param name="bands">Population and weight of each band; events are not read.</param>
    /// <param name="persons">For each band, how many persons had so many events: frequency and persons.</param>
    /// <param name="multiplier">Rates are per so many.</param>
    /// <exception cref="ArgumentException">There is not one list of frequencies for each band.</exception>
    /// <exception cref="ArgumentOutOfRangeException">As in <see cref="Of"/>.</exception>
    public static StandardisedRate OfRepeated(
        IReadOnlyList<AgeBand> bands, IReadOnlyList<IReadOnlyList<(double Frequency, double Persons)>> persons, double multiplier = 100_000)
    {
        if (persons.Count != bands.Count)
            throw new ArgumentException("Each band needs its list of frequencies.", nameof(persons));
        var events = persons.Select(b => b.Sum(f => f.Frequency * f.Persons));
        return Rate([.. bands.Zip(events, (b, x) => b with { Events = x })], persons.Select(b => b.Sum(f => f.Frequency * f.Frequency * f.Persons)), multiplier);
    }

    /// <param name="spread">The variance of each band's events: the events themselves where they are independent.</param>
    private static StandardisedRate Rate(IReadOnlyList<AgeBand> bands, IEnumerable<double> spread, double multiplier)
    {
        foreach (var band in bands)
            Check(band);
        var weights = bands.Sum(b => b.Standard);
        if (!(weights > 0))
            throw new ArgumentOutOfRangeException(nameof(bands), weights, "The weights of the standard population add up to more than 0.");
        var events = bands.Where(b => !double.IsNaN(b.Events)).Sum(b => b.Events);
        var rate = multiplier * bands.Sum(b => b.Standard * b.Events / b.Population) / weights;
        var variance = bands.Zip(spread, (b, v) => v * b.Standard / b.Population * b.Standard / b.Population).Sum() / (weights * weights);
        return new(events, bands.Sum(b => b.Population), events >= EventsNeeded ? rate : double.NaN, variance, multiplier, bands.Count(b => double.IsNaN(b.Events)));
    }

    private static void Check(AgeBand band)
    {
        if (band.Events < 0)
            throw new ArgumentOutOfRangeException(nameof(band), band.Events, "Events are 0 or more.");
        if (!(band.Population > 0))
            throw new ArgumentOutOfRangeException(nameof(band), band.Population, "A population is above 0: merge bands.");
        if (!(band.Standard >= 0))
            throw new ArgumentOutOfRangeException(nameof(band), band.Standard, "A weight is 0 or more.");
    }
}
