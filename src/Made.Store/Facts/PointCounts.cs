using Made.Core;
using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Scorecard;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>Counts records by the map point they were published with. The engine groups; which records count is said here.</summary>
internal static class PointCounts
{
    /// <param name="engine">The fact engine.</param>
    /// <param name="paths">The files of facts.</param>
    /// <param name="lsoas">Records with one of these codes, of either vintage.</param>
    /// <param name="filter">The categories that count.</param>
    /// <param name="period">The months.</param>
    /// <param name="cancellation">Stops the question.</param>
    internal static Outcome<IReadOnlyList<PointCount>> Of(
        FactEngine engine, IReadOnlyList<string> paths, IReadOnlySet<string> lsoas, CategoryFilter filter, Period period, CancellationToken cancellation) =>
        paths.Count == 0 ? Array.Empty<PointCount>() : Guard.Read<IReadOnlyList<PointCount>>(paths, () =>
        {
            using var session = engine.Connect();
            using var answer = session.Query(
                $"""
                SELECT {Columns.Lsoa}, {Columns.Category}, {Columns.Longitude}, {Columns.Latitude}, {Columns.Month}, count(*)
                FROM read_parquet([{Parameter.Places(3, paths.Count)}])
                WHERE {Columns.Month} BETWEEN $1 AND $2 AND {Columns.Longitude} IS NOT NULL AND {Columns.Latitude} IS NOT NULL
                GROUP BY ALL
                """,
                [(long)period.First.Index, (long)period.Last.Index, .. paths.Select(p => (Parameter)p)],
                cancellation);
            var points = new Dictionary<(double X, double Y), (long Records, HashSet<int> Months)>();
            while (answer.Next(out var rows))
                Add(rows, lsoas, filter, points);
            return [.. points.Values.Select(p => new PointCount(p.Records, p.Months.Count))];
        });

    private static void Add(Rows rows, IReadOnlySet<string> lsoas, CategoryFilter filter, Dictionary<(double X, double Y), (long Records, HashSet<int> Months)> points)
    {
        var (codes, categories) = (rows.Texts(0), rows.Texts(1));
        var longitude = rows.Of<double>(2);
        var latitude = rows.Of<double>(3);
        var months = rows.Of<int>(4);
        var records = rows.Of<long>(5);
        for (var row = 0; row < rows.Count; row++)
        {
            if (!lsoas.Contains(codes[row]) || !filter.Takes(categories[row]))
                continue;
            var at = (longitude[row], latitude[row]);
            var (sum, held) = points.TryGetValue(at, out var known) ? known : (0, []);
            held.Add(months[row]);
            points[at] = (sum + records[row], held);
        }
    }
}
