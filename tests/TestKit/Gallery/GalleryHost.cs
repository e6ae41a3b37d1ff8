using Made.Web.Components;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Made.TestKit.Gallery;

/// <summary>Serves every component and chart on pages of their own, with the real layout, styles, script and content security policy.</summary>
public sealed class GalleryHost : IAsyncDisposable
{
    /// <summary>What the program's own pages are served with: nothing inline, nothing from elsewhere.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private readonly WebApplication app;

    private GalleryHost(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public static async Task<GalleryHost> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", WebRootPath = Repository.Path("src/Made.Web/wwwroot") });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton(new Masthead { Name = "Amblefordshire community safety partnerships", Synthetic = true });
        builder.Services.AddRazorPages().AddApplicationPart(typeof(Masthead).Assembly).AddApplicationPart(typeof(GalleryHost).Assembly)
            .WithRazorPagesRoot("/Gallery/Pages");
        var site = builder.Build();
        site.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
            return next(context);
        });
        site.UseStaticFiles();
        site.MapRazorPages();
        await site.StartAsync();
        return new GalleryHost(site)
        {
            Address = new Uri(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
        };
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
