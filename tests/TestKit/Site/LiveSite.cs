using System.Net;
using Made.Web.Composition;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Made.TestKit.Site;

/// <summary>The site on a free port over a copy of a home, as <c>made serve</c> builds it, and a client that does not follow redirects.</summary>
public sealed class LiveSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Partnership partnership;
    private readonly HomeCopy copy;

    private LiveSite(WebApplication app, Partnership partnership, HomeCopy copy, Uri address)
    {
        (this.app, this.partnership, this.copy, Address) = (app, partnership, copy, address);
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), AutomaticDecompression = DecompressionMethods.None };
        Client = new HttpClient(sockets) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    }

    /// <summary>The table of routes that the site answers by.</summary>
    public IReadOnlyList<RouteEndpoint> Routes => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public Uri Address { get; }

    public HttpClient Client { get; }

    public HomeCopy Home => copy;

    /// <summary>The patterns of all addresses as the running site knows them.</summary>
    public IReadOnlyList<string> Patterns =>
        [.. Routes.Select(e => e.RoutePattern.RawText ?? "")];

    public static Task<LiveSite> Of(PreparedHome prepared) => Over(prepared.Copy());

    /// <summary>Over a home of the test's own, which goes with the site.</summary>
    /// <param name="copy">The home.</param>
    /// <param name="plant">What a test adds to the site before it starts.</param>
    public static async Task<LiveSite> Over(HomeCopy copy, Action<WebApplication>? plant = null)
    {
        if (!(await Partnership.OpenAsync(copy.Choice)).Succeeded(out var partnership, out var problem))
            throw new InvalidOperationException(problem.ToString());
        var app = Web.Composition.Site.Build(partnership, copy.Choice, "http://127.0.0.1:0");
        plant?.Invoke(app);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new LiveSite(app, partnership, copy, new Uri(address));
    }

    public Task<HttpResponseMessage> Get(string path) => Client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The body of an address that answers 200.</summary>
    public async Task<string> Text(string path)
    {
        using var answer = await Get(path);
        return answer.StatusCode == HttpStatusCode.OK
            ? await answer.Content.ReadAsStringAsync()
            : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
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
