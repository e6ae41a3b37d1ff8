using Made.Core;
using Made.Core.Accounts;
using Made.Store.Records;
using Made.Web.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Accounts;

/// <summary>The first step through the door: sign-in name and password.</summary>
public sealed class SignInModel(SigningIn door, Partnership partnership) : PageModel
{
    public string Name { get; private set; } = "";

    /// <summary>The page somebody came from; asked of the browser, so that no refused address has to repeat itself.</summary>
    public string To { get; private set; } = "";

    public Problem? Problem { get; private set; }

    /// <summary>Null where none is set.</summary>
    public IdentityProvider? Provider { get; private set; }

    /// <summary>Somebody whom the provider had signed in signed out: "provider" where it was here alone, "both" where they come back from signing out there.</summary>
    public string Left { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string? left)
    {
        if (HttpContext.Asking().SignedIn is not null)
            return LocalRedirect("/account");
        var from = Request.GetTypedHeaders().Referer;
        To = from is not null && from.Authority == Request.Host.Value ? from.PathAndQuery : "";
        (Provider, Left) = (await partnership.Records.Providers.Find(), left ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? password, string? to)
    {
        (Name, To) = ((name ?? "").Trim(), to ?? "");
        var answer = await door.PasswordAsync(Name, password ?? "", Request.Headers.UserAgent.ToString());
        if (answer is SignInAnswer.AsksForCode code)
        {
            await SignInCookie.GiveCodeAsync(HttpContext, code.Account, To);
            return LocalRedirect("/sign-in/code");
        }
        if (answer is SignInAnswer.Done done)
        {
            await SignInCookie.GiveAsync(HttpContext, done.Account, done.At);
            return LocalRedirect(Afterwards(Url, To));
        }
        Provider = await partnership.Records.Providers.Find();
        (Problem, Response.StatusCode) = (Core.Accounts.Problems.NotSignedIn(), StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    /// <summary>Where to go once signed in: back to the page one came from, where that is of this site and not part of signing in.</summary>
    internal static string Afterwards(IUrlHelper url, string to) =>
        url.IsLocalUrl(to) && !to.StartsWith("/sign-", StringComparison.OrdinalIgnoreCase) ? to : "/";
}
