using Made.Core;
using Made.Core.Calendar;

namespace Made.Web.Api;

/// <summary>Everything a question for figures can get wrong.</summary>
internal static class Problems
{
    public static Problem UnknownArea(string code) =>
        new("unknown-area", $"There is no area with the code {Shown(code)} here.", "See the codes with 'made areas' or /api/v1/areas.");

    public static Problem UnknownIndicator(string id) =>
        new("unknown-indicator", $"There is no indicator {Shown(id)} here.", "See /api/v1/indicators.");

    public static Problem UnknownLevel(string level) =>
        new("unknown-level", $"{Shown(level)} is not a level.", "Use lsoa, ward, district, csp, policing-area, county, pan or force.");

    public static Problem UnknownPeriod(string period) =>
        new("unknown-period", $"{Shown(period)} is not a kind of period.", "Use month, quarter, rolling12 or year.");

    public static Problem UnknownFormat(string format) =>
        new("unknown-format", $"{Shown(format)} is not a format.", "Use csv or json.");

    public static Problem NotAMonth(string name, string text) =>
        new("not-a-month", $"{Shown(text)} in '{name}' is not a month.", "Write it as 2022-07.");

    public static Problem FromAfterTo(Month from, Month to) =>
        new("from-after-to", $"The first month, {from.Name}, is after the last, {to.Name}.", "Swap them.");

    public static Problem NothingBuilt() =>
        new("nothing-built", "No dashboard has been built here yet.", "Load a file ('made intake') and run 'made refresh'.");

    public static Problem PageOutOfRange(string text) =>
        new("not-a-page", $"{Shown(text)} is not a page number.", "Pages count from 1.");

    // A stranger's text is shown short and without anything that could act.
    private static string Shown(string text) =>
        $"'{new string([.. text.Where(c => !char.IsControl(c)).Take(40)])}'";
}
