using Made.Tests.Unit.Methods;
using Shouldly;
using static Made.Tests.Unit.Forms.References.ReferenceFile;

namespace Made.Tests.Unit.Forms.References;

/// <summary>Rates, proportions, means, quantiles, trends and comparisons.</summary>
internal static class RateReferences
{
    private const double Published = 1e-6;
    private const string Levels = "value lower95_0cl upper95_0cl lower99_8cl upper99_8cl";

    public static readonly IReadOnlyList<ReferenceFile> All =
    [
        Runs("01-rates/gen_rates_lsoa_to_county.csv", "rate-ci", "{}, and multiplier 100000", Rates),
        Runs("01-rates/gen_byars_counts.csv", "rate-ci", "limits byars, multiplier 1 for a population of 1", Byars),
        Runs("01-rates/gen_proportions.csv", "proportion-ci", "{}", () => Same("proportion-ci", "gen_proportions", Levels, "area method")),
        Runs("01-rates/phe_rate__testdata_Rate.csv", "rate-ci", "multiplier 100 and 100000", () => PublishedRates("phe_rate__testdata_Rate", Levels)),
        Runs("01-rates/phe_rate__testdata_Rate_g.csv", "rate-ci", "multiplier 100000", () => PublishedRates("phe_rate__testdata_Rate_g", "value lower95_0cl=lowercl upper95_0cl=uppercl")),
        Runs("01-rates/phe_proportion__testdata_Prop.csv", "proportion-ci", "{}; per cent where the sheet has shares", () => PublishedShares("phe_proportion__testdata_Prop", "lower95_0cl upper95_0cl lower99_8cl upper99_8cl")),
        Runs("01-rates/phe_proportion__testdata_Prop_g.csv", "proportion-ci", "{}; per cent where the sheet has shares", () => PublishedShares("phe_proportion__testdata_Prop_g", "lower95_0cl=lowercl upper95_0cl=uppercl")),
        Runs("01-rates/phe_byars_wilson__testdata_B_W.csv", "rate-ci", "limits byars; proportion-ci for the rows of Wilson", ByarsAndWilson),
        Runs("01-rates/phe_mean__testdata_Mean.csv", "mean-ci", "{}", Means),
        Runs("01-rates/phe_mean__testdata_Mean_results.csv", "mean-ci", "{}", Means),
        Runs("01-rates/gen_quantiles.csv", "quantiles", "quantiles 5, 4 and 10, first highest or lowest", GeneratedQuantiles),
        Runs("01-rates/phe_quantiles__testdata_Quantiles.csv", "quantiles", "quantiles 10, 7 and 4 by group, first as the polarity says", PublishedQuantiles),
        Runs("01-rates/gen_recent_trend.json", "recent-trend", "{}", () => Trends("gen_recent_trend")),
        Runs("01-rates/fingertips_recent_trend.json", "recent-trend", "{}, and test armitage", FingertipsTrends),
        Runs("01-rates/fingertips_benchmark_comparison.json", "benchmark", "{}", Benchmarks),
    ];

    private static void Rates()
    {
        Same("rate-ci", "gen_rates_lsoa_to_county", Levels, "area method");
        var rows = Vectors.Rows("01-rates/gen_rates_lsoa_to_county.csv");
        foreach (var (our, row) in CommandRun.Rows("rate-ci", Vectors.Text("01-rates/gen_rates_lsoa_to_county.csv"), """{"multiplier": 100000, "confidence": [0.95]}""").Zip(rows))
            Near(our, row, "value=value_100k lower95_0cl=lowercl_100k upper95_0cl=uppercl_100k");
    }

    private static void Same(string method, string file, string columns, string labels)
    {
        var rows = Vectors.Rows($"01-rates/{file}.csv");
        var ours = CommandRun.Rows(method, Vectors.Text($"01-rates/{file}.csv"));
        ours.Count.ShouldBe(rows.Count);
        foreach (var (our, row) in ours.Zip(rows))
        {
            Near(our, row, columns);
            labels.Split(' ').ShouldAllBe(l => our[l] == row[l]);
        }
    }

