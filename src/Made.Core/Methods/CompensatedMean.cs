namespace Made.Core.Methods;

/// <summary>
/// Arithmetic mean rounded once. A plain sum drifts in its last digits, and whether a point lies on the mean of its series, which breaks a run, hangs on them.
/// <para>Neumaier's compensated sum, then the quotient with its remainder. Source: Neumaier 1974, Z. angew. Math. Mech. 54, 39-51.</para>
/// </summary>
public static class CompensatedMean
{
    /// <summary>The mean; NaN of no values.</summary>
    /// <param name="values">In any unit, which the mean shares.</param>
    public static double Of(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
            return double.NaN;
        double sum = 0, lost = 0;
        foreach (var value in values)
        {
            var next = sum + value;
            lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }
        var mean = (sum + lost) / values.Count;
        return mean + ((Math.FusedMultiplyAdd(-mean, values.Count, sum) + lost) / values.Count);
    }
}
