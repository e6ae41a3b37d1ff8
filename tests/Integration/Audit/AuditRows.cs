using Made.Store.Audit;
using Made.Store.Records;

namespace Made.Tests.Integration.Audit;

/// <summary>The audit as tests look at it, and as somebody with rights on the database may treat it.</summary>
internal static class AuditRows
{
    public static async Task<List<RecordedChange>> All(OpenRecords records)
    {
        var rows = new List<RecordedChange>();
        await foreach (var row in records.Audit.All())
            rows.Add(row);
        return rows;
    }

    public static bool Follow(IReadOnlyList<RecordedChange> rows)
    {
        var before = HashChain.Start;
        foreach (var row in rows)
        {
            if (HashChain.After(before, row) != row.Hash)
                return false;
            before = row.Hash;
        }
        return rows.Count > 0;
    }

    /// <summary>The rows with the hashes that a forger who knows the format would give them.</summary>
    public static List<RecordedChange> Forged(IEnumerable<RecordedChange> rows)
    {
        var forged = new List<RecordedChange>();
        foreach (var row in rows)
            forged.Add(row with { Hash = HashChain.After(forged.Count == 0 ? HashChain.Start : forged[^1].Hash, row) });
        return forged;
    }

    /// <summary>A statement past every guard.</summary>
    public static async Task Run(RecordsSource source, string sql, params (string, object)[] parameters)
    {
        await using var connection = await source.Connect();
        await using var command = RecordsSource.Command(connection, sql, parameters);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Puts these rows in the place of all others.</summary>
    public static async Task Put(RecordsSource source, IEnumerable<RecordedChange> rows)
    {
        await using var connection = await source.Connect();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var delete = RecordsSource.Command(connection, "DELETE FROM changes"))
        {
            delete.Transaction = transaction;
            await delete.ExecuteNonQueryAsync();
        }
        foreach (var r in rows)
        {
            await using var insert = RecordsSource.Command(
                connection,
                "INSERT INTO changes (number, at, \"by\", why, what, subject, hash) VALUES (@n, @a, @b, @w, @k, @s, @h)",
                ("@n", r.Number), ("@a", Instants.Micros(r.At)), ("@b", r.By), ("@w", r.Why), ("@k", r.What), ("@s", r.Subject), ("@h", r.Hash));
            insert.Transaction = transaction;
            await insert.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }
}
