using Shouldly;

namespace Made.Tests.Unit.Methods;

/// <summary>Series of our own: seven years of monthly counts with a season, drawn once and written down.</summary>
internal static class OwnSeries
{
    /// <summary>About 15 a month with a slow rise, an outbreak in month 41 and one in month 80.</summary>
    public static readonly double[] Busy =
    [
        11, 9, 12, 15, 16, 20, 18, 19, 10, 11, 5, 8, 19, 13, 14, 21, 14, 16, 27, 21, 15, 18, 14, 10, 8, 12, 19, 15, 16, 19, 25, 20, 17, 13, 7, 15, 9, 19, 12, 22, 45, 26, 23, 32,
        14, 10, 14, 11, 13, 8, 19, 18, 22, 21, 27, 24, 17, 10, 14, 18, 9, 16, 11, 21, 21, 23, 29, 17, 15, 12, 11, 9, 11, 16, 16, 18, 20, 22, 19, 41, 17, 12, 17, 5,
    ];

    /// <summary>One or two a month, and 11 in month 81.</summary>
    public static readonly double[] Quiet =
    [
        1, 3, 2, 1, 2, 0, 1, 0, 4, 4, 2, 1, 3, 3, 2, 1, 0, 0, 2, 0, 0, 2, 3, 4, 3, 1, 2, 0, 1, 1, 1, 0, 1, 1, 0, 2, 1, 3, 2, 0, 2, 0, 3, 2,
        0, 0, 0, 0, 2, 1, 2, 4, 4, 2, 0, 1, 1, 1, 3, 1, 2, 2, 3, 0, 0, 1, 0, 1, 1, 1, 3, 3, 2, 3, 1, 1, 1, 1, 3, 1, 11, 3, 1, 1,
    ];

    public static double[] Constant(int points, double value) => [.. Enumerable.Repeat(value, points)];

    /// <summary>The values, each within a billionth.</summary>
    public static void ShouldBeClose(this IEnumerable<double> found, params double[] expected)
    {
        var values = found.ToArray();
        values.Length.ShouldBe(expected.Length);
        for (var i = 0; i < values.Length; i++)
            if (double.IsNaN(expected[i]))
                values[i].ShouldBe(double.NaN, $"value {i}");
            else
                values[i].ShouldBe(expected[i], 1e-9 * Math.Max(1, Math.Abs(expected[i])), $"value {i}");
    }
}
