using Made.Core.Editions;
using Made.Core.Indicators;

namespace Made.Store.Records;

public enum IndicatorStepKind
{
    /// <summary>A new indicator, its first version.</summary>
    Defined,

    /// <summary>A further version; also one that goes back to an earlier text.</summary>
    Changed,

    /// <summary>Left out of editions made from then on.</summary>
    Retired,

    /// <summary>The retirement taken back.</summary>
    TakenBack,
}

/// <summary>One thing done to an indicator here: to which version, when, by whom and why.</summary>
public sealed record IndicatorStep(string Indicator, int Version, IndicatorStepKind Kind, DateTimeOffset At, string By, string Why);

/// <summary>One version of a definition as the register holds it.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="PackVersion">The version of the pack that brought it; empty where it was made here.</param>
public sealed record DefinitionVersion(IndicatorDefinition Definition, string PackVersion)
{
    public bool IsMadeHere => PackVersion.Length == 0;
}

/// <summary>An indicator with every version it ever had here, oldest first, and what was done to it.</summary>
public sealed record IndicatorHistory
{
    public required IReadOnlyList<DefinitionVersion> Versions { get; init; }

    /// <summary>What was done here, oldest first; nothing for an indicator that stands as its pack brought it.</summary>
    public required IReadOnlyList<IndicatorStep> Steps { get; init; }

    public IndicatorDefinition Current => Versions[^1].Definition;

    public string Id => Current.Id;

    public bool IsRetired => Steps is [.., { Kind: IndicatorStepKind.Retired }];

    /// <summary>True where no pack ever brought it.</summary>
    public bool IsMadeHere => Versions.All(v => v.IsMadeHere);

    /// <summary>True where its newest version was made here, whoever brought the first.</summary>
    public bool IsChangedHere => Versions[^1].IsMadeHere;

    /// <summary>The step that made a version; null where a pack brought it.</summary>
    public IndicatorStep? MadeBy(int version) =>
        Steps.FirstOrDefault(s => s.Version == version && s.Kind is IndicatorStepKind.Defined or IndicatorStepKind.Changed);
}

/// <summary>Every indicator of a home with its past: what new editions are made with, and what earlier ones were made with.</summary>
public sealed record IndicatorCatalogue(IReadOnlyList<IndicatorHistory> All)
{
    /// <summary>The definitions that an edition pinned. One made before definitions were pinned has those that its pack brought.</summary>
    public IReadOnlyList<IndicatorDefinition> Of(EditionManifest edition)
    {
        if (edition.Definitions.Count == 0)
            return [.. All.Select(i => i.Versions.LastOrDefault(v => !v.IsMadeHere)).OfType<DefinitionVersion>().Select(v => v.Definition)];
        var pinned = edition.Definitions.ToDictionary(d => d.Indicator, d => d.Version, StringComparer.Ordinal);
        return [.. All.Where(i => pinned.ContainsKey(i.Id)).Select(i => i.Versions.First(v => v.Definition.Version == pinned[i.Id]).Definition)];
    }

    /// <summary>False where an edition was made with a version that this catalogue was read too early to hold.</summary>
    public bool Knows(EditionManifest edition) =>
        edition.Definitions.All(d => Find(d.Indicator) is { } found && found.Versions.Any(v => v.Definition.Version == d.Version));

    public IndicatorHistory? Find(string id) => All.FirstOrDefault(i => i.Id == id);
}
