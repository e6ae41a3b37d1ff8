using NetTopologySuite.Geometries;

namespace Made.Core.Register;

/// <summary>Which areas touch: those whose published boundaries share a corner or a border. Vertices coincide where areas touch, as the publishers' do.</summary>
public static class Contiguity
{
    /// <summary>For each boundary the numbers, counted from 1, of those that touch it; empty for an island.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<Boundary> boundaries)
    {
        var at = new Dictionary<Coordinate, List<int>>();
        for (var i = 0; i < boundaries.Count; i++)
            foreach (var corner in boundaries[i].Shape.Coordinates.Distinct())
            {
                if (!at.TryGetValue(corner, out var those))
                    at.Add(corner, those = []);
                those.Add(i + 1);
            }
        var neighbours = boundaries.Select(_ => new SortedSet<int>()).ToArray();
        foreach (var those in at.Values.Where(t => t.Count > 1))
            foreach (var one in those)
                neighbours[one - 1].UnionWith(those.Where(t => t != one));
        return [.. neighbours.Select(n => (IReadOnlyList<int>)[.. n])];
    }
}
