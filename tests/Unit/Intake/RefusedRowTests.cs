using System.Text;
using Made.Core.Exchange;
using Made.TestKit.Intake;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Intake;

public sealed class RefusedRowTests
{
    private const string Header = "incident_ref,incident_category,incident_date,incident_time,location_easting,location_northing,ward_code,location_text,Officer";
    private const string Good = "Anti-social behaviour - nuisance,2026-09-10,10:00,350000,430000,E05099001,near the park,";

    [Fact]
    public void Refused_rows_come_back_in_the_senders_columns_with_what_was_wrong_and_without_columns_that_are_not_read()
    {
        var read = Read(Header, $"a,{Good}", $"b,{Good}", $"c,{Good}", $"d,{Good.Replace("2026-09-10", "10/09/2026")}".Replace("10:00", "ten"));
        var lines = Lines(read);
        lines[0].ShouldBe("incident_ref,incident_category,incident_date,incident_time,location_easting,location_northing,ward_code,location_text,What was wrong");
        lines.Length.ShouldBe(2);
        lines[1].ShouldStartWith("d,Anti-social behaviour - nuisance,10/09/2026,ten,350000,430000,E05099001,near the park,\"Row 5, column \"\"incident_date\"\"");
        lines[1].ShouldContain("not a time of day");
    }

    [Fact]
    public void What_seems_to_be_a_personal_detail_is_left_empty_and_said_to_be()
    {
        var read = Read(Header, $"a,{Good}", $"b,{Good}", $"c,{Good.Replace("near the park", "ring 07700 900123")}");
        read.Receipt.Rejected.ShouldBe(1);
        Encoding.UTF8.GetString(read.Supply.RefusedRows.Span).ShouldNotContain("900123");
        Lines(read)[1].ShouldContain("The cell of \"\"location_text\"\" is left empty here");
        // The number is there to be found: a dataset that is public already gets it back.
        Lines(Read(Header, TestDatasets.IncidentsOfPartner with { Disclosure = DisclosurePolicy.AlreadyPublic }, $"a,{Good}", $"b,{Good}", $"c,{Good.Replace("near the park", "ring 07700 900123").Replace("2026-09-10", "no")}"))[1].ShouldContain("900123");
    }

    [Fact]
    public void Of_a_partners_row_with_too_few_cells_no_cell_comes_back()
    {
        var lines = Lines(Read(Header, $"a,{Good}", $"b,{Good}", "c,secretive,text"));
        lines[1].ShouldStartWith(",,,,,,,,");
        lines[1].ShouldContain("look at this row of your own file");
    }

    [Fact]
    public void Nothing_comes_back_of_a_file_that_is_refused_for_a_column_of_personal_details()
    {
        var read = Read(Header, $"a,{Good}", $"b,{Good.Replace("10:00", "ten")}", $"c,{Good}ring 07700 900123");
        read.Receipt.Findings.ShouldContain(f => f.Code == "personal-column");
        read.Supply.RefusedRows.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void What_was_wrong_is_not_read_when_the_file_comes_back_and_the_file_is_known_as_a_correction()
    {
        var read = Read(Header.Replace("Officer", "What was wrong"), $"a,{Good}ring 07700 900123");
        (read.Receipt.Verdict, read.Receipt.Findings.Count, read.Supply.IsCorrection).ShouldBe((Verdict.Accepted, 0, true));
        Read(Header, $"a,{Good}").Supply.IsCorrection.ShouldBeFalse();
    }

    [Fact]
    public void A_cell_that_a_spreadsheet_would_run_is_made_text_and_a_negative_number_is_left() =>
        Lines(Read(Header, $"a,{Good}", $"b,{Good}", $"=1+1,{Good.Replace("350000", "-350000")}"))[1].ShouldStartWith("'=1+1,Anti-social behaviour - nuisance,2026-09-10,10:00,-350000,");

    private static string[] Lines(ReadBack read) =>
        Encoding.UTF8.GetString(read.Supply.RefusedRows.Span).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static ReadBack Read(string header, params string[] rows) => Read(header, TestDatasets.IncidentsOfPartner, rows);

    private static ReadBack Read(string header, DatasetDefinition dataset, params string[] rows) =>
        IntakeRun.One("a.csv", Encoding.UTF8.GetBytes($"{header}\n{string.Join('\n', rows)}\n"), dataset, refusedRows: true);
}
