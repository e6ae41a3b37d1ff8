namespace Made.Core.Facts;

/// <summary>The texts of one supply: the batches hold positions in these.</summary>
public sealed record FactTexts
{
    public FactText Category { get; init; } = new();

    public FactText Lsoa { get; init; } = new();

    public FactText Detail { get; init; } = new();

    public FactText PartOfDay { get; init; } = new();

    public FactText Age { get; init; } = new();

    public FactText Sex { get; init; } = new();

    /// <summary>Version of the key under which the supply's pseudonyms were made; 0 where it has none.</summary>
    public int PseudonymKey { get; set; }

    /// <summary>True where a coarsening rule kept a part of the day, an age band or a sex of any record.</summary>
    public bool HasBands => PartOfDay.Count > 1 || Age.Count > 1 || Sex.Count > 1;
}
