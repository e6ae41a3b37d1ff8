using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Register;
using Made.Intake.Reference;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Unit.Reference;

public sealed class RealReferenceTests(RealReference real, ITestOutputHelper output) : IClassFixture<RealReference>
{
    private static readonly Month March2020 = new(2020, 3);

    [Theory]
    [InlineData("E07000118", 118_216)]
    [InlineData("E10000017", 1_219_799)]
    [InlineData("E06000008", 149_696)]
    [InlineData("E06000009", 139_446)]
    [InlineData("LANCS-14", 1_508_941)]
    [InlineData("E22000153", 118_216)]
    public void Residents_at_mid_2019_are_those_published(string area, int residents)
    {
        if (!RealReference.IsThere(output))
            return;
        var areas = new Areas(real.Pack, RealReference.All.Wards);
        new Population(areas, RealReference.All).At(new(area), 2019, March2020).ShouldBe(residents);
    }

    [Fact]
    public void Wards_add_up_to_their_district_in_every_year()
    {
        if (!RealReference.IsThere(output))
            return;
        var areas = new Areas(real.Pack, RealReference.All.Wards);
        var population = new Population(areas, RealReference.All);
        population.Years.ShouldBe([2014, 2015, 2016, 2017, 2018, 2019, 2020]);
        foreach (var year in population.Years)
            foreach (var district in areas.Districts)
                areas.WardsOf(district.Code).Sum(w => population.At(w.Code, year, March2020)!.Value)
                    .ShouldBe(population.At(district.Code, year, March2020)!.Value, 1e-6, $"{district.Name} {year}");
    }

    [Fact]
    public void Everything_of_Lancashire_is_found_and_nothing_else_is_kept()
    {
        if (!RealReference.IsThere(output))
            return;
        var data = RealReference.All;
        data.Wards.Count.ShouldBe(253);
        data.Successors.Count.ShouldBe(941);
        data.WardOfLsoa.Count.ShouldBe(945);
        data.DistrictOfLsoa.Count.ShouldBeGreaterThan(35_700);
        data.Boundaries.Count(b => b.Level == AreaLevel.Lsoa && b.Vintage == 2021).ShouldBe(945);
        data.Boundaries.Count(b => b.Level == AreaLevel.Lsoa && b.Vintage == 2011).ShouldBe(941);
        data.Boundaries.Where(b => b.Level == AreaLevel.Ward).Select(b => b.Vintage).Distinct().ShouldBe([2025]);
        data.Boundaries.Count(b => b.Level == AreaLevel.Ward).ShouldBe(253);
        data.Boundaries.Count(b => b.Level == AreaLevel.District).ShouldBe(14);
        data.Boundaries.Where(b => !b.District.Value.StartsWith('E')).Select(b => b.Code).ShouldBeEmpty();
        data.Populations.Count.ShouldBe((7 * 941) + (2 * 14) + 1);
        data.Findings.ShouldBeEmpty();
        data.Names["E07000118"].ShouldBe("Chorley");
        data.Names["E01024915"].ShouldBe("Chorley 014A");
        data.Files.Single(f => f.Name == "imd2025_england_lsoa21.csv.gz").Kind.ShouldBe(ReferenceReader.NotUsed);
        foreach (var file in data.Files)
            output.WriteLine($"{file.Name}: {file.Kind}, {file.Rows}");
    }

    [Fact]
    public void Retired_codes_of_abolished_districts_follow_their_successors()
    {
        if (!RealReference.IsThere(output))
            return;
        RealReference.All.DistrictOfLsoa.Values.ShouldNotContain(new AreaCode("E07000026"), "Allerdale became Cumberland in 2023");
    }

    [Fact]
    public void The_order_of_the_folders_does_not_matter()
    {
        if (!RealReference.IsThere(output))
            return;
        var other = real.Read("population", "harm-weights", "boundaries", "deprivation", "lookups", "population");
        other.Vintage.ShouldBe(RealReference.All.Vintage);
        other.Populations.Count.ShouldBe(RealReference.All.Populations.Count);
    }

