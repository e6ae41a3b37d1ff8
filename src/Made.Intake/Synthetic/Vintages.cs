namespace Made.Intake.Synthetic;

/// <summary>A 2011 small area with the 2021 areas that followed it and ONS's letter for the change: unchanged, split or merged.</summary>
internal sealed record OldArea(string Code, string Name, DrawnDistrict District, HashSet<int> Cells, IReadOnlyList<SmallArea> Successors, char Change);

/// <summary>The small areas of 2011: those of 2021, except that a few were split since (some across a ward border) and a few merged.</summary>
internal sealed class Vintages
{
    private readonly Honeycomb comb;
    private readonly Parcels parcels;
    private readonly IReadOnlyList<SmallArea> lsoas;
    private readonly Dictionary<int, int> areaOfCell;
    private readonly HashSet<SmallArea> used = [];
    private readonly List<OldArea> old = [];
    private int newCodes;

    public Vintages(Parameters plan, Honeycomb comb, Parcels parcels, IReadOnlyList<SmallArea> lsoas)
    {
        this.comb = comb;
        this.parcels = parcels;
        this.lsoas = lsoas;
        areaOfCell = lsoas.SelectMany(a => a.Cells.Select(c => (c, a.Index))).ToDictionary(p => p.c, p => p.Index);
        var dice = new Dice(plan.Seed, 5);
        for (var i = 0; i < plan.Vintages.SplitsWithinWard; i++)
            Split(dice, (a, b) => a.Ward == b.Ward);
        for (var i = 0; i < plan.Vintages.SplitsAcrossWards; i++)
            Split(dice, (a, b) => a.Ward != b.Ward && a.Ward.District == b.Ward.District);
        for (var i = 0; i < plan.Vintages.Merges; i++)
            Merge(dice);
        foreach (var area in lsoas.Where(a => !used.Contains(a)))
            old.Add(new OldArea(area.Code, area.Name, area.Ward.District, area.Cells, [area], 'U'));
        old.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
        OldOfCell = old.SelectMany(o => o.Cells.Select(c => (c, o))).ToDictionary(p => p.c, p => p.o);
    }

    public IReadOnlyList<OldArea> Old => old;

    public IReadOnlyDictionary<int, OldArea> OldOfCell { get; }

    private void Split(Dice dice, Func<SmallArea, SmallArea, bool> fits)
    {
        while (true)
        {
            var one = lsoas[dice.Below(lsoas.Count)];
            var other = Neighbours(one).FirstOrDefault(n => !used.Contains(n) && fits(one, n));
            if (other is null || used.Contains(one))
                continue;
            var code = one.Code;
            Renew(one);
            Renew(other);
            old.Add(new OldArea(code, one.Name, one.Ward.District, [.. one.Cells, .. other.Cells], [one, other], 'S'));
            return;
        }
    }

    private void Merge(Dice dice)
    {
        while (true)
        {
            var area = lsoas[dice.Below(lsoas.Count)];
            if (used.Contains(area) || area.Cells.Count < 6)
                continue;
            var ordered = area.Cells.Order().ToArray();
            var halves = parcels.Grow(area.Cells, [ordered[0], ordered[^1]], dice);
            var code = area.Code;
            Renew(area);
            for (var half = 0; half < 2; half++)
                old.Add(new OldArea(
                    half == 0 ? code : NewCode(),
                    half == 0 ? area.Name : $"{area.Name[..^1]}{(char)('Z' - (newCodes % 20))}",
                    area.Ward.District,
                    area.Cells.Where(c => halves[c] == half).ToHashSet(),
                    [area],
                    'M'));
            return;
        }
    }

    private IEnumerable<SmallArea> Neighbours(SmallArea area) => area.Cells.Order()
        .SelectMany(c => Enumerable.Range(0, 6).Select(side => comb.Neighbour(c, side)))
        .Where(areaOfCell.ContainsKey)
        .Select(c => lsoas[areaOfCell[c]])
        .Where(a => a != area)
        .Distinct();

    /// <summary>A changed area gets a new code: retired codes are never used again.</summary>
    private void Renew(SmallArea area)
    {
        area.Code = NewCode();
        used.Add(area);
    }

    private string NewCode() => CountyMap.Code("E0199", 9000 + ++newCodes);
}
