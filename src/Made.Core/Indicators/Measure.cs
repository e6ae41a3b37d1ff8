using Made.Core.Calendar;
using Made.Core.Disclosure.Release;
using Made.Core.Methods;
using Made.Core.Register;

namespace Made.Core.Indicators;

/// <summary>Against the rest of the named area: only in words that claim no judgement.</summary>
public enum Comparison
{
    /// <summary>Not compared: no comparator, no value, or the indicator is not compared at this level or period.</summary>
    NotCompared,
    Lower,
    Similar,
    Higher,
}

/// <summary>Whether the change on a year before compares like with like.</summary>
public enum Comparable
{
    /// <summary>There is nothing to compare: a value is absent on one side.</summary>
    NoBase,
    Yes,

    /// <summary>"not comparable: placement changed".</summary>
    PlacementChanged,

    /// <summary>"not comparable: break in recording".</summary>
    RecordingChanged,
}

/// <summary>What a test of the change on a year before says, at 95%: "similar" where the two cannot be told apart.</summary>
public enum ChangeVerdict
{
    /// <summary>Not judged: not comparable, or a value without an interval.</summary>
    NotJudged,
    Lower,
    Similar,
    Higher,
}

/// <summary>The state of the last point of the run chart.</summary>
public enum Variation
{
    /// <summary>Not judged: no series at this level or period.</summary>
    NotJudged,
    Common,
    SpecialHigh,
    SpecialLow,

    /// <summary>Fewer than 10 a month on average: too few to judge by month.</summary>
    TooFew,

    /// <summary>Not enough months recorded alike to draw limits.</summary>
    TooShort,

    /// <summary>Placement or recording differs from the baseline's.</summary>
    NotComparable,
}

/// <summary>What the run chart judges, so that words about it stay true.</summary>
public enum VariationBasis
{
    /// <summary>Not judged.</summary>
    None,

    /// <summary>The daily average of each month; for proportions the value itself.</summary>
    PerDay,

    /// <summary>The daily average with the season taken out.</summary>
    SeasonallyAdjusted,

    /// <summary>The daily average less that of the same month a year before.</summary>
    YearOnYear,
}

/// <summary>
/// An indicator's value for an area and period with its base, interval, coverage and method. Unsafe: it may hold small partner counts.
/// Only <see cref="Disclosure"/> turns it into something a page or file may show.
/// </summary>
public sealed record Measure
{
    public required string Indicator { get; init; }

    public required AreaCode Area { get; init; }

    public required AreaLevel Level { get; init; }

    public required Period Period { get; init; }

    public required Quantity Count { get; init; }

    /// <summary>Residents, or the records below the line.</summary>
    public required Quantity Denominator { get; init; }

    /// <summary>The mid-year used; 0 where no population was.</summary>
    public required int PopulationYear { get; init; }

    public required Quantity Value { get; init; }

    /// <summary>95% limits of <see cref="Value"/>; NaN where there are none.</summary>
    public required double Lower95 { get; init; }

    public required double Upper95 { get; init; }

    /// <summary>The count of the same area and period a year before, for the table; absent where that was.</summary>
    public required Quantity CountYearBefore { get; init; }

    /// <summary>Relative change of the value on the same period a year before, in per cent; absent where not comparable.</summary>
    public required Quantity ChangeYear { get; init; }

    public required Comparable Comparable { get; init; }

    /// <summary>95% limits of <see cref="ChangeYear"/>, in per cent; NaN where there are none (wards, weighted values, not comparable).</summary>
    public required double ChangeLower { get; init; }

    public required double ChangeUpper { get; init; }

    /// <summary>Whether the change is more than chance, at 95%.</summary>
    public required ChangeVerdict ChangeVerdict { get; init; }

    public required Comparison Comparison { get; init; }

    /// <summary>The value of the rest of the comparator area; absent where nothing is compared.</summary>
    public required Quantity ComparatorValue { get; init; }

    public required Variation Variation { get; init; }

    /// <summary>The rule of the run chart that the last point meets; common where none.</summary>
    public required XmrCause VariationCause { get; init; }

    public required VariationBasis VariationBasis { get; init; }

    /// <summary>True where the signal survives false-discovery control over all areas × indicators of the month.</summary>
    public bool Headline { get; init; }

    /// <summary>What of it a partner's policy withholds, decided over all that is shown together.</summary>
    public Withheld Withheld { get; init; }

    /// <summary>Share of the force's records of this indicator and period that could be placed, or of expected supplies received. NaN where unknown.</summary>
    public required double Coverage { get; init; }

    /// <summary>The method and its version: <c>rate-byar/1</c>.</summary>
    public required string Method { get; init; }
}
