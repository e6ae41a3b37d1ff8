using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Register;
using Made.Intake.Reference;
using Made.TestKit;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Synthetic;

[Collection(DemoCounty.Collection)]
public sealed class DemoPackTests(DemoCounty county)
{
    [Fact]
    public void The_demo_pack_reads_without_a_problem_and_marks_itself_synthetic()
    {
        var (pack, problems) = PackReader.ReadAll(Repository.Path("packs", "demo"));
        problems.ShouldBeEmpty();
        pack!.Synthetic.ShouldBeTrue();
        pack.Areas.Count(a => a.Level == AreaLevel.District).ShouldBe(7);
        pack.Areas.Count(a => a.Level == AreaLevel.Csp).ShouldBe(6);
    }

    [Fact]
    public void Fernholt_moves_to_the_Inland_policing_area_in_April_2024_and_shares_a_partnership_with_Duskmere()
    {
        var areas = new Areas(Read(), []);
        areas.DistrictsOf(new AreaCode("PA-COAST"), new Month(2024, 3)).Count.ShouldBe(4);
        areas.DistrictsOf(new AreaCode("PA-COAST"), new Month(2024, 4)).Count.ShouldBe(3);
        areas.DistrictsOf(new AreaCode("PA-INLAND"), new Month(2024, 4)).ShouldContain(new AreaCode("E07990005"));
        areas.CspsOf(new AreaCode("E07990005"), new Month(2024, 4)).ShouldBe(areas.CspsOf(new AreaCode("E07990004"), new Month(2024, 4)));
    }

    [Fact]
    public void The_wards_with_a_caution_are_the_centres_and_the_promenade()
    {
        var names = DemoCounty.Lines(county.File("lookups/lookup_lsoa21_ward24_ltla24.csv.gz")).Skip(1)
            .Select(l => l.Split(',').Select(c => c.Trim('"')).ToArray()).DistinctBy(c => c[3]).ToDictionary(c => c[3], c => c[2]);
        Read().RateCautions.Keys.Select(w => names[w.Value]).Order()
            .ShouldBe(["Amberwick Cross", "Candlebury Minster", "Gullhaven Central", "Larkham Quays", "Promenade"]);
    }

    [Fact]
    public void The_fire_return_is_owed_and_partner_data_and_its_columns_are_those_of_the_files()
    {
        var dataset = Read().Datasets.Single(d => d.Id == "deliberate-fires");
        dataset.Open.ShouldBeFalse();
        dataset.Disclosure.ShouldBe(DisclosurePolicy.Partner);
        DemoCounty.Lines(county.File("indicator-values/deliberate-fires-2026-08.csv")).First().Split(',').ShouldBe(dataset.Columns.Select(c => c.Name));
    }

    private static Pack Read() => PackReader.ReadAll(Repository.Path("packs", "demo")).Pack!;
}
