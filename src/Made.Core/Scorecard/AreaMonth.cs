using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Indicators;

namespace Made.Core.Scorecard;

/// <summary>What sentences about an area's month are made from: safe measures and names, nothing that could not be shown.</summary>
public sealed record AreaMonth
{
    public required string AreaName { get; init; }

    public required Month Month { get; init; }

    /// <summary>The named area whose rest this one is compared with, such as "Westshire-12"; empty where there is none.</summary>
    public required string ComparatorName { get; init; }

    /// <summary>In the pack's order; the first one leads.</summary>
    public required IReadOnlyList<IndicatorRow> Rows { get; init; }

    /// <summary>Datasets without this month.</summary>
    public required IReadOnlyList<MissingSupply> Missing { get; init; }
}

/// <summary>One indicator of an area's month.</summary>
public sealed record IndicatorRow
{
    public required IndicatorDefinition Indicator { get; init; }

    /// <summary>Null where the indicator is not calculated by month.</summary>
    public required SafeMeasure? Month { get; init; }

    /// <summary>Null where the indicator is not calculated over 12 months.</summary>
    public required SafeMeasure? Rolling12 { get; init; }

    /// <summary>The indicator's dated breaks in recording.</summary>
    public required IReadOnlyList<RecordingBreak> Breaks { get; init; }
}

/// <summary>A dataset whose month is not there, and why.</summary>
public sealed record MissingSupply(string Dataset, string Supplier, Absence Why, Month Month);

/// <summary>One thing that needs attention.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Indicator">The indicator's id; empty where it concerns a dataset.</param>
/// <param name="Text">What is the case.</param>
/// <param name="Why">Why it is listed.</param>
/// <param name="Next">What to do next.</param>
public sealed record AttentionItem(AttentionKind Kind, string Indicator, string Text, string Why, string Next);

public enum AttentionKind
{
    Signal,
    ChangeOverTwelveMonths,
    Missing,
    PlacementChanged,
    RecordingChanged,
}
