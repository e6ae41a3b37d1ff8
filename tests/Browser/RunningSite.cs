using Made.Web.Composition;
using Made.Web.Exchange;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Made.Tests.Browser;

/// <summary>The site over one home on a free port of this machine.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningSite(WebApplication app, Partnership partnership)
    {
        (this.app, Partnership) = (app, partnership);
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    public string Address { get; }

    public Partnership Partnership { get; }

    /// <summary>What the site holds for whoever sent files.</summary>
    public GivenBack GivenBack => app.Services.GetRequiredService<GivenBack>();

    public static async Task<RunningSite> Of(Partnership partnership, HomeChoice choice)
    {
        var app = Site.Build(partnership, choice, new Web.Accounts.Listening("http://127.0.0.1:0", BehindProxy: false));
        await app.StartAsync();
        return new RunningSite(app, partnership);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Partnership.DisposeAsync();
    }
}
