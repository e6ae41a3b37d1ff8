using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Synthetic;

[Collection(DemoCounty.Collection)]
public sealed class BoundaryTests(DemoCounty county)
{
    [Theory]
    [InlineData("lsoa21", "LSOA21CD")]
    [InlineData("lsoa11", "LSOA11CD")]
    [InlineData("ward25", "WD25CD")]
    public void Every_layer_tiles_the_county_exactly(string layer, string code)
    {
        var districts = Shapes.Read(county, "lad", "LTLA24_CODE");
        var shapes = Shapes.Read(county, layer, code);
        Shapes.Fault(shapes, Shapes.Outline(districts)).ShouldBe("");
        shapes.ShouldAllBe(s => s.Geometry.IsValid);
        shapes.Sum(s => s.Geometry.Area).ShouldBe(districts.Sum(d => d.Geometry.Area), 1e-9);
    }

    [Fact]
    public void A_gap_or_an_overlap_would_be_noticed()
    {
        var wards = Shapes.Read(county, "ward25", "WD25CD").ToList();
        var outline = Shapes.Outline(Shapes.Read(county, "lad", "LTLA24_CODE"));
        Shapes.Fault(wards[1..], outline).ShouldContain("gap");
        Shapes.Fault([wards[0], .. wards], outline).ShouldContain("overlaps");
        var moved = wards[0] with { Sides = [("[ 0, 0 ]", wards[0].Sides[0].To), .. wards[0].Sides.Skip(1)] };
        Shapes.Fault([moved, .. wards[1..]], outline).ShouldContain("gap");
    }

    [Fact]
    public void Small_areas_fill_their_ward_and_wards_their_district()
    {
        var wardOf = DemoCounty.Lines(county.File("lookups/lookup_lsoa21_ward24_ltla24.csv.gz")).Skip(1)
            .Select(l => l.Split(',').Select(c => c.Trim('"')).ToArray()).ToDictionary(c => c[1], c => (Ward: c[3], District: c[5]));
        var lsoas = Shapes.Read(county, "lsoa21", "LSOA21CD");
        var wards = Shapes.Read(county, "ward25", "WD25CD");
        foreach (var ward in wards)
        {
            var inside = lsoas.Where(l => wardOf[l.Code].Ward == ward.Code).ToList();
            inside.ShouldNotBeEmpty();
            Shapes.Fault(inside, Shapes.Outline([ward])).ShouldBe("");
        }
        foreach (var district in Shapes.Read(county, "lad", "LTLA24_CODE"))
            Shapes.Fault([.. wards.Where(w => w.District == district.Code)], Shapes.Outline([district])).ShouldBe("");
        lsoas.ShouldAllBe(l => wardOf[l.Code].District == l.District);
    }

    [Theory]
    [InlineData("2022-10", "lsoa11", "LSOA11CD")]
    [InlineData("2025-07", "lsoa21", "LSOA21CD")]
    public void Every_map_point_lies_in_the_small_area_its_row_names(string month, string layer, string code)
    {
        var shapes = Shapes.Read(county, layer, code).ToDictionary(s => s.Code, s => new IndexedPointInAreaLocator(s.Geometry));
        var placed = county.Street(month).Where(r => r[7].Length > 0 && shapes.ContainsKey(r[7])).ToList();
        placed.Count.ShouldBeGreaterThan(4000);
        placed.ShouldAllBe(r => shapes[r[7]].Locate(new Coordinate(double.Parse(r[4]), double.Parse(r[5]))) == Location.Interior);
    }
}
