namespace Made.Intake.Synthetic;

/// <summary>The drawn county: districts, wards and small areas of both vintages, each a set of cells.</summary>
internal sealed class CountyMap
{
    private readonly List<DrawnDistrict> districts = [];
    private readonly List<DrawnWard> wards = [];
    private readonly List<SmallArea> lsoas = [];
    private readonly Parameters plan;
    private readonly Parcels parcels;

    public CountyMap(Parameters plan, IReadOnlyDictionary<string, string> names)
    {
        this.plan = plan;
        Comb = new Honeycomb(plan.Map, new Dice(plan.Seed, 1));
        parcels = new Parcels(Comb, new Dice(plan.Seed, 10));
        var land = Coast.Land(Comb, plan.Map, new Dice(plan.Seed, 2));
        var towns = plan.Districts.Select(d => Coast.Nearest(Comb, land, d.Town)).ToList();
        var owners = parcels.Grow(land, towns, new Dice(plan.Seed, 3));
        var cellsOf = owners.ToLookup(o => o.Value, o => o.Key);
        for (var i = 0; i < plan.Districts.Count; i++)
        {
            var district = new DrawnDistrict(i, plan.Districts[i], names[plan.Districts[i].Code], cellsOf[i].ToHashSet());
            districts.Add(district);
            DrawWards(district, towns[i]);
        }
        Vintages = new Vintages(plan, Comb, parcels, lsoas);
    }

    public Honeycomb Comb { get; }

    public IReadOnlyList<DrawnDistrict> Districts => districts;

    public IReadOnlyList<DrawnWard> Wards => wards;

    /// <summary>The small areas of 2021.</summary>
    public IReadOnlyList<SmallArea> Lsoas => lsoas;

    public Vintages Vintages { get; }

    private void DrawWards(DrawnDistrict district, int town)
    {
        var dice = new Dice(plan.Seed, 4, district.Index);
        var seeds = parcels.Seeds(district.Cells, town, district.Plan.Wards.Count, 4.2, dice);
        var parts = parcels.Grow(district.Cells, seeds, dice).ToLookup(p => p.Value, p => p.Key);
        var first = lsoas.Count;
        for (var i = 0; i < seeds.Count; i++)
        {
            var ward = new DrawnWard(Code("E0599", wards.Count + 1), district.Plan.Wards[i], district, i, parts[i].ToHashSet());
            wards.Add(ward);
            DrawLsoas(ward, seeds[i], dice);
        }
        Settle(district, lsoas[first..], dice);
    }

    private void DrawLsoas(DrawnWard ward, int seed, Dice dice)
    {
        var wanted = Math.Clamp(ward.Cells.Count / 3, 1, 3 + dice.Below(3));
        var seeds = parcels.Seeds(ward.Cells, seed, wanted, 1.5, dice);
        var parts = parcels.Grow(ward.Cells, seeds, dice).ToLookup(p => p.Value, p => p.Key);
        for (var i = 0; i < wanted; i++)
            lsoas.Add(new SmallArea
            {
                Index = lsoas.Count,
                Code = Code("E0199", lsoas.Count + 1),
                Name = $"{ward.District.Name} {ward.Position + 1:000}{(char)('A' + i)}",
                Ward = ward,
                Cells = parts[i].ToHashSet(),
            });
    }

    /// <summary>Shares the district's residents among its small areas, so that they add up to it exactly.</summary>
    private static void Settle(DrawnDistrict district, IReadOnlyList<SmallArea> areas, Dice dice)
    {
        var weights = areas.Select(_ => dice.Between(0.78, 1.25)).ToArray();
        var sum = weights.Sum();
        var left = district.Plan.Residents;
        for (var i = 0; i < areas.Count; i++)
        {
            areas[i].Residents = i == areas.Count - 1 ? left : (int)(district.Plan.Residents * weights[i] / sum);
            left -= areas[i].Residents;
            areas[i].Heat = dice.Between(0.35, 1.0) + (dice.Chance(0.15) ? dice.Between(0.5, 1.4) : 0);
        }
    }

    internal static string Code(string prefix, int number) => $"{prefix}{number:0000}";
}

internal sealed record DrawnDistrict(int Index, DistrictPlan Plan, string Name, HashSet<int> Cells)
{
    public string Code => Plan.Code;
}

/// <param name="Position">0 is the ward of the town centre.</param>
internal sealed record DrawnWard(string Code, string Name, DrawnDistrict District, int Position, HashSet<int> Cells);

/// <summary>A 2021 small area.</summary>
internal sealed class SmallArea
{
    public required int Index { get; init; }

    /// <summary>Replaced by a new code where the area changed between the vintages.</summary>
    public required string Code { get; set; }

    public required string Name { get; init; }

    public required DrawnWard Ward { get; init; }

    public required HashSet<int> Cells { get; init; }

    /// <summary>In the first year of the population figures.</summary>
    public int Residents { get; set; }

    /// <summary>How much of the ward's crime happens here.</summary>
    public double Heat { get; set; }
}
