using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Store.Facts;
using Made.Store.Facts.Engine;

namespace Made.Bench;

/// <summary>The fact engine by itself: what the intake and the cube are measured against.</summary>
public static class FactsBench
{
    private static readonly string[] StreetColumns =
    [
        "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location", "LSOA code", "LSOA name", "Crime type",
        "Last outcome category", "Context",
    ];

    /// <summary>Reads every row and every column of the street files, columns given and nothing detected.</summary>
    public static long ReadAll(FactEngine engine, IReadOnlyList<string> files)
    {
        using var session = engine.Connect();
        var used = string.Join(", ", StreetColumns.Select(c => $"count(\"{c}\")"));
        using var answer = session.Query($"SELECT count(*), {used} FROM {StreetReader(1, files.Count)}", Texts(files));
        return answer.Number();
    }

    /// <summary>The quickest way to touch the files: rows counted, no cell converted.</summary>
    public static long CountOnly(FactEngine engine, IReadOnlyList<string> files)
    {
        using var session = engine.Connect();
        using var answer = session.Query($"SELECT count(*) FROM {StreetReader(1, files.Count)}", Texts(files));
        return answer.Number();
    }

    /// <summary>The same facts and the same counts by SQL alone: one Parquet of facts and one of counts per file, that many files at a time.</summary>
    public static void SameFilesBySql(FactEngine engine, IReadOnlyList<string> files, string target, int atOnce) =>
        Parallel.For(0, files.Count, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, i => OneBySql(engine, files[i], target));

    /// <summary>Writes each month's facts to its own file, that many at a time; nothing is read.</summary>
    public static FactFile[] Write(FactEngine engine, IReadOnlyList<MonthOfFacts> months, string target, int atOnce)
    {
        var files = new FactFile[months.Count];
        Parallel.For(0, months.Count, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, i =>
        {
            using var writer = new FactWriter(engine, months[i].Texts);
            foreach (var batch in months[i].Batches)
                writer.Add(batch);
            files[i] = writer.Write(Path.Combine(target, $"{months[i].Month}.parquet"));
        });
        return files;
    }

    /// <summary>Counts each file's month into a cube.</summary>
    public static IReadOnlyList<MonthCube> Count(CubeFiles cubes, IReadOnlyList<(Month Month, FactFile File)> facts, PlaceIndex places, int atOnce) =>
        [.. cubes.Build([.. facts.Select(f => new CubeOrder("police-street", f.Month, [f.File]))], places, atOnce).Select(o =>
            o.Succeeded(out var cube, out var problem) ? cube : throw new InvalidOperationException(problem.ToString()))];

    private static void OneBySql(FactEngine engine, string file, string target)
    {
        using var session = engine.Connect();
        session.Execute(
            $"""
            CREATE TEMP TABLE facts AS
            WITH raw AS MATERIALIZED (
                SELECT CAST(left("Month", 4) AS INTEGER) * 12 + CAST(right("Month", 2) AS INTEGER) - 1 AS month,
                       "Crime type" AS category, "LSOA code" AS lsoa, "Last outcome category" AS detail, "Longitude" AS longitude, "Latitude" AS latitude,
                       CASE WHEN "Crime ID" IS NULL THEN 0 ELSE hash("Crime ID") END AS key,
                       hash({string.Join(", ", StreetColumns.Select(c => $"\"{c}\""))}) AS content
                FROM {StreetReader(1, 1)})
            SELECT * FROM raw WHERE key = 0
            UNION ALL
            SELECT DISTINCT * FROM raw WHERE key <> 0
            """,
            [file]);
        var name = Path.GetFileName(file);
        session.Execute($"COPY facts TO $1 ({ParquetOptions.Facts})", [Path.Combine(target, $"{name}.sql.parquet")]);
        session.Execute(
            $"COPY (SELECT lsoa, category, count(*) AS records FROM facts GROUP BY ALL ORDER BY ALL) TO $1 ({ParquetOptions.Facts})",
            [Path.Combine(target, $"{name}.sql.cube.parquet")]);
    }

    private static string StreetReader(int first, int count)
    {
        var columns = string.Join(", ", StreetColumns.Select(c => $"'{c}': '{(c is "Longitude" or "Latitude" ? "DOUBLE" : "VARCHAR")}'"));
        return $"read_csv([{Parameter.Places(first, count)}], columns = {{{columns}}}, auto_detect = false, header = true, delim = ',', quote = '\"', strict_mode = false)";
    }

    private static Parameter[] Texts(IEnumerable<string> files) => [.. files.Select(f => (Parameter)f)];
}

/// <summary>Facts of one month in memory, so that writing them is measured alone.</summary>
public sealed record MonthOfFacts(Month Month, FactTexts Texts, IReadOnlyList<FactBatch> Batches);
