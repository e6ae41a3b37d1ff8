using Made.Core.Exchange;
using Made.Intake.Checking;
using Made.Web.Composition;
using Made.Web.Exchange;
using Microsoft.Playwright;
using Xunit;

namespace Made.Tests.Browser;

/// <summary>One browser and two sites for all tests: the fictional county, and a home without data.</summary>
public sealed class BrowserSite : IAsyncLifetime
{
    public const string Name = "browser";

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("made-browser-").FullName;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private RunningSite? county;
    private RunningSite? empty;
    private readonly Dictionary<bool, IPage> lent = [];

    /// <summary>A folder of the test's own; the files a partner sends lie in it.</summary>
    public string Folder => folder;

    /// <summary>Addresses by a name that is the same in each run: receipts and jobs have random ones.</summary>
    internal Dictionary<string, string> Known { get; } = new(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        if (InstalledChromium.Program is null)
            return;
        var prepared = await CountyHome.Prepared();
        CopyFolder(prepared, folder);
        var choice = CountyHome.Choice(folder);
        county = await RunningSite.Of(CountyHome.Got(await Partnership.OpenAsync(choice)), choice);
        var bare = CountyHome.Choice(Directory.CreateDirectory(Path.Combine(folder, "bare")).FullName);
        empty = await RunningSite.Of(CountyHome.Got(await Partnership.CreateAsync(bare, CountyHome.Pack())), bare);
        await Remember(county.Partnership);
        Known["check"] = await CheckedAsync(county);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = InstalledChromium.Program, Args = Flags });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (county is not null)
            await county.DisposeAsync();
        if (empty is not null)
            await empty.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A window of its own, as a new visitor has it; the caller closes it.</summary>
    /// <param name="path">The page, or the name of one.</param>
    /// <param name="script">False where scripts are switched off.</param>
    /// <param name="width">The window's.</param>
    /// <param name="height">The window's.</param>
    /// <param name="bare">The home without data.</param>
    /// <param name="from">An address for which a proxy says that it asks; empty for the person at the machine.</param>
    internal async Task<IPage> Open(string path, bool script = true, int width = 1280, int height = 900, bool bare = false, string from = "")
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = (bare ? empty! : county!).Address,
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            ExtraHTTPHeaders = from.Length == 0 ? null : [new("X-Forwarded-For", from)],
        });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address(path));
        return page;
    }

    /// <summary>The window in which pages are looked at one after another, as a person would: opening one costs more than most pages. Nobody closes it.</summary>
    internal async Task<IPage> Lent(bool bare)
    {
        if (!lent.TryGetValue(bare, out var page))
            lent[bare] = page = await Open("about:blank", bare: bare);
        await page.SetViewportSizeAsync(1280, 900);
        return page;
    }

    /// <summary>The county's newest month as a draft whose release is set for a far day; made where another test's file took its place.</summary>
    internal async Task<Core.Editions.EditionManifest> Draft()
    {
        var (partnership, month) = (county!.Partnership, Core.Calendar.Month.Parse(CountyHome.LatestMonth));
        var (records, change) = (partnership.Records, partnership.Change("test", "A draft to look at"));
        if ((await records.Editions.Drafts()).FirstOrDefault(d => d.Month == month) is { } held)
            return held;
        // What another test sent just before is built first: its edition would take the draft's place.
        while ((await partnership.RefreshAsync(null, change, default)).Problem is { } busy)
        {
            if (busy.Code != "already-running")
                throw new InvalidOperationException(busy.ToString());
            await Task.Delay(200);
        }
        await records.ReleaseSettings.Make("E22990001", automatic: false, partnership.Today, change);
        var draft = await records.Editions.Add((await records.Editions.Latest(month))!, change);
        await records.Releases.Schedule(draft, partnership.Now.AddDays(900), change);
        await records.ReleaseSettings.Make("E22990001", automatic: true, partnership.Today, change);
        await records.EditionNotes.Keep(month, new() { Area = "", Indicator = "", Text = "Two lines\nof a note.", Role = "Partnership analyst", Day = partnership.Today }, 0, change);
        return draft;
    }

    /// <summary>The county's records as the site has them open.</summary>
    internal Partnership County => county!.Partnership;

    internal string Address(string path) => Known.GetValueOrDefault(path, path);

    private async Task Remember(Partnership partnership)
    {
        var receipts = await partnership.Receipts.Newest(0, 500);
        foreach (var verdict in new[] { Verdict.Accepted, Verdict.AcceptedWithRejections, Verdict.Refused })
            Known[$"receipt {verdict}"] = $"/exchange/receipts/{receipts.First(r => r.Receipt.Verdict == verdict).Id}";
        Known["receipt with repeats"] = $"/exchange/receipts/{receipts.First(r => r.Receipt.Duplicates > 0).Id}";
        var fires = (await partnership.Supplies.Current()).Where(s => s.Dataset == "deliberate-fires").ToList();
        (Known["withdraw"], Known["withdraw at the end"]) = ($"/exchange/supplies/{fires[0].Id}/withdraw", $"/exchange/supplies/{fires[^1].Id}/withdraw");
        await Made.Web.Products.DemoProducts.FileAsync(partnership);
        var products = await partnership.Records.Products.All();
        (Known["product"], Known["write product"], Known["withdraw product"]) = ($"/products/{products[1].Id}", $"/products/write/{products[1].Id}", $"/products/{products[3].Id}/withdraw");
        var requests = await partnership.Records.WorkRequests.All();
        (Known["request"], Known["own request"]) = ($"/work-plan/{requests[0].Id}", $"/work-plan/own/{requests[2].Id}");
        var job = await partnership.Jobs.Start("intake", "Reading one file", partnership.Change("test", "A job to look at"));
        await partnership.Jobs.Finish(job.Id, Made.Store.Records.JobState.Done, "Every file was read.", partnership.Change("test", "Read"));
        Known["job"] = $"/exchange/jobs/{job.Id}";
        var table = new Made.Store.Records.SavedTable
        {
            Name = "burglary-by-district",
            Title = "Burglary by district",
            Selection = "indicator=burglary&level=district&from=last13",
            Month = Core.Calendar.Month.Parse(CountyHome.LatestMonth),
            Edition = 1,
            At = job.Started,
            By = "test",
            IsRemoved = false,
        };
        await partnership.Records.SavedTables.Save(table, partnership.Change("test", "A table to look at"));
        (Known["saved table"], Known["remove saved table"]) = ("/tables/burglary-by-district", "/tables/burglary-by-district/remove");
    }

    /// <summary>A check of a file with a few bad rows, as the person at the machine has it.</summary>
    private async Task<string> CheckedAsync(RunningSite running)
    {
        var (partnership, read) = (running.Partnership, new Dictionary<Guid, ReadSupply>());
        var job = await partnership.Jobs.Start(Uploads.CheckKind, "Checking one file", partnership.Change("exchange page", "A check to look at"));
        var import = new Import(partnership) { ChecksOnly = true, GiveBack = (receipt, supply) => read.Add(receipt.Id, supply) };
        var receipts = CountyHome.Got(await import.RunAsync("police-street", [await SentFiles.PartlyRejected(folder)], null, partnership.Change($"job {job.Id:N}", "A check to look at"), default));
        running.GivenBack.Keep(job.Id, receipts, read);
        await partnership.Jobs.Finish(job.Id, Made.Store.Records.JobState.Done, "Nothing was stored.", partnership.Change("test", "Checked"));
        return $"/exchange/jobs/{job.Id}";
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var inner in Directory.EnumerateDirectories(from))
            CopyFolder(inner, Path.Combine(to, Path.GetFileName(inner)));
    }
}

/// <summary>All tests here share the sites and run one after another: a second browser would only slow the first.</summary>
[CollectionDefinition(BrowserSite.Name)]
public sealed class BrowserTests : ICollectionFixture<BrowserSite>;
