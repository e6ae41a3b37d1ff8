using System.Text;
using Made.Core.Exchange;
using Made.Intake.Personal;
using Made.TestKit.Intake;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Unit.Intake;

public sealed class PersonalDetailTests(ITestOutputHelper output)
{
    private const string Header = "incident_ref,incident_category,incident_date,incident_time,location_easting,location_northing,ward_code,location_text";
    private static readonly string[] Structured = ["nhs_number", "ni_number", "full_postcode", "phone", "email", "dob", "vrm"];

    [Fact]
    public void Labelled_texts_are_told_apart_as_often_as_promised()
    {
        if (SharedFiles.Folder("attacks/pii") is not { } folder)
            return;
        var lines = File.ReadLines(Path.Combine(folder, "labelled_text.csv")).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')).Select(c => (Text: string.Join(',', c[..^2]).Trim('"'), Kind: c[^2])).ToList();
        Judge(lines);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2026)]
    public void Texts_made_from_a_seed_are_told_apart_as_often(int seed) => Judge(MadeTexts.Of(seed, 2000));

    [Fact]
    public void A_row_with_personal_details_in_free_text_is_rejected_and_the_text_is_nowhere_in_the_receipt()
    {
        var receipt = Read(Header, "seen by the bins", "ring 07700 900123 please", "near Park Lane", "On or near Smith Street");
        (receipt.Stored, receipt.Rejected).ShouldBe((3, 1));
        var finding = receipt.Findings.Single();
        (finding.Code, finding.Row, finding.Column).ShouldBe(("personal-details", 3, "location_text"));
        finding.Message.ShouldContain("a telephone number");
        receipt.ToString().ShouldNotContain("900123");
        finding.ToString().ShouldNotContain("900123");
    }

    [Fact]
    public void Personal_details_in_a_column_that_nobody_declared_refuse_the_file()
    {
        var receipt = Read(Header + ",note", "Park,", "Park,Jane Sample");
        (receipt.Verdict, receipt.Stored).ShouldBe((Verdict.Refused, 0));
        receipt.Findings.ShouldContain(f => f.Code == "personal-column" && f.Row == 3 && f.Column == "note");
        receipt.Findings.ShouldAllBe(f => !f.ToString().Contains("Sample"));
        Read(Header + ",note", "Park,", "Park,nothing else").Verdict.ShouldBe(Verdict.Accepted);
    }

    [Theory]
    [InlineData("jane.sample@example.org")]
    [InlineData("AB123456C")]
    public void A_key_that_is_a_personal_detail_refuses_the_file_because_its_digest_can_be_undone(string key)
    {
        var receipt = WithKeys("LC-1", key, "LC-2");
        (receipt.Verdict, receipt.Stored).ShouldBe((Verdict.Refused, 0));
        receipt.Findings.ShouldContain(f => f.Code == "personal-column" && f.Row == 3 && f.Column == "incident_ref");
        receipt.Findings.ShouldAllBe(f => !f.ToString().Contains(key));
    }

    [Fact]
    public void NHS_numbers_as_keys_refuse_the_file_and_honest_numbers_of_ten_digits_do_not()
    {
        var dice = new Random(4);
        string[] numbers = [.. Enumerable.Range(0, 30).Select(_ => MadeTexts.Nhs(dice))];
        var receipt = WithKeys(numbers);
        (receipt.Verdict, receipt.Stored).ShouldBe((Verdict.Refused, 0));
        receipt.Findings.ShouldContain(f => f.Code == "personal-column" && f.Message.Contains("an NHS number"));
        WithKeys([.. Enumerable.Range(0, 300).Select(i => $"{4261000000 + (i * 37)}")]).Verdict.ShouldBe(Verdict.Accepted);
        WithKeys([.. Enumerable.Range(0, 300).Select(i => $"{i:0000000000}")]).Verdict.ShouldBe(Verdict.Accepted);
    }

    [Theory]
    [InlineData("Jane Sample.csv")]
    [InlineData("Jane_Sample_incidents.csv")]
    [InlineData("for Piotr-Mockford/list.csv")]
    [InlineData("jane.sample@example.org.csv")]
    [InlineData("943 476 5919.csv")]
    public void A_partners_name_of_a_file_that_holds_a_personal_detail_is_not_shown(string name) =>
        IntakeRun.One(name, Lines("LC-1"), TestDatasets.IncidentsOfPartner).Receipt.File.ShouldBe("(name not shown).csv");

    [Theory]
    [InlineData("2026-05-06-103015-incidents-lancashire.csv")]
    [InlineData("Lancaster incidents 2014-05-01.csv")]
    public void Other_names_of_files_are_shown_as_they_came(string name) =>
        IntakeRun.One(name, Lines("LC-1"), TestDatasets.IncidentsOfPartner).Receipt.File.ShouldBe(name);

    [Fact]
    public void A_date_of_long_ago_where_dates_stand_rejects_its_row_and_not_the_file()
    {
        var text = Encoding.UTF8.GetString(Lines("LC-1", "LC-2", "LC-3")).Replace("LC-2,Anti-social behaviour - nuisance,2025-05-05", "LC-2,Anti-social behaviour - nuisance,1900-01-01");
        var receipt = IntakeRun.One("a.csv", Encoding.UTF8.GetBytes(text), TestDatasets.IncidentsOfPartner).Receipt;
        (receipt.Stored, receipt.Rejected).ShouldBe((2, 1));
    }

    private static Receipt WithKeys(params string[] keys) => IntakeRun.One("a.csv", Lines(keys), TestDatasets.IncidentsOfPartner).Receipt;

    private static byte[] Lines(params string[] keys) =>
        Encoding.UTF8.GetBytes(Header + "\n" + string.Concat(keys.Select(k => $"{k},Anti-social behaviour - nuisance,2025-05-05,18:26,359791,424912,E05099007,Park\n")));

    private static Receipt Read(string header, params string[] ends) => IntakeRun.One(
        "a.csv", Encoding.UTF8.GetBytes(header + "\n" + string.Concat(ends.Select((e, i) => $"LC-{i},Anti-social behaviour - nuisance,2025-05-05,18:26,359791,424912,E05099007,{e}\n"))),
        TestDatasets.IncidentsOfPartner).Receipt;

    private void Judge(IReadOnlyList<(string Text, string Kind)> lines)
    {
        var found = lines.Select(l => (l.Text, l.Kind, Found: PersonalDetails.Find(Encoding.UTF8.GetBytes(l.Text), IntakeRun.Today) != PersonalDetail.None)).ToList();
        foreach (var kind in found.GroupBy(l => l.Kind).OrderBy(k => k.Key))
            output.WriteLine($"{kind.Key}: {kind.Count(l => l.Found)} of {kind.Count()} found; {string.Join(" | ", kind.Where(l => l.Found == (l.Kind == "none")).Select(l => l.Text).Distinct().Take(6))}");
        var (structured, names, clean) = (Share(l => Structured.Contains(l)), Share(l => l.StartsWith("name", StringComparison.Ordinal)), Share(l => l == "none"));
        output.WriteLine($"Recall: structured {structured:P1}, names {names:P1}; false alarms {clean:P1}");
        structured.ShouldBeGreaterThanOrEqualTo(0.98);
        names.ShouldBeGreaterThanOrEqualTo(0.9);
        clean.ShouldBeLessThanOrEqualTo(0.02);

        double Share(Func<string, bool> of) => found.Where(l => of(l.Kind)).Average(l => l.Found ? 1.0 : 0);
    }
}
