using System.Text;
using Made.Web.Commands;
using Made.Web.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Forms;

/// <summary>What every method's command does with its file and options, shown on two of them.</summary>
public sealed class FrameTests
{
    private const string Good = "area,count,population\nA,9,3182\n";

    [Fact]
    public void A_table_goes_in_and_a_table_comes_out() =>
        FormRun.Text("rate-ci", Good).ShouldBe(
            "area,value,lower95_0cl,upper95_0cl,lower99_8cl,upper99_8cl,method\n"
            + "A,2.828409805153991,1.2933290689435406,5.369202844569188,0.7707179146335001,7.1204818695986365,Exact\n");

    [Fact]
    public void Options_change_the_result_and_its_columns() =>
        FormRun.Text("rate-ci", Good, """{"multiplier": 100000, "confidence": [0.9]}""").ShouldStartWith("area,value,lower90_0cl,upper90_0cl,method\nA,282.84098051539");

    [Fact]
    public void Percentages_come_in_per_cent() =>
        FormRun.Rows("proportion-ci", "area,numerator,denominator\nA,885,885\n")[0]["value"].ShouldBe("100");

    [Theory]
    [InlineData("area,count,population\nA,9,3182\nB,x,5\n", "input, row 3, column 'count': 'x' is not a number.")]
    [InlineData("area,count,population\nA,NaN,5\n", "input, row 2, column 'count': 'NaN' is not a number.")]
    [InlineData("area,count,population\nA,1e999,5\n", "input, row 2, column 'count': '1e999' is not a number.")]
    [InlineData("area,count,population\nA,\"1,000\",5\n", "input, row 2, column 'count': '1,000' is not a number.")]
    [InlineData("area,count,population\nA,-1,5\n", "input, row 2, column 'count': '-1' is negative.")]
    [InlineData("area,count,population\nA,1,0\n", "input, row 2, column 'population': '0' is not above 0.")]
    [InlineData("area,count,population\n,1,5\n", "input, row 2, column 'area': is empty.")]
    [InlineData("area,count\nA,1\n", "input, row 1: there is no column 'population'; the header has 'area', 'count'.")]
    [InlineData("area,count,population,count\nA,1,5,2\n", "input, row 1: the column 'count' stands there twice.")]
    [InlineData("area,count,population\nA,1\n", "input, row 2: has 2 cells where the header has 3.")]
    [InlineData("area,count,population\n\nA,1,5,6\n", "input, row 3: has 4 cells where the header has 3.")]
    [InlineData("area,count,population\nA,1,\"5\n", "input, row 2: a quote is not closed or stands where it may not.")]
    [InlineData("area,count,population\nA,1,\"5\"6\n", "input, row 2, column 'population': text follows a closing quote.")]
    [InlineData("area,count,population\n", "input: there are no rows below the header.")]
    [InlineData("", "input: there is nothing in it.")]
    public void What_is_wrong_is_said_with_row_column_and_reason(string text, string said) => FormRun.Refusal("rate-ci", text).ShouldBe(said);

    [Fact]
    public void A_part_above_its_whole_is_refused() =>
        FormRun.Refusal("proportion-ci", "area,numerator,denominator\nA,5,5\nB,6,5\n").ShouldBe("input, row 3, column 'numerator': 6 is more than the denominator, 5.");

    [Fact]
    public void Several_faults_are_said_together_up_to_twenty()
    {
        var text = new StringBuilder("area,count,population\n");
        for (var i = 0; i < 25; i++)
            text.Append("A,-1,5\n");
        var lines = FormRun.Refusal("rate-ci", text.ToString()).Split('\n');
        lines.Length.ShouldBe(21);
        lines[19].ShouldBe("input, row 21, column 'count': '-1' is negative.");
        lines[20].ShouldBe("and 5 more");
    }

