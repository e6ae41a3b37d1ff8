using Made.Core;
using Made.Core.Register;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>The home's register: its pack's areas, bodies, datasets and indicators, each entry with its version and dates.</summary>
public sealed class RegisterStore
{
    internal const string Turn = "register";

    /// <summary>The indicators whose last step is their retirement.</summary>
    private const string Retired =
        $"SELECT indicator FROM indicator_steps s WHERE step = '{ChangeKinds.IndicatorRetired}' AND NOT EXISTS (SELECT 1 FROM indicator_steps later WHERE later.indicator = s.indicator AND later.number > s.number)";


    private readonly RecordsSource source;

    internal RegisterStore(RecordsSource source) => this.source = source;

    /// <summary>The pack as the home holds it, with the indicators made here and without those retired; null before one was adopted.</summary>
    public async Task<Pack?> Load()
    {
        var held = await source.Select(
            $"SELECT kind, id, version, \"from\", \"to\", position, json FROM register WHERE kind <> '{PackEntries.Indicator}' OR id NOT IN ({Retired})",
            r => new PackEntry(r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetFieldValue<DateOnly>(3), r.GetFieldValue<DateOnly>(4), r.GetInt32(5), r.GetString(6)));
        return held.Count > 0 ? PackEntries.Together(held) : null;
    }

    /// <summary>Every version of an indicator's definition that was ever in force here, oldest first.</summary>
    public Task<IReadOnlyList<Core.Indicators.IndicatorDefinition>> VersionsOf(string indicator) =>
        source.Read<IReadOnlyList<Core.Indicators.IndicatorDefinition>>(async db =>
            [.. (await db.Register.Where(r => r.Kind == PackEntries.Indicator && r.Id == indicator).OrderBy(r => r.Version).Select(r => r.Json).ToListAsync())
                .Select(Json.Read<Core.Indicators.IndicatorDefinition>)]);

    /// <summary>Fills an empty register. From then on the home owns it.</summary>
    public Task<Outcome<Pack>> AdoptPack(Pack pack, Change change) => source.Write<Outcome<Pack>>(Turn, change, async writing =>
    {
        if ((await writing.Db.Register.FirstOrDefaultAsync(r => r.Kind == PackEntries.Pack))?.Id is { } held)
            return Problems.PackAlreadyAdopted(held);
        var entries = PackEntries.Of(pack);
        if (NamedTwice(entries) is { } problem)
            return problem;
        writing.Db.Register.AddRange(entries.Select(e => Row(e, pack.Version)));
        writing.Note(ChangeKinds.PackAdopted, $"{pack.Id} {pack.Version}");
        return await ThreadRecords.Begin(writing, pack) is { } fault ? fault : pack;
    });

    /// <summary>Adds what the pack has and the home has not, new versions of indicators included; lists what differs and leaves it alone.</summary>
    public Task<Outcome<PackUpdate>> UpdatePack(Pack pack, Change change) => source.Write<Outcome<PackUpdate>>(Turn, change, async writing =>
    {
        var heading = await writing.Db.Register.SingleOrDefaultAsync(r => r.Kind == PackEntries.Pack);
        if (heading is null)
            return Problems.NoPack();
        if (heading.Id != pack.Id)
            return Problems.OtherPack(heading.Id, pack.Id);
        var offered = PackEntries.Of(pack);
        if (NamedTwice(offered) is { } problem)
            return problem;
        var mine = Json.Read<PackHeading>(heading.Json);
        var (added, conflicts) = PackUpdate.Compare(await Held(writing.Db), offered, await MadeHere(writing.Db));
        if (added.Count > 0 || mine.Version != pack.Version)
        {
            writing.Db.Register.AddRange(added.Select(e => Row(e, pack.Version)));
            heading.Json = Json.Text(mine with { Version = pack.Version });
            heading.PackVersion = pack.Version;
            writing.Note(ChangeKinds.PackUpdated, $"{pack.Id} {pack.Version}");
        }
        if (await ThreadRecords.Begin(writing, pack) is { } fault)
            return fault;
        return new PackUpdate
        {
            FromVersion = mine.Version,
            ToVersion = pack.Version,
            Added = [.. added.Select(e => new PackAddition(e.Kind, e.Id, e.Version))],
            Conflicts = conflicts,
        };
    });

    private static Problem? NamedTwice(IReadOnlyList<PackEntry> entries) =>
        entries.GroupBy(e => (e.Kind, e.Id)).FirstOrDefault(g => g.Count() > 1) is { } twice ? Problems.PackNamesTwice(twice.Key.Kind, twice.Key.Id) : null;

    private static Task<List<PackEntry>> Held(RecordsDb db) => db.Register.AsNoTracking()
        .Select(r => new PackEntry(r.Kind, r.Id, r.Version, r.From, r.To, r.Position, r.Json))
        .ToListAsync();

    /// <summary>The versions of indicators and agreements that were made here and not brought by a pack.</summary>
    private static async Task<HashSet<(string Kind, string Id, int Version)>> MadeHere(RecordsDb db) =>
        [.. (await db.Register.Where(r => r.PackVersion == "").Select(r => new { r.Kind, r.Id, r.Version }).ToListAsync()).Select(r => (r.Kind, r.Id, r.Version))];

    internal static RegisterRow Row(PackEntry entry, string packVersion) => new()
    {
        Kind = entry.Kind,
        Id = entry.Id,
        Version = entry.Version,
        From = entry.From,
        To = entry.To,
        Position = entry.Position,
        Json = entry.Json,
        PackVersion = packVersion,
    };
}
