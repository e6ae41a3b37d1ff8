using Made.Core.Accounts;
using Made.Web.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Accounts;

/// <summary>The own account: what it may, how it is opened, where it is signed in.</summary>
public sealed class IndexModel(Partnership partnership) : PageModel
{
    public SignedIn Who { get; private set; } = null!;

    public bool IsOwn => Who.Account.Kind == AccountKind.Own;

    public IReadOnlyList<DatedGrant> Grants { get; private set; } = [];

    public IReadOnlyList<SignIn> Places { get; private set; } = [];

    public bool IsTold { get; private set; }

    public string Done { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string? done)
    {
        if (HttpContext.Asking().SignedIn is not { } who)
            return LocalRedirect("/sign-in");
        (Who, Grants) = (who, [.. who.Account.Grants.Where(g => g.HoldsOn(partnership.Today))]);
        Places = await partnership.Records.SignIns.Of(who.Account, partnership.Now);
        IsTold = (await partnership.Records.MailAddresses.Of(who.Account.Id)).IsTold;
        Done = done switch
        {
            "password" => "Your password was changed, and you were signed out everywhere else.",
            "removed" => "The second factor was removed.",
            "told" => "You are told by e-mail of what is new from now on.",
            "mail" => "Your e-mail address is kept. You are not told by e-mail.",
            "no-mail" => "No e-mail address of yours is kept.",
            "elsewhere" => "You are signed out everywhere else.",
            _ => "",
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (HttpContext.Asking().SignedIn is not { } who)
            return LocalRedirect("/sign-in");
        await partnership.Records.SignIns.EndOthers(who, partnership.Change(who.Account.Name, "Own account page"));
        return LocalRedirect("/account?done=elsewhere");
    }
}
