using System.Text;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Unit.Forms;

/// <summary>Every reference run of the detectors and the decomposition, read from beside the checkout and sent through the command's form.</summary>
public sealed class DetectionVectorTests(ITestOutputHelper output)
{
    private const string Weekly = "\"frequency\":52,\"b\":4,\"w\":3";
    private const string Monthly = "\"frequency\":12,\"b\":4,\"w\":1,\"alpha\":0.01";

    /// <summary>Method name in the file: name of the form, options, tolerance.</summary>
    private static readonly Dictionary<string, (string Form, string Options, double Tolerance)> Runs = new()
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

    [Theory]
    [InlineData("03-exceptions/surveillance_detection.csv")]
    [InlineData("03-exceptions/surveillance_detection_sparse.csv")]
    public void Detectors_agree_with_the_reference_in_bounds_and_alarms(string file)
    {
        var wrong = new List<string>();
        foreach (var run in Vectors.Rows(file).GroupBy(r => (Series: r["series"], Method: r["method"])))
        {
            var (form, options, tolerance) = Runs[run.Key.Method];
            var rows = run.ToList();
            var first = rows.First(r => r["alarm"].Length > 0)["t"];
            var found = FormRun.Rows(form, Csv(rows), $"{{{options}{More(form, run.Key.Series, first)}}}");
            var largest = 0.0;
            foreach (var (row, ours) in rows.Zip(found).Where(p => p.First["upperbound"].Length + p.First["alarm"].Length > 0))
            {
                var difference = row["upperbound"].Length == 0 || ours["upperbound"].Length == 0
                    ? row["upperbound"] == ours["upperbound"] ? 0 : double.PositiveInfinity
                    : Math.Abs(ours.Number("upperbound") - row.Number("upperbound")) / Math.Max(1e-3, Math.Abs(row.Number("upperbound")));
                largest = Math.Max(largest, difference);
                if (!(difference <= tolerance) || ours["alarm"] != row["alarm"])
                    wrong.Add($"{run.Key}, {row["t"]}: {row["upperbound"]} {row["alarm"]} against {ours["upperbound"]} {ours["alarm"]}");
            }
            output.WriteLine($"{run.Key}: largest relative difference {largest:e1} in {rows.Count(r => r["upperbound"].Length > 0)} bounds");
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Decompositions_agree_with_the_reference()
    {
        foreach (var run in Vectors.Rows("03-exceptions/stl.csv").GroupBy(r => (Series: r["series"], Span: r["s_window"], Robust: r["robust"])))
        {
            var rows = run.ToList();
            var span = run.Key.Span == "periodic" ? "\"periodic\"" : run.Key.Span;
            var text = new StringBuilder("t,y\n").AppendJoin("", rows.Select(r => $"{r["t"]},{r["y"]}\n")).ToString();
            var found = FormRun.Rows("stl", text, $"{{\"period\":12,\"s_window\":{span},\"robust\":{(run.Key.Robust == "TRUE" ? "true" : "false")}}}");
            var largest = rows.Zip(found).Max(p => new[] { "seasonal", "trend", "remainder" }.Max(c => Math.Abs(p.First.Number(c) - p.Second.Number(c))));
            output.WriteLine($"{run.Key}: largest absolute difference {largest:e1} in {3 * rows.Count} values");
            largest.ShouldBeLessThan(1e-6, run.Key.ToString());
        }
    }

    private static string Csv(IEnumerable<IReadOnlyDictionary<string, string>> rows) =>
        new StringBuilder("t,observed\n").AppendJoin("", rows.Select(r => $"{r["t"]},{r["observed"]}\n")).ToString();

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
