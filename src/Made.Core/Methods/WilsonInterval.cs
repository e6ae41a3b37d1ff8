namespace Made.Core.Methods;

/// <summary>
/// Confidence limits of a proportion by Wilson's score method:
/// (2x + z^2 -+ z sqrt(z^2 + 4x(1 - x/n))) / (2(n + z^2)).
/// <para>Units: a share from 0 to 1. Edges: x = 0 gives a lower limit of 0, x = n an upper limit of 1; n = 0 has no value and no interval.</para>
/// <para>Source: Wilson 1927; PHE/DHSC "Public health technical guidance"; PHEindicatormethods <c>phe_proportion</c>.
/// Worked example: docs/methods/proportion-wilson.md.</para>
/// </summary>
public static class WilsonInterval
{
    /// <summary>Limits of <paramref name="part"/> out of <paramref name="whole"/>; none where the whole is 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is negative or larger than the whole.</exception>
    public static Interval Of(double part, double whole, double confidence = 0.95)
    {
        if (!(part >= 0) || part > whole)
            throw new ArgumentOutOfRangeException(nameof(part), part, "A part lies between 0 and its whole.");
        if (whole == 0)
            return Interval.None;
        var z = PoissonInterval.Score(confidence);
        var half = z * Math.Sqrt((z * z) + (4 * part * (1 - (part / whole))));
        var middle = (2 * part) + (z * z);
        var scale = 2 * (whole + (z * z));
        return new(part == 0 ? 0 : (middle - half) / scale, part == whole ? 1 : (middle + half) / scale);
    }
}
