using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Forms;

public sealed class DisclosureFormTests
{
    private const string Records = "age,sex,offence\n18,F,theft\n18,F,theft\n18,F,assault\n25,M,theft\n25,M,fraud\n";
    private const string Wards = "district,ward,category,freq\nD1,W1,a,1\nD1,W1,b,5\nD1,W2,a,2\nD1,W2,b,4\nD2,W3,a,9\nD2,W3,b,9\nD2,W4,a,9\nD2,W4,b,9\n";

    [Fact]
    public void Records_are_grouped_by_what_an_outsider_may_know()
    {
        var json = FormRun.Json("k-anonymity", Records, """{"quasi": ["age", "sex"], "sensitive": "offence", "threshold": 3}""");
        json.GetProperty("k").GetInt32().ShouldBe(2);
        json.GetProperty("classes_below").GetInt32().ShouldBe(1);
        json.GetProperty("records_in_classes_below_3").GetInt32().ShouldBe(2);
        json.GetProperty("l").GetInt32().ShouldBe(2);
        json.GetProperty("alpha").GetDouble().ShouldBe(2 / 3.0);
        json.GetProperty("equivalence_classes").GetInt32().ShouldBe(2);
        var plain = FormRun.Json("k-anonymity", Records, """{"quasi": ["age"]}""");
        plain.GetProperty("classes_below").GetInt32().ShouldBe(2);
        plain.TryGetProperty("l", out _).ShouldBeFalse();
    }

    [Fact]
    public void Columns_that_are_not_there_are_named()
    {
        FormRun.Refusal("k-anonymity", Records).ShouldBe("options, 'quasi': is missing.");
        FormRun.Refusal("k-anonymity", Records, """{"quasi": []}""").ShouldBe("No column is named that could single somebody out.");
        FormRun.Refusal("k-anonymity", Records, """{"quasi": ["age", "town"]}""").ShouldBe("input, row 1: there is no column 'town'; the header has 'age', 'sex', 'offence'.");
        FormRun.Refusal("k-anonymity", Records, """{"quasi": ["age"], "sensitive": "town"}""").ShouldContain("'town'");
    }

    [Fact]
    public void Wards_in_districts_are_rounded_with_all_their_margins()
    {
        var rows = FormRun.Rows("round-small-counts", Wards);
        rows.Count.ShouldBe(21);
        rows[0].ShouldBe(new Dictionary<string, string> { ["round_base"] = "3", ["ward"] = "Total", ["category"] = "Total", ["original"] = "48", ["rounded"] = "48", ["difference"] = "0" });
        rows.Single(r => r["ward"] == "W1" && r["category"] == "a")["rounded"].ShouldBe("0");
        rows.Single(r => r["ward"] == "D1" && r["category"] == "a")["rounded"].ShouldBe("3");
        rows.Single(r => r["ward"] == "W2" && r["category"] == "a")["difference"].ShouldBe("1");
        FormRun.Rows("round-small-counts", Wards, """{"publish": "margins"}""").Count.ShouldBe(9);
    }

    [Fact]
    public void A_plain_table_publishes_its_totals_unless_told_otherwise()
    {
        const string Plain = "one,two,freq\na,x,1\na,y,9\nb,x,9\nb,y,9\n";
        FormRun.Rows("round-small-counts", Plain).Count.ShouldBe(5);
        FormRun.Rows("round-small-counts", Plain, """{"publish": "all", "base": 5}""").Count.ShouldBe(9);
    }

    [Fact]
    public void Cases_are_tables_of_their_own()
    {
        var rows = FormRun.Rows("round-small-counts", "case,one,two,freq\np,a,x,1\np,b,y,9\nq,a,x,2\nq,b,y,9\n".Replace("b,y", "b,x", StringComparison.Ordinal));
        rows.Where(r => r["case"] == "p").Single(r => r["one"] == "a")["rounded"].ShouldBe("0");
        rows.Where(r => r["case"] == "q").Single(r => r["one"] == "a")["rounded"].ShouldBe("3");
        FormRun.Refusal("round-small-counts", "case,one,two,freq\np,a,x,1\np,a,y,9\np,b,x,1\np,b,y,1\nq,a,x,2\nq,b,y,9\n").ShouldContain("case 'q'");
    }

