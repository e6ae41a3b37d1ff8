using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Tests.Unit.Methods;
using NetTopologySuite.Geometries;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Scorecard;

public class AreaHotspotsTests
{
    private static readonly Period Year = new(PeriodKind.Rolling12, Safe.July);

    /// <summary>Four by four squares; the corner of four holds most.</summary>
    private static readonly double[] Corner = [30, 28, 2, 2, 26, 32, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2];

    [Fact]
    public void Squares_touch_at_sides_and_corners_and_an_island_touches_none()
    {
        var island = Square("Z", 50, 50);
        var touching = Contiguity.Of([.. Squares(), island]);
        touching[0].ShouldBe([2, 5, 6]);
        touching[5].ShouldBe([1, 2, 3, 5, 7, 9, 10, 11]);
        touching[16].ShouldBeEmpty();
    }

    [Fact]
    public void The_busy_corner_is_hot_and_the_rest_is_not()
    {
        var spots = AreaHotspots.Of(Counts(Corner), Squares()).Value();
        spots.Places.Select(p => p.Score.Text(4)).Take(6).ShouldBe(["3.8554", "2.8736", "0.6599", "-1.2851", "2.8736", "1.9631"]);
        spots.Places.Select(p => p.Together.Text(4)).Take(6).ShouldBe(["0.0018", "0.0216", "0.6269", "0.2685", "0.0216", "0.1693"]);
        spots.Places.Select((p, i) => (p.State, i)).Where(p => p.State != HotspotState.Neither).ShouldBe([(HotspotState.Hot, 0), (HotspotState.Hot, 1), (HotspotState.Hot, 4)]);
        spots.Concentration.Select(c => (c.Percent, c.Places.Text(), c.Share.Text(2))).ShouldBe([(25, "2", "12.50"), (50, "3", "18.75"), (80, "4", "25.00")]);
        Sentences.Hotspots("Chorley", Safe.Crime, spots, Year).ShouldBe(
            "140 crimes in the 12 months to July 2022 lie in 16 small areas of Chorley: a quarter of them in 2, half in 3, 80% in 4. 3 small areas are hot spots: together with its neighbours each holds more than chance would put there.");
    }

    [Fact]
    public void What_could_not_be_placed_is_counted_apart_and_takes_no_part()
    {
        var lost = One("not", 9) with { Area = AreaCode.LsoaNotDetermined(new("W")) };
        var spots = AreaHotspots.Of([.. Counts(Corner), lost.Public()], Squares()).Value();
        (spots.Records.Text(), spots.NotPlaced.Text(), spots.Places.Count).ShouldBe(("140", "9", 16));
    }

    [Fact]
    public void One_hidden_count_hides_every_score()
    {
        var counts = Corner.Select((x, i) => One(Code(i), x).Partner()).ToList();
        counts.Count(c => c.Count.Absence == Absence.Suppressed).ShouldBe(12);
        AreaHotspots.Of(counts, Squares()).Problem!.Code.ShouldBe("hotspots-suppressed");
        AreaHotspots.Of([.. Enumerable.Range(0, 16).Select(i => One(Code(i), Corner[i] * 10).Partner())], Squares()).Succeeded(out _, out _).ShouldBeTrue();
    }

    [Fact]
    public void Too_few_places_nothing_recorded_and_absent_months_are_refused_with_the_reason()
    {
        AreaHotspots.Of(Counts(Corner), []).Problem!.Code.ShouldBe("hotspots-places");
        AreaHotspots.Of(Counts([.. Corner.Select(_ => 0.0)]), Squares()).Problem!.Code.ShouldBe("hotspots-nothing");
        AreaHotspots.Of(Counts([.. Corner.Select(_ => 5.0)]), Squares()).Problem!.Code.ShouldBe("no-spread");
        AreaHotspots.Of([Safe.Missing(Absence.NotLoaded).Public()], Squares()).Problem!.Message.ShouldBe("There are no 12 months of counts by small area: not loaded here.");
    }

    [Fact]
    public void Map_points_tell_concentration_and_repeats_of_public_data_only()
    {
        PointCount[] points = [new(60, 12), new(20, 6), new(10, 2), new(5, 1), new(5, 1)];
        var map = MapPoints.Of(points, DisclosurePolicy.AlreadyPublic).Value();
        map.Concentration.Select(c => (c.Percent, c.Places.Text(), c.Share.Text())).ShouldBe([(25, "1", "20"), (50, "1", "20"), (80, "2", "40")]);
        map.Repeats.Select(r => (r.Months, r.Points.Text(), r.ShareOfRecords.Text())).ShouldBe([(2, "3", "90"), (6, "2", "80"), (12, "1", "60")]);
        Sentences.OnPoints(map).ShouldBe("On the publisher's map: 100 records on 5 points, a quarter of them in 1, half in 1, 80% in 2.");
        MapPoints.Of(points, DisclosurePolicy.Partner).Problem!.Code.ShouldBe("hotspots-suppressed");
        MapPoints.Of([], DisclosurePolicy.AlreadyPublic).Problem!.Code.ShouldBe("hotspots-nothing");
    }

    private static List<Boundary> Squares() => [.. Enumerable.Range(0, 16).Select(i => Square(Code(i), i % 4, i / 4))];

    private static Boundary Square(string code, double x, double y) => new(
        code, code, AreaLevel.Lsoa, new("D"), 2021, new Polygon(new LinearRing([new(x, y), new(x + 1, y), new(x + 1, y + 1), new(x, y + 1), new(x, y)])));

    private static SafeMeasure[] Counts(IReadOnlyList<double> counts) => [.. counts.Select((x, i) => One(Code(i), x).Public())];

    private static string Code(int i) => $"L{i:00}";

    private static Measure One(string area, double count) => Safe.Year with { Area = new(area), Level = AreaLevel.Lsoa, Count = Quantity.Of(count) };
}
