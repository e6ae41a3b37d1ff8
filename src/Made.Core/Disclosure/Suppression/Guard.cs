namespace Made.Core.Disclosure.Suppression;

/// <summary>
/// One thing that readers would like to work out, and the walk that proves that they can not.
/// <para>Counts: what is hidden of this edition, and small remainders, as if there were no other.</para>
/// <para>Changes since the edition before, which stays as it was while this one moves: of figures that were shown there (whoever learns the change has the count), and small
/// ones of figures hidden in both and of remainders. Counts that did not change are known not to have: they mask nothing, and neither do those of which it can not be told.</para>
/// </summary>
internal sealed class Guard
{
    private readonly LinkedTables tables;
    private readonly SuppressionRule rule;
    private readonly CellStatus[] status;
    private readonly int[] sums;
    private readonly FeasibleTable table;
    private readonly MoveSearch search;
    private readonly bool ofChanges;

    public Guard(LinkedTables tables, SuppressionRule rule, int[] sums, AxisMoves[] moves, CellStatus[] status, Func<int, double> cost, bool ofChanges)
    {
        (this.tables, this.rule, this.status, this.sums, this.ofChanges) = (tables, rule, status, sums, ofChanges);
        table = new FeasibleTable(tables, sums, [.. status.Select((s, c) => s != CellStatus.Published && Masks(c))]);
        search = new MoveSearch(tables, table, moves, c => Masks(c) ? cost(c) : double.PositiveInfinity);
    }

    /// <summary>True where the cell is one that this guard keeps wide, as things stand.</summary>
    public bool Needs(int cell)
    {
        var hidden = status[cell] is CellStatus.Primary or CellStatus.Secondary;
        return ofChanges
            ? (hidden || tables.Standing[cell] == CellStanding.Remainder) && tables.Change[cell] != 0 && (tables.Past[cell] == CellPast.Shown || Math.Abs(tables.Change[cell]) < rule.Threshold)
            : hidden || (tables.Standing[cell] == CellStanding.Remainder && (tables.Small[cell] || rule.IsPrimary(sums[cell])));
    }

    /// <summary>Told that the cell is hidden now.</summary>
    public void Hide(int cell) => table.MayMove[cell] = Masks(cell);

    /// <summary>Told that the cell is shown again.</summary>
    public void Show(int cell) => table.MayMove[cell] = false;

    /// <summary>
    /// The cells that a walk for this cell alone moves, from the true table until it is wide and back; null where it does not get there. Not to be mixed with <see cref="Widen"/>,
    /// whose walks go on from where the last one stopped.
    /// </summary>
    public IReadOnlySet<int>? Prove(int cell)
    {
        var made = new List<(Move, int)>();
        var isWide = search.Widen(cell, rule.MinWidth, made);
        var moved = table.Return(made);
        return isWide ? moved : null;
    }

    public bool Widen(int cell) => search.Widen(cell, rule.MinWidth);

    public IReadOnlyList<int> CheapestHiding(int cell) => search.CheapestHiding(cell, rule.MinWidth);

    /// <summary>True where hiding the cell lets others move.</summary>
    private bool Masks(int cell) => !ofChanges
        || (tables.Past[cell] == CellPast.None ? tables.Standing[cell] != CellStanding.Remainder : tables.Change[cell] != 0);
}
