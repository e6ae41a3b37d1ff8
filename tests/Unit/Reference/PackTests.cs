using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Intake.Reference;
using Made.TestKit;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Reference;

public sealed class PackTests
{
    private static readonly Month July2022 = new(2022, 7);

    private static Pack Read(params string[] folder)
    {
        var (pack, problems) = PackReader.ReadAll(Repository.Path(folder));
        problems.Select(p => p.ToString()).ShouldBeEmpty();
        return pack.ShouldNotBeNull();
    }

    private static Pack Lancashire => Read("packs", "lancashire");

    [Fact]
    public void Lancashire_has_14_areas_each_with_its_own_CSP_and_comparator()
    {
        var areas = new Areas(Lancashire, []);
        areas.Districts.Count.ShouldBe(14);
        areas.At(AreaLevel.Csp, July2022).Count().ShouldBe(14);
        foreach (var district in areas.Districts)
        {
            var csp = areas.CspsOf(district.Code, July2022).ShouldHaveSingleItem();
            csp.Name.ShouldBe(district.Name + " CSP");
            var county = district.Code.Value.StartsWith("E07", StringComparison.Ordinal);
            areas.ComparatorOf(csp.Code)!.Name.ShouldBe(county ? "Lancashire-12" : "Lancashire-14");
            areas.ComparatorOf(district.Code)!.Code.ShouldBe(areas.ComparatorOf(csp.Code)!.Code);
        }
    }

    [Theory]
    [InlineData("E10000017", 12)]
    [InlineData("LANCS-14", 14)]
    [InlineData("E23000003", 14)]
    [InlineData("PA-WEST", 4)]
    [InlineData("PA-SOUTH", 4)]
    [InlineData("PA-EAST", 6)]
    public void Groupings_cover_their_districts(string code, int districts) =>
        new Areas(Lancashire, []).DistrictsOf(new(code), July2022).Count.ShouldBe(districts);

    [Fact]
    public void Policing_areas_say_nothing_before_the_paper_that_names_them() =>
        new Areas(Lancashire, []).DistrictsOf(new("PA-WEST"), new Month(2014, 10)).ShouldBeEmpty();

    [Fact]
    public void Probation_and_health_bodies_lead_to_their_successors()
    {
        var bodies = Lancashire.Organisations.ToDictionary(o => o.Id);
        bodies["lancashire-probation-trust"].Successors.ShouldBe(["national-probation-service", "cumbria-lancashire-crc"]);
        bodies["cumbria-lancashire-crc"].Successors.ShouldBe(["probation-service"]);
        bodies["national-probation-service"].Successors.ShouldBe(["probation-service"]);
        bodies["chorley-and-south-ribble-ccg"].Successors.ShouldBe(["lancashire-and-south-cumbria-icb"]);
        foreach (var (body, successor) in bodies.Values.SelectMany(b => b.Successors.Select(s => (b, bodies[s]))))
            successor.From.ShouldBe(body.To.AddDays(1), $"{successor.Id} follows {body.Id} without a gap");
    }

    [Fact]
    public void A_test_pack_of_another_county_has_a_CSP_that_covers_two_districts_from_a_date()
    {
        var areas = new Areas(Read("tests", "Unit", "Packs", "leicestershire"), []);
        var (harborough, oadby) = (new AreaCode("E07000131"), new AreaCode("E07000135"));
        areas.CspsOf(harborough, new Month(2020, 3)).ShouldHaveSingleItem().Code.Value.ShouldBe("E22000166");
        areas.CspsOf(harborough, new Month(2020, 4)).ShouldHaveSingleItem().Code.Value.ShouldBe("X-CSP-HOW");
        areas.DistrictsOf(new("X-CSP-HOW"), new Month(2020, 4)).ShouldBe([harborough, oadby]);
        areas.DistrictsOf(new("X-CSP-HOW"), new Month(2020, 3)).ShouldBeEmpty();
        areas.At(AreaLevel.Csp, new Month(2020, 3)).Count().ShouldBe(9);
        areas.At(AreaLevel.Csp, new Month(2020, 4)).Count().ShouldBe(8);
    }

