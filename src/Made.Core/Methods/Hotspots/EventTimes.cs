namespace Made.Core.Methods.Hotspots;

/// <summary>The times of events as positions among the distinct ones, and the time band of any two of them.</summary>
internal sealed class EventTimes
{
    /// <summary>More distinct times than this are compared one by one: a table of all would not stay in the processor's cache.</summary>
    private const int MostInTable = 1_500;

    private readonly double[] times;
    private readonly double[] edges;
    private readonly byte[] table;

    public EventTimes(IReadOnlyList<SpaceTimeEvent> events, IReadOnlyList<double> breaks)
    {
        edges = [.. breaks];
        times = [.. events.Select(e => e.Time).Distinct().Order()];
        Positions = [.. events.Select(e => Array.BinarySearch(times, e.Time))];
        table = times.Length > MostInTable ? [] : [.. times.SelectMany(a => times.Select(b => (byte)NearRepeat.Band(Math.Abs(a - b), edges)))];
    }

    public int Bands => edges.Length - 1;

    /// <summary>The position of each event's time.</summary>
    public int[] Positions { get; }

    /// <summary>The band; the one past the last where none holds the difference.</summary>
    public int Band(int a, int b) => table.Length > 0 ? table[(a * times.Length) + b] : NearRepeat.Band(Math.Abs(times[a] - times[b]), edges);

    /// <summary>Pairs of all events in each band, wherever they are.</summary>
    public double[] Pairs()
    {
        var at = new long[times.Length];
        foreach (var e in Positions)
            at[e]++;
        var pairs = new double[Bands + 1];
        for (var a = 0; a < at.Length; a++)
        {
            pairs[Band(a, a)] += at[a] * (at[a] - 1) / 2;
            for (var b = 0; b < a; b++)
                pairs[Band(a, b)] += at[a] * at[b];
        }
        return pairs[..^1];
    }
}
