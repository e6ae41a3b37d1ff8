using Made.Web.Accounts;

namespace Made.Web.Composition;

/// <summary>The same headers on every answer: no script, style, frame or connection that the page did not come with.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, ILogger<SecurityHeaders> log)
{
    public const string ContentSecurityPolicy = Own + "frame-ancestors 'none'";

    /// <summary>For the one kind of page that is made to stand in other sites' pages; it takes no input and knows nobody.</summary>
    public const string EmbeddedPolicy = Own + "frame-ancestors *";

    private const string Own =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; ";

    public async Task InvokeAsync(HttpContext context)
    {
        // As late as can be: what answers an error empties the headers first.
        context.Response.OnStarting(Set, context);
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            // It failed before, or in, the page that answers faults. The server's own answer would have no headers.
            if (log.IsEnabled(LogLevel.Error))
                log.LogError(e, "A request could not be answered.");
            context.Response.Clear();
            context.Response.StatusCode = (e as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError;
        }
    }

    private static Task Set(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        var embedded = context.Request.Path.StartsWithSegments("/embed", StringComparison.Ordinal) && context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified;
        headers.ContentSecurityPolicy = embedded ? EmbeddedPolicy : ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = embedded ? "cross-origin" : "same-origin";
        if (!Listening.IsLoopback(context.Request.Host.Host))
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        return Task.CompletedTask;
    }
}
