using Made.Core;
using Made.Store.Records;
using Microsoft.Data.Sqlite;

namespace Made.Store.Vault;

/// <summary>
/// Seals, once, what a column held before it was sealed: all of it in one transaction. So a column never holds both, and text that appears beside
/// sealed values was put there past the program: it is left to be refused.
/// </summary>
internal static class EarlierFields
{
    public static async Task<Problem?> Seal(RecordsSource source, VaultRecords vault, Change change)
    {
        foreach (var column in SealedColumn.All.Where(c => !vault.Ring.Files.IsSealed(c)))
        {
            if ((await source.Select($"SELECT 1 FROM {column.Rows} LIMIT 1", _ => true)).Count == 0)
                continue;
            var sealing = await source.Write<Outcome<int>>("vault", change, writing => Seal(writing, column, vault.Fields));
            if (!sealing.Succeeded(out var count, out var problem))
                return problem;
            using (await vault.Ring.Files.Alone())
                vault.Ring.Files.MarkSealed(column);
            if (count > 0 && !source.IsPostgres)
                await ForgetOldPages(source);
        }
        return null;
    }

    private static async Task<Outcome<int>> Seal(Writing writing, SealedColumn column, SealedFields fields)
    {
        var rows = await SealedRows.Next(writing, column, null, int.MaxValue);
        if (rows.Exists(r => SealedFields.LooksSealed(r.Value)))
            return 0;
        var values = new List<string>();
        foreach (var row in rows)
        {
            if (!(await fields.Seal(writing, row.Place, row.Value)).Succeeded(out var value, out var problem))
                return problem;
            values.Add(value);
        }
        writing.Note(ChangeKinds.VaultColumnSealed, column.Name);
        foreach (var (row, value) in rows.Zip(values))
            await SealedRows.Put(writing, row, value);
        return rows.Count;
    }

    /// <summary>SQLite leaves what was there in pages it no longer uses and in its log.</summary>
    private static async Task ForgetOldPages(RecordsSource source)
    {
        await using var connection = (SqliteConnection)await source.Connect();
        foreach (var statement in new[] { "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)" })
        {
            await using var command = RecordsSource.Command(connection, statement);
            await command.ExecuteNonQueryAsync();
        }
    }
}
