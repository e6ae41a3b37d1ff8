using Made.Core;
using Made.Core.Accounts;
using Made.Web.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Accounts;

/// <summary>Changes the own password, with the one held now.</summary>
public sealed class PasswordModel(Partnership partnership) : PageModel
{
    public Problem? Problem { get; private set; }

    public string Field { get; private set; } = "";

    public IActionResult OnGet() => HttpContext.Asking().SignedIn is null ? LocalRedirect("/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync(string? current, string? chosen)
    {
        if (HttpContext.Asking().SignedIn is not { } who)
            return LocalRedirect("/sign-in");
        (Field, Problem) = ("chosen", SignInRules.WhyNot(chosen ?? "", who.Account));
        if (Problem is null)
            (Field, Problem) = ("current", await partnership.Records.AccountSecrets.ChangePassword(
                who, hash => Passwords.IsOf(hash, current ?? ""), Passwords.Hash(chosen!), partnership.Change(who.Account.Name, "Own account page")));
        if (Problem is null)
            return LocalRedirect("/account?done=password");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
