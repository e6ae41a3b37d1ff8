using Made.Tests.Unit.Methods;
using Shouldly;
using static Made.Tests.Unit.Forms.References.ReferenceFile;

namespace Made.Tests.Unit.Forms.References;

/// <summary>Detectors of high counts, and the decomposition into season and trend.</summary>
internal static class DetectionReferences
{
    private const string Weekly = "\"frequency\":52,\"b\":4,\"w\":3";
    private const string Monthly = "\"frequency\":12,\"b\":4,\"w\":1,\"alpha\":0.01";

    /// <summary>Method name in the file: name of the form, options, tolerance.</summary>
    private static readonly Dictionary<string, (string Form, string Options, double Tolerance)> Tried = new()
    {
        ["farrington_b4_w3_alpha0.01"] = ("farrington", $"\"variant\":\"original\",\"alpha\":0.01,{Weekly}", 1e-6),
        ["monthly_farrington_b4_w1"] = ("farrington", $"\"variant\":\"original\",{Monthly}", 1e-6),
        ["monthly_flex_b4_w1_excl1_delta"] = ("farrington", $"{Monthly},\"pastNotIncluded\":1,\"threshold\":\"delta\"", 1e-6),
        ["monthly_flex_b4_w1_excl1_nbPlugin"] = ("farrington", $"{Monthly},\"pastNotIncluded\":1,\"threshold\":\"nbPlugin\"", 1e-6),
        ["monthly_flex_b4_w1_excl1_muan"] = ("farrington", $"{Monthly},\"pastNotIncluded\":1,\"threshold\":\"muan\"", 1e-6),
        ["flex_as_original"] = ("farrington", $"{Weekly},\"alpha\":0.01,\"noPeriods\":1,\"pThresholdTrend\":0.05,\"weightsThreshold\":1,\"pastNotIncluded\":3", 1e-6),
        ["flex_noufaily_nbPlugin"] = ("farrington", $"{Weekly},\"alpha\":0.005,\"threshold\":\"nbPlugin\"", 1e-6),
        ["flex_noufaily_muan"] = ("farrington", $"{Weekly},\"alpha\":0.005,\"threshold\":\"muan\"", 1e-6),
        ["ears_C1_baseline7"] = ("ears", "\"method\":\"C1\"", 1e-9),
        ["ears_C2_baseline7"] = ("ears", "\"method\":\"C2\"", 1e-9),
        ["ears_C3_baseline7"] = ("ears", "\"method\":\"C3\"", 1e-9),
        ["ears_C1_baseline12_minSigma1"] = ("ears", "\"method\":\"C1\",\"baseline\":12,\"minSigma\":1", 1e-9),
        ["glrpois_cARL4_S1"] = ("glr-cusum", "\"cARL\":4,\"S\":1", 1e-9),
        ["cusum_k1.04_h2.26_standard"] = ("cusum", "\"k\":1.04,\"h\":2.26,\"trans\":\"standard\"", 1e-9),
    };

    public static readonly IReadOnlyList<ReferenceFile> All =
    [
        Runs("03-exceptions/surveillance_detection.csv", "farrington", "the options of the runs' names; ears, cusum and glr-cusum too", () => Detected("surveillance_detection")),
        Runs("03-exceptions/surveillance_detection_sparse.csv", "farrington", "the options of the runs' names", () => Detected("surveillance_detection_sparse")),
        Runs("03-exceptions/stl.csv", "stl", "period 12, s_window and robust of the rows", Decomposed),
    ];

    private static void Detected(string file)
    {
        var wrong = new List<string>();
        foreach (var run in Vectors.Rows($"03-exceptions/{file}.csv").GroupBy(r => (Series: r["series"], Method: r["method"])))
        {
            var (form, options, tolerance) = Tried[run.Key.Method];
            var rows = run.ToList();
            var first = rows.First(r => r["alarm"].Length > 0)["t"];
            var text = CommandRun.Csv("t,observed", rows.Select(r => $"{r["t"]},{r["observed"]}"));
            var found = CommandRun.Rows(form, text, $"{{{options}{More(form, run.Key.Series, first)}}}");
            found.Count.ShouldBe(rows.Count);
            foreach (var (row, ours) in rows.Zip(found).Where(p => p.First["upperbound"].Length + p.First["alarm"].Length > 0))
                if (!Agrees(row, ours, tolerance))
                    wrong.Add($"{run.Key}, {row["t"]}: {row["upperbound"]} {row["alarm"]} against {ours["upperbound"]} {ours["alarm"]}");
        }
        wrong.ShouldBeEmpty();
    }

    private static bool Agrees(IReadOnlyDictionary<string, string> row, Dictionary<string, string> ours, double tolerance) =>
        ours["alarm"] == row["alarm"] && (row["upperbound"].Length == 0) == (ours["upperbound"].Length == 0)
        && Vectors.Near(ours.Number("upperbound"), row.Number("upperbound"), tolerance);

    private static void Decomposed()
    {
        foreach (var run in Vectors.Rows("03-exceptions/stl.csv").GroupBy(r => (Series: r["series"], Span: r["s_window"], Robust: r["robust"])))
        {
            var span = run.Key.Span == "periodic" ? "\"periodic\"" : run.Key.Span;
            var found = CommandRun.Rows("stl", CommandRun.Csv("t,y", run.Select(r => $"{r["t"]},{r["y"]}")), $"{{\"period\":12,\"s_window\":{span},\"robust\":{(run.Key.Robust == "TRUE" ? "true" : "false")}}}");
            run.Zip(found).Max(p => new[] { "seasonal", "trend", "remainder" }.Max(c => Math.Abs(p.First.Number(c) - p.Second.Number(c)))).ShouldBeLessThan(1e-6, run.Key.ToString());
        }
    }

    /// <summary>What the runs were told beside the options in their names: the calendar of the real months, and where sums begin.</summary>
    private static string More(string form, string series, string first)
    {
        var frequency = series.StartsWith("salmonella", StringComparison.Ordinal) ? 52 : 12;
        return form switch
        {
            "cusum" or "glr-cusum" => $",\"frequency\":{frequency},\"from\":{first}",
            "farrington" when series.EndsWith("1969_1984", StringComparison.Ordinal) => ",\"start\":\"1969-01\"",
            "farrington" when series.EndsWith("1995_2006", StringComparison.Ordinal) => ",\"start\":\"1995-01\"",
            _ => "",
        };
    }
}
