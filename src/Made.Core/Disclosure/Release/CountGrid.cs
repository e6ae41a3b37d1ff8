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
            indicatorAt[indicator] = members.Length == 0 ? -1 : sumsOfClasses.Count;
            if (members.Length > 0)
                sumsOfClasses.Add(members);
        }
        tables = new LinkedTables([new TableAxis("area", parts, sumsOfParts), new TableAxis("category", classes, sumsOfClasses)], counts);
        Counts = tables.Sums();
    }

    /// <summary>The table itself, for those who attack it.</summary>
    public LinkedTables Tables => tables;

    /// <summary>Counts by cell.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>Every cell with its area and indicator.</summary>
    public IEnumerable<(int Cell, Scope Scope, int Indicator)> Cells =>
        areaAt.Values.SelectMany(a => indicatorAt.Where(i => i.Value >= 0).Select(i => (tables.CellOf(a.At, i.Value), a.Scope, i.Key)));

    public void Offer(int cell, CellStanding standing, bool small) => (tables.Standing[cell], tables.Small[cell]) = (standing, small);

    /// <summary>Decides. Where earlier releases have given a count away nothing of this table is added to them.</summary>
    public void Protect(SuppressionRule rule) => status = ComplementarySuppression.Protect(tables, rule).Succeeded(out var pattern, out _)
        ? [.. pattern.Status]
        : [.. tables.Standing.Select(s => s == CellStanding.Offered ? CellStatus.Secondary : CellStatus.Published)];

    public CellStatus StatusOf(Scope scope, int indicator) =>
        !indicatorAt.TryGetValue(indicator, out var i) || !areaAt.TryGetValue(Key(scope), out var a) ? CellStatus.NotOffered
        : i < 0 ? CellStatus.Published
        : status[tables.CellOf(a.At, i)];

    private static string Key(Scope scope) => scope.IsForce ? "force" : scope.ResidentsKey;
}
