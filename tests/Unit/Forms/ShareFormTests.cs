using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Forms;

public sealed class ShareFormTests
{
    [Fact]
    public void Severity_agrees_with_the_reference()
    {
        var cases = Vectors.Entries("04-severity/css_worked_cases.json", "cases").ToList();
        if (cases.Count == 0)
            return;
        var ours = FormRun.Json("severity", Vectors.Text("04-severity/css_worked_cases.json"));
        ours.GetProperty("weights_version").GetString().ShouldBe("ons-2020");
        foreach (var (our, row) in ours.GetProperty("cases").EnumerateArray().Zip(cases))
            foreach (var name in new[] { "weighted_total", "css", "mean_weight_per_offence", "offences_per_1000" })
                Vectors.Near(our.GetProperty(name).GetDouble(), row.GetProperty(name).GetDouble()).ShouldBeTrue(name);
    }

    [Fact]
    public void The_held_weights_are_the_published_ones()
    {
        foreach (var row in Vectors.Rows("04-severity/ons_css_weights_by_offence.csv"))
            foreach (var code in new[] { row["code_original"], row["code_severity"] })
                FormRun.Json("severity", $$$"""{"cases":[{"id":"x","counts":{"{{{code}}}":1},"population":1}]}""")
                    .GetProperty("cases")[0].GetProperty("css").GetDouble().ShouldBe(row.Number("weight"), code);
    }

    [Fact]
    public void Weights_may_come_with_the_input_and_have_their_version()
    {
        const string Given = """{"weights":{"a":10,"b":400},"cases":[{"counts":{"a":30,"b":1},"population":1000}]}""";
        var ours = FormRun.Json("severity", Given);
        ours.GetProperty("weights_version").GetString().ShouldBe("given");
        var first = ours.GetProperty("cases")[0];
        (first.GetProperty("id").GetString(), first.GetProperty("css").GetDouble(), first.GetProperty("heaviest_code").GetString(), first.GetProperty("css_without_heaviest").GetDouble())
            .ShouldBe(("1", 0.7, "b", 0.3));
        FormRun.Json("severity", Given, """{"weightsVersion":"ours-3"}""").GetProperty("weights_version").GetString().ShouldBe("ours-3");
    }

    [Theory]
    [InlineData("""{"cases":[{"counts":{"46":1,"ASB":2},"population":5}]}""", "{}", "input, cases, entry 1, 'counts', 'ASB': there is no weight for this code.")]
    [InlineData("""{"cases":[{"counts":{"46":-1},"population":5}]}""", "{}", "input, cases, entry 1, 'counts', '46': -1 is negative.")]
    [InlineData("""{"cases":[{"counts":{"46":"1"},"population":5}]}""", "{}", "input, cases, entry 1, 'counts', '46': \"1\" is not a number.")]
    [InlineData("""{"cases":[{"counts":{"46":1},"population":0}]}""", "{}", "input, cases, entry 1, 'population': 0 is not above 0.")]
    [InlineData("""{"cases":[{"counts":[1],"population":5}]}""", "{}", "input, cases, entry 1, 'counts': [1] is not an object.")]
    [InlineData("""{"cases":[{"counts":{"46":1},"population":5}]}""", """{"weightsVersion":"ons-1999"}""", "Option 'weightsVersion': 'ons-1999' is not held; there is ons-2020.")]
    public void Counts_that_cannot_be_weighed_are_refused(string text, string options, string said) => FormRun.Refusal("severity", text, options).ShouldBe(said);

    [Fact]
    public void Apportionment_agrees_with_the_reference_to_the_penny()
    {
        var cases = Vectors.Entries("09-apportionment/largest_remainder.json", "cases").ToList();
        if (cases.Count == 0)
            return;
        var ours = FormRun.Json("apportion", Vectors.Text("09-apportionment/largest_remainder.json")).GetProperty("cases").EnumerateArray().ToList();
        ours.Count.ShouldBe(cases.Count);
        foreach (var (our, row) in ours.Zip(cases))
        {
            var areas = our.GetProperty("areas").EnumerateArray().Zip(row.GetProperty("areas").EnumerateArray()).ToList();
            areas.Count.ShouldBe(row.GetProperty("areas").GetArrayLength());
            foreach (var (area, expected) in areas)
                foreach (var name in new[] { "code", "exact_share", "largest_remainder" })
                    area.GetProperty(name).GetRawText().ShouldBe(expected.GetProperty(name).GetRawText(), row.GetProperty("id").GetString());
        }
    }

