using Made.Core;
using Made.Store.Records;
using Made.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Accounts;

/// <summary>The second step: a code of the authenticator, or a recovery code. Only whoever just gave the right password gets here.</summary>
public sealed class CodeModel(SigningIn door) : PageModel
{
    public Problem? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync() => (await OwingAsync()).Account is null ? LocalRedirect("/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        var (account, to) = await OwingAsync();
        if (account is not { } owing)
            return LocalRedirect("/sign-in");
        if (await door.CodeAsync(owing, code ?? "", Request.Headers.UserAgent.ToString()) is SignInAnswer.Done done)
        {
            await HttpContext.SignOutAsync(SignInCookie.Code);
            await SignInCookie.GiveAsync(HttpContext, done.Account, done.At);
            return LocalRedirect(SignInModel.Afterwards(Url, to));
        }
        (Problem, Response.StatusCode) = (Core.Accounts.Problems.CodeNotRight(), StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    private async Task<(Guid? Account, string To)> OwingAsync()
    {
        var ticket = await HttpContext.AuthenticateAsync(SignInCookie.Code);
        return (SignInCookie.Of(ticket.Principal), ticket.Properties?.Items.TryGetValue("to", out var to) == true ? to ?? "" : "");
    }
}
