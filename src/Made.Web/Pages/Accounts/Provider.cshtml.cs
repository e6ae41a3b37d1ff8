using Made.Core;
using Made.Core.Accounts;
using Made.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Accounts;

/// <summary>Sends somebody to the identity provider: to sign in, or, signed in by it already, to confirm that it is them or to have it tell their groups anew.</summary>
public sealed class ProviderModel : PageModel
{
    public Problem Problem { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? to, string? renew)
    {
        var who = HttpContext.Asking().SignedIn;
        if (who is { Account.Kind: not AccountKind.Provider })
            return LocalRedirect("/account");
        var signedIn = who?.At.Id.ToString("N");
        if (await HttpContext.RequestServices.GetRequiredService<ProviderDoor>().OpenAsync(HttpContext.RequestAborted) is not { } problem)
            return Challenge(new AuthenticationProperties { Items = { [ProviderFlow.To] = to ?? "", [renew is null ? ProviderFlow.Again : ProviderFlow.Renews] = signedIn } }, ProviderDoor.Scheme);
        if (problem.Code == Core.Accounts.Problems.NoProvider().Code)
            return LocalRedirect("/sign-in");
        (Problem, Response.StatusCode) = (problem, StatusCodes.Status503ServiceUnavailable);
        return Page();
    }
}
