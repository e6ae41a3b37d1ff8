namespace Made.Core.Disclosure.Suppression;

/// <summary>
/// Hides small counts in linked tables, and as many others as it takes that none can be worked out.
/// Rule: a cell with 0 &lt; n &lt; threshold is hidden (primary); further cells are hidden (secondary) until every hidden cell, over all tables of whole numbers that are
/// not negative and agree with everything shown, can take values at least <see cref="SuppressionRule.MinWidth"/> apart. The proof is by example: for every hidden cell
/// two such tables have been built, by exchanges that leave the shown figures as they are. Real limits are the same or wider.
/// Where an edition came before, changes are protected as well, against a reader who knows which counts changed: of a cell that was shown there, and one above 0 and under the
/// threshold of any hidden cell or remainder, the change must stay as wide, while the edition before and the counts that did not change stay as they are.
/// Loss kept small: each step hides the cheapest set of cells that gives the next cell its width (a cell costs 1 and more the larger its count), and each secondary cell is then
/// tried without: in small tables with everything proved anew and in several orders, of which the least loss is taken; in large ones once, as far as <see cref="Thinning"/> goes.
/// The same table always gets the same pattern.
/// Edge cases: a table without small counts is shown whole; where nothing can take up a difference the totals that hold the cell are hidden as well, up to the whole.
/// Errors: <c>suppression-impossible</c> where figures that are known already give a cell away whatever is hidden now.
/// Source: SDC handbook ch. 4 (secondary suppression, audit intervals, the hypercube method), written from the definitions.
/// </summary>
public static class ComplementarySuppression
{
    /// <summary>Tables up to this many cells are proved anew for every cell that is tried without, and protected several times over in different orders.</summary>
    private const int SmallTable = 2000;

    /// <summary>Decides what of the offered cells is shown.</summary>
    public static Outcome<SuppressionPattern> Protect(LinkedTables tables, SuppressionRule rule)
    {
        var sums = tables.Sums();
        var moves = tables.Axes.Select(a => new AxisMoves(a)).ToArray();
        var attempts = Math.Clamp(20 * SmallTable / (tables.Cells + 1), 1, 40);
        var best = new Attempt(tables, rule, sums, moves, 0);
        for (var seed = 0; seed < attempts; seed++)
        {
            var attempt = new Attempt(tables, rule, sums, moves, seed);
            if (attempt.Hide() is { } givenAway)
                return Problems.Impossible(tables.Axes.Select((a, d) => $"{a.Name} {tables.GroupingOf(givenAway, d)}"));
            if (tables.Cells <= SmallTable)
                attempt.Thin();
            else
                attempt.ThinLarge();
            if (seed == 0 || attempt.Loss < best.Loss)
                best = attempt;
        }
        return new SuppressionPattern { Status = best.Status, Counts = sums };
    }
}
