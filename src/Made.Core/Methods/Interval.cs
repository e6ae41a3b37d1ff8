namespace Made.Core.Methods;

/// <summary>A confidence interval, or a pair of control limits, in the unit of the value it belongs to.</summary>
/// <param name="Lower">The lower limit; NaN where there is none.</param>
/// <param name="Upper">The upper limit; NaN where there is none, positive infinity where it is unbounded.</param>
public readonly record struct Interval(double Lower, double Upper)
{
    /// <summary>No interval: both limits NaN.</summary>
    public static readonly Interval None = new(double.NaN, double.NaN);

    /// <summary>True where both limits are there.</summary>
    public bool IsKnown => !double.IsNaN(Lower) && !double.IsNaN(Upper);

    /// <summary>True where the value lies in the interval, ends included.</summary>
    public bool Holds(double value) => Lower <= value && value <= Upper;

    /// <summary>Both limits times a factor above zero.</summary>
    public Interval Times(double factor) => new(Lower * factor, Upper * factor);
}
