using Made.Core.Editions;
using Made.Store.Records;

namespace Made.Store.Editions;

/// <summary>What became of indicators between two editions of a month, in words for the reason of the later one.</summary>
internal static class DefinitionChanges
{
    public static IEnumerable<string> Between(EditionManifest before, EditionManifest now, IndicatorCatalogue indicators)
    {
        var (had, has) = (VersionsOf(before, indicators), VersionsOf(now, indicators));
        foreach (var id in has.Keys.Where(id => !had.ContainsKey(id)))
            yield return $"New indicator: {Title(indicators, id)}.";
        foreach (var id in has.Keys.Where(id => had.TryGetValue(id, out var version) && version != has[id]))
            yield return $"{Title(indicators, id)} is now counted by version {has[id]} of its definition.{Reason(indicators.Find(id)?.MadeBy(has[id]))}";
        foreach (var id in had.Keys.Where(id => !has.ContainsKey(id)))
            yield return $"Retired: {Title(indicators, id)}.{Reason(indicators.Find(id)?.Steps.LastOrDefault(s => s.Kind == IndicatorStepKind.Retired))}";
        if (before.PackVersion != now.PackVersion)
            yield return "Definitions changed.";
    }

    private static SortedDictionary<string, int> VersionsOf(EditionManifest edition, IndicatorCatalogue indicators) =>
        new(indicators.Of(edition).ToDictionary(d => d.Id, d => d.Version, StringComparer.Ordinal), StringComparer.Ordinal);

    private static string Title(IndicatorCatalogue indicators, string id) => indicators.Find(id)?.Current.Title ?? id;

    private static string Reason(IndicatorStep? step) => step is null ? "" : $" Reason: {step.Why.TrimEnd('.')}.";
}
