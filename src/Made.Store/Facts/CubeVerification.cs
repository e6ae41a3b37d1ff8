using Made.Core;
using Made.Core.Facts;
using Made.Core.Register;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>
/// LSOA + not determined = ward, ward + not determined = district, districts + outside + without place = records in the fact files;
/// all of it for every category.
/// </summary>
public static class CubeVerification
{
    public static Outcome<IReadOnlyList<Problem>> Verify(FactEngine engine, MonthCube cube, IReadOnlyList<FactFile> files) =>
        Guard.Read<IReadOnlyList<Problem>>([.. files.Select(f => f.Path)], () =>
        {
            var stored = Stored(engine, cube, files);
            var categories = cube.Categories.Concat(cube.WithoutPlace.Keys).Concat(cube.Outside.Keys).Concat(stored.Keys)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            return [.. categories.SelectMany(c => Check(cube, c, stored.GetValueOrDefault(c)))];
        });

    private static IEnumerable<Problem> Check(MonthCube cube, string category, long stored)
    {
        var filter = new CategoryFilter { Only = [category] };
        var name = $"{cube.Dataset} {cube.Month}";
        var counted = cube.SumOutside(filter) + cube.SumWithoutPlace(filter);
        foreach (var district in cube.Districts)
        {
            counted += cube.Sum(district, filter);
            if (BelowDiffers(cube, name, district, category, filter) is { } problem)
                yield return problem;
            foreach (var ward in cube.Below(district))
                if (BelowDiffers(cube, name, ward, category, filter) is { } inWard)
                    yield return inWard;
        }
        if (counted != stored)
            yield return Problems.DiffersFromFacts(name, category, counted, stored);
    }

    private static Problem? BelowDiffers(MonthCube cube, string name, AreaCode area, string category, CategoryFilter filter)
    {
        var counted = cube.Sum(area, filter);
        var below = cube.Below(area).Sum(b => cube.Sum(b, filter));
        return below == counted ? null : Problems.NotAdditive(name, area.Value, category, counted, below);
    }

    private static Dictionary<string, long> Stored(FactEngine engine, MonthCube cube, IReadOnlyList<FactFile> files)
    {
        var stored = new Dictionary<string, long>(StringComparer.Ordinal);
        if (files.Count == 0)
            return stored;
        using var session = engine.Connect();
        using var answer = session.Query(
            $"SELECT {Columns.Category}, count(*) FROM read_parquet([{Parameter.Places(2, files.Count)}]) WHERE {Columns.Month} = $1 GROUP BY ALL",
            [(long)cube.Month.Index, .. files.Select(f => (Parameter)f.Path)]);
        while (answer.Next(out var rows))
            for (var row = 0; row < rows.Count; row++)
                stored.Add(rows.Text(0, row), rows.Of<long>(1)[row]);
        return stored;
    }
}