    [Theory]
    [InlineData("one,freq\na,1\nb,-1\n", "{}", "input, row 3, column 'freq': '-1' is not a whole number from 0 to 1,000,000,000,000.")]
    [InlineData("one,freq\na,1\nb,1.5\n", "{}", "input, row 3, column 'freq': '1.5' is not a whole number from 0 to 1,000,000,000,000.")]
    [InlineData("one,freq\na,1\nb,\n", "{}", "input, row 3, column 'freq': is empty.")]
    [InlineData("one,freq\na,1\n,2\n", "{}", "input, row 3, column 'one': is empty.")]
    [InlineData("one,freq\na,1\nTotal,2\n", "{}", "input, row 3, column 'one': 'Total' names a margin; margins are computed.")]
    [InlineData("one,count\na,1\n", "{}", "input, row 1: there is no column 'freq'; the header has 'one', 'count'.")]
    [InlineData("freq\n1\n", "{}", "The table has no cells.")]
    [InlineData("one,freq\na,1\n", """{"base": 1}""", "options, 'base': 1 is not a whole number of 2 or more.")]
    [InlineData("one,freq\na,1\n", """{"base": 2000}""", "The base is 2000.")]
    [InlineData("one,freq\na,1\n", """{"publish": "some"}""", "Option 'publish': 'some' is not one of auto, all, margins.")]
    public void A_table_that_cannot_be_rounded_is_refused(string text, string options, string said) => FormRun.Refusal("round-small-counts", text, options).ShouldBe(said);

    [Fact]
    public void Small_counts_are_hidden_with_what_would_give_them_away()
    {
        const string Table = "case,ward,category,freq\nx,W1,a,3\nx,W1,b,12\nx,W2,a,9\nx,W2,b,14\n";
        var rows = FormRun.Rows("suppress", Table);
        rows.Count.ShouldBe(9);
        rows.Count(r => r["status"] == "primary").ShouldBe(1);
        rows.Count(r => r["status"] == "secondary").ShouldBe(3);
        rows.Where(r => r["status"] != "published").ShouldAllBe(r => r["freq"].Length == 0);
        rows.Single(r => r["ward"] == "Total" && r["category"] == "Total").ShouldBe(
            new Dictionary<string, string> { ["case"] = "x", ["ward"] = "Total", ["category"] = "Total", ["freq"] = "38", ["status"] = "published" });
        FormRun.Rows("suppress", Table, """{"threshold": 2}""").ShouldAllBe(r => r["status"] == "published");
        FormRun.Rows("suppress", Table.Replace(",3\n", ",0\n", StringComparison.Ordinal), """{"protectZeros": true}""").Count(r => r["status"] == "primary").ShouldBe(1);
        FormRun.Rows("suppress", Wards).Count(r => r["status"] == "primary").ShouldBe(4);
    }

    [Fact]
    public void A_table_that_can_not_be_read_is_refused_by_row_and_column()
    {
        FormRun.Refusal("suppress", "ward,freq\nW1,-2\n").ShouldContain("row 2");
        FormRun.Refusal("suppress", "ward,freq\nW1,2.5\n").ShouldContain("'freq'");
        FormRun.Refusal("suppress", "ward,freq\nTotal,2\n").ShouldContain("margin");
        FormRun.Refusal("suppress", "ward,count\nW1,2\n").ShouldContain("freq");
        FormRun.Refusal("suppress", "ward,freq\nW1,2\n", """{"minWidth": 0}""").ShouldContain("minWidth");
        FormRun.Refusal("suppress", "ward,freq\nW1,2147483647\nW2,9\n").ShouldContain("2147483656");
    }
}
