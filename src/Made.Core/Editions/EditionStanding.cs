using Made.Core.Register;

namespace Made.Core.Editions;

/// <summary>What a released edition is to the month's editions released before it.</summary>
public enum ReleaseKind
{
    First,

    /// <summary>Only adds: files that were missing before, or another day on which things are due.</summary>
    Addition,

    /// <summary>Something that was counted before is counted otherwise or no longer.</summary>
    Correction,
}

/// <summary>Whether an edition is a draft or released, and the notes on it. A released edition's standing never changes: its notes were frozen with it.</summary>
public sealed record EditionStanding
{
    public required bool IsDraft { get; init; }

    /// <summary>When it was released; of a draft, when it was made.</summary>
    public required DateTimeOffset At { get; init; }

    public required ReleaseKind Kind { get; init; }

    /// <summary>Why it was released after another one; empty for a draft and for a first release.</summary>
    public required string Why { get; init; }

    public required IReadOnlyList<EditionNote> Notes { get; init; }

    public static EditionStanding Draft(DateTimeOffset made, IReadOnlyList<EditionNote> notes) =>
        new() { IsDraft = true, At = made, Kind = ReleaseKind.First, Why = "", Notes = notes };

    /// <summary>The notes on an area's page, those about the page first.</summary>
    public IEnumerable<EditionNote> NotesOn(AreaCode area) => Notes.Where(n => n.IsOn(area)).OrderBy(n => n.Indicator, StringComparer.Ordinal).ThenBy(n => n.Area, StringComparer.Ordinal);
}

public static class ReleaseKinds
{
    public static string Code(this ReleaseKind kind) => kind.ToString().ToLowerInvariant();

    public static ReleaseKind Of(string code) => Enum.GetValues<ReleaseKind>().Single(k => k.Code() == code);

    /// <summary>What an edition would be if it were released after another one.</summary>
    public static ReleaseKind After(EditionManifest? before, EditionManifest now)
    {
        if (before is null)
            return ReleaseKind.First;
        var definitions = now.Definitions.ToDictionary(d => d.Indicator, d => d.Version, StringComparer.Ordinal);
        var onlyAdds = before.Supplies.All(now.Supplies.Contains)
            && before.Definitions.All(d => definitions.GetValueOrDefault(d.Indicator) == d.Version)
            && before.ReferenceVintage == now.ReferenceVintage
            && before.PackVersion == now.PackVersion
            && before.Policy == now.Policy
            && before.Methods.ToHashSet().SetEquals(now.Methods);
        return onlyAdds ? ReleaseKind.Addition : ReleaseKind.Correction;
    }
}
