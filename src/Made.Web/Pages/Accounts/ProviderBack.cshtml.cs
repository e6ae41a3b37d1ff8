using Made.Core;
using Made.Core.Accounts;
using Made.Store.Records;
using Made.Web.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Accounts;

/// <summary>Where the identity provider sends people back to. Whatever was wrong reads the same; the audit says what it was.</summary>
[ResponseCache(NoStore = true)]
public sealed class ProviderBackModel(Partnership partnership) : PageModel
{
    public string To { get; private set; } = "/";

    public Problem? Problem { get; private set; }

    /// <summary>It could not be confirmed that it is them; they are signed in as before.</summary>
    public bool IsStillIn { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var providers = partnership.Records.Providers;
        if (HttpContext.Features.Get<ProviderAnswer>() is not { } answer || await providers.Find() is not { } provider)
            return LocalRedirect("/sign-in");
        var by = answer.Identity.Succeeded(out var who, out var problem) ? ProviderRules.NameOf(provider, who.Subject) : "visitor";
        var (change, isIn) = (partnership.Change(by, $"Signing in with {provider.Name}"), false);
        To = SignInModel.Afterwards(Url, answer.To);
        if (who is null)
            await providers.Fail(provider.Name, problem!.Message.TrimEnd('.'), change);
        else if (answer.Again is { } signIn)
            isIn = await providers.Freshen(provider, who, signIn, change);
        else if (await providers.SignIn(provider, who, answer.Renews, partnership.Today, Request.Headers.UserAgent.ToString(), change) is SignInAnswer.Done done)
        {
            isIn = true;
            await SignInCookie.GiveAsync(HttpContext, done.Account, done.At);
            if (await partnership.Records.SignIns.Find(done.At.Id) is { } signedIn)
                HttpContext.Features.Set(Asking.Of(signedIn, partnership));
        }
        if (isIn)
            return Page();
        IsStillIn = answer.Again is not null && who is { Authenticated: null };
        (Problem, Response.StatusCode) = (IsStillIn ? Web.Accounts.Problems.ProviderDoesNotSayWhen(provider.Name) : Web.Accounts.Problems.NotSignedInByProvider(), StatusCodes.Status422UnprocessableEntity);
        return Page();
    }
}
