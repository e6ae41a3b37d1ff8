using Made.Core.Register;
using Made.Core.Sharing;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;
using Made.Web.Indicators;
using Made.Web.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Sharing;

/// <summary>One agreement: where it stands, what a version says, who signed, what differs between versions, what was done.</summary>
public sealed class AgreementModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? With { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public SharingHistory History { get; private set; } = null!;

    public SharingAgreement Shown { get; private set; } = null!;

    public SharingAgreement Other { get; private set; } = null!;

    public SharingStanding Standing { get; private set; } = null!;

    public Pack Pack => partnership.Pack;

    public Bodies Bodies { get; private set; } = null!;

    public IReadOnlyList<Reminder> Reminders { get; private set; } = [];

    public IReadOnlyList<Choice> Versions => [.. History.Versions.Select(v => new Choice($"{v.Version}", $"Version {v.Version}"))];

    public IReadOnlyList<string> Missing { get; private set; } = [];

    public Table Signatures => new()
    {
        Name = "signatures",
        Title = "Signatures",
        Columns = [new("Organisation"), new("Signed by its"), new("On")],
        Rows = [.. History.Signatures(Shown.Version).Select(s => (IReadOnlyList<Cell>)[Cell.Of(Bodies.Name(s.Organisation)), Cell.Of(s.Role), Cell.Of(LondonTime.Day(s.Day))])],
    };

    public Table? Differences => Shown.Version == Other.Version ? null
        : DefinitionWords.Compared(SharingWords.Of(Shown, Pack), $"version {Shown.Version}", SharingWords.Of(Other, Pack), $"version {Other.Version}");

    public async Task<IActionResult> OnGetAsync(string id)
    {
        var view = await SharingView.OfAsync(partnership);
        if (view.Agreements.FirstOrDefault(a => a.Id == id) is not { } held
            || held.Versions.FirstOrDefault(v => v.Version == (Version ?? held.Newest.Version)) is not { } shown
            || held.Versions.FirstOrDefault(v => v.Version == (With ?? held.Newest.Version)) is not { } other)
            return NotFound();
        (History, Shown, Other, Bodies) = (held, shown, other, view.Bodies);
        Standing = SharingStanding.Of(held, Bodies, view.Today);
        Reminders = [.. view.Reminders.Where(r => r.Agreement.Id == id)];
        Missing = SharingStanding.WhoHasNotSigned(shown, held.Signatures(shown.Version), shown.Parties.Select(p => p.Organisation), Bodies, view.Today);
        return Page();
    }
}
