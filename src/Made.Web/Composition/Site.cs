using System.IO.Pipelines;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Agreement;
using Made.Web.Api;
using Made.Web.Assessment;
using Made.Web.Audit;
using Made.Web.Commands;
using Made.Web.Components;
using Made.Web.Dashboards;
using Made.Web.Editions;
using Made.Web.Exchange;
using Made.Web.GoldenThread;
using Made.Web.Help;
using Made.Web.Indicators;
using Made.Web.Mail;
using Made.Web.Papers;
using Made.Web.Products;
using Made.Web.Subscriptions;
using Made.Web.Tabulation;
using Made.Web.WorkPlan;
using Made.Web.Workbench;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Made.Web.Composition;

/// <summary>The web host: pages, API and the worker that builds editions.</summary>
public static class Site
{
    public static async Task<int> RunAsync(Partnership partnership, HomeChoice choice, Listening listening, CancellationToken cancel)
    {
        if ((await listening.WhyNotAsync(partnership.Records.Accounts) ?? listening.WhyTaken()) is { } problem)
            return Say.Refused(problem);
        await using var app = Build(partnership, choice, listening);
        await partnership.Records.AccountSecrets.TakeOver(app.Services.GetRequiredService<CodeKeys>().OfEarlier, partnership.Change("made serve", "Keys of authenticators lie in the vault"));
        await SignAsync(partnership);
        await app.StartAsync(cancel);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        if (listening.IsOwnMachine)
            await FirstAnswer(address, partnership, cancel);
        Say.Result($"Ready {address}");
        await Console.Out.FlushAsync(cancel);
        await app.WaitForShutdownAsync(cancel);
        await SignAsync(partnership);
        return 0;
    }

    /// <summary>
    /// Access is decided by what the path names. A field of a form with the same name must not take its place, as it would by the framework's order: somebody could send another area's
    /// code to the address of their own.
    /// </summary>
    private static void PathBeforeForm(IList<IValueProviderFactory> order)
    {
        var path = order.OfType<RouteValueProviderFactory>().Single();
        order.Remove(path);
        order.Insert(0, path);
    }

