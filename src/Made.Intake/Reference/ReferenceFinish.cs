using Made.Core.Register;

namespace Made.Intake.Reference;

/// <summary>Cuts what was read to the partnership, settles vintages, and names the result by its content.</summary>
internal static class ReferenceFinish
{
    public static ReferenceData Finish(ReferenceBuild build, Pack pack)
    {
        FollowSuccessors(build);
        var ours = pack.Areas.Where(a => a.Level == AreaLevel.District).Select(a => a.Code.Value).ToHashSet(StringComparer.Ordinal);
        var named = pack.Areas.Select(a => a.Code.Value).ToHashSet(StringComparer.Ordinal);
        // What lies nowhere yet is kept: the lookup that tells may come with the next folder.
        bool MayBeOurs(string lsoa) => !build.Districts.TryGetValue(lsoa, out var d) || ours.Contains(d.District);
        bool IsLsoa(string code) => code.Length > 2 && code[1] == '0' && code[2] == '1';

        var successors = build.Successors.Where(s => MayBeOurs(s.Key))
            .ToDictionary(s => s.Key, s => (IReadOnlyList<string>)[.. s.Value], StringComparer.Ordinal);
        var parts = successors.Values.SelectMany(s => s).ToHashSet(StringComparer.Ordinal);
        var wardOf = build.WardOfLsoa.Where(w => MayBeOurs(w.Key)).ToDictionary(w => w.Key, w => w.Value, StringComparer.Ordinal);
        var inUse = wardOf.Values.Select(w => w.Ward).ToHashSet(StringComparer.Ordinal);
        var wards = build.Wards.Values.Select(w => w.Ward).Where(w => inUse.Contains(w.Code.Value) && ours.Contains(w.District.Value))
            .OrderBy(w => w.Code).ToList();
        var boundaries = Boundaries(build, ours, wards, code => MayBeOurs(code) || parts.Contains(code));
        var kept = boundaries.Select(b => b.Code).Concat(successors.Keys).Concat(parts).Concat(wardOf.Keys).ToHashSet(StringComparer.Ordinal);
        var names = build.Names.Where(n => !IsLsoa(n.Key) || kept.Contains(n.Key)).ToList();
        var data = new ReferenceData
        {
            Vintage = "",
            DistrictOfLsoa = build.Districts.ToDictionary(d => d.Key, d => new AreaCode(d.Value.District), StringComparer.Ordinal),
            DistrictYearOfLsoa = build.Districts.ToDictionary(d => d.Key, d => d.Value.Year, StringComparer.Ordinal),
            Successors = successors,
            WardOfLsoa = wardOf.ToDictionary(w => w.Key, w => new AreaCode(w.Value.Ward), StringComparer.Ordinal),
            WardYearOfLsoa = wardOf.ToDictionary(w => w.Key, w => w.Value.Year, StringComparer.Ordinal),
            Wards = wards,
            Names = names.ToDictionary(n => n.Key, n => n.Value.Name, StringComparer.Ordinal),
            YearOfName = names.ToDictionary(n => n.Key, n => n.Value.Year, StringComparer.Ordinal),
            Populations = [.. build.Populations.Values.Where(p => IsLsoa(p.Code) ? MayBeOurs(p.Code) : named.Contains(p.Code))
                .OrderBy(p => p.Year).ThenBy(p => p.Code, StringComparer.Ordinal)],
            Boundaries = boundaries,
            Files = [.. build.Files.OrderBy(f => f.Name, StringComparer.Ordinal)],
            Findings = build.Findings,
        };
        return data with { Vintage = ReferenceVintage.Of(data) };
    }

    /// <summary>
    /// A 2011 LSOA that is gone is only in older lookups, so a district abolished since would keep it. Where all its successors lie in one
    /// district of a newer lookup, that is where it lies.
    /// </summary>
    private static void FollowSuccessors(ReferenceBuild build)
    {
        foreach (var (old, successors) in build.Successors)
        {
            var found = successors.Select(s => build.Districts.GetValueOrDefault(s, (District: "", Year: 0))).ToList();
            if (found.All(f => f.Year > 0 && f.District == found[0].District))
                build.AddDistrict(old, found[0].District, found.Min(f => f.Year));
        }
    }

    /// <summary>Wards and districts in their newest shape only: two shapes of one ward would both claim a point. LSOAs in both vintages.</summary>
    private static List<Boundary> Boundaries(ReferenceBuild build, HashSet<string> ours, List<Ward> wards, Func<string, bool> keepsLsoa)
    {
        var districtOfWard = wards.ToDictionary(w => w.Code.Value, w => w.District, StringComparer.Ordinal);
        var lookedUp = wards.Select(w => w.District.Value).ToHashSet(StringComparer.Ordinal);
        var all = new List<Boundary>();
        foreach (var b in build.Boundaries.Values)
        {
            var district = b.Level switch
            {
                AreaLevel.Ward => districtOfWard.GetValueOrDefault(b.Code, b.District),
                AreaLevel.Lsoa => build.Districts.TryGetValue(b.Code, out var d) ? new(d.District) : b.District,
                _ => b.District,
            };
            var keep = b.Level switch
            {
                AreaLevel.Lsoa => keepsLsoa(b.Code),
                AreaLevel.Ward => districtOfWard.ContainsKey(b.Code) || wards.Count == 0 || (ours.Contains(district.Value) && !lookedUp.Contains(district.Value)),
                _ => ours.Contains(b.Code),
            };
            if (keep)
                all.Add(b with { District = district });
        }
        return [.. all.GroupBy(b => (b.Level, b.Code, Vintage: b.Level == AreaLevel.Lsoa ? b.Vintage : 0))
            .Select(g => g.MaxBy(b => b.Vintage)!)
            .OrderBy(b => b.Level).ThenBy(b => b.Code, StringComparer.Ordinal).ThenBy(b => b.Vintage)];
    }
}
