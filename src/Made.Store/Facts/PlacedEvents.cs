using Made.Core;
using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Scorecard;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>Reads records with their point and time. Which records count is said here; files kept before days were give months.</summary>
internal static class PlacedEvents
{
    /// <param name="engine">The fact engine.</param>
    /// <param name="paths">The files of facts.</param>
    /// <param name="lsoas">Records with one of these codes, of either vintage.</param>
    /// <param name="filter">The categories that count.</param>
    /// <param name="first">The first month.</param>
    /// <param name="last">The last month.</param>
    /// <param name="cancellation">Stops the question.</param>
    internal static Outcome<IReadOnlyList<PlacedEvent>> Of(
        FactEngine engine, IReadOnlyList<string> paths, IReadOnlySet<string> lsoas, CategoryFilter filter, Month first, Month last, CancellationToken cancellation) =>
        paths.Count == 0 ? Array.Empty<PlacedEvent>() : Guard.Read<IReadOnlyList<PlacedEvent>>(paths, () =>
        {
            using var session = engine.Connect();
            var dated = WithDays(session, paths, cancellation);
            var events = new List<PlacedEvent>();
            Read([.. paths.Where(dated.Contains)], $"{Columns.Day}");
            Read([.. paths.Where(p => !dated.Contains(p))], $"CAST(0 AS UTINYINT) AS {Columns.Day}");
            // One order whatever the engine's threads did: the same seed then gives the same answer.
            return [.. events.OrderBy(e => e.Month).ThenBy(e => e.Day).ThenBy(e => e.Longitude).ThenBy(e => e.Latitude)];

            void Read(IReadOnlyList<string> files, string day)
            {
                if (files.Count == 0)
                    return;
                using var answer = session.Query(
                    $"""
                    SELECT {Columns.Lsoa}, {Columns.Category}, {Columns.Longitude}, {Columns.Latitude}, {Columns.Month}, {day}
                    FROM read_parquet([{Parameter.Places(3, files.Count)}])
                    WHERE {Columns.Month} BETWEEN $1 AND $2
                    """,
                    [(long)first.Index, (long)last.Index, .. files.Select(p => (Parameter)p)],
                    cancellation);
                while (answer.Next(out var rows))
                    Add(rows, lsoas, filter, events);
            }
        });

    private static HashSet<string> WithDays(Session session, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var dated = new HashSet<string>(StringComparer.Ordinal);
        using var answer = session.Query($"SELECT file_name FROM parquet_schema([{Parameter.Places(1, paths.Count)}]) WHERE name = 'day'", [.. paths.Select(p => (Parameter)p)], cancellation);
        while (answer.Next(out var rows))
            dated.UnionWith(rows.Texts(0));
        return dated;
    }

    private static void Add(Rows rows, IReadOnlySet<string> lsoas, CategoryFilter filter, List<PlacedEvent> events)
    {
        var (codes, categories) = (rows.Texts(0), rows.Texts(1));
        var longitude = rows.Of<double>(2);
        var latitude = rows.Of<double>(3);
        var months = rows.Of<int>(4);
        var days = rows.Of<byte>(5);
        for (var row = 0; row < rows.Count; row++)
            if (lsoas.Contains(codes[row]) && filter.Takes(categories[row]))
                events.Add(new(rows.Has(2, row) ? longitude[row] : double.NaN, rows.Has(3, row) ? latitude[row] : double.NaN, Month.FromIndex(months[row]), days[row]));
    }
}
