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

    /// <summary>What stands in the form: what is kept, or what was typed.</summary>
    public MailChoice Choice { get; private set; } = new("", false);

    /// <summary>What is kept, whatever was typed meanwhile.</summary>
    public MailChoice Kept { get; private set; } = new("", false);

    public bool IsGiven => Kept.Address.Length > 0;

    /// <summary>True where somebody else, or the same person in another window, was faster.</summary>
    public bool IsStale { get; private set; }

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

    public async Task<IActionResult> OnPostAsync(string? act, string? address, string? told, string? seen, string? seenTold)
    {
        if (HttpContext.Asking().SignedIn is not { } who)
            return LocalRedirect("/sign-in");
        var (store, change, before) = (partnership.Records.MailAddresses, partnership.Change(who.Account.Name, Why), new MailChoice(seen ?? "", seenTold == "yes"));
        var typed = new MailChoice((address ?? "").Trim(), told == "yes");
        var removes = act == "remove" || (typed.Address.Length == 0 && !typed.IsTold);
        Problem = removes ? await store.Clear(who.Account.Id, change, before)
            : typed.Address.Length == 0 ? Core.Mail.Problems.NoMailAddress()
            : await store.Set(who.Account.Id, typed, change, before);
        // Removed twice it is gone as well.
        if (removes && (Problem is null || Problem.Code == Core.Mail.Problems.NoMailAddress().Code))
            return LocalRedirect("/account?done=no-mail");
        if (Problem is null)
            return LocalRedirect(typed.IsTold ? "/account?done=told" : "/account?done=mail");
        await LoadAsync(who.Account.Id);
        IsStale = Problem.Code == Core.Mail.Problems.MailChangedMeanwhile().Code;
        (Choice, Response.StatusCode) = (act == "remove" ? Kept : typed, IsStale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    private async Task LoadAsync(Guid account)
    {
        Choice = Kept = await partnership.Records.MailAddresses.Of(account);
        IsSent = await partnership.Records.Mail.Find() is not null;
    }
}
