using System.Text.Json;
using Made.Tests.Unit.Methods;
using Shouldly;
using static Made.Tests.Unit.Forms.References.ReferenceFile;

namespace Made.Tests.Unit.Forms.References;

/// <summary>Run charts with their icons, charts of counts and of measurements.</summary>
internal static class ChartReferences
{
    private const string Raw = "a chart of subgroups: the single measurements it was drawn from are not in the folder";
    private const string Summary = "the runs of a published chart whose points are not in the folder";

    public static readonly IReadOnlyList<ReferenceFile> All =
    [
        .. new[] { "edge", "real", "rebased_seatbelt_law" }.SelectMany(f => new[] { "points", "summary" }.Select(part =>
            Runs($"02-spc-funnel/xmr_{f}_{part}.csv", "xmr", "improvement, target, fixAfter and screen of the option; the summary", () => RunCharts(f)))),
        None("02-spc-funnel/xmr_series_sources.csv", "says where the series come from"),
        Runs("02-spc-funnel/attribute_charts.csv", "attribute-chart", "chart p, u, c, pp, up, i, mr and run", Charts),
        Runs("02-spc-funnel/qicharts2_ex_6.5_3.csv", "attribute-chart", "chart i, fixAfter 20", () => Published("ex_6.5_3", "i")),
        Runs("02-spc-funnel/qicharts2_ex_6.5_4.csv", "attribute-chart", "chart mr, fixAfter 19", () => Published("ex_6.5_4", "mr")),
        Runs("02-spc-funnel/qicharts2_ex_7.1_5.csv", "attribute-chart", "chart p, each part by itself, two points left out", () => Published("ex_7.1_5", "p")),
        Runs("02-spc-funnel/qicharts2_ex_7.3_3.csv", "attribute-chart", "chart c, fixAfter 24, two points left out", () => Published("ex_7.3_3", "c")),
        Runs("02-spc-funnel/qicharts2_ex_7.4_1.csv", "attribute-chart", "chart u", () => Published("ex_7.4_1", "u")),
        Runs("02-spc-funnel/qicharts2_ex_7.5_1.csv", "attribute-chart", "chart u, denominators in fifties", () => Published("ex_7.5_1", "u", 50)),
        Runs("02-spc-funnel/qicharts2_ex_7.6_1.csv", "attribute-chart", "chart t", () => Published("ex_7.6_1", "t")),
        Runs("02-spc-funnel/qicharts2_tbl_7.4_1.csv", "attribute-chart", "chart p", () => Published("tbl_7.4_1", "p")),
        .. new[] { "NA_test", "ex_6.3_1", "ex_6.3_2", "ex_6.4_1", "ex_6.4_2" }.Select(f => None($"02-spc-funnel/qicharts2_{f}.csv", Raw)),
        .. new[] { "hai_1", "hai_2", "hai_3", "hai_4" }.Select(f => None($"02-spc-funnel/qicharts2_{f}.csv", Summary)),
    ];

    private static void RunCharts(string file)
    {
        var summaries = Vectors.Rows($"02-spc-funnel/xmr_{file}_summary.csv").ToLookup(r => (r["series"], r["option"]));
        foreach (var series in Vectors.Rows($"02-spc-funnel/xmr_{file}_points.csv").GroupBy(r => (Series: r["series"], Option: r["option"])))
        {
            var (expected, asked) = (series.ToList(), summaries[series.Key].ToList());
            var text = CommandRun.Csv("date,y,rebase_group", expected.Select(r => $"{r["date"]},{r["y"]},{r["rebase_group"]}"));
            var output = CommandRun.Output("xmr", text, Options(series.Key.Option, asked[0]), summary: true);
            var ours = CommandRun.Rows(output.Text);
            ours.Count.ShouldBe(expected.Count);
            foreach (var (our, row) in ours.Zip(expected))
                Same(our, row, $"{series.Key} {row["date"]}");
            Icons(JsonDocument.Parse(output.Summary).RootElement, asked, $"{series.Key}");
        }
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
        Near(our, row, "mean relative_to_mean");

        // Screened to nothing, the reference draws no limits for a constant series; ours lie on the mean.
        if (row["lpl"].Length == 0)
        {
            (our["lpl"], our["upl"]).ShouldBe((our["mean"], our["mean"]), where);
            return;
        }
        Near(our, row, "lpl upl");
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
            foreach (var (ours, theirs) in new[] { ("mean", "mean_col"), ("lpl", "lpl"), ("upl", "upl") }.Where(n => row[n.Item2].Length > 0))
                Near(group.GetProperty(ours).GetDouble(), row.Number(theirs), 1e-9, where);
        }
        (summary.GetProperty("assurance_type").GetString() ?? "").ShouldBe(asked[^1]["assurance_type"], where);
        summary.GetProperty("variation_type").GetString().ShouldBe(asked[^1]["variation_type"], where);
    }

    private static void Charts()
    {
        var seen = 0;
        foreach (var series in Vectors.Rows("02-spc-funnel/attribute_charts.csv").GroupBy(r => (Series: r["series"], Chart: r["chart"])))
        {
            var expected = series.ToList();
            var text = CommandRun.Csv("t,numerator,denominator", expected.Select(r => $"{r["t"]},{r["numerator"]},{r["denominator"]}"));
            foreach (var (our, row) in CommandRun.Rows("attribute-chart", text, $$"""{"chart": "{{series.Key.Chart}}"}""").Zip(expected))
            {
                seen++;
                Near(our, row, "value cl lcl ucl longest_run longest_run_max n_crossings n_crossings_min");
                (our["sigma_signal"], our["runs_signal"]).ShouldBe((row["sigma_signal"], row["runs_signal"]), $"{series.Key} {row["t"]}");
            }
        }
        seen.ShouldBe(384);
    }

    private static void Published(string file, string chart, double unit = 1)
    {
        foreach (var part in Vectors.Rows($"02-spc-funnel/qicharts2_{file}.csv").GroupBy(r => r["part"]))
        {
            var rows = part.ToList();
            var text = CommandRun.Csv("t,numerator,denominator,include", rows.Select(r => $"{r["x"]},{r["y.sum"]},{(r["n"].Length > 0 ? r.Number("n") / unit : "")},{r["include"]}"));

            // Of moving ranges the first is missing: the reference's baseline of 20 points has 19.
            var baseline = rows.Count(r => r["baseline"] == "TRUE" && r["include"] == "TRUE");
            var fix = rows.Any(r => r["baseline"] == "FALSE") ? $", \"fixAfter\": {baseline}" : "";
            foreach (var (our, row) in CommandRun.Rows("attribute-chart", text, $$"""{"chart": "{{chart}}"{{fix}}}""").Zip(rows))
            {
                Near(our, row, "value=y cl lcl ucl longest_run=longest.run longest_run_max=longest.run.max n_crossings=n.crossings n_crossings_min=n.crossings.min n_useful=n.useful");
                (our["sigma_signal"], our["runs_signal"]).ShouldBe((row["sigma.signal"], row["runs.signal"]), $"{file} {row["x"]}");
            }
        }
    }
}
