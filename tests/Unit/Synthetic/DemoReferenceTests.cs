using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Register;
using Made.Intake.Reference;
using Made.TestKit;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Synthetic;

/// <summary>The made-up files pass through the doors that the publishers' files pass through.</summary>
[Collection(DemoCounty.Collection)]
public sealed class DemoReferenceTests(DemoCounty county)
{
    private static readonly Pack Demo = PackReader.ReadAll(Repository.Path("packs", "demo")).Pack!;

    [Fact]
    public void Lookups_populations_and_boundaries_are_read_as_the_publishers_are()
    {
        var reference = Read();
        reference.Wards.Count(w => w.District.Value != "E07990101").ShouldBe(100);
        reference.Boundaries.Count(b => b.Level == AreaLevel.Ward).ShouldBe(100);
        reference.Boundaries.Count(b => b.Level == AreaLevel.Lsoa && b.Vintage == 2021).ShouldBe(county.Drawn.Lsoas);
        reference.Boundaries.Count(b => b.Level == AreaLevel.District).ShouldBe(7);
        var residents = new Population(new Areas(Demo, reference.Wards), reference);
        residents.Years.ShouldBe([2020, 2021, 2022, 2023, 2024, 2025]);
        residents.At(new AreaCode("E06990001"), 2020, new Month(2020, 6)).ShouldBe(141_800);
        residents.At(new AreaCode("QUILL-7"), 2020, new Month(2020, 6)).ShouldBe(653_900);
    }

    [Fact]
    public void Every_record_of_a_month_finds_its_place_in_a_district_or_is_known_to_have_none()
    {
        var places = new PlaceIndex(Read(), Demo.Areas.Where(a => a.Level == AreaLevel.District).Select(a => a.Code));
        foreach (var month in (string[])["2022-03", "2025-07"])
            foreach (var row in county.Street(month))
            {
                var place = row[4].Length == 0 ? places.Resolve(row[7], double.NaN, double.NaN) : places.Resolve(row[7], double.Parse(row[4]), double.Parse(row[5]));
                place.Placement.ShouldBe(row[7].Length == 0 ? Placement.WithoutPlace : row[8].StartsWith("Otherdale", StringComparison.Ordinal) ? Placement.Outside : Placement.Inside);
                if (place.Placement == Placement.Inside)
                    (place.Ward.IsNotDetermined || place.Lsoa.IsNotDetermined).ShouldBeFalse(row[7]);
            }
    }

    private ReferenceData Read()
    {
        ReferenceData? held = null;
        foreach (var part in (string[])["boundaries", "population", "lookups"])
        {
            ReferenceReader.Read(county.File(part), Demo, held).Succeeded(out held, out var problem).ShouldBeTrue(problem?.ToString());
        }
        return held!;
    }
}
