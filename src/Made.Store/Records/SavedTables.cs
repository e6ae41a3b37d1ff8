using Made.Core;
using Made.Core.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>A table that somebody saved under a name: the selection, not the figures, and the edition it was seen in.</summary>
public sealed record SavedTable
{
    /// <summary>Part of its address.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The selection as the query of a link.</summary>
    public required string Selection { get; init; }

    public required Month Month { get; init; }

    public required int Edition { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required bool IsRemoved { get; init; }
}

/// <summary>The saved tables. Removing one hides it and can be taken back; its name stays taken, so that no link ever leads to another table.</summary>
public sealed class SavedTables
{
    private const string Turn = "saved-tables";
    private const string Kept = "kept";
    private const string Removed = "removed";
    private readonly RecordsSource source;

    internal SavedTables(RecordsSource source) => this.source = source;

    /// <summary>Every table by title, removed ones included.</summary>
    public Task<IReadOnlyList<SavedTable>> All() => source.Read<IReadOnlyList<SavedTable>>(async db =>
        [.. (await db.SavedTables.ToListAsync()).Select(Of).OrderBy(t => t.Title, StringComparer.OrdinalIgnoreCase).ThenBy(t => t.Name, StringComparer.Ordinal)]);

    public Task<SavedTable?> Find(string name) => source.Read(async db =>
        await db.SavedTables.SingleOrDefaultAsync(r => r.Name == name) is { } row ? Of(row) : null);

    /// <summary>Keeps a table; when and by whom are the change's.</summary>
    public Task<Outcome<SavedTable>> Save(SavedTable table, Change change) => source.Write<Outcome<SavedTable>>(Turn, change, async writing =>
    {
        if (await writing.Db.SavedTables.AnyAsync(r => r.Name == table.Name))
            return Problems.TableNameTaken(table.Name);
        var row = new SavedTableRow
        {
            Name = table.Name,
            Title = table.Title,
            Selection = table.Selection,
            Month = table.Month.ToString(),
            Edition = table.Edition,
            At = Instants.Micros(change.At),
            By = change.By,
            State = Kept,
        };
        writing.Db.SavedTables.Add(row);
        writing.Note(ChangeKinds.TableSaved, table.Name);
        return Of(row);
    });

    public Task<Outcome<SavedTable>> Remove(string name, Change change) => Move(name, Removed, ChangeKinds.TableRemoved, change);

    public Task<Outcome<SavedTable>> TakeBack(string name, Change change) => Move(name, Kept, ChangeKinds.TableTakenBack, change);

    // Asked twice, done once: the second asks for what is so already.
    private Task<Outcome<SavedTable>> Move(string name, string state, string what, Change change) => source.Write<Outcome<SavedTable>>(Turn, change, async writing =>
    {
        if (await writing.Db.SavedTables.SingleOrDefaultAsync(r => r.Name == name) is not { } row)
            return Problems.NoSuchTable(name);
        if (row.State == state)
            return Of(row);
        row.State = state;
        writing.Note(what, name);
        return Of(row);
    });

    private static SavedTable Of(SavedTableRow row) => new()
    {
        Name = row.Name,
        Title = row.Title,
        Selection = row.Selection,
        Month = Month.Parse(row.Month),
        Edition = row.Edition,
        At = Instants.Of(row.At),
        By = row.By,
        IsRemoved = row.State == Removed,
    };
}
