using Made.Core;
using Made.Core.Exchange;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

internal sealed class MappingRow
{
    public required Guid Id { get; init; }

    public required string Dataset { get; init; }

    public required string Kind { get; init; }

    public required string Target { get; init; }

    public required string Sent { get; init; }

    public required string Meant { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }

    public required string State { get; set; }
}

/// <summary>What suppliers call columns and values, by dataset. A removed one stays in the records and is no longer applied.</summary>
public sealed class MappingRecords
{
    private const string Turn = "mappings";
    private const string Kept = "kept";
    private const string Removed = "removed";
    private readonly RecordsSource source;

    internal MappingRecords(RecordsSource source) => this.source = source;

    /// <summary>Those of a dataset that are applied, by column and name.</summary>
    public Task<IReadOnlyList<Mapping>> Of(string dataset) => source.Read<IReadOnlyList<Mapping>>(async db =>
        [.. (await db.Mappings.Where(r => r.Dataset == dataset && r.State == Kept).ToListAsync()).Select(ToMapping).OrderBy(m => m.Kind).ThenBy(m => m.Column, StringComparer.Ordinal).ThenBy(m => m.Sent, StringComparer.Ordinal)]);

    /// <summary>Remembers several at once, or none: when and by whom are the change's. One that is remembered already is left as it is.</summary>
    public Task<Outcome<IReadOnlyList<Mapping>>> Keep(IReadOnlyList<Mapping> mappings, Change change) => source.Write<Outcome<IReadOnlyList<Mapping>>>(Turn, change, async writing =>
    {
        var kept = new List<Mapping>();
        foreach (var mapping in mappings)
        {
            var kind = Code(mapping.Kind);
            var held = (await writing.Db.Mappings.Where(r => r.Dataset == mapping.Dataset && r.Kind == kind && r.State == Kept).ToListAsync())
                .Concat(writing.Db.Mappings.Local.Where(r => r.Dataset == mapping.Dataset && r.Kind == kind && r.State == Kept)).Distinct()
                .FirstOrDefault(r => string.Equals(r.Sent, mapping.Sent, StringComparison.OrdinalIgnoreCase) && (mapping.Kind == MappingKind.Column || r.Target == mapping.Column));
            if (held is not null && (held.Target, held.Meant) != (mapping.Column, mapping.Meant))
                return Problems.MappingTaken(ToMapping(held));
            if (held is not null)
                continue;
            var row = new MappingRow
            {
                Id = Guid.CreateVersion7(change.At),
                Dataset = mapping.Dataset,
                Kind = kind,
                Target = mapping.Column,
                Sent = mapping.Sent,
                Meant = mapping.Meant,
                At = Instants.Micros(change.At),
                By = change.By,
                State = Kept,
            };
            writing.Db.Mappings.Add(row);
            writing.Note(ChangeKinds.MappingKept, $"{row.Dataset} {row.Target}: {row.Sent}");
            kept.Add(ToMapping(row));
        }
        return kept;
    });

    /// <summary>Files that are read from now on are read without it.</summary>
    public Task<Outcome<Mapping>> Remove(Guid id, Change change) => source.Write<Outcome<Mapping>>(Turn, change, async writing =>
    {
        if (await writing.Db.Mappings.SingleOrDefaultAsync(r => r.Id == id && r.State == Kept) is not { } row)
            return Problems.MappingGone();
        row.State = Removed;
        writing.Note(ChangeKinds.MappingRemoved, $"{row.Dataset} {row.Target}: {row.Sent}");
        return ToMapping(row);
    });

    private static string Code(MappingKind kind) => kind == MappingKind.Column ? "column" : "value";

    private static Mapping ToMapping(MappingRow row) => new()
    {
        Id = row.Id,
        Dataset = row.Dataset,
        Kind = row.Kind == "column" ? MappingKind.Column : MappingKind.Value,
        Column = row.Target,
        Sent = row.Sent,
        Meant = row.Meant,
        At = Instants.Of(row.At),
        By = row.By,
    };
}
