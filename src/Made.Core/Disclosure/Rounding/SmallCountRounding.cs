using Made.Core.Disclosure.Keys;
namespace Made.Core.Disclosure.Rounding;

/// <summary>A table before and after rounding.</summary>
/// <param name="Inner">Rounded counts of the input cells.</param>
/// <param name="Cells">The published cells.</param>
/// <param name="Original">Their sums before.</param>
/// <param name="Rounded">Their sums after: always the sums of the rounded input cells.</param>
public sealed record RoundedTable(IReadOnlyList<long> Inner, IReadOnlyList<PublishedCell> Cells, IReadOnlyList<long> Original, IReadOnlyList<long> Rounded);

/// <summary>
/// Small count rounding that keeps tables additive: the input cells behind small published counts are moved to 0 or to the base, all margins are sums of what results.
/// <para>Chosen are input cells of 1 to base - 1 that a published count of 1 to base - 1 rests on. About sum/base of them become the base, the others 0: the next to rise is each time the one whose margins
/// fall shortest (largest sum of missing counts over its published cells); then single cells are exchanged until none improves. Ties go by a seeded shuffle. Repeated while a published count, or an
/// input cell that published counts give away by zeros or by a margin of a single cell, is still 1 to base - 1.</para>
/// <para>Holds always: every published count is 0, the base or more; margins add up; input cells of the base or more, and zeros, are unchanged; the grand total moves by less than the base in one round.</para>
/// <para>Units: counts. The same seed gives the same table: 123 gives that of the reference package. Edges: nothing small, nothing changes. Not an audit: cells that only a combination of margins gives away are not looked for.</para>
/// <para>Source: Langsrud and Heldal 2018, An algorithm for small count rounding of tabular data. Worked example: docs/methods/small-count-rounding.md.</para>
/// </summary>
public static class SmallCountRounding
{
    /// <summary>The seed the reference package starts from.</summary>
    public const int UsualSeed = 123;

    /// <summary>Rounds a table to this base, 2 to 1,000.</summary>
    public static Outcome<RoundedTable> Round(KeyedTable table, PublishedMargins margins, int roundBase, int seed = UsualSeed)
    {
        if (roundBase is < 2 or > 1_000)
            return Problems.BadBase(roundBase);
        var cells = table.Published(margins);
        var work = new RoundingWork(table.Counts, cells, roundBase, seed);
        work.Run();
        return new RoundedTable(work.Inner, cells, work.Original, work.Published);
    }
}
