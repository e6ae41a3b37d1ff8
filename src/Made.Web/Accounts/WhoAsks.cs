using Made.Web.Composition;
using Microsoft.AspNetCore.Authentication;

namespace Made.Web.Accounts;

/// <summary>
/// Says who asks before anything is answered, kept pages included. A sign-in and its grants are read from the records for each request, so
/// that a revocation, a disabled account and a sign-out hold from the next one; whoever comes without a cookie costs no question.
/// </summary>
internal sealed class WhoAsks(RequestDelegate next, Partnership partnership, MachineRule machine)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.Cookie.Count > 0 && context.Request.Cookies.ContainsKey(SignInCookie.SignedIn))
            return SignedInAsync(context);
        context.Features.Set(machine.Lets(context) ? Asking.AtTheMachine : Asking.Visitor);
        return next(context);
    }

    private async Task SignedInAsync(HttpContext context)
    {
        var ticket = await context.AuthenticateAsync(SignInCookie.SignedIn);
        if (SignInCookie.Of(ticket.Principal) is { } id && await partnership.Records.SignIns.Find(id) is { } who && who.At.IsOpenAt(partnership.Now))
        {
            context.User = ticket.Principal!;
            context.Features.Set(Asking.Of(who, partnership.Today));
            context.Response.Headers.CacheControl = "private, no-cache";
        }
        else
        {
            // The cookie is worth nothing any more; the browser may forget it.
            await context.SignOutAsync(SignInCookie.SignedIn);
            context.Features.Set(machine.Lets(context) ? Asking.AtTheMachine : Asking.Visitor);
        }
        await next(context);
    }
}
