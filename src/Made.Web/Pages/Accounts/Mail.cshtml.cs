using Made.Core;
using Made.Core.Mail;
using Made.Web.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Accounts;

/// <summary>The own e-mail address, and whether one is told by e-mail. Nobody else is shown it.</summary>
[ResponseCache(NoStore = true)]
public sealed class MailModel(Partnership partnership) : PageModel
{
    private const string Why = "Own account page";

    public MailChoice Choice { get; private set; } = new("", false);

    /// <summary>An address is kept, whatever was typed meanwhile.</summary>
    public bool IsGiven { get; private set; }

    /// <summary>A mail server is set.</summary>
    public bool IsSent { get; private set; }

    public Problem? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (HttpContext.Asking().SignedIn is not { } who)
            return LocalRedirect("/sign-in");
        await LoadAsync(who.Account.Id);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? act, string? address, string? told)
    {
        if (HttpContext.Asking().SignedIn is not { } who)
            return LocalRedirect("/sign-in");
        await LoadAsync(who.Account.Id);
        var (store, change) = (partnership.Records.MailAddresses, partnership.Change(who.Account.Name, Why));
        var typed = new MailChoice((address ?? "").Trim(), told == "yes");
        if (act == "remove" || (typed.Address.Length == 0 && !typed.IsTold))
        {
            // Removed twice it is gone as well.
            if (IsGiven)
                await store.Clear(who.Account.Id, change);
            return LocalRedirect("/account?done=no-mail");
        }
        Problem = typed.Address.Length == 0 ? Core.Mail.Problems.NoMailAddress() : await store.Set(who.Account.Id, typed, change);
        if (Problem is null)
            return LocalRedirect(typed.IsTold ? "/account?done=told" : "/account?done=mail");
        (Choice, Response.StatusCode) = (typed, StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    private async Task LoadAsync(Guid account)
    {
        Choice = await partnership.Records.MailAddresses.Of(account);
        (IsGiven, IsSent) = (Choice.Address.Length > 0, await partnership.Records.Mail.Find() is not null);
    }
}
