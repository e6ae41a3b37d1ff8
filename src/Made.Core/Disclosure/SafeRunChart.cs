using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Methods;
using Made.Core.Register;

namespace Made.Core.Disclosure;

/// <summary>The only form in which a run chart is drawn.</summary>
public sealed record SafeRunChart
{
    public required string Indicator { get; init; }

    public required AreaCode Area { get; init; }

    public required AreaLevel Level { get; init; }

    public required string Unit { get; init; }

    public required VariationBasis Basis { get; init; }

    public required string BasisText { get; init; }

    public required IReadOnlyList<SafeRunPoint> Points { get; init; }

    public required IReadOnlyList<RunBreak> Breaks { get; init; }
}

/// <summary>One month of a safe run chart: hatched where <see cref="Value"/> is not shown, with its marker.</summary>
public sealed record SafeRunPoint
{
    public required Month Month { get; init; }

    public required SafeNumber Value { get; init; }

    public required SafeNumber Mean { get; init; }

    public required SafeNumber Lower { get; init; }

    public required SafeNumber Upper { get; init; }

    public required bool IsTrial { get; init; }

    public required Variation State { get; init; }

    public required XmrCause Cause { get; init; }
}
