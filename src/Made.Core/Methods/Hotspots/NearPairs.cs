using System.Runtime.InteropServices;

namespace Made.Core.Methods.Hotspots;

/// <summary>The pairs of events in one band of distance: for each event the earlier-listed ones, so that a permutation of the times visits near pairs only.</summary>
/// <param name="starts">Where each event's others begin; one more than there are events.</param>
/// <param name="others">The other event of each pair.</param>
internal sealed class NearPairs(int[] starts, List<ushort> others)
{
    public int Count => others.Count;

    /// <summary>Events the pairs are of.</summary>
    public int Events => starts.Length - 1;

    /// <summary>The events before this one that lie in the band.</summary>
    public ReadOnlySpan<ushort> Of(int number) => CollectionsMarshal.AsSpan(others)[starts[number]..starts[number + 1]];

    /// <summary>One for each band.</summary>
    public static NearPairs[] Of(IReadOnlyList<SpaceTimeEvent> events, IReadOnlyList<double> breaks, PlaceDistance distance)
    {
        double[] edges = [.. breaks];
        SpaceTimeEvent[] all = [.. events];
        var others = Enumerable.Range(0, edges.Length - 1).Select(_ => new List<ushort>()).ToArray();
        var starts = others.Select(_ => new int[all.Length + 1]).ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            for (var j = 0; j < i; j++)
                if (NearRepeat.Band(Apart(all[i], all[j], distance), edges) is var band && band < others.Length)
                    others[band].Add((ushort)j);
            for (var band = 0; band < others.Length; band++)
                starts[band][i + 1] = others[band].Count;
        }
        return [.. starts.Zip(others, (s, o) => new NearPairs(s, o))];
    }

    private static double Apart(in SpaceTimeEvent a, in SpaceTimeEvent b, PlaceDistance distance)
    {
        var (x, y) = (Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));
        return distance == PlaceDistance.Manhattan ? x + y : Math.Sqrt((x * x) + (y * y));
    }
}
