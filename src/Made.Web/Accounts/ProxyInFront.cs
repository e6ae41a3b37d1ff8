using Microsoft.AspNetCore.HttpOverrides;

namespace Made.Web.Accounts;

/// <summary>A proxy on this machine that was named at the start: it speaks https to people, and its last word about the client's address is taken.</summary>
internal static class ProxyInFront
{
    public static void UseProxyInFront(this IApplicationBuilder app)
    {
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor });
        app.Use((context, next) =>
        {
            context.Request.Scheme = "https";
            return next(context);
        });
    }
}
