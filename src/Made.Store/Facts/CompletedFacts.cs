using Made.Core;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>The facts of a supply together with those of records that were refused of it and came back corrected: one file, which takes its place.</summary>
public static class CompletedFacts
{
    /// <summary>Writes the records of both and returns when they are on the disk.</summary>
    /// <param name="engine">Reads and writes.</param>
    /// <param name="held">The file of the supply.</param>
    /// <param name="added">The file of what came back.</param>
    /// <param name="path">Where to write, in the home's staging directory.</param>
    public static Outcome<FactFile> Write(FactEngine engine, FactFile held, FactFile added, string path, CancellationToken cancellation = default) =>
        Guard.Read<FactFile>([held.Path, added.Path], () =>
        {
            using var session = engine.Connect();
            session.Execute($"COPY (SELECT * FROM read_parquet([$2, $3], union_by_name = true)) TO $1 ({ParquetOptions.Facts})", [path, held.Path, added.Path], cancellation);
            Durable.Flush(path);
            return new FactFile { Path = path, Rows = held.Rows + added.Rows, Sha256 = Durable.Sha256(path) };
        });

    /// <summary>The same of figures: one that came back takes the place of one for the same indicator, area and period.</summary>
    public static Outcome<FactFile> WriteReported(FactEngine engine, string held, string added, string path, CancellationToken cancellation = default)
    {
        if (!ReportedFiles.Read(engine, [held], cancellation).Succeeded(out var before, out var problem) || !ReportedFiles.Read(engine, [added], cancellation).Succeeded(out var brought, out problem))
            return problem;
        var again = brought.Select(v => (v.Indicator, v.Area, v.Start, v.End)).ToHashSet();
        return ReportedFiles.Write(engine, path, [.. before.Where(v => !again.Contains((v.Indicator, v.Area, v.Start, v.End))), .. brought], cancellation);
    }
}
