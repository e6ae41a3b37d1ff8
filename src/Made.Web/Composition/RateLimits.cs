using System.Globalization;
using System.Threading.RateLimiting;

namespace Made.Web.Composition;

/// <summary>
/// How often one client may ask for what costs: signing in, sending files, taking files away, analysing. Pages are not counted, and a page that is kept
/// is answered before anything is.
/// </summary>
internal static class RateLimits
{
    private static readonly string[] Sent = ["/exchange", "/workbench/own", "/papers"];
    private static readonly string[] Entered = ["/sign-in", "/account"];
    private static readonly string[] Analysed = ["/workbench", "/tables"];

    // An answer out of a browser takes a second or more of one; a table a few milliseconds.
    private static readonly TokenBucketRateLimiterOptions Sending = Bucket(200, perSecond: 2);
    // A password takes a tenth of a second to check, by design.
    private static readonly TokenBucketRateLimiterOptions Entering = Bucket(60, perSecond: 1);
    private static readonly TokenBucketRateLimiterOptions Drawing = Bucket(300, perSecond: 2);
    private static readonly TokenBucketRateLimiterOptions Taking = Bucket(3_000, perSecond: 50);

    public static void AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(o =>
    {
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
        o.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    });

    private static RateLimitPartition<string> Partition(HttpContext context)
    {
        var (name, bucket) = Asked(context.Request);
        return bucket is null
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter($"{name} {context.Connection.RemoteIpAddress}", _ => bucket);
    }

    private static (string Name, TokenBucketRateLimiterOptions? Bucket) Asked(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        if (HttpMethods.IsPost(request.Method))
            return Sent.Contains(path.TrimEnd('/'), StringComparer.OrdinalIgnoreCase) || request.Path.StartsWithSegments("/products/write", StringComparison.OrdinalIgnoreCase) || request.Path.StartsWithSegments(Api.SendingEndpoint.Address, StringComparison.OrdinalIgnoreCase) ? ("send", Sending)
                : Entered.Any(e => request.Path.StartsWithSegments(e, StringComparison.OrdinalIgnoreCase)) ? ("enter", Entering)
                : ("", null);
        // Each costs a question to the provider.
        if (request.Path.StartsWithSegments("/sign-in/provider", StringComparison.OrdinalIgnoreCase))
            return ("enter", Entering);
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".pdf" or ".png" => ("draw", Drawing),
            ".csv" or ".xlsx" or ".ods" or ".parquet" or ".svg" or ".txt" => ("take", Taking),
            _ when Analysed.Any(a => request.Path.StartsWithSegments(a, StringComparison.OrdinalIgnoreCase)) => ("analyse", Taking),
            _ => ("", null),
        };
    }

    private static TokenBucketRateLimiterOptions Bucket(int most, int perSecond) => new()
    {
        TokenLimit = most,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };
}
