using System.Text.RegularExpressions;
using Made.Core;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Intake.Reference;

/// <summary>What holds between the tables of a pack: every code used is defined, and every category an indicator counts exists.</summary>
internal static class PackChecks
{
    public static void Check(Pack pack, List<Problem> problems)
    {
        var areas = pack.Areas.ToDictionary(a => a.Code);
        CheckAreas(pack, areas, problems);
        SharingChecks.Check(pack, problems);
        ThreadChecks.Check(pack, problems);
        CheckMembers(pack, areas, problems);
        var organisations = pack.Organisations.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var organisation in pack.Organisations)
            foreach (var successor in organisation.Successors.Where(s => !organisations.Contains(s)))
                problems.Add(PackProblems.Entry("organisations.csv", organisation.Id, "successors", $"'{successor}' is not an organisation of this pack"));
        foreach (var dataset in pack.Datasets)
            CheckDataset(dataset, organisations, pack, problems);
        var datasets = pack.Datasets.ToDictionary(d => d.Id, StringComparer.Ordinal);
        var indicators = pack.Indicators.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var indicator in pack.Indicators)
            problems.AddRange(IndicatorRules.Broken(indicator, datasets, indicators, pack.Topics).Select(b => PackProblems.Entry("indicators.json", indicator.Id, b.Field, b.Why)));
        foreach (var b in pack.Breaks.Where(b => !pack.Indicators.Any(b.Concerns)))
            problems.Add(PackProblems.Entry("breaks.csv", b.Indicator, "indicator", "is neither an indicator nor 'dataset:' with the id of a dataset"));
    }

    private static void CheckAreas(Pack pack, Dictionary<AreaCode, Area> areas, List<Problem> problems)
    {
        if (!areas.TryGetValue(pack.Force, out var force) || force.Level != AreaLevel.Force)
            problems.Add(PackProblems.Entry("areas.csv", pack.Force.Value, "code", "the force of pack.json is not an area of level force"));
        foreach (var (area, with) in pack.Comparators)
        {
            if (!areas.ContainsKey(area))
                problems.Add(PackProblems.Entry("comparators.csv", area.Value, "area", "is not an area of this pack"));
            if (!areas.ContainsKey(with))
                problems.Add(PackProblems.Entry("comparators.csv", area.Value, "compared_with", $"'{with}' is not an area of this pack"));
        }
    }

    private static void CheckMembers(Pack pack, Dictionary<AreaCode, Area> areas, List<Problem> problems)
    {
        foreach (var m in pack.Memberships)
        {
            if (!areas.TryGetValue(m.Grouping, out var grouping) || grouping.Level == AreaLevel.District)
                problems.Add(PackProblems.Entry("members.csv", m.Grouping.Value, "grouping", "is not a grouping of this pack"));
            if (!areas.TryGetValue(m.District, out var district) || district.Level != AreaLevel.District)
                problems.Add(PackProblems.Entry("members.csv", m.District.Value, "district", "is not a district of this pack"));
        }
        foreach (var level in new[] { AreaLevel.Csp, AreaLevel.PolicingArea, AreaLevel.County })
            foreach (var district in pack.Memberships.Where(m => areas.TryGetValue(m.Grouping, out var g) && g.Level == level).GroupBy(m => m.District))
                if (district.OrderBy(m => m.From).Aggregate((Last: DateOnly.MinValue, Overlaps: false), (seen, m) =>
                        (m.To > seen.Last ? m.To : seen.Last, seen.Overlaps || (seen.Last > DateOnly.MinValue && m.From <= seen.Last))).Overlaps)
                    problems.Add(PackProblems.Entry("members.csv", district.Key.Value, "from", $"the district lies in two areas of level {level.Code()} on the same day"));
    }

    private static void CheckDataset(DatasetDefinition dataset, HashSet<string> organisations, Pack pack, List<Problem> problems)
    {
        void Wrong(string field, string why) => problems.Add(PackProblems.Entry("datasets.json", dataset.Id, field, why));
        if (!organisations.Contains(dataset.Supplier))
            Wrong("supplier", $"'{dataset.Supplier}' is not an organisation of this pack");
        if (dataset.Topic is { } topic && pack.Topics.All(t => t.Id != topic))
            Wrong("topic", $"'{topic}' is not a topic of this pack");
        if (dataset.FrequencyMonths is not (1 or 3 or 12))
            Wrong("frequencyMonths", "is not 1, 3 or 12");
        foreach (var role in dataset.Columns.Where(c => c.Role != ColumnRole.Other).GroupBy(c => c.Role).Where(r => r.Count() > 1))
            Wrong("columns", $"the role {role.Key} is given to more than one column");
        var roles = dataset.Columns.Select(c => c.Role).ToHashSet();
        if (dataset.Shape == DatasetShape.Records && (!roles.Contains(ColumnRole.Category) || !(roles.Contains(ColumnRole.Month) || roles.Contains(ColumnRole.Date))))
            Wrong("columns", "records need a category and a month or a date");
        if (dataset.Columns.Any(c => c.KeepsDay && c.Role != ColumnRole.Date))
            Wrong("columns", "only a column with the role date can keep its day");
        if (dataset is { KeepsDays: true, Disclosure: not DisclosurePolicy.AlreadyPublic })
            Wrong("columns", "days are kept only of data that are already public");
        foreach (var (field, why) in CoarseningChecks.Broken(dataset))
            Wrong(field, why);
        if (dataset.FileNamePattern.Length > 0 && !HasMonthGroup(dataset.FileNamePattern))
            Wrong("fileNamePattern", "is not a regular expression with a group 'month'");
    }

    private static bool HasMonthGroup(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).GetGroupNames().Contains("month");
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
