using Made.Core;
using Made.Core.Accounts;
using Made.Web.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Accounts;

/// <summary>Asks for password or code again before a deed of weight.</summary>
public sealed class AgainModel(Partnership partnership) : PageModel
{
    public string To { get; private set; } = "";

    /// <summary>No password of this site opens the account: it is confirmed where it is opened.</summary>
    public bool IsByProvider => HttpContext.Asking().SignedIn is { Account.Kind: AccountKind.Provider };

    public Problem? Problem { get; private set; }

    public IActionResult OnGet(string? to)
    {
        To = to ?? "";
        return HttpContext.Asking().SignedIn is null ? LocalRedirect("/sign-in") : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? secret, string? to)
    {
        if (HttpContext.Asking().SignedIn is not { } who)
            return LocalRedirect("/sign-in");
        (To, var given, var now) = (to ?? "", secret ?? "", partnership.Now);
        if (await partnership.Records.SignIns.Freshen(
            who, hash => Passwords.IsOf(hash, given), (key, last) => OneTimeCode.StepOf(key, given, now, last), partnership.Change(who.Account.Name, "Asked before a deed of weight")))
            return LocalRedirect(SignInModel.Afterwards(Url, To));
        (Problem, Response.StatusCode) = (Core.Accounts.Problems.PasswordNotRight(), StatusCodes.Status422UnprocessableEntity);
        return Page();
    }
}
