using Made.Web.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Made.TestKit.Site;

/// <summary>The site on a free port over a copy of a home, as <c>made serve</c> builds it, and a client that does not follow redirects.</summary>
public sealed class LiveSite : Caller, IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Partnership partnership;
    private readonly HomeCopy copy;

    private LiveSite(WebApplication app, Partnership partnership, HomeCopy copy, Uri address)
        : base(address) => (this.app, this.partnership, this.copy) = (app, partnership, copy);

    /// <summary>The table of routes that the site answers by.</summary>
    public IReadOnlyList<RouteEndpoint> Routes => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>The records as the site itself has them open.</summary>
    public Partnership Partnership => partnership;

    public HomeCopy Home => copy;

    /// <summary>The patterns of all addresses as the running site knows them.</summary>
    public IReadOnlyList<string> Patterns =>
        [.. Routes.Select(e => e.RoutePattern.RawText ?? "")];

    public static Task<LiveSite> Of(PreparedHome prepared) => Over(prepared.Copy());

    /// <summary>Over a home of the test's own, which goes with the site.</summary>
    /// <param name="copy">The home.</param>
    /// <param name="plant">What a test adds to the site before it starts.</param>
    /// <param name="behindProxy">As if a proxy stood in front.</param>
    /// <param name="clock">The machine's own where none is given.</param>
    public static async Task<LiveSite> Over(HomeCopy copy, Action<WebApplication>? plant = null, bool behindProxy = false, TimeProvider? clock = null)
    {
        if (!(await Partnership.OpenAsync(copy.Choice, clock)).Succeeded(out var partnership, out var problem))
            throw new InvalidOperationException(problem.ToString());
        var app = Web.Composition.Site.Build(partnership, copy.Choice, new Listening("http://127.0.0.1:0", behindProxy));
        plant?.Invoke(app);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new LiveSite(app, partnership, copy, new Uri(address));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await partnership.DisposeAsync();
        copy.Dispose();
    }
}
