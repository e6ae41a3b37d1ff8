using Made.Core.Calendar;

namespace Made.Core.Methods;

/// <summary>
/// How much higher or lower each calendar month runs than the year it lies in: multiplicative factors that average 1.
/// <para>value(t) = level(year block) x factor(calendar month), fitted by iterative proportional fitting (the maximum likelihood of a Poisson model with both as factors):
/// each factor is the sum of its months' values over the sum of their levels, each level the sum of its months' values over the sum of their factors, in turn until
/// nothing moves. A year block is 12 months from the first one. Months not held are left out, not filled in.</para>
/// <para>Units: none. Values must be per day, or the length of the month would pass for season. Edges: needs every calendar month at least <see cref="YearsNeeded"/>
/// times; a calendar month in which nothing ever happened has factor 0 and adjusts to 0. Eleven factors estimated from n months make the rest look calmer than it is:
/// widen spreads by <see cref="Spread"/>.</para>
/// <para>Source: Deming and Stephan 1940 for the fitting; ONS, Guide to Seasonal Adjustment, for the multiplicative model. Worked example: docs/methods/seasonal.md.</para>
/// </summary>
public sealed class SeasonalFactors
{
    /// <summary>Each calendar month has to be held this many times.</summary>
    public const int YearsNeeded = 3;

    private const int Rounds = 500;
    private const double Settled = 1e-13;

    private readonly double[] factors;

    private SeasonalFactors(double[] factors, int months)
    {
        this.factors = factors;
        Months = months;
    }

    /// <summary>How many months the factors come from.</summary>
    public int Months { get; }

    /// <summary>By how much to widen a spread estimated from the same months: sqrt(n / (n - 11)).</summary>
    public double Spread => Math.Sqrt(Months / (double)(Months - 11));

    /// <summary>The factor of a calendar month.</summary>
    public double Of(Month month) => factors[month.Number - 1];

    /// <summary>The value with the season taken out; 0 where the factor is 0.</summary>
    public double Adjust(Month month, double value) => Of(month) > 0 ? value / Of(month) : 0;

    /// <summary>
    /// Fits the factors to the shortest beginning of the series that holds every calendar month three times, so that later months do not move them;
    /// null where the series is too short.
    /// </summary>
    /// <param name="perDay">Values per day by month, in order, held months only.</param>
    public static SeasonalFactors? Fit(IReadOnlyList<(Month Month, double PerDay)> perDay)
    {
        var seen = new int[12];
        for (var n = 0; n < perDay.Count; n++)
        {
            seen[perDay[n].Month.Number - 1]++;
            if (Array.TrueForAll(seen, s => s >= YearsNeeded))
                return new(Iterate(perDay.Take(n + 1).ToArray()), n + 1);
        }
        return null;
    }

    private static double[] Iterate((Month Month, double PerDay)[] held)
    {
        var first = held[0].Month.Index;
        var level = new double[((held[^1].Month.Index - first) / 12) + 1];
        var factor = Enumerable.Repeat(1.0, 12).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var before = factor;
            level = Shares(held, level.Length, h => (h.Month.Index - first) / 12, h => before[h.Month.Number - 1]);
            var current = level;
            factor = Shares(held, 12, h => h.Month.Number - 1, h => current[(h.Month.Index - first) / 12]);
            var mean = factor.Average();
            if (mean <= 0)
                return Enumerable.Repeat(1.0, 12).ToArray();
            factor = [.. factor.Select(f => f / mean)];
            if (factor.Zip(before).All(p => Math.Abs(p.First - p.Second) < Settled))
                break;
        }
        return factor;
    }

    private static double[] Shares(
        (Month Month, double PerDay)[] held, int size, Func<(Month Month, double PerDay), int> at, Func<(Month Month, double PerDay), double> expected)
    {
        var (seen, fitted) = (new double[size], new double[size]);
        foreach (var h in held)
        {
            seen[at(h)] += h.PerDay;
            fitted[at(h)] += expected(h);
        }
        return [.. seen.Zip(fitted, (s, f) => f > 0 ? s / f : 0)];
    }
}
