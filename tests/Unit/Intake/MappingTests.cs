using System.Text;
using Made.Core.Exchange;
using Made.TestKit.Intake;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Intake;

public sealed class MappingTests
{
    private const string Header = "incident_ref,incident_category,incident_date,incident_time,location_easting,location_northing,ward_code,location_text";
    private const string Good = "Anti-social behaviour - nuisance,2026-09-10,10:00,350000,430000,E05099001,near the park";
    private const string Values = "indicator,area_code,period_start,period_end,numerator,denominator,value,status\n";

    [Fact]
    public void A_file_without_a_column_says_which_headings_are_left_and_is_read_once_one_of_them_is_said_to_be_it()
    {
        var other = Header.Replace("incident_date", "Date of incident");
        var asked = Read(other, TestDatasets.IncidentsOfPartner, $"a,{Good}");
        asked.Receipt.Verdict.ShouldBe(Verdict.Refused);
        (asked.Supply.Unmatched.Missing.Single(), asked.Supply.Unmatched.Spare.Single()).ShouldBe(("incident_date", "Date of incident"));
        var dataset = With(MappingKind.Column, "incident_date", "date  of INCIDENT", "");
        Read(other, dataset, $"a,{Good}").Receipt.Verdict.ShouldBe(Verdict.Accepted);
        // Where both headings stand, the dataset's own counts, and the file is not refused for having two.
        Read($"{Header},Date of incident", dataset, $"a,{Good},not a day").Receipt.Verdict.ShouldBe(Verdict.Accepted);
    }

    [Fact]
    public void A_value_that_is_not_known_is_asked_about_and_counts_as_what_it_was_said_to_stand_for()
    {
        var rows = Enumerable.Range(0, 4).Select(i => $"g{i},{Good}").Concat([$"a,{Good.Replace("Anti-social behaviour - nuisance", "Nuisance ASB")}", $"b,{Good.Replace("Anti-social behaviour - nuisance", "nuisance asb")}"]).ToArray();
        var asked = Read(Header, TestDatasets.IncidentsOfPartner, rows);
        asked.Supply.Unmatched.Values.Select(v => (v.Column, v.Value, v.Rows)).ShouldBe([("incident_category", "Nuisance ASB", 1), ("incident_category", "nuisance asb", 1)]);
        var read = Read(Header, With(MappingKind.Value, "incident_category", "Nuisance ASB", "Anti-social behaviour - nuisance"), rows);
        (read.Receipt.Rejected, read.Facts.Select(f => f.Category).Distinct().Single()).ShouldBe((0, "Anti-social behaviour - nuisance"));
        read.Supply.Unmatched.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Areas_and_indicators_of_figures_are_asked_about_too()
    {
        const string rest = ",2025-04-01,2025-06-30,1,10,,final\n";
        var text = Values + $"IND-001,E05099001{rest}IND-002,E05099001{rest}IND-003,E05099001{rest}First,E05099001{rest}IND-004,Northern ward{rest}";
        var dataset = TestDatasets.IndicatorValues;
        var asked = IntakeRun.One("a.csv", Encoding.UTF8.GetBytes(text), dataset, refusedRows: true);
        asked.Supply.Unmatched.Values.Select(v => v.Value).ShouldBe(["First", "Northern ward"]);
        var mapped = Mappings.Apply(dataset, [Of(dataset, MappingKind.Value, "indicator", "First", "IND-009"), Of(dataset, MappingKind.Value, "area_code", "Northern ward", "E05099002")]);
        var read = IntakeRun.One("a.csv", Encoding.UTF8.GetBytes(text), mapped, refusedRows: true);
        (read.Receipt.Stored, read.Receipt.Rejected).ShouldBe((5, 0));
        read.Supply.Reported.Select(v => (v.Indicator, v.Area)).ShouldContain(("IND-009", "E05099001"));
        read.Supply.Reported.Select(v => (v.Indicator, v.Area)).ShouldContain(("IND-004", "E05099002"));
    }

    [Fact]
    public void What_seems_to_tell_of_a_person_is_not_asked_about()
    {
        var public_ = TestDatasets.IncidentsOfPartner with { Disclosure = DisclosurePolicy.AlreadyPublic };
        var read = Read(Header, public_, $"a,{Good}", $"b,{Good}", $"c,{Good.Replace("Anti-social behaviour - nuisance", "ring 07700 900123")}");
        (read.Receipt.Rejected, read.Supply.Unmatched.Values.Count).ShouldBe((1, 0));
    }

    [Fact]
    public void A_mapping_names_a_column_of_the_dataset_and_a_value_that_the_column_may_have()
    {
        var dataset = TestDatasets.IncidentsOfPartner;
        Mappings.WhyNot(dataset, Of(dataset, MappingKind.Value, "incident_category", "Nuisance", "Nothing like it"))!.Code.ShouldBe("not-a-known-value");
        Mappings.WhyNot(dataset, Of(dataset, MappingKind.Column, "no_such", "Day", ""))!.Code.ShouldBe("no-such-column");
        Mappings.WhyNot(dataset, Of(dataset, MappingKind.Column, "incident_date", "", ""))!.Code.ShouldBe("name-too-long");
        Mappings.WhyNot(dataset, Of(dataset, MappingKind.Column, "incident_date", "Day", "")).ShouldBeNull();
    }

    [Theory]
    [InlineData("report_date", "Date reported", true)]
    [InlineData("noise", "Noise nuisance", true)]
    [InlineData("area_code", "Area Code", true)]
    [InlineData("location_easting", "Eastings", true)]
    [InlineData("kind", "location", false)]
    [InlineData("", "anything", false)]
    public void Names_that_a_person_would_take_for_each_other_are_alike(string one, string other, bool alike) =>
        (Likeness.Of(one, other) >= 0.45).ShouldBe(alike);

    [Fact]
    public void The_most_alike_choice_comes_first_and_the_rest_as_they_came() =>
        Likeness.Order("Dog fouling", ["noise", "litter and dog fouling", "begging"], c => [c]).Ordered.ShouldBe(["litter and dog fouling", "noise", "begging"]);

    private static DatasetDefinition With(MappingKind kind, string column, string sent, string meant) =>
        Mappings.Apply(TestDatasets.IncidentsOfPartner, [Of(TestDatasets.IncidentsOfPartner, kind, column, sent, meant)]);

    private static Mapping Of(DatasetDefinition dataset, MappingKind kind, string column, string sent, string meant) => new()
    {
        Id = Guid.Empty,
        Dataset = dataset.Id,
        Kind = kind,
        Column = column,
        Sent = sent,
        Meant = meant,
        At = DateTimeOffset.UnixEpoch,
        By = "test",
    };

    private static ReadBack Read(string header, DatasetDefinition dataset, params string[] rows) =>
        IntakeRun.One("a.csv", Encoding.UTF8.GetBytes($"{header}\n{string.Join('\n', rows)}\n"), dataset, refusedRows: true);
}
