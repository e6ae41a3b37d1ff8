namespace Made.Core.Disclosure.Rounding;

/// <summary>
/// Conventional rounding of single counts: to the nearest multiple of a base, halves upwards.
/// <para>The same count always gives the same figure, whatever stands beside it, so that a cell reads alike on every page, in every file and in every edition; the price is that rounded
/// parts do not add up to the rounded total. <see cref="SmallCountRounding"/> keeps totals, but one changed count can move others, which readers of two editions would see.</para>
/// <para>Units: counts, 0 or more. Shape: one count at a time. Edges: counts below half the base become 0; what is rounded already stays.</para>
/// <para>Source: SDC handbook ch. 5 (conventional rounding); the 10-5 rule of ONS (hide under 10, round to 5).</para>
/// </summary>
public static class CountRounding
{
    /// <summary>The nearest multiple of the base.</summary>
    /// <param name="count">0 or more.</param>
    /// <param name="roundBase">2 or more.</param>
    public static double ToNearest(double count, int roundBase) => Math.Floor((count / roundBase) + 0.5) * roundBase;

    /// <summary>True where the count may have come out of rounding to the base.</summary>
    public static bool IsMultiple(double count, int roundBase) => ToNearest(count, roundBase) == count;
}
