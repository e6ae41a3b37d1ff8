using Made.Core.Coarsening;
using Made.Core.Exchange;

namespace Made.Intake.Reference;

/// <summary>What holds between a dataset's columns and what it says is kept of them. A rule that no column feeds, or a column that no rule makes coarser, is a mistake.</summary>
internal static class CoarseningChecks
{
    private static readonly ColumnRole[] UnderARule = [ColumnRole.Easting, ColumnRole.Northing, ColumnRole.Outward, ColumnRole.Time, ColumnRole.Age, ColumnRole.Sex, ColumnRole.Pseudonym];

    public static IEnumerable<(string Field, string Why)> Broken(DatasetDefinition dataset)
    {
        var roles = dataset.Columns.Where(c => c.Role != ColumnRole.Other).GroupBy(c => c.Role).ToDictionary(c => c.Key, c => c.First());
        if (dataset.Coarsening is not { } rule)
            return WithoutRule(dataset, roles);
        if (dataset is not { Shape: DatasetShape.Records, Disclosure: DisclosurePolicy.Partner })
            return [("coarsening", "is for a partner's records alone")];
        return Place(rule, roles).Concat(Time(rule, roles)).Concat(Ages(rule, roles)).Concat(Claim(dataset)).Concat(Linked(dataset, roles));
    }

    private static IEnumerable<(string, string)> WithoutRule(DatasetDefinition dataset, Dictionary<ColumnRole, ColumnDefinition> roles)
    {
        if (dataset is { Shape: DatasetShape.Records, Open: false })
            yield return ("coarsening", "is missing: records that somebody owes are kept under a rule alone");
        if (dataset.Depersonalised is not null)
            yield return ("depersonalised", "needs a coarsening rule");
        if (dataset.Pseudonym is not null)
            yield return ("pseudonym", "needs a coarsening rule");
        foreach (var role in UnderARule.Where(roles.ContainsKey))
            yield return ("columns", $"the role {role} is only read under a coarsening rule");
        if (dataset.Shape == DatasetShape.Records && roles.ContainsKey(ColumnRole.Area))
            yield return ("columns", "the role Area of records is only read under a coarsening rule");
    }

    private static IEnumerable<(string, string)> Place(CoarseningRule rule, Dictionary<ColumnRole, ColumnDefinition> roles)
    {
        var (code, point) = (roles.ContainsKey(ColumnRole.Lsoa) || roles.ContainsKey(ColumnRole.Area), HasPair(ColumnRole.Easting, ColumnRole.Northing) || HasPair(ColumnRole.Longitude, ColumnRole.Latitude));
        if (roles.ContainsKey(ColumnRole.Lsoa) && roles.ContainsKey(ColumnRole.Area))
            yield return ("columns", "Lsoa and Area both tell the area: one of them is enough");
        if (roles.ContainsKey(ColumnRole.Easting) && roles.ContainsKey(ColumnRole.Longitude))
            yield return ("columns", "Easting and Longitude both tell the point: one pair is enough");
        var fed = rule.Place == PlaceKept.Outward ? roles.ContainsKey(ColumnRole.Outward) : code || point;
        if (!fed)
            yield return ("coarsening.place", rule.Place == PlaceKept.Outward ? "no column has the role Outward" : "no column tells an area, and no pair of columns a point");
        if (rule.Place != PlaceKept.Outward && roles.ContainsKey(ColumnRole.Outward))
            yield return ("coarsening.place", "an outward part of a postcode tells no area");

        bool HasPair(ColumnRole one, ColumnRole other) => roles.ContainsKey(one) && roles.ContainsKey(other);
    }

    private static IEnumerable<(string, string)> Time(CoarseningRule rule, Dictionary<ColumnRole, ColumnDefinition> roles)
    {
        if (rule.PartOfDay && !(roles.TryGetValue(ColumnRole.Time, out var time) && time.Kind == ColumnKind.Time))
            yield return ("coarsening.partOfDay", "no column of kind time has the role Time");
    }

    private static IEnumerable<(string, string)> Ages(CoarseningRule rule, Dictionary<ColumnRole, ColumnDefinition> roles)
    {
        if (rule.AgeBands is not { } bands)
            yield break;
        if (AgeBands.Broken(bands) is { } why)
            yield return ("coarsening.ageBands", why);
        else if (!(roles.TryGetValue(ColumnRole.Age, out var age) && age is { Kind: ColumnKind.WholeNumber, Minimum: { } least } && least >= bands[0]))
            yield return ("coarsening.ageBands", "no column of kind whole-number has the role Age and the first band's age as its minimum");
    }

    private static IEnumerable<(string, string)> Claim(DatasetDefinition dataset)
    {
        if (dataset is { Depersonalised: not null, Pseudonym: not null })
            yield return ("depersonalised", "cannot be claimed of records that are linked by pseudonyms: they are personal data");
        if (dataset.Depersonalised is { K: < 2 })
            yield return ("depersonalised.k", "is less than 2, which asks for nothing");
    }

    private static IEnumerable<(string, string)> Linked(DatasetDefinition dataset, Dictionary<ColumnRole, ColumnDefinition> roles)
    {
        if (dataset.Pseudonym is { Length: > 0 } != roles.ContainsKey(ColumnRole.Pseudonym))
            yield return ("pseudonym", "names a purpose exactly where a column has the role Pseudonym");
    }
}
