using Made.Core;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>How many records of each category a file of facts holds.</summary>
public static class CategoryCounts
{
    public static Outcome<IReadOnlyDictionary<string, long>> Of(FactEngine engine, string path, CancellationToken cancellation = default) =>
        Guard.Read<IReadOnlyDictionary<string, long>>([path], () =>
        {
            using var session = engine.Connect();
            using var answer = session.Query($"SELECT {Columns.Category}, count(*) FROM read_parquet($1) GROUP BY {Columns.Category}", [path], cancellation);
            var counts = new Dictionary<string, long>(StringComparer.Ordinal);
            while (answer.Next(out var rows))
                for (var row = 0; row < rows.Count; row++)
                    counts[rows.Text(0, row)] = rows.Of<long>(1)[row];
            return counts;
        });
}
