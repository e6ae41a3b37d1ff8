using System.Text;
using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.TestKit.Intake;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Intake;

public sealed class PartMonthTests
{
    private const string Header = "incident_ref,incident_category,incident_date,incident_time,location_easting,location_northing,ward_code,location_text\n";

    [Theory]
    [InlineData(19, 5, false)]
    [InlineData(20, 21, true)]
    [InlineData(20, 22, false)]
    [InlineData(500, 25, true)]
    [InlineData(500, 26, false)]
    [InlineData(40, 30, false)]
    public void Records_that_end_early_are_told_by_how_rarely_a_whole_month_would_look_so(int records, int lastDay, bool early) =>
        PartMonth.EndsEarly(records, new Month(2026, 9), new DateOnly(2026, 9, lastDay)).ShouldBe(early);

    [Fact]
    public void Of_several_months_the_whole_stretch_counts()
    {
        PartMonth.EndsEarly(60, new Month(2026, 7), new DateOnly(2026, 9, 10)).ShouldBeTrue();
        PartMonth.EndsEarly(20, new Month(2026, 7), new DateOnly(2026, 9, 20)).ShouldBeFalse();
    }

    [Fact]
    public void A_month_is_open_up_to_its_last_day()
    {
        PartMonth.IsOpen(new Month(2026, 9), new DateOnly(2026, 9, 30)).ShouldBeTrue();
        PartMonth.IsOpen(new Month(2026, 9), new DateOnly(2026, 10, 1)).ShouldBeFalse();
    }

    [Fact]
    public void A_file_of_a_month_that_is_not_over_is_marked_or_refused_as_its_dataset_says()
    {
        var (marked, refused) = (Read(PartMonths.Provisional, "2026-11-10", 25), Read(PartMonths.Refused, "2026-11-10", 25));
        (marked.Verdict, marked.IsProvisional).ShouldBe((Verdict.Accepted, true));
        marked.Findings.Single().Message.ShouldBe("November 2026 is not over. What was sent was kept and marked as provisional.");
        (refused.Verdict, refused.IsProvisional, refused.Findings[0].Code).ShouldBe((Verdict.Refused, false, "month-not-over"));
        Read(PartMonths.ProvisionalWhileOpen, "2026-11-10", 25).IsProvisional.ShouldBeTrue();
    }

    [Fact]
    public void A_file_whose_records_end_well_before_its_month_is_marked_unless_they_may()
    {
        Read(PartMonths.Provisional, "2026-09-10", 25).Findings.Single().Code.ShouldBe("ends-early");
        Read(PartMonths.Refused, "2026-09-10", 25).Verdict.ShouldBe(Verdict.Refused);
        Read(PartMonths.ProvisionalWhileOpen, "2026-09-10", 25).IsProvisional.ShouldBeFalse();
        Read(PartMonths.Provisional, "2026-09-29", 25).IsProvisional.ShouldBeFalse();
        Read(PartMonths.Provisional, "2026-09-10", 6).IsProvisional.ShouldBeFalse();
    }

    [Fact]
    public void A_figure_for_a_quarter_that_is_not_over_is_provisional()
    {
        var dataset = TestDatasets.AggregatesOfPartner with
        {
            Columns = [.. TestDatasets.AggregatesOfPartner.Columns.Select(c => c.Name == "period" ? c with { Codes = new Dictionary<string, string> { ["Q3"] = "2026-07-01/2026-09-30", ["Q4"] = "2026-10-01/2026-12-31" } } : c)],
        };
        Receipt Values(string period) => IntakeRun.One("a.csv", Encoding.UTF8.GetBytes($"area_code,area_name,period,indicator,numerator,denominator\nE05099001,One,{period},IND-001,3,100\n"), dataset).Receipt;
        Values("Q3").IsProvisional.ShouldBeFalse();
        Values("Q4").IsProvisional.ShouldBeTrue();
    }

    private static Receipt Read(PartMonths rule, string day, int records) => IntakeRun.One(
        "a.csv",
        Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Range(0, records).Select(i => $"r{i},Anti-social behaviour - nuisance,{day},10:00,350000,430000,E05099001,near the park\n"))),
        TestDatasets.IncidentsOfPartner with { PartMonths = rule }).Receipt;
}
