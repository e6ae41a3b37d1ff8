using System.Data.Common;
using Made.Store.Records;

namespace Made.Store.Audit;

/// <summary>Gives the rows that were written before there was a chain their hashes: all in one transaction, and only where no row has one.</summary>
internal static class EarlierRows
{
    private const int Batch = 5_000;

    /// <summary>True where rows exist and none has a hash yet. A single row that lost its hash is not mended: that is for <see cref="AuditCheck"/> to tell.</summary>
    public static async Task<bool> AreUnchained(RecordsSource source) =>
        (await source.Select("SELECT 1 FROM changes WHERE hash <> '' LIMIT 1", _ => true)).Count == 0
        && (await source.Select("SELECT 1 FROM changes LIMIT 1", _ => true)).Count > 0;

    public static async Task Chain(RecordsSource source)
    {
        if (!await AreUnchained(source))
            return;
        await using var connection = await source.Connect();
        await using var transaction = await connection.BeginTransactionAsync();
        var (number, hash) = (long.MinValue, HashChain.Start);
        while (await Next(connection, transaction, number) is { Count: > 0 } rows)
            foreach (var row in rows)
            {
                (number, hash) = (row.Number, HashChain.After(hash, row));
                await Run(connection, transaction, "UPDATE changes SET hash = @hash WHERE number = @number", ("@hash", hash), ("@number", number));
            }
        await transaction.CommitAsync();
    }

    private static async Task<List<RecordedChange>> Next(DbConnection connection, DbTransaction transaction, long after)
    {
        await using var command = Command(connection, transaction, $"SELECT {AuditLog.Columns} FROM changes WHERE number > @after ORDER BY number LIMIT {Batch}", ("@after", after));
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<RecordedChange>();
        while (await reader.ReadAsync())
            rows.Add(new RecordedChange(reader.GetInt64(0), Instants.Of(reader.GetInt64(1)), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), ""));
        return rows;
    }

    private static async Task Run(DbConnection connection, DbTransaction transaction, string sql, params (string, object)[] parameters)
    {
        await using var command = Command(connection, transaction, sql, parameters);
        await command.ExecuteNonQueryAsync();
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction, string sql, params (string Name, object Value)[] parameters)
    {
        var command = RecordsSource.Command(connection, sql, parameters);
        command.Transaction = transaction;
        return command;
    }
}
