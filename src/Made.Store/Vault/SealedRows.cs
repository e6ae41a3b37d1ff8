using System.Data.Common;
using System.Globalization;
using Made.Store.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Made.Store.Vault;

/// <summary>A row of a sealed column.</summary>
internal sealed record SealedRow(object Key, string Value, SealedPlace Place);

/// <summary>
/// The rows of a sealed column, to seal them under another key. The statements go past the change tracker, because the text they keep stays the
/// same; the audit row is written in the same transaction all the same.
/// </summary>
internal static class SealedRows
{
    public static string Select(SealedColumn column, string rest = "") =>
        $"SELECT {column.Key}, {column.Column}, {string.Join(", ", column.Row)} FROM {column.Rows} {rest}";

    public static SealedRow Row(SealedColumn column, DbDataReader r) =>
        new(r.GetValue(0), r.GetString(1), column.At([.. Enumerable.Range(2, column.Row.Count).Select(r.GetString)]));

    /// <summary>Inside a change: rows in the order of their key, after one of them or from the first.</summary>
    public static async Task<List<SealedRow>> Next(Writing writing, SealedColumn column, object? after, int most)
    {
        var order = string.Create(CultureInfo.InvariantCulture, $"ORDER BY {column.Key} LIMIT {most}");
        await using var command = after is null
            ? RecordsSource.Command(writing.Db.Database.GetDbConnection(), Select(column, order))
            : RecordsSource.Command(writing.Db.Database.GetDbConnection(), Select(column, $"WHERE {column.Key} > @after {order}"), ("@after", after));
        command.Transaction = writing.Db.Database.CurrentTransaction!.GetDbTransaction();
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<SealedRow>();
        while (await reader.ReadAsync())
            rows.Add(Row(column, reader));
        return rows;
    }

    /// <summary>Inside a change: puts a value in the place of the one that was read, unless somebody changed it meanwhile.</summary>
    public static async Task Put(Writing writing, SealedRow row, string value)
    {
        var column = row.Place.Column;
        await using var command = RecordsSource.Command(
            writing.Db.Database.GetDbConnection(),
            $"UPDATE {column.Table} SET {column.Column} = @value WHERE {column.Key} = @key AND {column.Column} = @before",
            ("@value", value), ("@key", row.Key), ("@before", row.Value));
        command.Transaction = writing.Db.Database.CurrentTransaction!.GetDbTransaction();
        await command.ExecuteNonQueryAsync();
    }
}
