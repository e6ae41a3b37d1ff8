using System.Security.Cryptography;
using System.Text;
using Made.Core;
using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>One cube to build: the records of a dataset and month in the current fact files of that dataset.</summary>
public sealed record CubeOrder(string Dataset, Month Month, IReadOnlyList<FactFile> Files);

/// <summary>A cube that was counted while its facts were written, and where it belongs once they are a supply.</summary>
public sealed record StagedCube(string Staged, string Target);

/// <summary>
/// Builds and reads <c>cubes/&lt;month&gt;/&lt;hash&gt;.parquet</c>. The hash names the inputs, so a cube that is there is never built again and
/// another month never touches it.
/// </summary>
public sealed class CubeFiles(FactEngine engine, string home)
{
    /// <summary>Part of the hash: a changed way of counting or layout gives every cube a new name.</summary>
    private const string Format = "cube/1";

    /// <summary>Reads the cube where it is there, else counts it; a cube that names its facts by their hash is counted from no others.</summary>
    public Outcome<MonthCube> Build(CubeOrder order, PlaceIndex places, CancellationToken cancellation = default)
    {
        var hash = HashOf(order, places.Vintage);
        var path = PathOf(order.Month, hash);
        if (File.Exists(path))
            return Read(path);
        if (order.Files.FirstOrDefault(f => File.Exists(f.Path) && Durable.Sha256(f.Path) != f.Sha256) is { } changed)
            return Guard.IsWhole(changed.Path) ? Problems.FileChanged(changed.Path) : Problems.FileDamaged(changed.Path);
        return Guard.Read([.. order.Files.Select(f => f.Path)], () =>
        {
            var counted = CubeCount.Of(engine, order, places, cancellation);
            var staged = Staged(hash);
            CubeRows.Save(engine, counted, order.Dataset, staged, cancellation);
            Durable.Move(staged, path);
            return counted.ToCube(order.Dataset, order.Month, hash);
        });
    }

    /// <summary>
    /// Counts a supply's months while its facts are still in memory, one staged cube for each. They are kept, with <see cref="Keep"/>, when the facts
    /// have become a supply; a cube that was not is counted from the files when it is called for.
    /// </summary>
    public IReadOnlyList<StagedCube> Stage(string dataset, FactFile facts, FactWriter writer, PlaceIndex places, Func<Month, string> staged, CancellationToken cancellation = default)
    {
        var cubes = new List<StagedCube>();
        foreach (var (month, counted) in writer.Count(places))
        {
            var cube = new StagedCube(staged(month), PathOf(month, HashOf(new CubeOrder(dataset, month, [facts]), places.Vintage)));
            CubeRows.Save(engine, counted, dataset, cube.Staged, cancellation);
            cubes.Add(cube);
        }
        return cubes;
    }

    public static void Keep(StagedCube cube) => Durable.Move(cube.Staged, cube.Target);

    /// <summary>Builds many cubes, that many at a time; answers in the order they were asked for.</summary>
    public IReadOnlyList<Outcome<MonthCube>> Build(
        IReadOnlyList<CubeOrder> orders, PlaceIndex places, int atOnce, CancellationToken cancellation = default)
    {
        var cubes = new Outcome<MonthCube>[orders.Count];
        var bounded = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation };
        Parallel.For(0, orders.Count, bounded, i => cubes[i] = Build(orders[i], places, cancellation));
        return cubes;
    }

    /// <summary>Whether the cube's sums hold at every level and agree with the records in the fact files; the problems where they do not.</summary>
    public Outcome<IReadOnlyList<Problem>> Verify(CubeOrder order, PlaceIndex places, CancellationToken cancellation = default) =>
        Build(order, places, cancellation).Succeeded(out var cube, out var problem) ? CubeVerification.Verify(engine, cube, order.Files) : problem;

    /// <summary>Reads a cube by its path below the home: month and hash are in its name.</summary>
    public Outcome<MonthCube> Read(string path)
    {
        var month = Month.Parse(Path.GetFileName(Path.GetDirectoryName(path))!);
        return Guard.Read([path], () => CubeRows.Load(engine, path, month, Path.GetFileNameWithoutExtension(path)));
    }

    public string PathOf(Month month, string hash) => Path.Combine(home, "cubes", month.ToString(), $"{hash}.parquet");

    public static string HashOf(CubeOrder order, string referenceVintage)
    {
        string[] inputs = [Format, order.Dataset, order.Month.ToString(), referenceVintage, .. order.Files.Select(f => f.Sha256).Order(StringComparer.Ordinal)];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', inputs))));
    }

    private string Staged(string hash) => Path.Combine(home, "staging", $"cube-{hash}-{Guid.NewGuid():N}.parquet");
}
