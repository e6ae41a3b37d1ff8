namespace Made.Core.Methods.Hotspots;

/// <summary>How much each neighbour counts.</summary>
public enum WeightStyle
{
    /// <summary>Each counts 1.</summary>
    Binary,

    /// <summary>The weights of each place sum to 1.</summary>
    RowStandardised,
}

/// <summary>
/// Which places are neighbours of each place, checked: by position, never the place itself, each once. A place without any is an island.
/// </summary>
public sealed class SpatialWeights
{
    private SpatialWeights(IReadOnlyList<int[]> neighbours, WeightStyle style)
    {
        Neighbours = neighbours;
        Style = style;
    }

    /// <summary>The positions, from 0, of the neighbours of each place.</summary>
    public IReadOnlyList<int[]> Neighbours { get; }

    public WeightStyle Style { get; }

    public int Count => Neighbours.Count;

    /// <summary>Checks lists of neighbours that count places from 1.</summary>
    public static Outcome<SpatialWeights> FromOne(IReadOnlyList<IReadOnlyList<int>> neighbours, WeightStyle style)
    {
        for (var i = 0; i < neighbours.Count; i++)
        {
            var seen = new HashSet<int> { i + 1 };
            foreach (var neighbour in neighbours[i])
                if (neighbour < 1 || neighbour > neighbours.Count || !seen.Add(neighbour))
                    return Problems.BadNeighbour(i + 1, neighbour);
        }
        return new SpatialWeights([.. neighbours.Select(n => n.Select(j => j - 1).ToArray())], style);
    }

    /// <summary>The same neighbours counted another way.</summary>
    public SpatialWeights As(WeightStyle style) => new(Neighbours, style);

    /// <summary>The weight of each neighbour of a place with this many of them, itself included where it counts.</summary>
    internal double Each(int neighbours) => Style == WeightStyle.Binary ? 1 : 1.0 / neighbours;

    internal Problem? Fault(IReadOnlyList<double> values, int least)
    {
        if (values.Count < least)
            return Problems.TooFewPlaces(values.Count, least);
        if (values.Count != Count)
            return Problems.NeighboursDoNotFit(Count, values.Count);
        for (var i = 0; i < values.Count; i++)
            if (!double.IsFinite(values[i]))
                return Problems.BadValue(i + 1, values[i]);
        return values.All(v => v == values[0]) ? Problems.NoSpread() : null;
    }
}
