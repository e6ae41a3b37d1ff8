using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Scorecard;
using Made.Store.Facts;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Facts;

public sealed class PointCountsTests : IDisposable
{
    private static readonly Period Year = new(PeriodKind.Rolling12, new Month(2022, 7));

    private readonly FactHome home = new();

    [Fact]
    public void Records_are_counted_by_point_and_month_where_area_category_and_period_say_so()
    {
        var first = home.Write(
        [
            new(Lsoa: "A", X: 1, Y: 1), new(Lsoa: "A", X: 1, Y: 1), new(Lsoa: "A", X: 1, Y: 1, Month: "2022-06"), new(Lsoa: "B", X: 1, Y: 1, Month: "2021-08"),
            new(Lsoa: "A", X: 2, Y: 1), new(Lsoa: "A", X: 2, Y: 1, Category: "Robbery"),
            new(Lsoa: "FAR", X: 1, Y: 1), new(Lsoa: "A", X: 1, Y: 1, Month: "2021-07"), new(Lsoa: "A", X: 1, Y: 1, Month: "2022-08"), new(Lsoa: "A"),
        ]);
        var second = home.Write([new(Lsoa: "A", X: 2, Y: 1), new(Lsoa: "A", X: 3, Y: 3)]);
        var burglary = new CategoryFilter { Only = ["Burglary"] };
        Points([first.Path, second.Path], burglary).ShouldBe([new(4, 3), new(2, 1), new(1, 1)]);
        Points([first.Path, second.Path], CategoryFilter.Everything).ShouldBe([new(4, 3), new(3, 1), new(1, 1)]);
        Points([], burglary).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_is_gone_is_an_answer() =>
        PointCounts.Of(home.Engine, [home.Staging("gone.parquet")], new HashSet<string>(), CategoryFilter.Everything, Year, CancellationToken.None).Problem!.Code.ShouldBe("fact-file-missing");

    public void Dispose() => home.Dispose();

    private List<PointCount> Points(IReadOnlyList<string> paths, CategoryFilter filter) =>
        PointCounts.Of(home.Engine, paths, new HashSet<string> { "A", "B" }, filter, Year, CancellationToken.None).Succeeded(out var points, out var problem)
            ? [.. points.OrderByDescending(p => p.Records)]
            : throw new InvalidOperationException(problem.ToString());
}
