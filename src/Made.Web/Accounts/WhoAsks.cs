using Made.Web.Access;
using Made.Web.Api;
using Made.Web.Composition;
using Microsoft.AspNetCore.Authentication;

namespace Made.Web.Accounts;

/// <summary>
/// Says who asks before anything is answered, kept pages included. A sign-in and its grants are read from the records for each request, so
/// that a revocation, a disabled account and a sign-out hold from the next one; whoever comes without a cookie costs no question.
/// </summary>
internal sealed class WhoAsks(RequestDelegate next, Partnership partnership, MachineRule machine, PrintPasses passes)
{
    private const string Bearer = "Bearer ";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments(SendingEndpoint.Address, StringComparison.OrdinalIgnoreCase))
            return WithKeyAsync(context);
        if (context.Request.Headers.Cookie.Count > 0 && context.Request.Cookies.ContainsKey(SignInCookie.SignedIn))
            return SignedInAsync(context);
        Is(context, Unnamed(context));
        return next(context);
    }

    /// <summary>A key is read from the records for each request, so that a revocation holds from the next one. Without an open one it is a visitor who asks.</summary>
    private async Task WithKeyAsync(HttpContext context)
    {
        var sent = context.Request.Headers.Authorization.ToString();
        var key = sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? await partnership.Records.SendingKeys.Find(sent[Bearer.Length..].Trim()) : null;
        context.Features.Set(key is not null && key.IsOpen(partnership.Today) ? Asking.Of(key) : Asking.Visitor);
        await next(context);
    }

    private async Task SignedInAsync(HttpContext context)
    {
        var ticket = await context.AuthenticateAsync(SignInCookie.SignedIn);
        var who = SignInCookie.Of(ticket.Principal) is { } id ? await partnership.Records.SignIns.Find(id) : null;
        if (who is not null && who.IsToBeRenewedAt(partnership.Now) && OpensPage(context.Request))
        {
            context.Response.Redirect($"{ProviderDoor.Renew}&to={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
            return;
        }
        if (who is not null && who.IsOpenAt(partnership.Now))
        {
            context.User = ticket.Principal!;
            Is(context, Asking.Of(who, partnership));
            context.Response.Headers.CacheControl = "private, no-cache";
        }
        else
        {
            // The cookie is worth nothing any more; the browser may forget it.
            await context.SignOutAsync(SignInCookie.SignedIn);
            Is(context, Unnamed(context));
        }
        await next(context);
    }

    /// <summary>A browser that goes to a page or file, and not a page's own script or picture: only that can go by the provider and come back. The pages of signing in and out are the way there.</summary>
    private static bool OpensPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path.Value is { } path && !path.StartsWith("/sign-", StringComparison.OrdinalIgnoreCase)
        && (request.Headers["Sec-Fetch-Dest"].ToString() is { Length: > 0 } dest ? dest == "document" : request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal));

    private Asking Unnamed(HttpContext context) => passes.Taken(context) ?? (machine.Lets(context) ? Asking.AtTheMachine : Asking.Visitor);

    private static void Is(HttpContext context, Asking asking)
    {
        context.Features.Set(asking);
        Looking.As(asking.Own is { } own ? [asking.Person, own] : [asking.Person]);
    }
}
