using Made.Core.Disclosure.Suppression;
using Made.Core.Indicators;

namespace Made.Core.Disclosure.Release;

/// <summary>
/// Counts by part of the partnership and class of category, with the areas and indicators that sum them: what one period of one dataset shows.
/// A class holds the categories that every indicator treats alike. An area is known by what it sums, so that a grouping which changed is another.
/// </summary>
internal sealed class CountGrid
{
    private readonly Dictionary<string, (int At, Scope Scope)> areaAt = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> indicatorAt = [];
    private readonly LinkedTables tables;
    private CellStatus[] status = [];

    /// <param name="parts">How many parts there are.</param>
    /// <param name="classes">How many classes of category there are.</param>
    /// <param name="counts">Part by class.</param>
    /// <param name="areas">Each area and the parts it sums; none where it can not be told.</param>
    /// <param name="indicators">Each indicator and the classes it sums; one without any counts 0 everywhere.</param>
    public CountGrid(int parts, int classes, int[] counts, IEnumerable<(Scope Scope, int[] Parts)> areas, IEnumerable<(int Indicator, int[] Classes)> indicators)
    {
        var (sumsOfParts, sumsOfClasses) = (new List<int[]>(), new List<int[]>());
        foreach (var (scope, members) in areas.Where(a => a.Parts.Length > 0))
        {
            if (areaAt.TryAdd(Key(scope), (sumsOfParts.Count, scope)))
                sumsOfParts.Add(members);
        }
        foreach (var (indicator, members) in indicators)
        {
            // Two names for the same records are one figure.
            var at = sumsOfClasses.FindIndex(s => s.AsSpan().SequenceEqual(members));
            if (at < 0 && members.Length > 0)
            {
                at = sumsOfClasses.Count;
                sumsOfClasses.Add(members);
            }
            indicatorAt[indicator] = at;
        }
        AddAlone(sumsOfParts, parts);
        AddAlone(sumsOfClasses, classes);
        tables = new LinkedTables([new TableAxis("area", parts, sumsOfParts), new TableAxis("category", classes, sumsOfClasses)], counts);
        Counts = tables.Sums();
        var named = Cells.Select(c => c.Cell).ToHashSet();
        Remainders = [.. Enumerable.Range(0, counts.Length).Select(a => tables.CellOf(tables.Axes[0].AloneIn(a / classes), tables.Axes[1].AloneIn(a % classes))).Where(c => !named.Contains(c))];
        foreach (var cell in Remainders)
            tables.Standing[cell] = CellStanding.Remainder;
    }

    /// <summary>A part that no area is alone, a class that no indicator is alone: readers may still come to it by subtraction.</summary>
    private static void AddAlone(List<int[]> sums, int parts)
    {
        var alone = sums.Where(s => s.Length == 1).Select(s => s[0]).ToHashSet();
        sums.AddRange(Enumerable.Range(0, parts).Where(p => !alone.Contains(p)).Select(p => new[] { p }));
    }

    /// <summary>The table itself, for those who attack it.</summary>
    public LinkedTables Tables => tables;

    /// <summary>Counts by cell.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>Finest cells that no area and indicator name: they are never shown.</summary>
    public IReadOnlyList<int> Remainders { get; }

    /// <summary>Every cell with its area and indicator; one cell for each name that an indicator gives it.</summary>
    public IEnumerable<(int Cell, Scope Scope, int Indicator)> Cells =>
        areaAt.Values.SelectMany(a => indicatorAt.Where(i => i.Value >= 0).Select(i => (tables.CellOf(a.At, i.Value), a.Scope, i.Key)));

    /// <summary>What is known of a cell. Where indicators share it, what one of them showed is known, and else what is small by the topic of one of them is small.</summary>
    public void Offer(int cell, CellStanding standing, bool small)
    {
        if (tables.Standing[cell] != CellStanding.Known)
            (tables.Standing[cell], tables.Small[cell]) = (standing, (small || tables.Small[cell]) && standing != CellStanding.Known);
    }

    /// <summary>What the edition before told of a cell. Where indicators share it, what one of them showed was shown.</summary>
    public void Compare(int cell, int before, bool shown)
    {
        tables.Change[cell] = Counts[cell] - before;
        if (tables.Past[cell] != CellPast.Shown)
            tables.Past[cell] = shown ? CellPast.Shown : CellPast.Hidden;
    }

    /// <summary>
    /// Decides. A share is shown with both its parts or not at all, so a part whose other is hidden is hidden like a small count, unless another indicator shows it.
    /// Where earlier releases have given a count away nothing of this table is added to them.
    /// </summary>
    public void Protect(SuppressionRule rule)
    {
        CompareRemainders();
        do
        {
            status = ComplementarySuppression.Protect(tables, rule).Succeeded(out var pattern, out _)
                ? [.. pattern.Status]
                : [.. tables.Standing.Select(s => s switch { CellStanding.Offered => CellStatus.Secondary, CellStanding.Known => CellStatus.Published, _ => CellStatus.NotOffered })];
        }
        while (HideHalves());
    }

    /// <summary>By how much remainders changed, as far as it follows from the changes of named figures: where all other parts of one are known.</summary>
    private void CompareRemainders()
    {
        int Alone(int atom) => tables.CellOf(tables.Axes[0].AloneIn(atom / tables.Axes[1].Atoms), tables.Axes[1].AloneIn(atom % tables.Axes[1].Atoms));
        var named = Cells.Select(c => c.Cell).Where(c => tables.Past[c] != CellPast.None).Distinct().Select(c => (Cell: c, Parts: Array.ConvertAll(tables.MembersOf(c), Alone))).ToList();
        for (var again = true; again;)
        {
            again = false;
            foreach (var (cell, parts) in named)
            {
                if (parts.Where(p => tables.Past[p] == CellPast.None).Take(2).ToList() is not [var rest])
                    continue;
                tables.Change[rest] = tables.Change[cell] - parts.Sum(p => tables.Change[p]);
                tables.Past[rest] = CellPast.Hidden;
                again = true;
            }
        }
    }

    /// <summary>Marks the parts of shares that are left without their other; true where there was one.</summary>
    private bool HideHalves()
    {
        var any = false;
        var whole = indicatorAt.Where(i => i.Key >= 0 && i.Value >= 0 && !indicatorAt.ContainsKey(~i.Key)).Select(i => i.Value).ToHashSet();
        foreach (var (indicator, part) in indicatorAt.Where(i => i.Value >= 0 && indicatorAt.ContainsKey(~i.Key) && !whole.Contains(i.Value)))
        {
            var other = indicatorAt[~indicator];
            foreach (var (area, _) in areaAt.Values.Where(a => other >= 0 && IsHidden(tables.CellOf(a.At, other))))
            {
                var cell = tables.CellOf(area, part);
                if (status[cell] != CellStatus.Published || tables.Standing[cell] != CellStanding.Offered)
                    continue;
                any = tables.Small[cell] = true;
            }
        }
        return any;
    }

    private bool IsHidden(int cell) => status[cell] is CellStatus.Primary or CellStatus.Secondary;

    public CellStatus StatusOf(Scope scope, int indicator) =>
        !indicatorAt.TryGetValue(indicator, out var i) || !areaAt.TryGetValue(Key(scope), out var a) ? CellStatus.NotOffered
        : i < 0 ? CellStatus.Published
        : status[tables.CellOf(a.At, i)];

    private static string Key(Scope scope) => scope.IsForce ? "force" : scope.ResidentsKey;
}
