using System.Text.Json;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Forms;

public sealed class RateFormTests
{
    [Theory]
    [InlineData("rate-ci", "gen_rates_lsoa_to_county", "gen_rates_lsoa_to_county", "value lower95_0cl upper95_0cl lower99_8cl upper99_8cl", "{}")]
    [InlineData("proportion-ci", "gen_proportions", "gen_proportions", "value lower95_0cl upper95_0cl lower99_8cl upper99_8cl", "{}")]
    [InlineData("dsr", "gen_dsr_input", "gen_dsr_expected", "total_count total_pop value lower95_0cl upper95_0cl lower99_8cl upper99_8cl", "{}")]
    [InlineData("dsr", "gen_dsr_repeat_events_input", "gen_dsr_repeat_events_expected", "total_count total_pop value lowercl uppercl", "{}")]
    [InlineData("funnel-limits", "gen_funnel_significance", "gen_funnel_limits_proportion", "Population lower_2s_limit upper_2s_limit lower_3s_limit upper_3s_limit baseline", """{"type":"proportion"}""")]
    [InlineData("funnel-limits", "gen_funnel_significance", "gen_funnel_limits_rate",
        "Events lower_2s_population_1_year lower_2s_limit upper_2s_population_1_year upper_2s_limit lower_3s_population_1_year lower_3s_limit upper_3s_population_1_year upper_3s_limit baseline",
        """{"type":"rate"}""")]
    public void A_reference_file_goes_in_and_its_results_come_out(string method, string given, string expected, string columns, string options)
    {
        var rows = Vectors.Rows($"01-rates/{expected}.csv");
        if (rows.Count == 0)
            return;
        var ours = FormRun.Rows(method, Vectors.Text($"01-rates/{given}.csv"), options);
        ours.Count.ShouldBe(rows.Count);
        foreach (var (our, row) in ours.Zip(rows))
        {
            columns.Split(' ').ShouldAllBe(c => Vectors.Near(our.Number(c), row.Number(c), 1e-9), string.Join(',', row.Values));
            foreach (var label in new[] { "area", "method", "statistic" }.Where(l => our.ContainsKey(l)))
                our[label].ShouldBe(row[label]);
        }
    }

    [Theory]
    [InlineData("rate")]
    [InlineData("proportion")]
    public void A_funnel_says_in_its_summary_where_each_area_lies(string type)
    {
        var rows = Vectors.Rows("01-rates/gen_funnel_significance.csv");
        if (rows.Count == 0)
            return;
        var summary = FormRun.Output("funnel-limits", Vectors.Text("01-rates/gen_funnel_significance.csv"), $$"""{"type":"{{type}}"}""").Summary;
        JsonDocument.Parse(summary).RootElement.GetProperty("areas").EnumerateArray()
            .Select(a => (a.GetProperty("area").GetString(), a.GetProperty("significance").GetString()))
            .ShouldBe(rows.Select(r => ((string?)r["area"], (string?)r[$"significance_{type}"])));
    }

    [Theory]
    [InlineData("gen_recent_trend")]
    [InlineData("fingertips_recent_trend")]
    public void Trends_agree_with_the_reference(string file)
    {
        var cases = Vectors.Entries($"01-rates/{file}.json", "cases").ToList();
        if (cases.Count == 0)
            return;
        var ours = FormRun.Json("recent-trend", Vectors.Text($"01-rates/{file}.json")).GetProperty("cases").EnumerateArray().ToList();
        ours.Count.ShouldBe(cases.Count);
        foreach (var (our, asked) in ours.Zip(cases))
        {
            var expected = asked.TryGetProperty("recomputed", out var recomputed) ? recomputed : asked;
            foreach (var number in new[] { "slope", "chi_square" })
                Vectors.Near(our.GetProperty(number).GetDouble(), expected.GetProperty(number).GetDouble()).ShouldBeTrue();
            foreach (var flag in new[] { "all_slopes_same_sign", "significant" })
                our.GetProperty(flag).GetBoolean().ShouldBe(expected.GetProperty(flag).GetBoolean());
            our.GetProperty("marker").GetString().ShouldBe(expected.GetProperty("marker").GetString());
        }
    }

