using Made.Store.Facts;

namespace Made.Web.Api;

/// <summary>A column of a measure: its name, its type in typed files, and what it says.</summary>
public sealed record MeasureColumn(string Name, ExportType Type, string Says)
{
    /// <summary>In the order of every file; further ones are only added at the end.</summary>
    public static IReadOnlyList<MeasureColumn> All { get; } =
    [
        new("indicator", ExportType.Text, "Id of the indicator: see /api/v1/indicators for its definition, source and caveats."),
        new("area_code", ExportType.Text, "GSS code of the area, or the pack's own code where a grouping has none."),
        new("area_name", ExportType.Text, "Name of the area on the day the file was made."),
        new("level", ExportType.Text, "Kind of area: ward, district, csp, policing-area, county, pan or force."),
        new("period", ExportType.Text, "Month (2022-07), quarter (2022-23-Q2), year (2022-23) or 12 months (2022-07-r12)."),
        new("period_start", ExportType.Date, "First day of the period."),
        new("period_end", ExportType.Date, "Last day of the period."),
        new("count", ExportType.Number, "What was counted; rounded where rounded_to says so."),
        new("denominator", ExportType.Number, "What the value is divided by: residents, or records."),
        new("population_year", ExportType.Whole, "Year whose middle the residents are counted at."),
        new("value", ExportType.Number, "The rate, share or reported value, in unit; rates are not annualised."),
        new("unit", ExportType.Text, "Unit of value."),
        new("lower95", ExportType.Number, "Lower 95% limit of value."),
        new("upper95", ExportType.Number, "Upper 95% limit of value."),
        new("change_year", ExportType.Number, "Change of count on the same period a year before, in per cent."),
        new("comparable", ExportType.Text, "true or false: whether the two years were recorded and placed alike; empty without a year before."),
        new("comparison", ExportType.Text, "higher, similar or lower than the rest of the area's comparator; rolling 12 months only."),
        new("variation", ExportType.Text, "State of a month against its usual range: usual, high, low, too-few, too-short or not-comparable."),
        new("absence", ExportType.Text, "Why there is no value: suppressed, not-supplied, not-loaded, not-yet-due, not-reported, not-applicable or cannot-be-calculated."),
        new("coverage", ExportType.Number, "Share of the force's records that could be placed, or of expected supplies received; 0 to 1."),
        new("method", ExportType.Text, "Method of the interval, with its version."),
        new("edition", ExportType.Text, "Edition that the row is taken from: 2022-07-e1."),
        new("comparable_note", ExportType.Text, "Why the two years are not comparable."),
        new("suppressed_because", ExportType.Text, "Why figures of the row are suppressed, each reason once."),
        new("rounded_to", ExportType.Whole, "Base that the count is rounded to; empty where it is exact."),
    ];
}
