using Made.Core.Calendar;
using Made.Core.Methods;
using Made.Core.Register;

namespace Made.Core.Indicators;

/// <summary>
/// A run chart of monthly counts (or of a proportion's values) with the range each month would usually lie in. Unsafe: it may hold small partner counts;
/// <see cref="Disclosure.Protection"/> makes the form that may be drawn.
/// </summary>
public sealed record RunChart
{
    public required string Indicator { get; init; }

    public required AreaCode Area { get; init; }

    public required AreaLevel Level { get; init; }

    /// <summary>"crimes a month" or the indicator's unit.</summary>
    public required string Unit { get; init; }

    /// <summary>How the last judged month was judged.</summary>
    public required VariationBasis Basis { get; init; }

    /// <summary>The same in words, for under the chart.</summary>
    public required string BasisText { get; init; }

    /// <summary>One per month, in order, gaps included.</summary>
    public required IReadOnlyList<RunPoint> Points { get; init; }

    /// <summary>Months from which recording or placement differs, with the reason.</summary>
    public required IReadOnlyList<RunBreak> Breaks { get; init; }

    /// <summary>The smallest count above 0 in the whole history behind the limits; infinity where there is none.</summary>
    public required double SmallestCount { get; init; }
}

/// <summary>One month of a run chart.</summary>
public sealed record RunPoint
{
    public required Month Month { get; init; }

    /// <summary>The count of the month, or the value of a proportion, or why there is none.</summary>
    public required Quantity Value { get; init; }

    /// <summary>Records behind the value; infinity where the feed brings none.</summary>
    public required double Count { get; init; }

    /// <summary>What the month would come to at the mean; NaN where no limits are drawn.</summary>
    public required double Mean { get; init; }

    /// <summary>The usual range of this month, scaled to its days (and season); never below 0.</summary>
    public required Interval Usual { get; init; }

    /// <summary>Limits from fewer than 13 points.</summary>
    public required bool IsTrial { get; init; }

    public required Variation State { get; init; }

    public required XmrCause Cause { get; init; }
}

/// <summary>A vertical line on the chart.</summary>
public sealed record RunBreak(Month Month, string Reason);