    private static void Byars()
    {
        var rows = Vectors.Rows("01-rates/gen_byars_counts.csv");
        var text = CommandRun.Csv("area,count,population", rows.Select(r => $"a,{r["count"]},1"));
        foreach (var (our, row) in CommandRun.Rows("rate-ci", text, """{"limits": "byars", "multiplier": 1}""").Zip(rows))
            Near(our, row, "lower95_0cl=byars_lower_95 upper95_0cl=byars_upper_95 lower99_8cl=byars_lower_99.8 upper99_8cl=byars_upper_99.8");
    }

    private static void PublishedRates(string file, string columns)
    {
        foreach (var sheet in Vectors.Rows($"01-rates/{file}.csv").GroupBy(r => r["multiplier"]))
        {
            var text = CommandRun.Csv("area,count,population", sheet.Select(r => $"{r["Area"]},{r["Numerator"]},{r["Denominator"]}"));
            foreach (var (our, row) in CommandRun.Rows("rate-ci", text, $$"""{"multiplier": {{sheet.Key}}}""").Zip(sheet))
            {
                Near(our, row, columns, Published);
                our["method"].ShouldBe(row["method"]);
            }
        }
    }

    private static void PublishedShares(string file, string columns)
    {
        var rows = Vectors.Rows($"01-rates/{file}.csv");
        var text = CommandRun.Csv("area,numerator,denominator", rows.Select(r => $"{r["Area"]},{r["Numerator"]},{r["Denominator"]}"));
        foreach (var (our, row) in CommandRun.Rows("proportion-ci", text).Zip(rows))
            foreach (var names in $"value {columns}".Split(' ').Select(c => c.Split('=')))
                Near(our.Number(names[0]) * row.Number("multiplier") / 100, row.Number(names[^1]), Published, $"{row["Area"]} {names[^1]}");
    }

    private static void ByarsAndWilson()
    {
        foreach (var row in Vectors.Rows("01-rates/phe_byars_wilson__testdata_B_W.csv"))
        {
            var (wilson, level) = (row["method"] == "Wilson", row["confidence"] == "95%" ? "0.95" : "0.998");
            var our = wilson
                ? CommandRun.Rows("proportion-ci", $"area,numerator,denominator\na,{row["x"]},{row["n"]}\n", $$"""{"confidence": [{{level}}]}""")[0]
                : CommandRun.Rows("rate-ci", $"area,count,population\na,{row["x"]},1\n", $$"""{"confidence": [{{level}}], "limits": "byars", "multiplier": 1}""")[0];
            our["method"].ShouldBe(row["method"]);
            foreach (var (ours, theirs) in our.Where(c => c.Key.EndsWith("cl", StringComparison.Ordinal)).Zip(["lowercl", "uppercl"]))
                Near(MethodPages.Number(ours.Value) / (wilson ? 100 : 1), row.Number(theirs), Published, $"{row["x"]} {theirs}");
        }
    }

    private static void Means()
    {
        var rows = Vectors.Rows("01-rates/phe_mean__testdata_Mean.csv");
        var ours = CommandRun.Rows("mean-ci", CommandRun.Csv("area,value", rows.SelectMany(r => new[] { r["area"], "No grouping" }.Select(a => $"{a},{r["values"]}"))));
        var expected = Vectors.Rows("01-rates/phe_mean__testdata_Mean_results.csv");
        ours.Count.ShouldBe(expected.Count);
        foreach (var row in expected)
        {
            var our = ours.Single(r => r["area"] == row["area"]);
            Near(our, row, $"value_sum value_count stdev {Levels}", Published);
            our["method"].ShouldBe(row["method"]);
        }
    }

    private static void GeneratedQuantiles()
    {
        var rows = Vectors.Rows("01-rates/gen_quantiles.csv");
        foreach (var (column, options) in new[]
        {
            ("quintile_invert_true", """{"quantiles": 5}"""), ("quartile_invert_false", """{"quantiles": 4, "first": "lowest"}"""), ("decile_invert_true", "{}"),
        })
            CommandRun.Rows("quantiles", Vectors.Text("01-rates/gen_quantiles.csv"), options).Select(r => r["quantile"]).ShouldBe(rows.Select(r => r[column]), column);
    }

