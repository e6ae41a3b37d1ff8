using Made.Web.Accounts;
using Microsoft.AspNetCore.Http.Features;

namespace Made.Web.Composition;

/// <summary>
/// Answers GET requests for pages that depend on nothing but the records, the day and who asks from memory, with an ETag. The gate lets an address
/// through by the grants of whoever asks, and they are part of the key: nobody gets a page kept for others that would be refused to them.
/// </summary>
internal sealed class PageCacheMiddleware(RequestDelegate next, PageCache cache, RecordsVersion version, Partnership partnership)
{
    private static readonly string[] Kept = ["/dashboard", "/areas", "/scorecard", "/exceptions", "/funnel", "/severity", "/hotspots", "/near-repeats", "/api/v1", "/charts", "/embed"];

    // Worked on by people: what was just kept has to be seen at once, and forms carry their reader's token.
    private const string NotKept = "/scorecard/outcomes";

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || request.Path.StartsWithSegments(NotKept, StringComparison.Ordinal) || !Array.Exists(Kept, k => request.Path.StartsWithSegments(k, StringComparison.Ordinal)))
        {
            await next(context);
            return;
        }
        var accept = request.Headers.Accept.ToString().Contains("text/csv", StringComparison.Ordinal) ? "csv" : "";
        // The day as well: an agreement that expires overnight changes what a page says of its data.
        var address = $"{context.Asking().Audience}\n{accept} {partnership.Today:yyyy-MM-dd} {request.Path}{request.QueryString}";
        if ((cache.Find(address, version.Current) ?? cache.Meanwhile(address)) is { } page)
        {
            await Answer(context, page);
            return;
        }
        using var body = new MemoryStream();
        if (await MadeAsync(context, address, body) is { } made)
        {
            await Answer(context, made);
            return;
        }
        body.Position = 0;
        await body.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    /// <summary>
    /// Where everybody asks for the same page at once, one of them makes it; the others get it as it was a moment ago, or wait where there was none. Nobody waits for a
    /// slow reader, because answers are sent after the turn. Null where what was made is not to be kept.
    /// </summary>
    private async Task<CachedPage?> MadeAsync(HttpContext context, string address, MemoryStream body)
    {
        using var turn = await cache.Turn(address, context.RequestAborted);
        var now = version.Current;
        if (cache.Find(address, now) is { } meanwhile)
            return meanwhile;
        var original = context.Features.Get<IHttpResponseBodyFeature>()!;
        context.Response.Body = body;
        try
        {
            await next(context);
        }
        finally
        {
            context.Features.Set(original);
        }
        return context.Response.StatusCode == StatusCodes.Status200OK && !context.Response.Headers.ContainsKey("Set-Cookie")
            ? cache.Keep(address, body.ToArray(), context.Response.ContentType ?? "text/html; charset=utf-8", now)
            : null;
    }

    private static Task Answer(HttpContext context, CachedPage page)
    {
        var response = context.Response;
        response.Headers.ETag = page.ETag;
        // A cache between us and them keeps nothing of whoever signed in.
        response.Headers.CacheControl = context.Asking().SignedIn is null ? "no-cache" : "private, no-cache";
        if (context.Request.Headers.IfNoneMatch == page.ETag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
            return Task.CompletedTask;
        }
        response.ContentType = page.ContentType;
        response.ContentLength = page.Body.Length;
        return response.Body.WriteAsync(page.Body, context.RequestAborted).AsTask();
    }
}
