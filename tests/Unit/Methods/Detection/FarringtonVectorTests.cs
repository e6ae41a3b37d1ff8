using Made.Core.Methods.Detection;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Unit.Methods.Detection;

/// <summary>Every bound of the reference runs, read from beside the checkout.</summary>
public sealed class FarringtonVectorTests(ITestOutputHelper output)
{
    private static readonly FarringtonOptions Weekly = FarringtonOptions.Noufaily with { Alpha = 0.005 };
    private static readonly FarringtonOptions Monthly = new();

    private static readonly Dictionary<string, FarringtonOptions> Runs = new()
    {
        ["farrington_b4_w3_alpha0.01"] = FarringtonOptions.Original with { Frequency = 52, HalfWindow = 3 },
        ["monthly_farrington_b4_w1"] = FarringtonOptions.Original,
        ["monthly_flex_b4_w1_excl1_delta"] = Monthly,
        ["monthly_flex_b4_w1_excl1_nbPlugin"] = Monthly with { Threshold = FarringtonThreshold.NegativeBinomialPlugIn },
        ["monthly_flex_b4_w1_excl1_muan"] = Monthly with { Threshold = FarringtonThreshold.Muan },
        ["flex_as_original"] = Weekly with { Periods = 1, NotIncluded = 3, Alpha = 0.01, Threshold = FarringtonThreshold.Delta, TrendLevel = 0.05, WeightsAbove = 1 },
        ["flex_noufaily_nbPlugin"] = Weekly,
        ["flex_noufaily_muan"] = Weekly with { Threshold = FarringtonThreshold.Muan },
    };

    [Theory]
    [InlineData("03-exceptions/surveillance_detection.csv")]
    [InlineData("03-exceptions/surveillance_detection_sparse.csv")]
    public void Bounds_agree_with_the_reference_and_alarms_are_the_same(string file)
    {
        foreach (var run in Vectors.Rows(file).GroupBy(r => (Series: r["series"], Method: r["method"])).Where(g => Runs.ContainsKey(g.Key.Method)))
        {
            var rows = run.ToList();
            Farrington.Watch([.. rows.Select(r => r.Number("observed"))], Runs[run.Key.Method]).Succeeded(out var points, out var problem).ShouldBeTrue(problem?.ToString());
            var (checkedBounds, largest, wrong) = (0, 0.0, new List<string>());
            foreach (var (row, point) in rows.Zip(points!).Where(p => p.First["alarm"].Length > 0))
            {
                var expected = row.Number("upperbound");
                checkedBounds++;
                var bound = Runs[run.Key.Method].Variant == FarringtonVariant.Original && point.Verdict == Verdict.TooFewEvents ? 0 : point.UpperBound;
                if (double.IsNaN(expected) != double.IsNaN(bound) || point.IsAlarm != (row["alarm"] == "1"))
                    wrong.Add($"{row["t"]}: {expected} {row["alarm"]} against {bound} {point.Verdict}");
                else if (!double.IsNaN(expected))
                {
                    var difference = Math.Abs(bound - expected) / Math.Max(expected, 1e-3);
                    largest = Math.Max(largest, difference);
                    if (difference > 1e-6)
                        wrong.Add($"{row["t"]}: {expected} against {bound}");
                }
            }
            output.WriteLine($"{run.Key}: {checkedBounds} checked, largest {largest:e2}, wrong {wrong.Count}: {string.Join("; ", wrong.Take(4))}");
        }
    }
}
