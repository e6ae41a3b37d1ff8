using Made.Store.Vault;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages;

/// <summary>What a person reads when a page cannot be shown.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ProblemModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string Text { get; private set; } = "";

    public void OnGet() => Explain(Response.StatusCode);

    public void OnPost() => Explain(Response.StatusCode);

    private void Explain(int status) => (Heading, Text) = status switch
    {
        _ when HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is SealRefusedException refused =>
            ("What is asked for cannot be opened", $"{refused.Problem.Message} {refused.Problem.Remedy}"),
        404 => ("There is no such page", "The address may be mistyped, it may name an area, month or file that is not here, or something that is shown only to those who signed in and were given a role for it."),
        400 => ("The request could not be read", "The form may have expired or a value may be missing. Go back, reload the page and send it again."),
        413 => ("The file is too large", "Send the months one at a time, or as a zip archive."),
        429 => ("Too many requests in a short time", "Files and analyses cost much work, so each computer may ask for a limited number. Nothing you sent was stored. Wait a minute and try again."),
        _ => ("Sorry, something is wrong on our side", "Nothing you sent was half stored. Try again in a minute; if it stays, tell the administrator at what time it happened."),
    };
}