    /// <summary>Of SI 2007/1831 all kinds but road collisions, which are public; and returns of services and surveys.</summary>
    [Theory]
    [InlineData("lancashire")]
    [InlineData("demo")]
    public void Each_kind_of_partner_record_has_a_dataset_with_its_controller_and_a_rule_of_what_is_kept(string name)
    {
        var pack = Read("packs", name);
        string[] kinds =
        [
            "police-incidents", "police-crimes", "fire-incidents", "school-exclusions", "racial-incidents", "council-asb", "hospital-admissions", "domestic-abuse-admissions",
            "mental-health-outpatients", "drug-treatment", "ambulance-calls", "commissioned-services", "survey-answers",
        ];
        foreach (var dataset in kinds.Select(k => pack.Datasets.Single(d => d.Id == k)))
        {
            (dataset.Open, dataset.Disclosure, dataset.Protection is null).ShouldBe((false, DisclosurePolicy.Partner, false), dataset.Id);
            (dataset.Coarsening is null).ShouldBe(dataset.Shape == DatasetShape.ReportedValues, dataset.Id);
            dataset.Columns.ShouldAllBe(c => c.Description.Length > 0, dataset.Id);
        }
        pack.Datasets.Where(d => d.Topic is not null && kinds.Contains(d.Id)).Select(d => $"{d.Id}: {d.Topic}")
            .ShouldBe(["racial-incidents: hate-crime", "school-exclusions: under-18s", "domestic-abuse-admissions: domestic-abuse"]);
    }

    [Fact]
    public void The_contract_names_these_datasets_and_indicators()
    {
        var pack = Lancashire;
        pack.Datasets.Where(d => d.Open).Select(d => d.Id).ShouldBe(["police-street", "police-outcomes", "collisions", "indicator-values"]);
        string[] wanted =
        [
            "all-crime", "asb", "violence-and-sexual-offences", "robbery", "possession-of-weapons", "burglary", "vehicle-crime", "shoplifting",
            "theft-from-the-person", "bicycle-theft", "other-theft", "criminal-damage-and-arson", "drugs", "public-order", "other-crime",
            "outcomes-decided", "collisions", "collisions-ksi", "crime-severity-estimate",
        ];
        pack.Indicators.Select(i => i.Id).ShouldBeSubsetOf([.. wanted, "outcomes-charged", "outcomes-no-suspect"]);
        wanted.ShouldBeSubsetOf(pack.Indicators.Select(i => i.Id));
        pack.Datasets.Single(d => d.Id == "police-street").Disclosure.ShouldBe(DisclosurePolicy.AlreadyPublic);
    }

    [Fact]
    public void Kinds_of_crime_add_up_to_all_crime()
    {
        var pack = Lancashire;
        var categories = pack.Datasets[0].Columns.Single(c => c.Role == ColumnRole.Category).Codes.Values.ToList();
        var all = pack.Indicators.Single(i => i.Id == "all-crime");
        var parts = pack.Indicators.Where(i => i.PartOf == "all-crime").ToList();
        foreach (var category in categories)
            parts.Count(p => p.Filter.Takes(category)).ShouldBe(all.Filter.Takes(category) ? 1 : 0, category);
        categories.Count.ShouldBe(14);
    }

    [Fact]
    public void The_severity_estimate_is_limited_to_districts_and_rolling_12_months()
    {
        var estimate = Lancashire.Indicators.Single(i => i.Id == "crime-severity-estimate");
        estimate.SmallestLevel.ShouldBe(AreaLevel.District);
        estimate.Periods.ShouldBe([PeriodKind.Rolling12]);
        estimate.Weights.Keys.ShouldBe(Lancashire.Indicators.Where(i => i.PartOf == "all-crime").SelectMany(i => i.Filter.Only), ignoreOrder: true);
    }

    [Fact]
    public void Every_indicator_is_fully_described()
    {
        foreach (var i in Lancashire.Indicators)
        {
            foreach (var text in new[] { i.Title, i.Plural, i.Singular, i.Definition, i.NumeratorText, i.DenominatorText, i.Unit, i.Source, i.Group })
                text.ShouldNotBeNullOrWhiteSpace(i.Id);
            i.Caveats.ShouldNotBeEmpty(i.Id);
            (i.Plural[0] == char.ToLowerInvariant(i.Plural[0])).ShouldBeTrue("a plural stands inside a sentence");
            (i.Polarity == Polarity.Neutral).ShouldBe(i.PolarityReason.Length == 0, i.Id);
        }
        Lancashire.Indicators.Select(i => i.Order).Distinct().Count().ShouldBe(Lancashire.Indicators.Count);
    }

    [Fact]
    public void Help_starts_with_999() => Lancashire.Support[0].Contact.ShouldBe("999");
}
