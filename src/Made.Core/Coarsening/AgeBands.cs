namespace Made.Core.Coarsening;

/// <summary>Ages in whole years as bands. Each begins where it says and ends before the next; the last is open.</summary>
/// <param name="From">The first age of each band, ascending.</param>
public sealed record AgeBands(IReadOnlyList<int> From)
{
    /// <summary>The least width that still is a band: a single year of age is the age itself.</summary>
    public const int Narrowest = 2;

    /// <summary>The bands as they are kept: "0 to 9", "10 to 17", "18 and over".</summary>
    public IReadOnlyList<string> Labels { get; } =
        [.. From.Select((from, i) => i + 1 < From.Count ? $"{from} to {From[i + 1] - 1}" : $"{from} and over")];

    /// <summary>What is wrong with the bands; null where they can be used.</summary>
    public static string? Broken(IReadOnlyList<int> from)
    {
        if (from.Count == 0 || from[0] < 0)
            return "the bands begin with the first age of the first one, 0 or more";
        return from.Zip(from.Skip(1)).Any(b => b.Second - b.First < Narrowest) ? $"each band begins {Narrowest} years or more after the one before" : null;
    }

    /// <summary>The position of the band that an age falls in; -1 where it lies below the first.</summary>
    public int Of(int age)
    {
        var at = From.Count - 1;
        while (at >= 0 && age < From[at])
            at--;
        return at;
    }
}