    public static WebApplication Build(Partnership partnership, HomeChoice choice, Listening listening)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            ApplicationName = typeof(Site).Assembly.GetName().Name,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseUrls(listening.Urls);
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = Uploads.LargestBytes;
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(o => o.UseUtcTimestamp = true).SetMinimumLevel(LogLevel.Warning)
            // Keys lie in the keys folder, which only the owner may read; the framework would warn of that at each start.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // Every page with a form is kept by nobody, and it warns each time that it says so too.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(partnership);
        builder.Services.AddSingleton(choice);
        builder.Services.AddSingleton(new Masthead { Name = partnership.Pack.Title, Synthetic = partnership.Pack.Synthetic });
        builder.Services.AddSingleton(listening);
        builder.Services.AddSingleton<MachineRule>();
        builder.Services.AddSingleton<PrintPasses>();
        builder.Services.AddSingleton<CodeKeys>();
        builder.Services.AddSingleton<SigningIn>();
        builder.Services.AddSingleton<Refusals>();
        builder.Services.AddHostedService(s => s.GetRequiredService<Refusals>());
        builder.Services.AddSingleton<AddressedObjects>();
        builder.Services.AddSingleton<WholeThread>();
        builder.Services.AddSingleton<RecordsVersion>();
        builder.Services.AddSingleton(new PageCache(TimeProvider.System));
        builder.Services.AddSingleton<GivenBack>();
        builder.Services.AddSingleton<Uploads>();
        builder.Services.AddHostedService(s => s.GetRequiredService<Uploads>());
        builder.Services.AddSingleton<PaperMaking>();
        builder.Services.AddSingleton<Inbox>();
        builder.Services.AddHostedService<InboxWatch>();
        builder.Services.AddHostedService<EditionWorker>();
        builder.Services.AddSingleton<AuditStanding>();
        builder.Services.AddHostedService<AuditWatch>();
        builder.Services.AddHostedService<RetentionWatch>();
        builder.Services.AddSingleton<MailRounds>();
        builder.Services.AddHostedService<MailWorker>();
        builder.Services.AddDataProtection().SetApplicationName("made").PersistKeysToFileSystem(Directory.CreateDirectory(partnership.Home.Keys));
        builder.Services.AddSignInCookies(listening.IsOwnMachine);
        builder.Services.AddProviderDoor();
        builder.Services.AddRazorPages(o => o.RootDirectory = "/Pages").AddMvcOptions(o => PathBeforeForm(o.ValueProviderFactories));
        builder.Services.AddProblemDetails();
        builder.Services.AddRateLimits();
        builder.Services.AddOpenApi("openapi", OpenApiText.Describe);
        builder.Services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "made-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = listening.IsOwnMachine ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        var app = builder.Build();
        app.UseMiddleware<SecurityHeaders>();
        if (listening.BehindProxy)
            app.UseProxyInFront();
        app.UseMiddleware<WhoAsks>();
        // A page that is kept is answered before anything else costs time; what is not kept takes the whole way below.
        app.UseMiddleware<PageCacheMiddleware>();
        // A program is answered with problem details, a person with a page.
        app.UseWhen(IsForPrograms, api => api.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(c => !IsForPrograms(c), pages => pages.UseExceptionHandler("/problem").UseStatusCodePagesWithReExecute("/problem"));
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = c => c.Context.Response.Headers.CacheControl = "public, max-age=3600",
        });
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<AccessGate>();
        app.Use(NotTooLarge);
        app.UseProviderDoor();
        app.UseAntiforgery();
        app.MapRazorPages();
        app.MapMadeApi();
        app.MapSending();
        app.MapDashboardFiles();
        app.MapEditionFiles();
        app.MapFeeds();
        app.MapPaperFiles();
        app.MapProductFiles();
        app.MapGuidePictures();
        app.MapWorkPlanFiles();
        app.MapWorkbenchFiles();
        app.MapIndicatorFiles();
        app.MapTableFiles();
        app.MapAuditFiles();
        app.MapAccessFiles();
        app.MapSampleFiles();
        app.MapScoreFiles();
        app.MapAgreementFiles();
        app.MapCalendarFile();
        return app;
    }

    private static async Task SignAsync(Partnership partnership)
    {
        if ((await partnership.CheckpointAsync()).Problem is { } unsigned)
            Say.Message(unsigned.ToString());
    }

    /// <summary>
    /// A body that says that it is larger than what its address takes is refused as that before anything reads it: read as a form, it would be one without
    /// its token. One that did not say so is found while it is read, and is no form without its token either. The page that says so is asked for in the same request.
    /// </summary>
    private static async Task NotTooLarge(HttpContext context, RequestDelegate next)
    {
        if (context.Response.StatusCode != StatusCodes.Status413PayloadTooLarge && context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        await next(context);
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false } && context.Request is { ContentLength: null, HasFormContentType: true } && IsPastItsLimit(context.Request.BodyReader))
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }

    /// <summary>Whoever read on past the limit was told so, and is told again; nobody waits for what is still to come.</summary>
    private static bool IsPastItsLimit(PipeReader body)
    {
        try
        {
            if (body.TryRead(out var left))
                body.AdvanceTo(left.Buffer.Start);
            return false;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge;
        }
    }

    private static bool IsForPrograms(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    private static async Task FirstAnswer(string address, Partnership partnership, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var path = partnership.IsSignInRequired ? "/" : await partnership.FirstDashboardPathAsync() ?? "/";
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancel);
        if (!answer.IsSuccessStatusCode)
            Say.Message($"The first dashboard {path} answered {(int)answer.StatusCode}.");
    }
}
