using Made.Core.Accounts;
using Made.Web.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Accounts;

/// <summary>Ends a sign-in: the cookie is worth nothing afterwards, also where a copy of it was kept.</summary>
public sealed class SignOutModel(Partnership partnership) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (HttpContext.Asking().SignedIn is { } who)
        {
            await partnership.Records.SignIns.End(who, partnership.Change(who.Account.Name, "Sign-out page"));
            await HttpContext.SignOutAsync(SignInCookie.SignedIn);
            if (who.Account.Kind == AccountKind.Provider)
                return LocalRedirect("/sign-in?left=provider");
        }
        return LocalRedirect("/sign-in");
    }
}
