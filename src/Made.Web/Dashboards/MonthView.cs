using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Editions;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Store.Editions;
using Made.Web.Charts;
using Made.Web.Components;

namespace Made.Web.Dashboards;

/// <summary>Everything on the page of one CSP's month, taken from one edition.</summary>
public sealed record MonthView
{
    public required EditionReader Edition { get; init; }

    public required Area Area { get; init; }

    /// <summary>"Northfield".</summary>
    public required string Place { get; init; }

    public required Area? Comparator { get; init; }

    /// <summary>The thin strip under the title.</summary>
    public required IReadOnlyList<string> Strip { get; init; }

    public required IReadOnlyList<string> Lead { get; init; }

    public required IReadOnlyList<AttentionItem> Attention { get; init; }

    public required string NothingToAttend { get; init; }

    public required IReadOnlyList<IGrouping<string, TableRow>> Groups { get; init; }

    public required IReadOnlyList<IndicatorDefinition> WhereChoices { get; init; }

    public required WhereView? Where { get; init; }

    public required Chart.RankedBars? Kinds { get; init; }

    /// <summary>How partners' figures on this page are protected, topic by topic; empty where all of them are already public.</summary>
    public required IReadOnlyList<string> Protected { get; init; }

    /// <summary>The reasons for which figures of the indicator table are suppressed.</summary>
    public IReadOnlyCollection<Reason> Reasons => [.. Groups.SelectMany(g => g).SelectMany(r => r.Figures).Select(n => n.Why).Distinct()];

    public required IReadOnlyList<string> Quality { get; init; }

    public required IReadOnlyList<(string What, string Said)> Provenance { get; init; }

    public Month Month => Edition.Manifest.Month;

    /// <summary>The page's own address, this edition pinned.</summary>
    public string Address => $"/dashboard/{Area.Code}/{Month}?edition={Edition.Manifest.Number}";

    public string EditionLine => EditionWords.Line(Edition);

    /// <summary>What the analysts say about this page.</summary>
    public IReadOnlyList<EditionNote> Notes => [.. Edition.Standing.NotesOn(Area.Code)];

    public IReadOnlyList<Take> TableDownloads => Takes.Of($"/dashboard/{Area.Code}/{Month}/indicators", Edition.Manifest.Number, Takes.Tables);

    public IReadOnlyList<Take> ChartDownloads(Chart chart) =>
        Takes.Of($"/dashboard/{Area.Code}/{Month}/{chart.Id}", Edition.Manifest.Number, Takes.TablesAndPictures, Where is { } w ? $"&where={w.Indicator.Id}" : "");
}

/// <summary>One line of the indicator table.</summary>
public sealed record TableRow
{
    public required IndicatorDefinition Indicator { get; init; }

    /// <summary>This month's measure; for an indicator measured over 12 months only, that one.</summary>
    public required SafeMeasure Now { get; init; }

    public required bool IsMonthly { get; init; }

    public SafeNumber YearBefore => Now.CountYearBefore;

    /// <summary>The numbers that stand in the line.</summary>
    internal IEnumerable<SafeNumber> Figures => [Now.Count, YearBefore, .. Rolling is { } r ? [r.Count, r.ChangeYear, r.Value] : Array.Empty<SafeNumber>()];

    public required SafeMeasure? Rolling { get; init; }

    /// <summary>The same figures as sentences take them.</summary>
    public required IndicatorRow Spoken { get; init; }

    public required Chart.Sparkline? Spark { get; init; }
}

/// <summary>The wards of the area under one indicator: map, ranked list and what the list leaves out.</summary>
public sealed record WhereView
{
    public required IndicatorDefinition Indicator { get; init; }

    public required Chart.AreaMap? Map { get; init; }

    public required Chart.RankedBars Bars { get; init; }

    /// <summary>Cautions about single wards and records whose ward could not be told.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
