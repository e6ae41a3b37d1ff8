using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Methods;
using Made.Core.Register;

namespace Made.Core.Disclosure;

/// <summary>The only form in which a measure reaches a page, chart, file or answer of the API.</summary>
public sealed record SafeMeasure
{
    public required string Indicator { get; init; }

    public required AreaCode Area { get; init; }

    public required AreaLevel Level { get; init; }

    public required Period Period { get; init; }

    public required SafeNumber Count { get; init; }

    public required SafeNumber Denominator { get; init; }

    public required int PopulationYear { get; init; }

    public required SafeNumber Value { get; init; }

    public required SafeNumber Lower95 { get; init; }

    public required SafeNumber Upper95 { get; init; }

    /// <summary>The same area and period a year before.</summary>
    public required SafeNumber CountYearBefore { get; init; }

    public required SafeNumber ChangeYear { get; init; }

    /// <summary>95% limits of the change, in per cent.</summary>
    public required SafeNumber ChangeLower { get; init; }

    public required SafeNumber ChangeUpper { get; init; }

    public required ChangeVerdict ChangeVerdict { get; init; }

    public required Comparable Comparable { get; init; }

    public required Comparison Comparison { get; init; }

    /// <summary>The value of the rest of the comparator area.</summary>
    public required SafeNumber ComparatorValue { get; init; }

    public required Variation Variation { get; init; }

    public required XmrCause VariationCause { get; init; }

    public required VariationBasis VariationBasis { get; init; }

    public required bool Headline { get; init; }

    public required SafeNumber Coverage { get; init; }

    public required string Method { get; init; }

    /// <summary>The base that the count is rounded to, and everything made from it with it; 0 where it is exact.</summary>
    public required int RoundedTo { get; init; }

    /// <summary>Why the month is not judged where a judgement would tell of hidden figures; none otherwise.</summary>
    public required Reason NotJudgedFor { get; init; }

    /// <summary>True where a shown count is small enough to be read with care (already public data, under 5).</summary>
    public required bool SmallNumber { get; init; }
}
