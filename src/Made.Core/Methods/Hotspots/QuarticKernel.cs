namespace Made.Core.Methods.Hotspots;

/// <summary>A position on the map, in metres or any one unit.</summary>
public readonly record struct MapPosition(double X, double Y);

/// <summary>
/// Kernel density of events with the quartic kernel: each adds (3/(pi h^2)) (1 - d^2/h^2)^2 up to the distance h.
/// <para>Units: events per square unit of the coordinates; over the plane each event adds up to 1. Edges: at the distance h and beyond an event adds nothing; no events give 0.
/// The edge of the study area is not corrected for. For showing, not for testing.</para>
/// <para>Source: Silverman 1986, Density Estimation, ch. 4. Worked example: docs/methods/kernel-density.md.</para>
/// </summary>
public static class QuarticKernel
{
    /// <summary>The density at each place.</summary>
    public static Outcome<double[]> Densities(IReadOnlyList<MapPosition> places, IReadOnlyList<MapPosition> events, double bandwidth)
    {
        if (!(bandwidth > 0 && double.IsFinite(bandwidth)))
            return Problems.NotPositive("bandwidth", bandwidth);
        for (var i = 0; i < events.Count; i++)
            if (!double.IsFinite(events[i].X) || !double.IsFinite(events[i].Y))
                return Problems.BadEvent(i + 1);
        var height = 3 / (Math.PI * bandwidth * bandwidth);
        return places.Select(p => height * events.Sum(e => Weight((p.X - e.X) / bandwidth, (p.Y - e.Y) / bandwidth))).ToArray();
    }

    private static double Weight(double x, double y)
    {
        var inside = 1 - ((x * x) + (y * y));
        return inside > 0 ? inside * inside : 0;
    }
}
