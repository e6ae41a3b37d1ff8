using Made.Core.Exchange;
using Made.Core.Indicators;

namespace Made.Core.Editions;

public enum CauseKind
{
    NewSupply,
    Revision,
    Withdrawal,
    Definition,
    Method,

    /// <summary>Lookups, populations or boundaries.</summary>
    Boundary,

    /// <summary>What is due or overdue, told from another day.</summary>
    Due,
}

/// <summary>One thing that differs between what two editions rest on.</summary>
public sealed record EditionCause(CauseKind Kind, string Words);

/// <summary>Why figures of one edition differ from those of another: what differs in what they rest on.</summary>
public static class EditionCauses
{
    /// <param name="before">The earlier edition.</param>
    /// <param name="now">The later edition.</param>
    /// <param name="supplies">Every supply that either names, by id.</param>
    /// <param name="indicator">Only what its figures rest on; null for all.</param>
    public static IReadOnlyList<EditionCause> Between(EditionManifest before, EditionManifest now, IReadOnlyDictionary<string, Supply> supplies, IndicatorDefinition? indicator = null)
    {
        var causes = new List<EditionCause>();
        causes.AddRange(OfSupplies(before, now, supplies, indicator?.Dataset));
        causes.AddRange(OfDefinitions(before, now, indicator?.Id));
        if (!before.Methods.ToHashSet().SetEquals(now.Methods) || before.Policy != now.Policy)
            causes.Add(new(CauseKind.Method, "Another method of measuring or of protecting."));
        if (before.PackVersion != now.PackVersion)
            causes.Add(new(CauseKind.Definition, $"Version {now.PackVersion} of the pack in place of {before.PackVersion}."));
        if (before.ReferenceVintage != now.ReferenceVintage)
            causes.Add(new(CauseKind.Boundary, "Other lookups, populations or boundaries."));
        if (causes.Count == 0 && before.AsAt != now.AsAt)
            causes.Add(new(CauseKind.Due, $"What is due or overdue is told from {now.AsAt:yyyy-MM-dd} in place of {before.AsAt:yyyy-MM-dd}."));
        return causes;
    }

    public static string Words(this CauseKind kind) => kind switch
    {
        CauseKind.NewSupply => "new supply",
        CauseKind.Revision => "revision",
        CauseKind.Withdrawal => "withdrawal",
        CauseKind.Definition => "definition",
        CauseKind.Method => "method",
        CauseKind.Boundary => "boundary or population",
        _ => "due day",
    };

    private static IEnumerable<EditionCause> OfSupplies(EditionManifest before, EditionManifest now, IReadOnlyDictionary<string, Supply> supplies, string? dataset)
    {
        var (had, has) = (Named(before, supplies, dataset), Named(now, supplies, dataset));
        var gone = had.Where(s => !has.Contains(s)).ToList();
        foreach (var added in has.Where(s => !had.Contains(s)))
        {
            var replaced = gone.Find(g => g.Dataset == added.Dataset && g.Period == added.Period);
            if (replaced is not null && gone.Remove(replaced))
                yield return new(CauseKind.Revision, $"{added.Id} in place of {replaced.Id}.");
            else
                yield return new(CauseKind.NewSupply, $"{added.Id} is new.");
        }
        foreach (var left in gone)
            yield return new(CauseKind.Withdrawal, $"{left.Id} is no longer counted.");
    }

    private static List<Supply> Named(EditionManifest edition, IReadOnlyDictionary<string, Supply> supplies, string? dataset) =>
    [
        .. edition.Supplies.Select(p => supplies.GetValueOrDefault(p.Id)).OfType<Supply>().Where(s => dataset is null || s.Dataset == dataset).OrderBy(s => s.Id, StringComparer.Ordinal),
    ];

    private static IEnumerable<EditionCause> OfDefinitions(EditionManifest before, EditionManifest now, string? indicator)
    {
        var had = before.Definitions.ToDictionary(d => d.Indicator, d => d.Version, StringComparer.Ordinal);
        foreach (var d in now.Definitions.Where(d => indicator is null || d.Indicator == indicator))
            if (!had.TryGetValue(d.Indicator, out var version))
                yield return new(CauseKind.Definition, $"{d.Indicator} is a new indicator.");
            else if (version != d.Version)
                yield return new(CauseKind.Definition, $"{d.Indicator} is counted by version {d.Version} of its definition in place of {version}.");
        var has = now.Definitions.Select(d => d.Indicator).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in had.Keys.Where(i => !has.Contains(i) && (indicator is null || i == indicator)).Order(StringComparer.Ordinal))
            yield return new(CauseKind.Definition, $"{gone} was retired.");
    }
}
