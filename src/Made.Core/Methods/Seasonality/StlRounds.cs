namespace Made.Core.Methods.Seasonality;

/// <summary>The inner rounds of <see cref="Stl"/> and what they have arrived at.</summary>
internal sealed class StlRounds
{
    private readonly double[] y;
    private readonly int period;
    private readonly Loess ofSeason;
    private readonly Loess ofTrend;
    private readonly Loess ofLowPass;

    public StlRounds(double[] y, int period, int seasonalSpan)
    {
        this.y = y;
        this.period = period;
        Seasonal = new double[y.Length];
        Trend = new double[y.Length];
        SeasonalSpan = seasonalSpan;
        ofSeason = Smoother(seasonalSpan, 0);
        ofTrend = Smoother(NextOdd(Math.Ceiling(1.5 * period / (1 - (1.5 / seasonalSpan)))), 1);
        ofLowPass = Smoother(NextOdd(period), 1);
    }

    public double[] Seasonal { get; private set; }

    public double[] Trend { get; private set; }

    private int SeasonalSpan { get; }

    public void Run(ReadOnlySpan<double> robustness)
    {
        var n = y.Length;
        var cycles = Cycles(robustness);
        var low = ofLowPass.Smooth(MovingAverage(MovingAverage(MovingAverage(cycles, period), period), 3), []);
        Seasonal = [.. Enumerable.Range(0, n).Select(i => cycles[period + i] - low[i])];
        Trend = ofTrend.Smooth(y.Zip(Seasonal, (v, s) => v - s).ToArray(), robustness);
    }

    /// <summary>The smoothed calendar months, with one season before and one after the series.</summary>
    private double[] Cycles(ReadOnlySpan<double> robustness)
    {
        var n = y.Length;
        var cycles = new double[n + (2 * period)];
        for (var k = 0; k < period; k++)
        {
            var count = ((n - k - 1) / period) + 1;
            var values = new double[count];
            var weights = robustness.IsEmpty ? [] : new double[count];
            for (var i = 0; i < count; i++)
            {
                var at = (i * period) + k;
                values[i] = y[at] - Trend[at];
                if (!robustness.IsEmpty)
                    weights[i] = robustness[at];
            }
            var smooth = ofSeason.Smooth(values, weights);
            var span = Math.Min(Odd(SeasonalSpan), count);
            var before = ofSeason.At(values, -1, 0, span - 1, weights);
            var after = ofSeason.At(values, count, count - span, count - 1, weights);
            cycles[k] = double.IsNaN(before) ? smooth[0] : before;
            for (var i = 0; i < count; i++)
                cycles[((i + 1) * period) + k] = smooth[i];
            cycles[((count + 1) * period) + k] = double.IsNaN(after) ? smooth[^1] : after;
        }
        return cycles;
    }

    private static double[] MovingAverage(double[] values, int span)
    {
        var averages = new double[values.Length - span + 1];
        var sum = values.Take(span).Sum();
        averages[0] = sum / span;
        for (var i = 1; i < averages.Length; i++)
        {
            sum += values[i + span - 1] - values[i - 1];
            averages[i] = sum / span;
        }
        return averages;
    }

    /// <summary>Jumps are a tenth of the span as asked for; the span is then made odd.</summary>
    private static Loess Smoother(int span, int degree) => new(Odd(span), degree, (int)Math.Ceiling(span / 10.0));

    private static int Odd(int span) => Math.Max(3, span) | 1;

    private static int NextOdd(double span) => (int)span | 1;
}
