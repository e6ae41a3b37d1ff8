using System.Net;
using Made.Core;
using Made.Web.Access;
using Made.Web.Api;
using Made.Web.Audit;
using Made.Web.Commands;
using Made.Web.Components;
using Made.Web.Dashboards;
using Made.Web.Exchange;
using Made.Web.Indicators;
using Made.Web.Tabulation;
using Made.Web.Workbench;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Made.Web.Composition;

/// <summary>The web host: pages, API and the worker that builds editions.</summary>
public static class Site
{
    public static async Task<int> RunAsync(Partnership partnership, HomeChoice choice, string urls, CancellationToken cancel)
    {
        if (Refusal(urls) is { } problem)
            return Say.Refused(problem);
        await using var app = Build(partnership, choice, urls);
        await SignAsync(partnership);
        await app.StartAsync(cancel);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await FirstAnswer(address, partnership, cancel);
        Say.Result($"Ready {address}");
        await Console.Out.FlushAsync(cancel);
        await app.WaitForShutdownAsync(cancel);
        await SignAsync(partnership);
        return 0;
    }

    public static WebApplication Build(Partnership partnership, HomeChoice choice, string urls)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            ApplicationName = typeof(Site).Assembly.GetName().Name,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = Uploads.LargestBytes;
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(o => o.UseUtcTimestamp = true).SetMinimumLevel(LogLevel.Warning)
            // Keys lie in the keys folder, which only the owner may read; the framework would warn of that at each start.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(partnership);
        builder.Services.AddSingleton(choice);
        builder.Services.AddSingleton(new Masthead { Name = partnership.Pack.Title, Synthetic = partnership.Pack.Synthetic });
        builder.Services.AddSingleton<RecordsVersion>();
        builder.Services.AddSingleton<PageCache>();
        builder.Services.AddSingleton<Uploads>();
        builder.Services.AddHostedService<EditionWorker>();
        builder.Services.AddSingleton<AuditStanding>();
        builder.Services.AddHostedService<AuditWatch>();
        builder.Services.AddHostedService<RetentionWatch>();
        builder.Services.AddDataProtection().SetApplicationName("made").PersistKeysToFileSystem(Directory.CreateDirectory(partnership.Home.Keys));
        builder.Services.AddRazorPages(o => o.RootDirectory = "/Pages");
        builder.Services.AddProblemDetails();
        builder.Services.AddRateLimits();
        builder.Services.AddOpenApi("openapi", OpenApiText.Describe);
        builder.Services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "made-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
        });
        var app = builder.Build();
        app.UseMiddleware<SecurityHeaders>();
        // A page that is kept is answered before anything else costs time; what is not kept takes the whole way below.
        app.UseMiddleware<PageCacheMiddleware>();
        // A program is answered with problem details, a person with a page.
        app.UseWhen(IsForPrograms, api => api.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(c => !IsForPrograms(c), pages => pages.UseExceptionHandler("/problem").UseStatusCodePagesWithReExecute("/problem", "?status={0}"));
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = c => c.Context.Response.Headers.CacheControl = "public, max-age=3600",
        });
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<AccessGate>();
        app.UseAntiforgery();
        app.MapRazorPages();
        app.MapMadeApi();
        app.MapDashboardFiles();
        app.MapWorkbenchFiles();
        app.MapIndicatorFiles();
        app.MapTableFiles();
        app.MapAuditFiles();
        app.MapAccessFiles();
        return app;
    }

    /// <summary>Until there is sign-in, only this machine may look.</summary>
    public static Problem? Refusal(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                return new Problem("not-an-address", $"'{url}' is not an address to listen on.", "Write it as http://127.0.0.1:5080.");
            var loopback = uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
            if (!loopback)
                return new Problem("not-loopback", $"{url} can be reached from other machines, and there is no sign-in yet.", "Listen on http://127.0.0.1:PORT.");
        }
        return null;
    }

    private static async Task SignAsync(Partnership partnership)
    {
        if ((await partnership.CheckpointAsync()).Problem is { } unsigned)
            Say.Message(unsigned.ToString());
    }

    private static bool IsForPrograms(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    private static async Task FirstAnswer(string address, Partnership partnership, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var path = await partnership.FirstDashboardPathAsync() ?? "/";
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancel);
        if (!answer.IsSuccessStatusCode)
            Say.Message($"The first dashboard {path} answered {(int)answer.StatusCode}.");
    }
}
