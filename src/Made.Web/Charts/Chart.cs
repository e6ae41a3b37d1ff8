using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Core.Scorecard;

namespace Made.Web.Charts;

/// <summary>
/// A picture of shown numbers. The server draws it as SVG; page, print, file and table twin come from the same record.
/// Only <see cref="SafeNumber"/> enters: a chart can hold nothing that a page may not show.
/// </summary>
public abstract record Chart
{
    private Chart()
    {
    }

    /// <summary>Unique on its page; letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What, where, and the unit: "Burglaries recorded each month, Northfield".</summary>
    public required string Title { get; init; }

    /// <summary>What it shows, in the words one would say: also the description for people who cannot see it.</summary>
    public required string Sentence { get; init; }

    /// <summary>A month-by-month line with its mean, limits, breaks and gaps. Counts from zero.</summary>
    public sealed record Trend : Chart
    {
        /// <summary>One point for each month in order; a month without a number carries its absence.</summary>
        public required IReadOnlyList<TrendPoint> Points { get; init; }

        /// <summary>As a column heading: "offences", "per 1,000 residents".</summary>
        public required string Unit { get; init; }

        public int Decimals { get; init; }

        public Polarity Polarity { get; init; }

        public IReadOnlyList<TrendBreak> Breaks { get; init; } = [];

        public TrendTarget? Target { get; init; }

        /// <summary>What the solid line of the limits is called at its end.</summary>
        public string CentreName { get; init; } = "average";

        /// <summary>What the upper limit is called at its end.</summary>
        public string UpperName { get; init; } = "usual up to";

        /// <summary>Months that have not come yet, drawn after the others with their ranges.</summary>
        public IReadOnlyList<TrendStep> Ahead { get; init; } = [];

        /// <summary>A thin line behind the months, such as recorded values behind adjusted ones.</summary>
        public TrendBehind? Behind { get; init; }
    }

    /// <summary>Areas or categories, longest bar first; those without a number last, with their marker.</summary>
    public sealed record RankedBars : Chart
    {
        public required IReadOnlyList<Bar> Bars { get; init; }

        public required string Unit { get; init; }

        /// <summary>Heading of the name column in the table twin: "Ward", "Area", "Kind".</summary>
        public required string Of { get; init; }

        public int Decimals { get; init; }

        public BarReference? Reference { get; init; }
    }

    /// <summary>Areas in five classes of one hue.</summary>
    public sealed record AreaMap : Chart
    {
        public required IReadOnlyList<MapArea> Areas { get; init; }

        /// <summary>Four rising bounds between the five classes: the same for every month of a year, so that months compare. A value on a bound lies in the class above it.</summary>
        public required IReadOnlyList<double> Bounds { get; init; }

        public required string Unit { get; init; }

        public required string Of { get; init; }

        public int Decimals { get; init; }
    }

    /// <summary>Areas by size, with limits that are wide where areas are small. The limits are positions; the numbers that may be read stand with each area.</summary>
    public sealed record Funnel : Chart
    {
        public required IReadOnlyList<FunnelDot> Dots { get; init; }

        /// <summary>The common level.</summary>
        public required SafeNumber Level { get; init; }

        /// <summary>From small to large.</summary>
        public required IReadOnlyList<FunnelStep> Curve { get; init; }

        /// <summary>True where the limits are wider than chance alone makes them; those of chance alone are then drawn thinly beside them.</summary>
        public bool IsWidened { get; init; }

        public required string Unit { get; init; }

        /// <summary>What the horizontal axis counts: "residents".</summary>
        public required string SizeUnit { get; init; }

        /// <summary>Heading of the name column in the table twin.</summary>
        public required string Of { get; init; }

        public int Decimals { get; init; }

        public Polarity Polarity { get; init; }
    }

    /// <summary>A small line for a table cell: up to 24 months, the usual range as a band, the last month marked.</summary>
    public sealed record Sparkline : Chart
    {
        public required IReadOnlyList<SafeNumber> Values { get; init; }

        /// <summary>The usual range of the last month; none where it is not judged.</summary>
        public TrendLimits? Usual { get; init; }

        public PointMark Mark { get; init; }

        public Polarity Polarity { get; init; }
    }
}

/// <summary>What the rules say about one point. The shape tells the direction, the colour tells whether it is judged.</summary>
public enum PointMark
{
    Common,
    High,
    Low,
}

/// <param name="Torn">Rules hold the month both ways and improvement is shown.</param>
public sealed record TrendPoint(Month Month, SafeNumber Value, TrendLimits? Limits = null, PointMark Mark = PointMark.Common, bool Torn = false);

/// <summary>A month ahead: expected, the range of four cases in five and that of nineteen in twenty.</summary>
public sealed record TrendStep(Month Month, SafeNumber Expected, SafeNumber Lower80, SafeNumber Upper80, SafeNumber Lower95, SafeNumber Upper95);

/// <param name="Name">At the line's end: "recorded".</param>
/// <param name="Values">One for each month of the chart.</param>
public sealed record TrendBehind(string Name, IReadOnlyList<SafeNumber> Values);

/// <param name="Trial">Fewer points than the rules ask for: drawn lighter and labelled.</param>
public sealed record TrendLimits(SafeNumber Mean, SafeNumber Lower, SafeNumber Upper, bool Trial = false);

/// <summary>From this month counts are recorded or placed in another way.</summary>
public sealed record TrendBreak(Month From, string Reason);

public sealed record TrendTarget(string Name, SafeNumber Value);

public sealed record BarReference(string Name, SafeNumber Value);

public sealed record Bar
{
    /// <summary>The area's code, or the category's name: links the bar with its twin in map and table.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required SafeNumber Value { get; init; }

    public SafeNumber? Lower95 { get; init; }

    public SafeNumber? Upper95 { get; init; }

    public string Href { get; init; } = "";

    public bool Selected { get; init; }
}

/// <summary>One area of a map.</summary>
/// <param name="Rings">Outlines in plane coordinates, y to the north; holes are told by the even-odd rule.</param>
public sealed record MapArea(AreaCode Code, string Name, IReadOnlyList<IReadOnlyList<PlanePoint>> Rings, SafeNumber Value)
{
    public string Href { get; init; } = "";

    public bool Selected { get; init; }
}

/// <summary>One area of a funnel plot.</summary>
public sealed record FunnelDot
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required SafeNumber Count { get; init; }

    public required SafeNumber Size { get; init; }

    public required SafeNumber Value { get; init; }

    /// <summary>95% limits at its size.</summary>
    public required SafeInterval Inner { get; init; }

    /// <summary>99.8% limits at its size.</summary>
    public required SafeInterval Outer { get; init; }

    /// <summary>"above the 99.8% limits".</summary>
    public required string Reading { get; init; }

    public PointMark Mark { get; init; }

    public string Href { get; init; } = "";
}

public readonly record struct PlanePoint(double X, double Y);
