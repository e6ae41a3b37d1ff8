using System.Text.Json;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Forms;

public sealed class ControlChartFormTests
{
    [Theory]
    [InlineData("xmr_edge")]
    [InlineData("xmr_real")]
    [InlineData("xmr_rebased_seatbelt_law")]
    public void Run_charts_and_their_icons_agree_with_the_reference(string file)
    {
        var summaries = Vectors.Rows($"02-spc-funnel/{file}_summary.csv").ToLookup(r => (r["series"], r["option"]));
        foreach (var series in Vectors.Rows($"02-spc-funnel/{file}_points.csv").GroupBy(r => (Series: r["series"], Option: r["option"])))
        {
            var expected = series.ToList();
            var asked = summaries[series.Key].ToList();
            var text = "date,y,rebase_group\n" + string.Join('\n', expected.Select(r => $"{r["date"]},{r["y"]},{r["rebase_group"]}")) + "\n";
            var output = FormRun.Output("xmr", text, Options(series.Key.Option, asked[0]));
            var lines = output.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var names = lines[0].Split(',');
            var ours = lines.Skip(1).Select(l => names.Zip(l.Split(',')).ToDictionary(p => p.First, p => p.Second)).ToList();
            ours.Count.ShouldBe(expected.Count);
            foreach (var (our, row) in ours.Zip(expected))
                Same(our, row, $"{series.Key} {row["date"]}");
            Icons(JsonDocument.Parse(output.Summary).RootElement, asked, $"{series.Key}");
        }
    }

    [Fact]
    public void Attribute_charts_agree_with_the_reference()
    {
        var seen = 0;
        foreach (var series in Vectors.Rows("02-spc-funnel/attribute_charts.csv").Where(r => r["chart"] is "p" or "u" or "c" or "pp" or "up").GroupBy(r => (Series: r["series"], Chart: r["chart"])))
        {
            var expected = series.ToList();
            var text = "t,numerator,denominator\n" + string.Join('\n', expected.Select(r => $"{r["t"]},{r["numerator"]},{r["denominator"]}")) + "\n";
            foreach (var (our, row) in FormRun.Rows("attribute-chart", text, $$"""{"chart":"{{series.Key.Chart}}"}""").Zip(expected))
            {
                seen++;
                foreach (var name in new[] { "value", "cl", "lcl", "ucl", "longest_run", "longest_run_max", "n_crossings", "n_crossings_min" })
                    Vectors.Near(our.Number(name), row.Number(name)).ShouldBeTrue($"{series.Key} {row["t"]} {name}");
                our["sigma_signal"].ShouldBe(row["sigma_signal"], $"{series.Key} {row["t"]}");
                our["runs_signal"].ShouldBe(row["runs_signal"], $"{series.Key}");
            }
        }
        seen.ShouldBeOneOf(0, 228);
    }

    [Theory]
    [InlineData("qicharts2_ex_7.4_1", "u")]
    [InlineData("qicharts2_tbl_7.4_1", "p")]
    public void Published_charts_agree(string file, string chart)
    {
        var rows = Vectors.Rows($"02-spc-funnel/{file}.csv");
        if (rows.Count == 0)
            return;
        var text = "t,numerator,denominator\n" + string.Join('\n', rows.Select(r => $"{r["x"]},{r["y.sum"]},{r["n"]}")) + "\n";
        foreach (var (our, row) in FormRun.Rows("attribute-chart", text, $$"""{"chart":"{{chart}}"}""").Zip(rows))
        {
            foreach (var (name, theirs) in new[] { ("value", "y"), ("cl", "cl"), ("lcl", "lcl"), ("ucl", "ucl"), ("longest_run", "longest.run"), ("n_crossings", "n.crossings") })
                Vectors.Near(our.Number(name), row.Number(theirs)).ShouldBeTrue($"{row["x"]} {name}");
            (our["sigma_signal"], our["runs_signal"]).ShouldBe((row["sigma.signal"], row["runs.signal"]));
        }
    }

    [Fact]
    public void Overdispersed_funnels_agree_with_the_reference()
    {
        foreach (var funnel in Vectors.Rows("02-spc-funnel/funnel_overdispersion.csv").GroupBy(r => r["case"]))
        {
            var expected = funnel.ToList();
            var text = "group,numerator,denominator\n" + string.Join('\n', expected.Select(r => $"{r["group"]},{r["numerator"]},{r["denominator"]}")) + "\n";
            var options = $$"""{"data_type":"{{expected[0]["data_type"]}}","method":"{{expected[0]["method"]}}","trim_by":{{expected[0]["trim_by"]}}}""";
            var ours = FormRun.Rows("funnel-overdispersion", text, options);
            ours.Count.ShouldBe(expected.Count);
            foreach (var (our, row) in ours.Zip(expected))
            {
                // SHMI's file holds the rounded denominators beside the ratio made before rounding.
                foreach (var name in our.Keys.Except(["data_type", "method", "group", "trim_by"]).Where(n => n != "rr" || row["data_type"] != "SR" || row["method"] != "SHMI"))
                    Vectors.Near(our.Number(name), row.Number(name)).ShouldBeTrue($"{funnel.Key} {row["group"]} {name}: {our[name]} {row[name]}");
                our["group"].ShouldBe(row["group"]);
            }
        }
    }

