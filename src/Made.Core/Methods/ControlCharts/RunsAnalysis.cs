using MathNet.Numerics;

namespace Made.Core.Methods.ControlCharts;

/// <summary>
/// Whether points run too long on one side of the centre line, or cross it too seldom, for chance (Anhoej's rules).
/// <para>Of n points not on the line: signal where the longest run is above round(log2 n) + 3, or the crossings are below the 5% quantile of Bin(n - 1, 1/2).</para>
/// <para>Units: points. Edges: points on the line and missing points (NaN) do not count and do not break a run; no useful point, no signal.
/// Source: Anhoej and Olesen 2014, PLoS ONE 9(11), e113825; Schilling 2012; Chen 2010. Worked example: docs/methods/attribute-chart.md.</para>
/// </summary>
/// <param name="Useful">Points not on the line.</param>
/// <param name="LongestRun">Most points in a row on one side.</param>
/// <param name="LongestRunMax">Most that chance would give.</param>
/// <param name="Crossings">How often the line is crossed.</param>
/// <param name="CrossingsMin">Fewest that chance would give.</param>
public sealed record RunsAnalysis(int Useful, int LongestRun, int LongestRunMax, int Crossings, int CrossingsMin)
{
    /// <summary>True where the points do not scatter as chance would have them.</summary>
    public bool IsSignal => Useful > 0 && (LongestRun > LongestRunMax || Crossings < CrossingsMin);

    /// <summary>Looks at the values about their centre line.</summary>
    public static RunsAnalysis Of(IReadOnlyList<double> values, double centre)
    {
        int useful = 0, longest = 0, length = 0, crossings = 0, side = 0;
        foreach (var value in values)
        {
            var now = double.IsNaN(value - centre) ? 0 : Math.Sign(value - centre);
            if (now == 0)
                continue;
            useful++;
            if (now == side)
                length++;
            else
            {
                crossings += side == 0 ? 0 : 1;
                length = 1;
            }
            side = now;
            longest = Math.Max(longest, length);
        }
        return useful == 0 ? new(0, 0, 0, 0, 0) : new(useful, longest, (int)Math.Round(Math.Log2(useful)) + 3, crossings, FewestCrossings(useful - 1));
    }

    /// <summary>The smallest k with Pr(X at most k) at least 0.05 for X ~ Bin(n, 1/2).</summary>
    private static int FewestCrossings(int n)
    {
        var (below, found) = (-1, n);
        while (found - below > 1)
        {
            var middle = below + ((found - below) / 2);
            if (SpecialFunctions.BetaRegularized(n - middle, middle + 1, 0.5) >= 0.05)
                found = middle;
            else
                below = middle;
        }
        return found;
    }
}
