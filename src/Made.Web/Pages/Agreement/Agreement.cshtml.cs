using Made.Core.GoldenThread;
using Made.Web.Agreement;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Agreement;

/// <summary>One agreement: where its approval stands, what it says, who leads, what is done; as a page, or as a plan on one side of paper.</summary>
public sealed class AgreementModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? With { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public AgreementView View { get; private set; } = null!;

    public IEnumerable<Move> Moves => Processes.Of(View.Content).From(View.History.State);

    public bool IsFrozen => Processes.Of(View.Content).Frozen.Contains(View.History.State);

    /// <summary>What an earlier version said otherwise; null where none is compared.</summary>
    public Table? Differences { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await AgreementView.OfAsync(partnership, id) is not { } view)
            return NotFound();
        View = view;
        if (With is { } with)
        {
            if (view.History.Versions.FirstOrDefault(v => v.Entry.Version == with).Entry is not { } other)
                return NotFound();
            Differences = DefinitionWords.Compared(view.Lines(other), $"version {with}", view.Lines(view.History.Newest), $"version {view.History.Newest.Version}");
        }
        return Page();
    }
}