    [Theory]
    [InlineData("E01024919", "E07000118", "E05013065", "E05013069")]
    [InlineData("E01024945", "E07000118", "E05013071", "E05013068")]
    [InlineData("E01033231", "E07000120", "E05005209", "E05005210")]
    public void An_LSOA_split_over_two_wards_is_told_by_the_point(string lsoa, string district, string first, string second)
    {
        if (!RealReference.IsThere(output))
            return;
        var places = new PlaceIndex(RealReference.All, real.Pack.Areas.Where(a => a.Level == AreaLevel.District).Select(a => a.Code));
        places.NeedsPoint(lsoa).ShouldBeTrue();
        var wards = new HashSet<string>();
        foreach (var part in RealReference.All.Successors[lsoa])
        {
            var inside = RealReference.All.Boundaries.Single(b => b.Code == part && b.Vintage == 2021).Shape.InteriorPoint;
            var place = places.Resolve(lsoa, inside.X, inside.Y);
            place.ShouldBe(new Place(Placement.Inside, new(district), RealReference.All.WardOfLsoa[part], new(part)));
            wards.Add(place.Ward.Value);
        }
        wards.ShouldBe([first, second], ignoreOrder: true);
        places.Resolve(lsoa, double.NaN, double.NaN).Ward.ShouldBe(AreaCode.WardNotDetermined(new(district)));
        places.Resolve(lsoa, -2.63, 52.0).Lsoa.Value.ShouldBe($"{district}-ward-not-determined-lsoa-not-determined");
    }

    [Theory]
    [InlineData("E01024949", "E07000118", "E05013065")]
    [InlineData("E01032928", "E07000126", "E05010218")]
    [InlineData("E01025280", "E07000123", "E05012205")]
    public void An_LSOA_split_inside_one_ward_has_its_ward_without_a_point(string lsoa, string district, string ward)
    {
        if (!RealReference.IsThere(output))
            return;
        var places = new PlaceIndex(RealReference.All, [new(district)]);
        places.Resolve(lsoa, double.NaN, double.NaN)
            .ShouldBe(new Place(Placement.Inside, new(district), new(ward), AreaCode.LsoaNotDetermined(new(ward))));
    }

    [Theory]
    [InlineData("E01024929", "E01034339")]
    [InlineData("E01024932", "E01034339")]
    [InlineData("E01025353", "E01034764")]
    public void A_merged_LSOA_is_told_by_its_code_alone(string old, string recent)
    {
        if (!RealReference.IsThere(output))
            return;
        var places = new PlaceIndex(RealReference.All, RealReference.All.Wards.Select(w => w.District));
        places.NeedsPoint(old).ShouldBeFalse();
        places.Resolve(old, double.NaN, double.NaN).ShouldBe(places.Resolve(recent, 0, 0));
        places.Resolve(old, double.NaN, double.NaN).Lsoa.Value.ShouldBe(recent);
    }

    [Fact]
    public void Every_LSOA_of_the_partnership_has_a_ward_and_the_rest_of_England_is_outside()
    {
        if (!RealReference.IsThere(output))
            return;
        var districts = real.Pack.Areas.Where(a => a.Level == AreaLevel.District).Select(a => a.Code).ToHashSet();
        var places = new PlaceIndex(RealReference.All, districts);
        foreach (var (lsoa, district) in RealReference.All.DistrictOfLsoa)
        {
            var place = places.Resolve(lsoa, double.NaN, double.NaN);
            place.Placement.ShouldBe(districts.Contains(district) ? Placement.Inside : Placement.Outside);
            place.District.ShouldBe(district);
            if (place.Placement == Placement.Inside && !places.NeedsPoint(lsoa))
                place.Ward.IsNotDetermined.ShouldBeFalse(lsoa);
        }
    }
}
