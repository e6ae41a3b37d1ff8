using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Store.Editions;
using Made.Web.Components;
using Made.Web.Downloads;

namespace Made.Web.Dashboards;

/// <summary>What stands out in a month over all partnerships and indicators.</summary>
public sealed record ExceptionsView
{
    public static readonly IReadOnlyList<(string Id, string Words)> Outcomes =
    [
        ("", "Everything unusual"),
        ("stands-out", "What stands out"),
        ("held-back", "Held back"),
        ("chance", "Not more than chance"),
    ];

    public required EditionReader Edition { get; init; }

    public required string Sentence { get; init; }

    /// <summary>How much was tested and what chance alone brings.</summary>
    public required string Counted { get; init; }

    /// <summary>How many figures could be tested.</summary>
    public required int Tested { get; init; }

    public required IReadOnlyList<ExplainedException> StandOut { get; init; }

    /// <summary>Unlikely to be chance, yet no headline, with the reason.</summary>
    public required IReadOnlyList<ExplainedException> HeldBack { get; init; }

    /// <summary>Every unusual figure that the filters leave, most unlikely first.</summary>
    public required Table Table { get; init; }

    /// <summary>The same with all that is known of each.</summary>
    public required Table File { get; init; }

    public required int Rows { get; init; }

    /// <summary>Said below the table: what is not listed, and why.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<(string Code, string Name)> Areas { get; init; }

    public required IReadOnlyList<IndicatorDefinition> Indicators { get; init; }

    public required ExceptionFilter Filter { get; init; }

    public required IReadOnlyList<Take> Downloads { get; init; }

    public Month Month => Edition.Manifest.Month;
}

/// <summary>One figure that stands out, told.</summary>
public sealed record ExplainedException(string What, string Against, string HowSure, IReadOnlyList<string> Else, string Outcome, string Href);

/// <summary>Which of the unusual figures are shown; empty takes all.</summary>
public sealed record ExceptionFilter(string Area, string Indicator, string Outcome)
{
    public bool IsEmpty => Area.Length + Indicator.Length + Outcome.Length == 0;

    /// <summary>As a part of an address, beginning with an ampersand.</summary>
    public string Query => string.Concat(new[] { ("area", Area), ("indicator", Indicator), ("outcome", Outcome) }
        .Where(p => p.Item2.Length > 0).Select(p => $"&{p.Item1}={Uri.EscapeDataString(p.Item2)}"));
}
