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
    /// <summary>Where the browser goes on to sign out at the identity provider as well; empty before, and where there is no such place.</summary>
    public string Onward { get; private set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        if (HttpContext.Asking().SignedIn is { } who)
        {
            await partnership.Records.SignIns.End(who, partnership.Change(who.Account.Name, "Sign-out page"));
            await HttpContext.SignOutAsync(SignInCookie.SignedIn);
            if (who.Account.Kind != AccountKind.Provider)
                return LocalRedirect("/sign-in");
            HttpContext.Features.Set(Asking.Visitor);
            // A form may lead to this site only, so a page of ours leads on.
            if (await HttpContext.RequestServices.GetRequiredService<ProviderDoor>().SignOutAsync($"{Request.Scheme}://{Request.Host}{ProviderDoor.SignedOut}", HttpContext.RequestAborted) is not { } onward)
                return LocalRedirect("/sign-in?left=provider");
            Onward = onward;
            return Page();
        }
        return LocalRedirect("/sign-in");
    }
}
