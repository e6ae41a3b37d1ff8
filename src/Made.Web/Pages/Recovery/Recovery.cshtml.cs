using Made.Core.GoldenThread;
using Made.Web.Composition;
using Made.Web.Recovery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Recovery;

/// <summary>One exception and its recovery plan, with the trajectory on the chart.</summary>
public sealed class RecoveryModel(Partnership partnership) : PageModel
{
    public RecoveryView View { get; private set; } = null!;

    /// <summary>A plan may be written once the lead was asked, and changed until it is submitted.</summary>
    public bool MayWrite => View.Plan is { } plan ? !Processes.Of(plan.Newest.Content).Frozen.Contains(plan.State) : Processes.OwesPlan(View.Exception.State);

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await RecoveryView.OfAsync(partnership, id) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }
}
