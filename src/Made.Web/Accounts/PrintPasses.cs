using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Made.Web.Composition;

namespace Made.Web.Accounts;

/// <summary>
/// Lets the browser that prints a page for somebody open that one page, once and within a minute. It has no cookie, and it names the pass where
/// other browsers name themselves, so that the address stays the same.
/// </summary>
public sealed class PrintPasses(Partnership partnership)
{
    private const string Mark = "made-print/";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (string Page, Asking For, DateTimeOffset Until)> open = new(StringComparer.Ordinal);

    /// <summary>What the browser calls itself to open the page, as whoever wants it printed would see it.</summary>
    public string Issue(Uri page, Asking asking)
    {
        foreach (var past in open.Where(p => p.Value.Until < partnership.Now))
            open.TryRemove(past);
        var pass = Mark + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        open[pass] = (page.PathAndQuery, asking, partnership.Now + Lasts);
        return pass;
    }

    /// <summary>For whom the page is printed; null where this is no browser of ours.</summary>
    public Asking? Taken(HttpContext context) =>
        context.Request.Headers.UserAgent.ToString() is var named && named.StartsWith(Mark, StringComparison.Ordinal)
        && context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && open.TryGetValue(named, out var held) && held.Page == context.Request.Path + context.Request.QueryString.Value
        && open.TryRemove(named, out _) && partnership.Now < held.Until ? held.For : null;
}
