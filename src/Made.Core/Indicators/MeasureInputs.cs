using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Register;

namespace Made.Core.Indicators;

/// <summary>Everything measures are made from, pinned by one edition. The functions must answer the same each time they are asked.</summary>
public sealed record MeasureInputs
{
    public required Areas Areas { get; init; }

    public required Population Population { get; init; }

    public required IReadOnlyList<IndicatorDefinition> Indicators { get; init; }

    public required IReadOnlyList<RecordingBreak> Breaks { get; init; }

    /// <summary>The first month any dataset may be held for: history begins here.</summary>
    public required Month First { get; init; }

    /// <summary>The counted records of a dataset and month, or null where that month is not held.</summary>
    public required Func<string, Month, MonthCube?> Cube { get; init; }

    /// <summary>Why a month of a dataset is not held; for reported values <see cref="Absence.None"/> where a return covers the month.</summary>
    public required Func<string, Month, Absence> WhyMissing { get; init; }

    /// <summary>The figures of aggregate feeds.</summary>
    public required IReadOnlyList<ReportedValue> Reported { get; init; }

    /// <summary>2021 LSOA to ward, as in <see cref="ReferenceData.WardOfLsoa"/>: an LSOA without records counts 0.</summary>
    public required IReadOnlyDictionary<string, AreaCode> WardOfLsoa { get; init; }

    /// <summary>The measure of the edition before, by indicator, area and period; nothing where there was none. What was shown then is not taken back.</summary>
    public Func<string, AreaCode, Period, Measure?> Earlier { get; init; } = (_, _, _) => null;
}
