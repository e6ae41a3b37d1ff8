using Made.Core;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

internal sealed class RecordVersionRow
{
    public long Number { get; init; }

    public required string Kind { get; init; }

    public required string Id { get; init; }

    public required int Version { get; init; }

    public required string Json { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }

    public required string Why { get; init; }
}

/// <summary>
/// Records of one kind that are kept whole in versions: nothing is overwritten, and a change made from an earlier version than the one held is refused.
/// </summary>
/// <param name="source">The database.</param>
/// <param name="kind">Tells the kinds apart in their table; writers of one kind take turns.</param>
internal sealed class VersionedRecords<T>(RecordsSource source, string kind)
{
    private const string Columns = "SELECT id, json, at, \"by\", why FROM record_versions WHERE kind = @kind";

    /// <summary>Every record with its past, in the order in which they were first kept.</summary>
    public async Task<IReadOnlyList<Versioned<T>>> All() => await Read("", ("kind", kind));

    public async Task<Versioned<T>?> Find(Guid id) => (await Read(" AND id = @id", ("kind", kind), ("id", id.ToString()))).SingleOrDefault();

    /// <summary>Keeps a first or a further version in one change.</summary>
    /// <param name="id">Of the record.</param>
    /// <param name="seen">The stamp it was seen with; 0 for a new one.</param>
    /// <param name="change">Who, and why.</param>
    /// <param name="next">The version to keep, from what is held (null for nothing), with what the audit says of it. It adds to the records only where it succeeds.</param>
    public Task<Outcome<Versioned<T>>> Keep(Guid id, int seen, Change change, Func<Writing, Versioned<T>?, Task<Outcome<(T Value, string What)>>> next) =>
        source.Write<Outcome<Versioned<T>>>(kind, change, async writing =>
        {
            var named = id.ToString();
            var rows = await writing.Db.RecordVersions.AsNoTracking().Where(r => r.Kind == kind && r.Id == named).OrderBy(r => r.Number).ToListAsync();
            var held = rows.Count == 0 ? null : new Versioned<T>(id, [.. rows.Select(Of)]);
            if ((held?.Stamp ?? 0) != seen)
                return Problems.ChangedMeanwhile();
            if (!(await next(writing, held)).Succeeded(out var kept, out var problem))
                return problem;
            writing.Db.RecordVersions.Add(new() { Kind = kind, Id = named, Version = seen + 1, Json = Json.Text(kept.Value), At = Instants.Micros(change.At), By = change.By, Why = change.Why });
            writing.Note(kept.What, $"{named} version {seen + 1}");
            return new Versioned<T>(id, [.. held?.Versions ?? [], (kept.Value, change)]);
        });

    /// <summary>Every record as a change under way sees it: whoever decides by the others reads them in turn.</summary>
    public async Task<IReadOnlyList<Versioned<T>>> All(Writing writing) =>
        [.. (await writing.Db.RecordVersions.AsNoTracking().Where(r => r.Kind == kind).OrderBy(r => r.Number).ToListAsync()).GroupBy(r => r.Id).Select(g => new Versioned<T>(Guid.Parse(g.Key), [.. g.Select(Of)]))];

    private async Task<List<Versioned<T>>> Read(string where, params (string, object)[] parameters)
    {
        var rows = await source.Select($"{Columns}{where} ORDER BY number", r => (Id: Guid.Parse(r.GetString(0)), Kept: (Json.Read<T>(r.GetString(1)), new Change(r.GetString(3), r.GetString(4), Instants.Of(r.GetInt64(2))))), parameters);
        return [.. rows.GroupBy(r => r.Id).Select(g => new Versioned<T>(g.Key, [.. g.Select(r => r.Kept)]))];
    }

    private static (T Value, Change Change) Of(RecordVersionRow r) => (Json.Read<T>(r.Json), new Change(r.By, r.Why, Instants.Of(r.At)));
}
