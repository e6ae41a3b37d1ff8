using System.Globalization;
using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Web.Components;

namespace Made.Web.Workbench;

/// <summary>Everything on the workbench for figures that are held.</summary>
internal sealed record HeldView
{
    public required EditionReader Edition { get; init; }

    /// <summary>The edition was named by its number; else it is the newest of its month.</summary>
    public required bool IsPinned { get; init; }

    public bool IsDraft => Edition.Standing.IsDraft;

    public required IndicatorDefinition Indicator { get; init; }

    public required IReadOnlyList<IndicatorDefinition> Indicators { get; init; }

    /// <summary>The areas that may be chosen, by level.</summary>
    public required IReadOnlyList<(string Heading, IReadOnlyList<Area> Areas)> Choices { get; init; }

    /// <summary>Codes of the chosen areas.</summary>
    public required IReadOnlyList<Area> Areas { get; init; }

    public required IReadOnlyList<Month> Months { get; init; }

    public required Month From { get; init; }

    public required Asked Asked { get; init; }

    /// <summary>The methods that may be used: one for a partner's own figures.</summary>
    public required IReadOnlyList<MethodCard> Methods { get; init; }

    public required IReadOnlyList<Panel> Panels { get; init; }

    public required IReadOnlyList<FieldError> Faults { get; init; }

    /// <summary>Where the method that was asked for does not fit; empty where it does.</summary>
    public string Notice { get; init; } = "";

    public required DisclosurePolicy Policy { get; init; }

    public bool IsPartners => Policy == DisclosurePolicy.Partner;

    public Month To => Edition.Manifest.Month;

    /// <summary>The last months that may be chosen; a number belongs to its month alone.</summary>
    public IEnumerable<Month> Tos => IsPinned ? [To] : Months.Reverse();

    /// <summary>The address of this selection, or of the same for one of its areas.</summary>
    public string Address(string path, Area? only = null) => path + "?" + string.Join('&', Selection(only).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));

    /// <summary>Several areas in one sentence or two.</summary>
    public string Standing()
    {
        var high = Panels.Where(p => p.Study?.State is Variation.SpecialHigh or Variation.SpecialLow).Select(p => p.Place).ToList();
        var judged = Panels.Count(p => p.Study?.State is Variation.SpecialHigh or Variation.SpecialLow or Variation.Common);
        if (judged == 0)
            return $"In none of the {Panels.Count} areas is the last month judged.";
        var rest = judged < Panels.Count ? $" In {Panels.Count - judged} it is not judged." : "";
        return high.Count == 0
            ? $"In none of the {judged} areas that are judged does the last month stand out.{rest}"
            : $"In {high.Count} of {judged} areas that are judged the last month stands out: {string.Join(", ", high)}.{rest}";
    }

    private IEnumerable<(string Name, string Value)> Selection(Area? only) =>
    [
        ("indicator", Indicator.Id),
        .. (only is null ? Areas : [only]).Select(a => ("area", a.Code.Value)),
        ("from", From.ToString()), ("to", To.ToString()), ("method", Asked.Card.Code),
        .. IsPinned ? new[] { ("edition", Edition.Manifest.Number.ToString(CultureInfo.InvariantCulture)) } : [],
        .. Asked.Changed(),
    ];
}