    [Fact]
    public void A_month_that_is_empty_or_left_out_breaks_runs_and_is_not_joined_over()
    {
        const string Rows = "date,y\n2023-01-01,5\n2023-02-01,7\n2023-04-01,9\n2023-05-01,\n2023-06-01,8\n";
        var output = FormRun.Output("xmr", Rows);
        // One moving range only, 2: limits 7.25 -+ 5.32.
        var ours = output.Text.Split('\n');
        ours.Length.ShouldBe(7);
        ours[1].ShouldStartWith("2023-01-01,5,0,7.25,1.9299999999999997,12.57,-1,FALSE,FALSE,Common Cause,common_cause,FALSE");
        ours[4].ShouldBe("2023-05-01,,0,7.25,1.9299999999999997,12.57,,,,,,FALSE,ptd");
        var summary = JsonDocument.Parse(output.Summary).RootElement;
        summary.GetProperty("groups")[0].GetProperty("n").GetInt32().ShouldBe(4);
        summary.GetProperty("warnings").EnumerateArray().Select(w => w.GetString()).ShouldBe([
            "Group 0: limits from 4 points are trial limits; 13 or more make them firm.", "2 gaps break moving ranges and runs."]);
        summary.GetProperty("assurance_type").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("2023-01-31,1\n2023-02-28,2\n2023-04-30,4\n", 1)]
    [InlineData("2023-01-01,1\n2023-01-08,2\n2023-01-22,4\n", 1)]
    [InlineData("2023-01-01,1\n2023-01-08,2\n2023-01-18,4\n", 1.5)]
    [InlineData("2023-01-01,1\n2023-01-02,2\n2029-01-03,4\n", 1.5)]
    public void Dates_of_any_even_step_show_their_gaps(string rows, double range) =>
        (FormRun.Rows("xmr", "date,y\n" + rows)[0] is var first ? (first.Number("upl") - first.Number("mean")) / 2.66 : 0).ShouldBe(range, 1e-12);

    [Fact]
    public void One_point_has_a_mean_and_no_limits() =>
        FormRun.Text("xmr", "date,y\n2023-01-01,1\n").ShouldEndWith("2023-01-01,1,0,1,,,0,,,Common Cause,common_cause,FALSE,ptd\n");

    [Fact]
    public void A_constant_series_has_its_limits_on_the_mean_screened_or_not()
    {
        var rows = string.Concat(Enumerable.Range(1, 9).Select(d => $"2023-01-0{d},7\n"));
        foreach (var screen in new[] { "true", "false" })
            FormRun.Text("xmr", "date,y\n" + rows, $$"""{"screen":{{screen}}}""").ShouldContain("2023-01-09,7,0,7,7,7,0,FALSE,FALSE,Common Cause,common_cause");
    }

    [Theory]
    [InlineData("date,y\n2023-01-01,1\n2023-01-01,2\n", "input, row 3, column 'date': is not after the date in the row before.")]
    [InlineData("date,y\n01/02/2023,1\n", "input, row 2, column 'date': '01/02/2023' is not a date (yyyy-MM-dd).")]
    [InlineData("date,y\n,1\n", "input, row 2, column 'date': is empty.")]
    [InlineData("date,y,rebase_group\n2023-01-01,1,1\n2023-01-02,2,0\n", "input, row 3, column 'rebase_group': is below the group in the row before.")]
    [InlineData("date,y,rebase_group\n2023-01-01,1,a\n", "input, row 2, column 'rebase_group': 'a' is not a number.")]
    public void Bad_series_are_refused_with_row_column_and_reason(string text, string said) => FormRun.Refusal("xmr", text).ShouldBe(said);

    [Theory]
    [InlineData("""{"fixAfter":1}""", "options, 'fixAfter': 1 is not a whole number of 2 or more.")]
    [InlineData("""{"screen":1}""", "Option 'screen': is not true or false.")]
    [InlineData("""{"improvement":"up"}""", "Option 'improvement': 'up' is not one of increase, decrease, neutral.")]
    [InlineData("""{"target":"none"}""", "options, 'target': \"none\" is not a number.")]
    [InlineData("""{"rules":"nhs"}""", "Option 'rules': 'nhs' is not one of ptd, nhs-2024.")]
    public void Bad_options_are_refused(string options, string said) => FormRun.Refusal("xmr", "date,y\n2023-01-01,1\n", options).ShouldBe(said);

