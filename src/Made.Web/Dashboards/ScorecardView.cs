using Made.Core.Calendar;
using Made.Store.Editions;
using Made.Web.Components;
using Made.Web.Downloads;

namespace Made.Web.Dashboards;

/// <summary>One layer of the scorecard.</summary>
public sealed record ScorecardView
{
    public static readonly IReadOnlyList<(string Id, string Words)> Choices =
    [
        ("rolling12", "Rate over 12 months"),
        ("count", "Count this month"),
        ("change", "Change on the 12 months before"),
        ("variation", "Against its usual range"),
    ];

    public required EditionReader Edition { get; init; }

    /// <summary>"Westshire-14, CSPs", "Northfield, wards".</summary>
    public required string Heading { get; init; }

    public required string Sentence { get; init; }

    public required string Showing { get; init; }

    public required Table Table { get; init; }

    public required string Note { get; init; }

    /// <summary>Address of the dashboard of the area whose inside is shown; empty where it has none.</summary>
    public required string Dashboard { get; init; }

    public required IReadOnlyList<Crumb> Crumbs { get; init; }

    public required IReadOnlyList<(string Words, string Href)> Exceptions { get; init; }

    /// <summary>"210 figures".</summary>
    public required string Looked { get; init; }

    public required IReadOnlyList<Take> Downloads { get; init; }

    public Month Month => Edition.Manifest.Month;
}
