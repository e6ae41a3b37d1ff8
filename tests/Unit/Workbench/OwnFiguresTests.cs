using System.Text;
using Made.Core.Workbench;
using Made.Web.Workbench;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Workbench;

public class OwnFiguresTests
{
    [Theory]
    [InlineData("Month,Calls\n2024-01,12\n2024-02,15\n")]
    [InlineData("Month\tCalls\r\nJan 2024\t12\r\nFeb 2024\t15\r\n")]
    [InlineData("Date;Calls\n31/01/2024;12\n29/02/2024;15")]
    [InlineData("2024-01-31,12\n2024-02-29,15\n")]
    [InlineData("\uFEFFMonth,Calls\n\"January 2024\",12\nFeb-24,15\n")]
    public void Months_and_values_are_read_however_they_are_written(string text)
    {
        var own = Read(text);
        own.Series.Months.Select(m => (m.Month.ToString(), m.Value)).ShouldBe([("2024-01", 12), ("2024-02", 15)]);
        own.Series.Kind.ShouldBe(SeriesKind.Counts);
        own.Said.ShouldBe(["2 rows were read, January 2024 to February 2024."]);
    }

    [Fact]
    public void A_month_left_out_and_an_empty_value_are_gaps()
    {
        var own = Read("Month,Calls\n2024-01,12\n2024-02,\n2024-04,9\n");
        own.Series.Months.Select(m => m.IsHeld).ShouldBe([true, false, false, true]);
    }

    [Fact]
    public void Days_are_added_up_to_months_and_it_is_said()
    {
        var own = Read("Day,Calls,Homes,Remark\n2024-01-05,2,10,x\n2024-01-20,3,10,y\n2024-02-01,4,10,z\n");
        own.Series.Months.Select(m => (m.Value, m.Denominator)).ShouldBe([(5, 20), (4, 10)]);
        own.Said[1].ShouldStartWith("Several rows fall into one month, so they were added up to 2 months.");
        own.Said[2].ShouldBe("Only the first three columns are used; left out: 'Remark'.");
        own.Series.RateUnit.ShouldBe("per 100 homes");
        own.Series.IsPart.ShouldBeTrue();
        own.Series.Plural.ShouldBe("calls");
    }

    [Fact]
    public void Bad_rows_are_named_by_row_column_and_reason_all_at_once() => Refused("Month,Calls,Homes\n2024-13,12,5\n2024-02,x,5\n2024-03,-1,0\n").Split('\n').ShouldBe(
    [
        "calls.csv, row 2, column 'Month': '2024-13' is not a date or month (2024-01, 2024-01-31, 31/01/2024, Jan 2024).",
        "calls.csv, row 3, column 'Calls': 'x' is not a number.",
        "calls.csv, row 4, column 'Calls': '-1' is negative.",
        "calls.csv, row 4, column 'Homes': '0' is not above 0.",
    ]);

    [Theory]
    [InlineData("Month\n2024-01\n", "calls.csv, row 1: has one column; a date or month and a value are needed.")]
    [InlineData("Month,Calls\n2024-01,1,2\n", "calls.csv, row 2: has 3 cells where the header has 2.")]
    [InlineData("Month,Calls\n", "calls.csv: there are no rows below the header.")]
    [InlineData("Month,Month\n2024-01,1\n", "calls.csv, row 1: the column 'Month' stands there twice.")]
    [InlineData("Month,Calls\n1024-01,1\n2024-01,1\n", "calls.csv: it goes from January 1024 to January 2024: check the dates.")]
    public void What_is_no_table_of_months_is_refused(string text, string message) => Refused(text).ShouldBe(message);

    [Fact]
    public void More_than_2000_rows_are_refused()
    {
        var rows = Enumerable.Range(0, 2001).Select(i => $"{new DateOnly(2018, 1, 1).AddDays(i):yyyy-MM-dd},1");
        Refused("Day,Calls\n" + string.Join('\n', rows)).ShouldBe("calls.csv: it has 2,001 rows; the workbench takes 2,000.");
        Refused(new string('x', 300_000)).ShouldContain("more than 256 KB");
    }

    [Fact]
    public void Values_that_are_not_whole_are_amounts() => Read("Month,Hours\n2024-01,1.5\n2024-02,2\n").Series.Kind.ShouldBe(SeriesKind.Amounts);

    private static OwnFigures Read(string text) =>
        OwnFigures.Read("calls.csv", Encoding.UTF8.GetBytes(text), "", 0).Succeeded(out var own, out var problem) ? own : throw new InvalidOperationException(problem.ToString());

    private static string Refused(string text) => OwnFigures.Read("calls.csv", Encoding.UTF8.GetBytes(text), "", 0).Problem!.Message;
}
