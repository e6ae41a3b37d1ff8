using System.Globalization;
using System.Text.Json;
using Made.Tests.Unit.Methods;
using Shouldly;
using static Made.Tests.Unit.Forms.References.ReferenceFile;

namespace Made.Tests.Unit.Forms.References;

/// <summary>Funnels of proportions, rates and ratios, with and without over-dispersion.</summary>
internal static class FunnelReferences
{
    private const double Published = 1e-6;
    private const string Proportion = "lower_2s_limit upper_2s_limit lower_3s_limit upper_3s_limit baseline";
    private const string Rate = "Events lower_2s_population_1_year lower_2s_limit upper_2s_population_1_year upper_2s_limit "
        + "lower_3s_population_1_year lower_3s_limit upper_3s_population_1_year upper_3s_limit baseline";

    public static readonly IReadOnlyList<ReferenceFile> All =
    [
        Runs("01-rates/gen_funnel_significance.csv", "funnel-limits", "type rate and proportion; the summary", GeneratedLabels),
        Runs("01-rates/gen_funnel_limits_proportion.csv", "funnel-limits", "type proportion", () => Generated("proportion", $"Population {Proportion}")),
        Runs("01-rates/gen_funnel_limits_rate.csv", "funnel-limits", "type rate", () => Generated("rate", Rate)),
        Runs("01-rates/phe_funnel_prop_inputs.csv", "funnel-limits", "type proportion", PublishedProportions),
        Runs("01-rates/phe_funnel_prop_outputs.csv", "funnel-limits", "type proportion", PublishedProportions),
        Runs("01-rates/phe_funnel_prop_outputs_with_axis_variation.csv", "funnel-limits", "type proportion; areas below 31,000", PublishedProportions),
        Runs("01-rates/phe_funnel_ratio_inputs.csv", "funnel-limits", "type ratio, ratioType isr and count", PublishedRatios),
        Runs("01-rates/phe_funnel_ratio_outputs.csv", "funnel-limits", "type ratio, ratioType isr and count", PublishedRatios),
        Runs("01-rates/phe_funnel_rate_input_funnels.csv", "funnel-limits", "type rate, multiplier 100000, years 3", PublishedRates),
        Runs("01-rates/phe_funnel_rate_outputs.csv", "funnel-limits", "type rate, rateType dsr, multiplier 100000, years 3", PublishedRates),
        Runs("01-rates/phe_funnel_rate_outputs_2.csv", "funnel-limits", "type rate, multiplier 100000, years 3; the largest area with 5 events", PublishedRates),
        Runs("01-rates/phe_funnel_rate_outputs_3.csv", "funnel-limits", "type rate, multiplier 100000, years 3; the large areas, one without events", PublishedRates),
        Runs("01-rates/phe_funnel_rate_dsr_inputs.csv", "funnel-limits", "type rate, rateType and multiplier as the columns say; the summary", PublishedRateLabels),
        Runs("02-spc-funnel/funnel_overdispersion.csv", "funnel-overdispersion", "data_type, method and trim_by of the rows", Dispersed),
    ];

    private static void Generated(string type, string columns)
    {
        var rows = Vectors.Rows($"01-rates/gen_funnel_limits_{type}.csv");
        var ours = CommandRun.Rows("funnel-limits", Vectors.Text("01-rates/gen_funnel_significance.csv"), $$"""{"type": "{{type}}"}""");
        ours.Count.ShouldBe(rows.Count);
        foreach (var (our, row) in ours.Zip(rows))
        {
            Near(our, row, columns);
            (our["statistic"], our["method"]).ShouldBe((row["statistic"], row["method"]));
        }
    }

    private static void GeneratedLabels()
    {
        var rows = Vectors.Rows("01-rates/gen_funnel_significance.csv");
        foreach (var type in new[] { "rate", "proportion" })
            Labels(Vectors.Text("01-rates/gen_funnel_significance.csv"), $$"""{"type": "{{type}}"}""").ShouldBe(rows.Select(r => r[$"significance_{type}"]), type);
    }

    private static void PublishedProportions()
    {
        var rows = Vectors.Rows("01-rates/phe_funnel_prop_inputs.csv");
        foreach (var (file, below) in new[] { ("outputs", double.PositiveInfinity), ("outputs_with_axis_variation", 31000) })
        {
            var text = CommandRun.Csv("numerator,denominator", rows.Where(r => r.Number("denominator") < below).Select(r => $"{r["numerator"]},{r["denominator"]}"));
            var expected = Vectors.Rows($"01-rates/phe_funnel_prop_{file}.csv");
            var ours = CommandRun.Rows("funnel-limits", text, """{"type": "proportion"}""");
            ours.Count.ShouldBe(expected.Count);
            foreach (var (our, row) in ours.Zip(expected))
                Near(our, row, "Population lower_2s_limit=Lower2s0025limit upper_2s_limit=Upper2s0025limit lower_3s_limit=Lower3s0001limit upper_3s_limit=Upper3s0001limit baseline=Baseline", Published);
            if (double.IsInfinity(below))
                Labels(text, """{"type": "proportion"}""").ShouldBe(rows.Select(r => r["significance"]));
        }
    }