    [Fact]
    public void Weights_keep_the_decimals_they_are_written_with() =>
        FormRun.Json("apportion", """{"total":3,"areas":[{"code":"a","weight":0.1},{"code":"b","weight":0.2}]}""").GetProperty("areas").EnumerateArray()
            .Select(a => a.GetProperty("exact_share").GetString()).ShouldBe(["1.0", "2.0"]);

    [Theory]
    [InlineData("""{"total":1.5,"areas":[{"code":"a","weight":1}]}""", "input, 'total': is not whole: give it in pence.")]
    [InlineData("""{"total":-1,"areas":[{"code":"a","weight":1}]}""", "input, 'total': -1 is negative.")]
    [InlineData("""{"total":1,"areas":[{"code":"a","weight":0}]}""", "input, 'areas': all weights are 0.")]
    [InlineData("""{"total":1,"areas":[]}""", "input, 'areas': is empty.")]
    [InlineData("""{"total":1,"areas":[{"code":"a"}]}""", "input, areas, entry 1, 'weight': is missing.")]
    [InlineData("""{"total":1,"areas":[{"code":"a","weight":1e3}]}""", "input, areas, entry 1, 'weight': is written with an exponent; write out its digits.")]
    [InlineData("""{"total":1}""", "input, 'areas': is missing.")]
    public void Sums_that_cannot_be_divided_are_refused(string text, string said) => FormRun.Refusal("apportion", text).ShouldBe(said);

    [Fact]
    public void A_total_with_empty_decimals_is_whole() =>
        FormRun.Json("apportion", """{"total":100.00,"areas":[{"code":"a","weight":1}]}""").GetProperty("areas")[0].GetProperty("largest_remainder").GetInt32().ShouldBe(100);

    [Fact]
    public void Stages_agree_with_the_reference()
    {
        var rows = Vectors.Entries("10-funnel-table/seed004_domestic_abuse_funnel.json", "rows").ToList();
        if (rows.Count == 0)
            return;
        var ours = FormRun.Json("funnel-table", Vectors.Text("10-funnel-table/seed004_domestic_abuse_funnel.json")).GetProperty("cases").EnumerateArray().ToList();
        foreach (var (our, row) in ours.Zip(rows))
        {
            foreach (var stage in row.GetProperty("recomputed_percent").EnumerateObject())
                Vectors.Near(our.GetProperty("percent").GetProperty(stage.Name).GetDouble(), stage.Value.GetDouble(), 1e-6).ShouldBeTrue(stage.Name);
            foreach (var stage in row.GetProperty("rounded_half_up").EnumerateObject())
                our.GetProperty("rounded_half_up").GetProperty(stage.Name).GetDouble().ShouldBe(stage.Value.GetDouble());
            our.GetProperty("immediate_plus_ongoing_equals_engaged").GetBoolean().ShouldBe(row.GetProperty("immediate_plus_ongoing_equals_engaged").GetBoolean());
        }
    }

    [Fact]
    public void A_stage_of_nobody_cannot_be_calculated_and_a_missing_one_says_why()
    {
        var first = FormRun.Json("funnel-table", """{"cases":[{"referrals":0,"successful_call":0,"engaged":"not-yet-due","immediate_only":null}]}""").GetProperty("cases")[0];
        var percent = first.GetProperty("percent");
        new[] { "successful_call", "engaged", "immediate_only", "ongoing" }.Select(s => percent.GetProperty(s).GetString())
            .ShouldBe(["cannot-be-calculated", "not-yet-due", "not-reported", "not-reported"]);
        first.GetProperty("denominator").GetProperty("ongoing").GetString().ShouldBe("engaged");
        first.GetProperty("immediate_plus_ongoing_equals_engaged").GetString().ShouldBe("not-reported");
    }

    [Theory]
    [InlineData("""{"cases":[{"referrals":"-","successful_call":1}]}""", "input, cases, entry 1, 'referrals': \"-\" is not a number.")]
    [InlineData("""{"cases":[{"referrals":3,"successful_call":4}]}""", "input, cases, entry 1: 'successful_call' is 4, more than 'referrals', 3.")]
    [InlineData("""{"cases":[{"referrals":3.5}]}""", "input, cases, entry 1, 'referrals': 3.5 is not a whole number of 0 or more.")]
    [InlineData("""{"cases":[7]}""", "input, cases, entry 1: is not an object.")]
    public void Stages_that_cannot_be_are_refused(string text, string said) => FormRun.Refusal("funnel-table", text).ShouldBe(said);
}