    [Theory]
    [InlineData("p", "t,numerator,denominator\n1,6,5\n", "input, row 2, column 'numerator': 6 is more than the denominator, 5.")]
    [InlineData("u", "t,numerator,denominator\n1,6,0\n", "input, row 2, column 'denominator': '0' is not above 0.")]
    [InlineData("c", "t,numerator\n1,-6\n", "input, row 2, column 'numerator': '-6' is negative.")]
    [InlineData("x", "t,numerator,denominator\n1,6,5\n", "Option 'chart': 'x' is not one of p, u, c, pp, up, i, mr, run, t.\ninput, row 2, column 'numerator': 6 is more than the denominator, 5.")]
    public void Bad_counts_are_refused(string chart, string text, string said) => FormRun.Refusal("attribute-chart", text, $$"""{"chart":"{{chart}}"}""").ShouldBe(said);

    [Theory]
    [InlineData("PR", "group,numerator,denominator\nA,6,5\n", "input, row 2, column 'numerator': 6 is more than the denominator, 5.")]
    [InlineData("PR", "group,numerator,denominator\nA,0,5\n", "input, row 2, column 'numerator': no group has events.")]
    [InlineData("SR", "group,numerator,denominator\nA,1,0.001\n", "input, group 'A': expected events round to 0.")]
    public void Funnels_that_cannot_be_are_refused(string type, string text, string said) =>
        FormRun.Refusal("funnel-overdispersion", text, $$"""{"data_type":"{{type}}"}""").ShouldBe(said);

    [Fact]
    public void Rows_of_one_group_are_added_up_and_expected_events_rounded_as_R_does()
    {
        var rows = FormRun.Rows("funnel-overdispersion", "group,numerator,denominator\nA,3,6.0125\nB,9,9\nA,3,6.0125\n");
        rows.Select(r => (r["group"], r["numerator"], r["denominator"])).ShouldBe([("A", "6", "12.03"), ("B", "9", "9")]);
        FormRun.Rows("funnel-overdispersion", "group,numerator,denominator\nA,3,0.125\nB,9,9\n")[0]["denominator"].ShouldBe("0.12");
    }

    private static string Options(string option, IReadOnlyDictionary<string, string> asked)
    {
        var options = new Dictionary<string, object> { ["improvement"] = asked["improvement_direction"], ["screen"] = option != "neutral_noscreen" };
        if (option.StartsWith("fix12", StringComparison.Ordinal))
            options["fixAfter"] = 12;
        if (asked["target"].Length > 0)
            options["target"] = asked.Number("target");
        return JsonSerializer.Serialize(options);
    }

    private static void Same(Dictionary<string, string> our, IReadOnlyDictionary<string, string> row, string where)
    {
        foreach (var name in new[] { "date", "rebase_group", "special_cause_type", "point_type" })
            our[name].ShouldBe(row[name], where);
        Vectors.Near(our.Number("mean"), row.Number("mean")).ShouldBeTrue(where);
        our.Number("relative_to_mean").ShouldBe(row.Number("relative_to_mean"), where);

        // Screened to nothing, the reference draws no limits for a constant series; ours lie on the mean.
        if (row["lpl"].Length == 0)
            return;
        foreach (var name in new[] { "lpl", "upl" })
            Vectors.Near(our.Number(name), row.Number(name)).ShouldBeTrue(where);
        foreach (var name in new[] { "outside_limits", "close_to_limits" })
            our[name].ShouldBe(row[name], where);
    }

    private static void Icons(JsonElement summary, List<IReadOnlyDictionary<string, string>> asked, string where)
    {
        var groups = summary.GetProperty("groups").EnumerateArray().ToList();
        groups.Count.ShouldBe(asked.Count, where);
        foreach (var (group, row) in groups.Zip(asked))
        {
            group.GetProperty("n").GetInt32().ShouldBe((int)row.Number("n"), where);
            Vectors.Near(group.GetProperty("mean").GetDouble(), row.Number("mean_col")).ShouldBeTrue(where);
            if (row["lpl"].Length > 0)
                Vectors.Near(group.GetProperty("lpl").GetDouble(), row.Number("lpl")).ShouldBeTrue(where);
            if (row["upl"].Length > 0)
                Vectors.Near(group.GetProperty("upl").GetDouble(), row.Number("upl")).ShouldBeTrue(where);
        }
        (summary.GetProperty("assurance_type").GetString() ?? "").ShouldBe(asked[^1]["assurance_type"], where);
        summary.GetProperty("variation_type").GetString().ShouldBe(asked[^1]["variation_type"], where);
    }
}
