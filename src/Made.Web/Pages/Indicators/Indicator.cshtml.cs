using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Records;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Downloads;
using Made.Web.Exchange;
using Made.Web.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Indicators;

/// <summary>One indicator: its definition, its versions and what was done to it.</summary>
public sealed class IndicatorModel(Partnership partnership) : PageModel
{
    /// <summary>An earlier version to read.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    /// <summary>What was just done: <c>saved</c>, <c>retired</c> or <c>taken-back</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IndicatorHistory Indicator { get; private set; } = null!;

    public IndicatorDefinition Shown { get; private set; } = null!;

    public string Sentence { get; private set; } = "";

    public string Standing { get; private set; } = "";

    /// <summary>A dashboard that shows it; empty where none does yet.</summary>
    public string Dashboard { get; private set; } = "";

    public Pack Pack => partnership.Pack;

    public bool IsEarlier => Shown.Version != Indicator.Current.Version;

    public Table? Differences { get; private set; }

    public IReadOnlyList<DefinitionLine> Lines =>
    [
        .. DefinitionWords.Of(Shown, Pack),
        .. Pack.Breaks.Where(b => b.Concerns(Shown)).OrderBy(b => b.Month).Select(b => new DefinitionLine($"Break in {b.Month.Name}", $"{b.Reason} ({b.Source})")),
        new("Short id", Shown.Id),
    ];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await partnership.TakeInDefinitionsAsync();
        if (partnership.Indicators.Find(id) is not { } found)
            return NotFound();
        Indicator = found;
        if (found.Versions.FirstOrDefault(v => v.Definition.Version == (Version ?? found.Current.Version)) is not { } shown)
            return NotFound();
        Shown = shown.Definition;
        if (IsEarlier)
            Differences = DefinitionWords.Compared(Shown, $"version {Shown.Version}", found.Current, $"version {found.Current.Version}", Pack);
        Sentence = SentenceOf(shown);
        Standing = await StandingAsync();
        return Page();
    }

    private string SentenceOf(DefinitionVersion shown)
    {
        var made = Indicator.MadeBy(Shown.Version) is { } step
            ? $"Version {Shown.Version}, made here on {LondonTime.Text(step.At)} by {step.By}: {step.Why.TrimEnd('.')}."
            : $"Version {Shown.Version}, as version {shown.PackVersion} of the pack brought it.";
        return IsEarlier ? $"{made} No longer the newest: version {Indicator.Current.Version} is." : made;
    }

    /// <summary>Whether the newest dashboards have caught up with what was done.</summary>
    private async Task<string> StandingAsync()
    {
        if (await partnership.LatestMonthAsync() is not { } month || await partnership.Editions.Open(month) is not { } reader)
            return "No dashboard has been built yet.";
        var held = reader.Register.Pack.Indicators.FirstOrDefault(i => i.Id == Indicator.Id);
        var edition = EditionWords.Name(reader);
        if (held is not null && reader.Areas.At(AreaLevel.Csp, month).FirstOrDefault() is { } csp)
            Dashboard = $"/dashboard/{csp.Code}/{month}/{Indicator.Id}";
        if (Indicator.IsRetired)
            return held is null ? $"The newest dashboards, {edition}, no longer have it." : $"Dashboards are being built again without it; until then the newest, {edition}, still have it.";
        return held?.Version == Indicator.Current.Version ? $"The newest dashboards, {edition}, have version {held.Version}."
            : held is null ? $"Dashboards are being built again with it; the newest, {edition}, do not have it yet."
            : $"Dashboards are being built again with version {Indicator.Current.Version}; the newest, {edition}, still have version {held.Version}.";
    }
}
