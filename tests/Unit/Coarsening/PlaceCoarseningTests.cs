using FsCheck;
using FsCheck.Fluent;
using Made.Core.Coarsening;
using Made.Core.Facts;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Coarsening;

public class PlaceCoarseningTests
{
    [Theory]
    [InlineData(PlaceKept.Lsoa, "E01000003", "E01000003")]
    [InlineData(PlaceKept.Ward, "E01000003", "E05000002")]
    [InlineData(PlaceKept.District, "E01000003", "E07000001")]
    [InlineData(PlaceKept.Lsoa, "E05000001", "E05000001")]
    [InlineData(PlaceKept.Ward, "E05000001", "E05000001")]
    [InlineData(PlaceKept.Ward, "E07000001", "E07000001")]
    [InlineData(PlaceKept.Ward, "E01000009", "E07000009")]
    [InlineData(PlaceKept.Lsoa, "E01000009", "E01000009")]
    [InlineData(PlaceKept.Ward, "E01999999", "")]
    [InlineData(PlaceKept.Ward, "", "")]
    public void A_code_is_kept_as_the_rule_says_and_never_finer(PlaceKept kept, string code, string area) =>
        PlaceCoarsening.Keep(kept, TwoWards.Places, code, double.NaN, double.NaN).ShouldBe(area);

    [Theory]
    [InlineData(PlaceKept.Lsoa, 2, "E01000003")]
    [InlineData(PlaceKept.Ward, 2, "E05000002")]
    [InlineData(PlaceKept.District, 0, "E07000001")]
    [InlineData(PlaceKept.Lsoa, 7, "")]
    public void A_point_is_kept_as_the_area_it_lies_in(PlaceKept kept, int square, string area) =>
        PlaceCoarsening.Keep(kept, TwoWards.Places, "", TwoWards.Longitude(square), 53.05).ShouldBe(area);

    [Fact]
    public void Of_a_small_area_that_was_split_the_point_tells_the_part_and_without_one_the_old_code_stands()
    {
        PlaceCoarsening.Keep(PlaceKept.Lsoa, TwoWards.Places, TwoWards.Split, TwoWards.Longitude(1), 53.05).ShouldBe("E01000002");
        PlaceCoarsening.Keep(PlaceKept.Lsoa, TwoWards.Places, TwoWards.Split, double.NaN, double.NaN).ShouldBe(TwoWards.Split);
        PlaceCoarsening.Keep(PlaceKept.Ward, TwoWards.Places, TwoWards.Split, double.NaN, double.NaN).ShouldBe(TwoWards.West);
    }

    [Fact]
    public void Whatever_comes_keeping_it_again_changes_nothing_and_nothing_is_finer_than_the_rule()
    {
        string[] codes = ["", "nonsense", TwoWards.Split, TwoWards.West, TwoWards.East, TwoWards.District, TwoWards.Elsewhere, "E01000009", .. TwoWards.Lsoas];
        var given = Gen.Elements(codes).SelectMany(code => Gen.Choose(-1, 5).SelectMany(square => Gen.Elements(PlaceKept.Lsoa, PlaceKept.Ward, PlaceKept.District).Select(kept => (code, square, kept))));
        Prop.ForAll(given.ToArbitrary(), g =>
        {
            var longitude = g.square < 0 ? double.NaN : TwoWards.Longitude(g.square);
            var area = PlaceCoarsening.Keep(g.kept, TwoWards.Places, g.code, longitude, g.square < 0 ? double.NaN : 53.05);
            var again = PlaceCoarsening.Keep(g.kept, TwoWards.Places, area, double.NaN, double.NaN);
            var finest = g.kept switch { PlaceKept.Lsoa => 3, PlaceKept.Ward => 2, _ => 1 };
            return area == again && Fineness(area) <= finest && TwoWards.Places.Resolve(area, double.NaN, double.NaN).Placement == (area.Length == 0 ? Placement.WithoutPlace : area == TwoWards.Elsewhere || area == "E01000009" ? Placement.Outside : Placement.Inside);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_ward_or_district_that_was_kept_counts_there_with_its_small_area_not_determined()
    {
        TwoWards.Places.Resolve(TwoWards.West, double.NaN, double.NaN).ShouldBe(new Place(Placement.Inside, new(TwoWards.District), new(TwoWards.West), Core.Register.AreaCode.LsoaNotDetermined(new(TwoWards.West))));
        var district = TwoWards.Places.Resolve(TwoWards.District, double.NaN, double.NaN);
        (district.Placement, district.Ward).ShouldBe((Placement.Inside, Core.Register.AreaCode.WardNotDetermined(new(TwoWards.District))));
    }

    private static int Fineness(string area) => area.Length == 0 ? 0 : area[..3] switch { "E01" => 3, "E05" => 2, _ => 1 };
}
