namespace Made.Core.Methods.Detection;

/// <summary>What a watched series may hold.</summary>
internal static class Counts
{
    /// <summary>Days in a leap year: no series is watched more often.</summary>
    public const int MostInAYear = 366;

    /// <summary>The first value that is no count; nothing where all are counts of 0 or more, or missing.</summary>
    public static Problem? Fault(IReadOnlyList<double> counts)
    {
        for (var i = 0; i < counts.Count; i++)
            if (counts[i] < 0 || double.IsInfinity(counts[i]))
                return Problems.NotACount(i + 1, counts[i]);
        return null;
    }
}