    [Fact]
    public void Benchmarks_are_judged_as_the_reference_does()
    {
        if (Vectors.Text("01-rates/fingertips_benchmark_comparison.json") is not { Length: > 0 } text)
            return;
        foreach (var answer in FormRun.Json("benchmark", text).GetProperty("groups").EnumerateArray().SelectMany(g => g.GetProperty("cases").EnumerateArray()))
            foreach (var (expected, result) in new[] { ("expected", "result"), ("expected_95", "result_95"), ("expected_998", "result_998") })
                if (answer.TryGetProperty(expected, out var word))
                    answer.GetProperty(result).GetString().ShouldBe(word.GetString());
    }

    [Fact]
    public void A_missing_count_or_population_leaves_the_row_and_no_figures()
    {
        FormRun.Text("rate-ci", "area,count,population\nA,,100\nB,10,\n").ShouldEndWith("\nA,,,,,,\nB,,,,,,Byars\n");
        FormRun.Text("proportion-ci", "area,numerator,denominator\nA,,100\nB,10,\n").ShouldEndWith("\nA,,,,,,Wilson\nB,,,,,,Wilson\n");
    }

    [Fact]
    public void A_band_without_events_leaves_no_standardised_rate_unless_it_may_count_as_none()
    {
        const string Bands = "area,ageband,pop,obs,stdpop\nA,1,1000,20,50\nA,2,1000,,50\n";
        FormRun.Text("dsr", Bands).ShouldEndWith("A,20,2000,,,,,,,,dsr NA where a band's events are missing,Dobson\n");
        FormRun.Rows("dsr", Bands, """{"missing":"zero"}""")[0]["value"].ShouldBe("1000");
        FormRun.Rows("dsr", "area,ageband,eventfreq,pop,persons,stdpop\nA,1,1,1000,20,50\nA,1,2,1000,,50\n")[0]["total_count"].ShouldBe("20");
    }

    [Theory]
    [InlineData("dsr", "area,ageband,pop,obs,stdpop\nA,1,0,1,5\n", "input, row 2, column 'pop': '0' is not above 0.")]
    [InlineData("dsr", "area,ageband,pop,obs,stdpop\nA,1,5,1,-5\n", "input, row 2, column 'stdpop': '-5' is negative.")]
    [InlineData("dsr", "area,ageband,pop,obs,stdpop\nA,1,5,1,0\n", "input, row 2, column 'stdpop': all weights of area 'A' are 0.")]
    [InlineData("dsr", "area,ageband,pop,obs,stdpop\nA,1,5,1,5\nA,1,5,1,5\n", "input, row 3, column 'ageband': '1' stands there twice for area 'A'.")]
    [InlineData("dsr", "area,ageband,pop,stdpop\nA,1,5,1\n", "input, row 1: there is no column 'obs'; the header has 'area', 'ageband', 'pop', 'stdpop'.")]
    [InlineData("dsr", "area,ageband,eventfreq,pop,stdpop\nA,1,1,5,1\n", "input, row 1: there is no column 'persons'; the header has 'area', 'ageband', 'eventfreq', 'pop', 'stdpop'.")]
    [InlineData("dsr", "area,ageband,eventfreq,pop,persons,stdpop\nA,1,1,5,1,1\nA,1,2,6,1,1\n", "input, row 3, column 'pop': area 'A', band '1': population or weight differ from an earlier row.")]
    [InlineData("recent-trend", """{"cases":[{"id":"a","count":[1,-2],"population":[5,5]}]}""", "input, cases, entry 1, 'count', item 2: -2 is negative.")]
    [InlineData("recent-trend", """{"cases":[{"id":"a","count":[1,2],"population":[5,0]}]}""", "input, cases, entry 1, 'population', item 2: 0 is not above 0.")]
    [InlineData("recent-trend", """{"cases":[{"id":"a","count":[1,2],"population":[5]}]}""", "input, cases, entry 1, 'count': has 2 years where population has 1.")]
    [InlineData("recent-trend", """{"cases":[{"id":"a","value":[1,2],"lowerci":[0,3],"upperci":[2,4]}]}""", "input, cases, entry 1, 'value': item 2 lies outside its limits.")]
    [InlineData("recent-trend", """{"cases":[{"id":"a"}]}""", "input, cases, entry 1, 'count': is missing.\ninput, cases, entry 1, 'population': is missing.")]
    [InlineData("recent-trend", """{"case":[]}""", "input, 'cases': is missing.")]
    [InlineData("recent-trend", "[]", "input: it holds a JSON array, not an object.\ninput, 'cases': is missing.")]
    [InlineData("benchmark", """{"groups":[{"method":"triple","cases":[]}]}""", "input, groups, entry 1, 'method': holds none of the words single, double, proportions, rates.")]
    [InlineData("benchmark", """{"groups":[{"method":"single","cases":[{"value":"x","lower":3,"upper":2,"benchmark":1}]}]}""",
        "input, groups, entry 1, cases, entry 1, 'value': \"x\" is not a number.\ninput, groups, entry 1, cases, entry 1, 'lower': 3 is above upper, 2.")]
    [InlineData("benchmark", """{"groups":[{"method":"SPC for rates","cases":[{"value":1,"denominator":0}]}]}""",
        "input, groups, entry 1, 'unit': is missing.\ninput, groups, entry 1, cases, entry 1, 'denominator': 0 is not above 0.")]
    [InlineData("funnel-limits", "obs,pop\n1,2\n", "Option 'type': is missing; use one of proportion, rate, ratio.")]
    public void Bad_input_is_refused_with_its_place(string method, string text, string said) => FormRun.Refusal(method, text).ShouldBe(said);

