namespace Made.Store.Records;

/// <summary>A line of a pack that was added to the register.</summary>
public sealed record PackAddition(string Kind, string Id, int Version);

/// <summary>A line where the pack and the home differ and the home was left as it is: the home owns its register.</summary>
public sealed record PackConflict(string Kind, string Id, string Message, string Remedy);

/// <summary>What an update of the pack did, and what it left for a person to decide.</summary>
public sealed record PackUpdate
{
    public required string FromVersion { get; init; }

    public required string ToVersion { get; init; }

    /// <summary>New lines and new versions of indicators.</summary>
    public required IReadOnlyList<PackAddition> Added { get; init; }

    public required IReadOnlyList<PackConflict> Conflicts { get; init; }

    /// <summary>Decides without doing: which entries are added, and which differ. An indicator or agreement whose newest version was made here is left alone.</summary>
    internal static (List<PackEntry> Added, List<PackConflict> Conflicts) Compare(
        IReadOnlyList<PackEntry> held, IReadOnlyList<PackEntry> offered, HashSet<(string Kind, string Id, int Version)> madeHere)
    {
        var newest = held.GroupBy(e => (e.Kind, e.Id)).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Version)!);
        var added = new List<PackEntry>();
        var conflicts = new List<PackConflict>();
        foreach (var entry in offered)
        {
            if (!newest.TryGetValue((entry.Kind, entry.Id), out var mine))
                added.Add(entry);
            else if (madeHere.Contains((mine.Kind, mine.Id, mine.Version)))
                conflicts.AddRange(MadeHere(entry, mine, held));
            else if (entry.Version > mine.Version)
                added.Add(entry);
            else if (Different(entry, mine))
                conflicts.Add(Conflict(entry, mine));
        }
        var gone = newest.Keys.Except(offered.Select(e => (e.Kind, e.Id)))
            .Where(k => !held.Where(e => e.Kind == k.Kind && e.Id == k.Id).All(e => madeHere.Contains((e.Kind, e.Id, e.Version)))).Order();
        conflicts.AddRange(gone.Select(k => new PackConflict(
            k.Kind, k.Id, $"The pack no longer lists the {k.Kind} {k.Id}.", "It stays as it is here. Give it an end date if it ended.")));
        return (added, conflicts);
    }

    private static bool Different(PackEntry offered, PackEntry held)
    {
        if (offered.Kind != PackEntries.Pack)
            return offered.Json != held.Json;
        var version = Json.Read<PackHeading>(offered.Json).Version;
        return Json.Read<PackHeading>(offered.Json) != Json.Read<PackHeading>(held.Json) with { Version = version };
    }

    // The pack's own text that the home already had when it made its version is no news.
    private static IEnumerable<PackConflict> MadeHere(PackEntry offered, PackEntry mine, IReadOnlyList<PackEntry> held) =>
        held.Any(e => e.Kind == offered.Kind && e.Id == offered.Id && e.Json == offered.Json)
            ? []
            : [new(offered.Kind, offered.Id,
                $"The pack brings version {offered.Version} of {offered.Id}, and this home made version {mine.Version} itself.",
                $"The home's own version stays. Take over what is new in the pack as a further version on the page of the {(offered.Kind == PackEntries.Indicator ? "indicator" : "agreement")}.")];

    private static PackConflict Conflict(PackEntry offered, PackEntry held) => PackEntries.IsVersioned(offered.Kind)
        ? new(offered.Kind, offered.Id,
            $"The {(offered.Kind == PackEntries.Indicator ? "definition of" : "sharing agreement")} {offered.Id} changed, but its version {offered.Version} is not higher than the {held.Version} held.",
            $"Give the changed definition version {held.Version + 1} in the pack: what is changed is a new version, never a silent replacement.")
        : new(offered.Kind, offered.Id,
            $"The {offered.Kind} {offered.Id} differs between the pack and this home.",
            "The home's own entry stays. End it by date and add the new one under its own id where both are true at different times.");
}
