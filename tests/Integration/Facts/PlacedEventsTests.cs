using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Scorecard;
using Made.Store.Facts;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Facts;

public sealed class PlacedEventsTests : IDisposable
{
    private static readonly Month July = new(2022, 7);

    private readonly FactHome home = new();

    [Fact]
    public void Records_come_with_point_month_and_day_where_area_category_and_months_say_so()
    {
        var file = home.Write(
        [
            new(Lsoa: "A", X: 2, Y: 1, Day: 30), new(Lsoa: "A", X: 1, Y: 1, Day: 4), new(Lsoa: "A", Month: "2022-06"),
            new(Lsoa: "A", X: 1, Y: 1, Day: 4, Category: "Robbery"), new(Lsoa: "FAR", X: 1, Y: 1, Day: 4), new(Lsoa: "A", X: 1, Y: 1, Month: "2022-05"),
        ]);
        Events([file.Path]).ShouldBe([new(double.NaN, double.NaN, July.Plus(-1), 0), new(1, 1, July, 4), new(2, 1, July, 30)]);
        Events([]).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_kept_before_days_were_gives_months_beside_one_that_has_days()
    {
        var dated = home.Write([new(Lsoa: "A", X: 1, Y: 1, Day: 4)]);
        var old = home.Staging("old.parquet");
        using (var session = home.Engine.Connect())
        using (var answer = session.Query($"COPY (SELECT * EXCLUDE (day) FROM read_parquet('{dated.Path}')) TO '{old}' (FORMAT parquet)", []))
            answer.Next(out _);
        Events([old]).ShouldBe([new(1, 1, July, 0)]);
        Events([old, dated.Path]).ShouldBe([new(1, 1, July, 0), new(1, 1, July, 4)]);
    }

    [Fact]
    public void A_file_that_is_gone_is_an_answer() =>
        PlacedEvents.Of(home.Engine, [home.Staging("gone.parquet")], new HashSet<string>(), CategoryFilter.Everything, July, July, CancellationToken.None).Problem!.Code.ShouldBe("fact-file-missing");

    public void Dispose() => home.Dispose();

    private IReadOnlyList<PlacedEvent> Events(IReadOnlyList<string> paths) =>
        PlacedEvents.Of(home.Engine, paths, new HashSet<string> { "A", "B" }, new CategoryFilter { Only = ["Burglary"] }, July.Plus(-1), July, CancellationToken.None).Value();
}