    [Theory]
    [InlineData("""{"mult": 1}""", "'rate-ci' has no option 'mult'; it has multiplier, confidence, limits.")]
    [InlineData("""{"multiplier": "1000"}""", "options, 'multiplier': \"1000\" is not a number.")]
    [InlineData("""{"multiplier": 0}""", "options, 'multiplier': 0 is not above 0.")]
    [InlineData("""{"confidence": 0.95}""", "options, 'confidence': 0.95 is not an array.")]
    [InlineData("""{"confidence": [0.95, 1]}""", "options, 'confidence', item 2: 1 does not lie between 0 and 1.")]
    [InlineData("""{"confidence": []}""", "Option 'confidence': names no level.")]
    [InlineData("""{"confidence": [0.9, 0.9]}""", "Option 'confidence': names a level twice.")]
    [InlineData("[]", "The options are not a JSON object: it is array.")]
    public void A_wrong_option_is_refused(string options, string said) => FormRun.Refusal("rate-ci", Good, options).ShouldBe(said);

    [Theory]
    [InlineData("{\"multiplier\": 1")]
    [InlineData("{\"multiplier\": 1, \"multiplier\": 2}")]
    public void Options_that_are_not_JSON_are_refused(string options) =>
        FormRun.Refusal("rate-ci", Good, options).ShouldStartWith("The options are not a JSON object: line 1, position ");

    [Fact]
    public void Text_outside_UTF_8_is_refused() =>
        FormRun.Of("rate-ci", [.. "area,count,population\nA"u8, 0xE9, .. ",1,5\n"u8]).Problem!.Message.ShouldBe("input, row 2, column 'area': is not UTF-8 text.");

    [Fact]
    public void A_byte_order_mark_quotes_and_Windows_line_ends_are_read() =>
        FormRun.Text("rate-ci", "\uFEFF\"area\",\"count\",\"population\"\r\n\"A, B\",0,1000\r\n").Split('\n')[1].ShouldStartWith("\"A, B\",0,0,3.68887945");

    [Fact]
    public void Every_method_says_what_it_reads_writes_and_where_it_is_defined()
    {
        MethodForms.All.Select(f => f.Description.Name).ShouldBeUnique();
        foreach (var method in MethodForms.All.Select(f => f.Description))
        {
            string.Join('\n', method.Lines()).ShouldContain(method.Source);
            File.Exists(TestKit.Repository.Path("docs", "methods", method.Page + ".md")).ShouldBeTrue($"{method.Name} has no page {method.Page}");
        }
    }

    [Fact]
    public async Task The_command_writes_the_whole_file_or_leaves_the_old_one()
    {
        var folder = Directory.CreateTempSubdirectory("made-method-");
        try
        {
            var (given, written) = (Path.Combine(folder.FullName, "in.csv"), Path.Combine(folder.FullName, "out.csv"));
            await File.WriteAllTextAsync(given, Good);
            (await CommandLine.RunAsync(["method", "rate-ci", "--in", given, "--out", written])).ShouldBe(0);
            (await File.ReadAllTextAsync(written)).ShouldBe(FormRun.Text("rate-ci", Good));

            await File.WriteAllTextAsync(written, "old");
            await File.WriteAllTextAsync(given, Good + "B,-1,5\n");
            (await CommandLine.RunAsync(["method", "rate-ci", "--in", given, "--out", written])).ShouldBe(1);
            (await File.ReadAllTextAsync(written)).ShouldBe("old");
            (await CommandLine.RunAsync(["method", "rate-ci", "--in", Path.Combine(folder.FullName, "none.csv"), "--out", written])).ShouldBe(1);
            await File.WriteAllTextAsync(given, Good);
            (await CommandLine.RunAsync(["method", "rate-ci", "--in", given, "--out", written, "--summary", written + ".json"])).ShouldBe(1);
            (await CommandLine.RunAsync(["method", "rate-ci", "--in", given, "--out", Path.Combine(folder.FullName, "no", "out.csv")])).ShouldBe(1);
            (await CommandLine.RunAsync(["method", "rate-ci", "--out", written])).ShouldBe(2);
            (await CommandLine.RunAsync(["method", "no-such-method", "--in", given])).ShouldBe(2);
            folder.GetFiles().Select(f => f.Name).Order().ShouldBe(["in.csv", "out.csv"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
