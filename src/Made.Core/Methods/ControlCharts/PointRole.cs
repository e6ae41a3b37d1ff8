namespace Made.Core.Methods.ControlCharts;

/// <summary>What a point of a control chart is used for. Every point is shown and judged by the limits.</summary>
public enum PointRole
{
    /// <summary>Centre and limits come from it, and it counts in runs.</summary>
    Baseline,

    /// <summary>It counts in runs only: limits were fixed before it.</summary>
    Judged,

    /// <summary>It counts in nothing: its cause is known.</summary>
    LeftOut,
}

/// <summary>The points that a part of a chart rests on.</summary>
internal static class PointRoles
{
    public static bool IsBaseline(IReadOnlyList<PointRole>? roles, int point) => roles is null || roles[point] == PointRole.Baseline;

    /// <summary>The values of the baseline in their places; NaN elsewhere.</summary>
    public static double[] Baseline(IReadOnlyList<double> values, IReadOnlyList<PointRole>? roles) =>
        [.. values.Select((v, i) => IsBaseline(roles, i) ? v : double.NaN)];

    /// <summary>The values that count in runs; NaN elsewhere.</summary>
    public static double[] InRuns(IReadOnlyList<double> values, IReadOnlyList<PointRole>? roles) =>
        [.. values.Select((v, i) => roles?[i] == PointRole.LeftOut ? double.NaN : v)];
}