    private static void PublishedRatios()
    {
        var rows = Vectors.Rows("01-rates/phe_funnel_ratio_inputs.csv");
        var text = CommandRun.Csv("obs,expected", rows.Select(r => $"{r["obs"]},{r["expected"]}"));
        Labels(text, """{"type": "ratio"}""").ShouldBe(rows.Select(r => r["significance"]));

        // Its first heading runs over two lines.
        var lines = Vectors.Text("01-rates/phe_funnel_ratio_outputs.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)
            .Select(l => l.Split(',').Select(MethodPages.Number).ToArray()).ToList();
        var (index, count) = (CommandRun.Rows("funnel-limits", text), CommandRun.Rows("funnel-limits", text, """{"ratioType": "count"}"""));
        index.Count.ShouldBe(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            string[] bounds = ["lower_2s", "upper_2s", "lower_3s", "upper_3s"];
            double[] ours = [index[i].Number("Observed_events"), .. bounds.SelectMany(b => new[] { index[i].Number($"{b}_exp_events"), count[i].Number($"{b}_limit"), index[i].Number($"{b}_limit") })];
            ours.Length.ShouldBe(lines[i].Length);
            for (var c = 0; c < ours.Length; c++)
                Near(ours[c], lines[i][c], Published, $"row {i + 1}, column {c + 1}");
        }
    }

    private static void PublishedRates()
    {
        var inputs = Vectors.Rows("01-rates/phe_funnel_rate_input_funnels.csv");
        var most = inputs.Max(r => r.Number("ev"));
        string Of(double events, double population) => string.Create(CultureInfo.InvariantCulture, $"{events:R},{population:R}");
        double Population(IReadOnlyDictionary<string, string> row, double events) => 100_000 * events / row.Number("rate");
        var few = inputs.Select(r => (Row: r, Events: r.Number("ev") == most ? 5 : r.Number("ev"))).ToList();
        var none = inputs.Select(r => (Events: r.Number("ev") == most ? 0 : r.Number("ev"), Population: Population(r, r.Number("ev")))).ToList();
        Drawn("outputs", "dsr", inputs.Select(r => Of(r.Number("ev"), Population(r, r.Number("ev")))));
        Drawn("outputs_2", "crude", few.Select(r => Of(r.Events, Population(r.Row, r.Events))));
        Drawn("outputs_3", "crude", none.Where(a => a.Population > none.Max(b => b.Population) / 2).Select(a => Of(a.Events, a.Population)));
    }

    private static void Drawn(string file, string type, IEnumerable<string> areas)
    {
        var rows = Vectors.Rows($"01-rates/phe_funnel_rate_{file}.csv");
        var ours = CommandRun.Rows("funnel-limits", CommandRun.Csv("events,population", areas), $$"""{"type": "rate", "rateType": "{{type}}", "multiplier": 100000, "years": 3}""");
        ours.Count.ShouldBe(rows.Count);
        foreach (var (our, row) in ours.Zip(rows))
        {
            Near(our, row, Rate, Published);
            (our["statistic"], our["method"]).ShouldBe((row["statistic"], row["method"]));
        }
    }

    private static void PublishedRateLabels()
    {
        var inputs = Vectors.Rows("01-rates/phe_funnel_rate_dsr_inputs.csv");
        foreach (var (rate, type, per, labels) in new[]
        {
            ("rate_dsr", "dsr", 100_000, "dsr_per_100000"), ("rate_dsr", "dsr", 100, "dsr_per_100"),
            ("rate_crude_per_100000", "crude", 100_000, "crude_per_100000"), ("rate_crude_per_100", "crude", 100, "crude_per_100"),
        })
            foreach (var with in new[] { true, false })
            {
                // Per 100 the standardised rate is the one per 100,000 over 1,000.
                var scale = rate == "rate_dsr" && per == 100 ? 1000 : 1;
                var rows = inputs.Where(r => with || r.Number("count") > 0).ToList();
                var text = CommandRun.Csv("count,population,rate", rows.Select(r =>
                    $"{r["count"]},{r["pop"]},{(r[rate] == "NA" ? "" : (r.Number(rate) / scale).ToString("R", CultureInfo.InvariantCulture))}"));
                Labels(text, $$"""{"type": "rate", "rateType": "{{type}}", "multiplier": {{per}}}""").ShouldBe(rows.Select(r => r[$"{labels}_{(with ? "with" : "without")}_0"]), $"{labels} {with}");
            }
    }

    private static void Dispersed()
    {
        foreach (var funnel in Vectors.Rows("02-spc-funnel/funnel_overdispersion.csv").GroupBy(r => r["case"]))
        {
            var expected = funnel.ToList();
            var text = CommandRun.Csv("group,numerator,denominator", expected.Select(r => $"{r["group"]},{r["numerator"]},{r["denominator"]}"));
            var options = $$"""{"data_type": "{{expected[0]["data_type"]}}", "method": "{{expected[0]["method"]}}", "trim_by": {{expected[0]["trim_by"]}}}""";
            var ours = CommandRun.Rows("funnel-overdispersion", text, options);
            ours.Count.ShouldBe(expected.Count);
            foreach (var (our, row) in ours.Zip(expected))
            {
                our["group"].ShouldBe(row["group"]);

                // SHMI's file holds the rounded denominators beside the ratio made before rounding.
                Near(our, row, string.Join(' ', our.Keys.Except(["data_type", "method", "group", "trim_by"]).Where(n => n != "rr" || row["data_type"] != "SR" || row["method"] != "SHMI")));
            }
        }
    }

    private static IEnumerable<string> Labels(string text, string options) =>
        JsonDocument.Parse(CommandRun.Output("funnel-limits", text, options, summary: true).Summary).RootElement.GetProperty("areas").EnumerateArray().Select(a => a.GetProperty("significance").GetString()!);
}
