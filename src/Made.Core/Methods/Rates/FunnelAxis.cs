using System.Globalization;

namespace Made.Core.Methods.Rates;

/// <summary>Where a funnel's horizontal axis begins and ends, and the places between.</summary>
internal static class FunnelAxis
{
    private const int Count = 100;

    public static (double From, double To) Ends(double[] denominators, double years)
    {
        if (denominators.Length == 0)
            throw new ArgumentException("A funnel needs denominators.", nameof(denominators));
        var (least, most) = (denominators.Min(), denominators.Max());
        return (most > 2 * least ? 0 : Down(least / years) * years, Up(most / years) * years);
    }

    /// <param name="spare">1 for ratios, whose last step stops short of the end by one.</param>
    public static IEnumerable<double> Places(double from, double to, int spare)
    {
        var at = Math.Max(1, from);
        for (var step = 1; step <= Count; step++)
        {
            yield return at;
            var left = Count - step + spare;
            if (step < Count)
                at = Math.Max(Math.Round(Math.Pow(to / at, 1.0 / left) * at), at + 1);
        }
    }

    /// <summary>5% below, rounded down to one figure.</summary>
    private static double Down(double value)
    {
        var least = Math.Floor(value * 0.95);
        var unit = Math.Pow(10, Width(least) - 1);
        return value == 0 ? 0 : Math.Floor(value * 0.95 / unit) * unit;
    }

    /// <summary>5% above, rounded up to two figures.</summary>
    private static double Up(double value)
    {
        var most = Math.Ceiling(value * 1.05);
        var unit = Math.Pow(10, Width(most) - 2);
        return value == 0 ? 0 : Math.Ceiling(value * 1.05 / unit) * unit;
    }

    // The reference counts the characters R prints, and R prints 100000 as 1e+05.
    private static int Width(double whole)
    {
        var digits = whole.ToString("0", CultureInfo.InvariantCulture);
        var figures = Math.Max(1, digits.TrimEnd('0').Length);
        var scientific = (figures == 1 ? 1 : figures + 1) + 4;
        return Math.Min(digits.Length, scientific);
    }
}
