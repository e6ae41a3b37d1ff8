using Made.Core.Calendar;
using Made.Store.Editions;
using Made.Web.Downloads;

namespace Made.Web.Tabulation;

/// <summary>A table that was asked for, with what must be said about it.</summary>
public sealed record TableView
{
    public required TableSelection Selection { get; init; }

    public required EditionReader Edition { get; init; }

    public required Table Table { get; init; }

    /// <summary>Cells with figures.</summary>
    public required int Cells { get; init; }

    public bool FitsPage => Cells <= TableViews.MostOnPage;

    /// <summary>What it shows, and what is absent.</summary>
    public required string Sentence { get; init; }

    /// <summary>Population year, breaks, caution: each a sentence.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Where too much of a table of partners' figures is hidden: what is offered first instead, and its link.</summary>
    public (string Words, string Href)? Instead { get; init; }

    /// <summary>What it may be sorted by: the value of the link, and words.</summary>
    public required IReadOnlyList<(string Key, string Words)> Sorts { get; init; }

    /// <summary>Every area the level and the surrounding area offer, for the boxes of the form.</summary>
    public required IReadOnlyList<Made.Web.Components.Choice> Offered { get; init; }

    /// <summary>The same with the edition named, so that it never changes.</summary>
    public TableSelection Pinned => Selection with { Edition = (Edition.Manifest.Month, Edition.Manifest.Number) };

    public IReadOnlyList<(string Words, string Href)> Downloads =>
        [.. new[] { "CSV", "XLSX", "ODS" }.Select(k => (k, $"/tables/file.{k.ToLowerInvariant()}?{Pinned.Query()}"))];

    public Month Month => Edition.Manifest.Month;

    public bool IsDraft => Edition.Standing.IsDraft;
}