    private static void PublishedQuantiles()
    {
        var groups = Vectors.Rows("01-rates/phe_quantiles__testdata_Quantiles.csv").GroupBy(r => (r["QuantileNm"], r["GroupSet"]) switch
        {
            (var name, "None") => (name, "all"),
            (var name, "IndSex") => (name, $"{r["IndSexRef"]} {r["Test"]}"),
            (var name, _) => (name, $"{r["IndSexRef"]} {r["ParentCode"]} {r["Test"]}"),
        });

        // Of a group in which polarities differ the sheet expects one order for all, highest first.
        foreach (var run in groups.GroupBy(g => (Name: g.Key.Item1, Highest: g.Any(r => r["Polarity"] is "RAG - Low is good" or "TRUE"))))
        {
            var options = $$"""{"quantiles": {{run.Key.Name switch { "Decile" => 10, "Septile" => 7, _ => 4 }}}, "first": "{{(run.Key.Highest ? "highest" : "lowest")}}"}""";
            var text = CommandRun.Csv("area,value,group", run.SelectMany(g => g.Select(r => $"{r["AreaCode"]}x,{(r["Value"] == "NA" ? "" : r["Value"])},{g.Key.Item2}")));
            CommandRun.Rows("quantiles", text, options).Select(r => r["quantile"]).ShouldBe(run.SelectMany(g => g.Select(r => r["QuantileInGrp"] == "NA" ? "" : r["QuantileInGrp"])), run.Key.ToString());
        }
    }

    private static void FingertipsTrends()
    {
        Trends("fingertips_recent_trend");
        Vectors.TryJson("01-rates/fingertips_recent_trend.json", out var file).ShouldBeTrue();
        var older = file.GetProperty("armitage_proportions");
        var our = CommandRun.Json("recent-trend", $$"""{"cases": [{{older.GetRawText()}}]}""", """{"test": "armitage"}""").GetProperty("cases")[0];
        Near(our.GetProperty("chi_square").GetDouble(), older.GetProperty("recomputed").GetDouble(), 1e-9, "armitage");
        Math.Round(our.GetProperty("chi_square").GetDouble(), 2).ShouldBe(older.GetProperty("published_chi_square_2dp").GetDouble());
    }

    private static void Trends(string file)
    {
        var cases = Vectors.Entries($"01-rates/{file}.json", "cases").ToList();
        var ours = CommandRun.Json("recent-trend", Vectors.Text($"01-rates/{file}.json")).GetProperty("cases").EnumerateArray().ToList();
        ours.Count.ShouldBe(cases.Count);
        foreach (var (our, asked) in ours.Zip(cases))
        {
            var expected = asked.TryGetProperty("recomputed", out var recomputed) ? recomputed : asked;
            foreach (var number in new[] { "slope", "chi_square" })
                Near(our.GetProperty(number).GetDouble(), expected.GetProperty(number).GetDouble(), 1e-9, $"{file} {asked.GetProperty("id")}");
            foreach (var flag in new[] { "all_slopes_same_sign", "significant" })
                our.GetProperty(flag).GetBoolean().ShouldBe(expected.GetProperty(flag).GetBoolean());
            our.GetProperty("marker").GetString().ShouldBe(expected.GetProperty("marker").GetString());
        }
    }

    private static void Benchmarks()
    {
        var answers = CommandRun.Json("benchmark", Vectors.Text("01-rates/fingertips_benchmark_comparison.json")).GetProperty("groups").EnumerateArray()
            .SelectMany(g => g.GetProperty("cases").EnumerateArray()).ToList();
        var expected = 0;
        foreach (var answer in answers)
            foreach (var (word, result) in new[] { ("expected", "result"), ("expected_95", "result_95"), ("expected_998", "result_998") })
                if (answer.TryGetProperty(word, out var wanted))
                {
                    expected++;
                    answer.GetProperty(result).GetString().ShouldBe(wanted.GetString());
                }
        expected.ShouldBeGreaterThanOrEqualTo(answers.Count);
    }
}