    [Theory]
    [InlineData("proportion", "obs,pop\n1,2\n3,2\n", "input, row 3, column 'obs': 3 is more than the denominator, 2.")]
    [InlineData("rate", "obs,pop\n0,2\n", "input, row 2, column 'obs': no area has events: a funnel of rates has no baseline then.")]
    [InlineData("rate", "obs,pop\n,2\n4,\n", "input, row 2, column 'obs': is missing: a baseline needs every area's events.\ninput, row 3, column 'pop': is missing: a baseline needs every area's denominator.")]
    public void A_funnel_without_a_baseline_is_refused(string type, string text, string said) =>
        FormRun.Refusal("funnel-limits", text, $$"""{"type":"{{type}}"}""").ShouldBe(said);

    [Fact]
    public void A_funnel_comes_as_JSON_or_CSV_and_shows_ratios_in_either_way()
    {
        const string Areas = """{"type":"ratio","areas":[{"area":"A","obs":8,"expected":6},{"area":"B","obs":20,"expected":25}]}""";
        var index = FormRun.Rows("funnel-limits", Areas)[10];
        var difference = FormRun.Rows("funnel-limits", "obs,expected\n8,6\n20,25\n", """{"ratioType":"count"}""")[10];
        (index["statistic"], difference["statistic"]).ShouldBe(("ratio (isr)", "ratio (count)"));
        difference.Number("lower_2s_limit").ShouldBe((index.Number("lower_2s_limit") / 100) - 1, 1e-12);
        FormRun.Refusal("funnel-limits", """{"type":"sum","areas":[]}""").ShouldBe("Option 'type': 'sum' is not one of proportion, rate, ratio.");
    }

    [Fact]
    public void The_older_trend_test_and_full_counts_are_told_apart()
    {
        const string Counts = """{"cases":[{"count":[994,1023,1199,1332,1367],"population":[40299,41527,42811,44064,44701]},{"count":[5,4,3,2,1],"population":[5,5,5,5,5]}]}""";
        var cases = FormRun.Json("recent-trend", Counts, """{"test":"armitage"}""").GetProperty("cases");
        cases[0].GetProperty("chi_square").GetDouble().ShouldBe(47.8966767075891, 1e-9);
        cases[0].GetProperty("marker").GetString().ShouldBe("Increasing");
        cases[1].GetProperty("marker").GetString().ShouldBe("CannotBeCalculated");
        cases[1].GetProperty("id").GetString().ShouldBe("2");
        cases[1].GetProperty("slope").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
