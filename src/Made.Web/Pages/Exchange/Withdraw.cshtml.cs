using Made.Core;
using Made.Core.Exchange;
using Made.Web.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Exchange;

/// <summary>Asks before a supply is withdrawn, and says what will happen.</summary>
public sealed class WithdrawModel(Partnership partnership) : PageModel
{
    public Supply Supply { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    public string Reason { get; private set; } = "";

    public string Consequence { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string? reason)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Reason = (reason ?? "").Trim();
        if (Reason.Length == 0)
            Problem = new Problem("no-reason", "Say why the supply is withdrawn.", "One sentence is enough.");
        else if ((await partnership.Supplies.Withdraw(id, partnership.Change(HttpContext.Asking().By("exchange page"), Reason))).Problem is { } refused)
            Problem = refused;
        else
            return LocalRedirect("/exchange/supplies");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> LoadAsync(string id)
    {
        if (await partnership.Supplies.Find(id) is not { } found)
            return false;
        Supply = found;
        var before = (await partnership.Supplies.Register())
            .LastOrDefault(s => s.Dataset == found.Dataset && s.Period == found.Period && s.Revision < found.Revision && s.State == SupplyState.Superseded);
        Consequence = before is null
            ? $"Nothing else is held for {found.Period}. Its figures will then read \u201cnot loaded here\u201d or \u201cnot supplied\u201d."
            : $"{before.Id} then counts again.";
        return true;
    }
}
