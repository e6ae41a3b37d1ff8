using Made.Core;
using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>Which measures to read. An empty list takes all.</summary>
public sealed record MeasureQuery
{
    /// <summary>The files, normally those an edition pins.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>True for files of the first format, which do not say what is withheld: nothing beyond small counts was.</summary>
    public bool FirstFormat { get; init; }

    public IReadOnlyList<AreaCode> Areas { get; init; } = [];

    public IReadOnlyList<string> Indicators { get; init; } = [];

    public IReadOnlyList<AreaLevel> Levels { get; init; } = [];

    public IReadOnlyList<PeriodKind> Kinds { get; init; } = [];
}

/// <summary>
/// Writes and reads <c>measures/&lt;month&gt;/&lt;hash&gt;.parquet</c>: the measures of the periods that end with one month, sorted by
/// area, indicator and period, so that one area's rows lie together. What is read is exactly what was written.
/// </summary>
public sealed class MeasureFiles(FactEngine engine, string home)
{
    public string PathOf(Month month, string hash) => Path.Combine(home, "measures", month.ToString(), $"{hash}.parquet");

    /// <summary>Keeps the measures under the hash of what they were made from; a file that is there stays as it is.</summary>
    public string Write(Month month, string hash, IReadOnlyList<Measure> measures, CancellationToken cancellation = default)
    {
        var path = PathOf(month, hash);
        if (File.Exists(path))
            return path;
        var sorted = measures
            .OrderBy(m => m.Area)
            .ThenBy(m => m.Indicator, StringComparer.Ordinal)
            .ThenBy(m => m.Period.Kind)
            .ThenBy(m => m.Period.Last);
        var staged = Path.Combine(home, "staging", $"measures-{hash}-{Guid.NewGuid():N}.parquet");
        ParquetFile.Save(engine, Columns.Measures, sorted, MeasureRows.Write, staged, ParquetOptions.Sorted, cancellation);
        Durable.Move(staged, path);
        return path;
    }

    /// <summary>The measures asked for, file by file in the order of the paths, sorted within each file.</summary>
    public Outcome<IReadOnlyList<Measure>> Read(MeasureQuery query, CancellationToken cancellation = default)
    {
        if (query.Paths.Count == 0)
            return Array.Empty<Measure>();
        return Guard.Read<IReadOnlyList<Measure>>(query.Paths, () =>
        {
            var parameters = new List<Parameter>();
            var sql = Sql(query, parameters);
            using var session = engine.Connect();
            using var answer = session.Query(sql, parameters, cancellation);
            var measures = new List<Measure>();
            while (answer.Next(out var rows))
                MeasureRows.Read(rows, measures);
            return measures;
        });
    }

    private static string Sql(MeasureQuery query, List<Parameter> parameters)
    {
        var from = In(parameters, query.Paths.Select(p => (Parameter)p));
        string[] filters =
        [
            .. Filter(Columns.Area, parameters, query.Areas.Select(a => (Parameter)a.Value)),
            .. Filter(Columns.Indicator, parameters, query.Indicators.Select(i => (Parameter)i)),
            .. Filter(Columns.Level, parameters, query.Levels.Select(l => (Parameter)(long)l)),
            .. Filter(Columns.PeriodKind, parameters, query.Kinds.Select(k => (Parameter)(long)k)),
        ];
        var where = filters.Length == 0 ? "" : $" WHERE {string.Join(" AND ", filters)}";
        var withheld = query.FirstFormat ? $"CAST(0 AS UTINYINT) AS {Columns.Withheld}" : $"{Columns.Withheld}";
        return $"SELECT {Columns.List(Columns.Measures.SkipLast(1))}, {withheld} FROM read_parquet([{from}]){where}";
    }

    private static IEnumerable<string> Filter(Column column, List<Parameter> parameters, IEnumerable<Parameter> values)
    {
        var places = In(parameters, values);
        return places.Length == 0 ? [] : [$"{column} IN ({places})"];
    }

    private static string In(List<Parameter> parameters, IEnumerable<Parameter> values)
    {
        var first = parameters.Count + 1;
        parameters.AddRange(values);
        return Parameter.Places(first, parameters.Count - first + 1);
    }
}
