using Made.Core.Calendar;

namespace Made.Core.Editions;

/// <summary>Everything one month's edition rests on. Pinned once, never changed: what a board saw can be reopened exactly.</summary>
public sealed record EditionManifest
{
    public required Month Month { get; init; }

    /// <summary>1, 2, 3 within the month; the store gives it when the edition is kept and replaces what a draft carries.</summary>
    public required int Number { get; init; }

    /// <summary>The day from which "not yet due" and "overdue" are told, for ever.</summary>
    public required DateOnly AsAt { get; init; }

    public required IReadOnlyList<PinnedSupply> Supplies { get; init; }

    public required string ReferenceVintage { get; init; }

    public required string PackId { get; init; }

    public required string PackVersion { get; init; }

    /// <summary>Every indicator of the edition in the version it was made with; empty in editions made before definitions were pinned.</summary>
    public IReadOnlyList<PinnedDefinition> Definitions { get; init; } = [];

    /// <summary>Version of each statistical method by its name.</summary>
    public required IReadOnlyDictionary<string, string> Methods { get; init; }

    /// <summary>Version of the disclosure policy it was sealed under.</summary>
    public required string Policy { get; init; }

    public required IReadOnlyList<PinnedCube> Cubes { get; init; }

    public required IReadOnlyList<PinnedMeasures> Measures { get; init; }

    /// <summary>Why it was built, in words: "first edition", "police-street-2019-12-r2 replaces police-street-2019-12-r1".</summary>
    public required string Why { get; init; }

    public required DateTimeOffset Built { get; init; }

    /// <summary>Short name for pages and files: <c>2019-12/2</c>.</summary>
    public string Name => $"{Month}/{Number}";

    /// <summary>The newest month that ends so many months in a row of a dataset, this edition's month at the latest; none where no such months are held.</summary>
    public Month? NewestWhole(string dataset, int months)
    {
        var held = Cubes.Where(c => c.Dataset == dataset).Select(c => c.Month).ToHashSet();
        return held.OrderDescending().Select(m => (Month?)m).FirstOrDefault(m => Enumerable.Range(0, months).All(back => held.Contains(m!.Value.Plus(-back))));
    }

    /// <summary>True where both rest on the same inputs, so that a second edition would say nothing new. The order of pins does not matter.</summary>
    public bool RestsOnTheSameAs(EditionManifest other) =>
        Month == other.Month
        && ReferenceVintage == other.ReferenceVintage
        && PackId == other.PackId
        && PackVersion == other.PackVersion
        && Policy == other.Policy
        && Definitions.ToHashSet().SetEquals(other.Definitions)
        && Supplies.ToHashSet().SetEquals(other.Supplies)
        && Cubes.ToHashSet().SetEquals(other.Cubes)
        && Measures.ToHashSet().SetEquals(other.Measures)
        && Methods.ToHashSet().SetEquals(other.Methods);
}

public sealed record PinnedSupply(string Id, string FactsSha256);

public sealed record PinnedCube(string Dataset, Month Month, string Hash);

public sealed record PinnedMeasures(Month Month, string Hash);

public sealed record PinnedDefinition(string Indicator, int Version);
