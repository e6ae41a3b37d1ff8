using System.Text;
using Made.Core.Access;
using Made.Core.Products;
using Made.Core.Sharing;
using Made.Core.WorkPlan;
using Made.Store.Records;
using Made.TestKit.Site;
using Made.Web.Composition;
using Shouldly;
using Xunit;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Site;

/// <summary>Intelligence products and the analysts' work plan, as each person meets them.</summary>
public sealed class ProductPageTests
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7 canary-of-a-marked-file "u8, .. Enumerable.Repeat((byte)'x', 70_000)];

    internal static Product Product { get; } = new()
    {
        Title = "A profile",
        Kind = ProductKind.ProblemProfile,
        Summary = "What it finds.",
        Issues = ["violent-crime"],
        Areas = [],
        OwnerRole = "analyst",
        OwnerOrganisation = "quillshire-police",
        Marking = Marking.Official,
        Day = new(2026, 11, 1),
        ReviewBy = new(2027, 11, 1),
        Link = "/tables",
        File = null,
        Supersedes = null,
    };

    internal static WorkRequest Request { get; } = new()
    {
        Question = "Why does it rise?",
        Decision = "Where patrols go",
        NeededBy = new(2026, 12, 1),
        Areas = [],
        Issue = "",
        Source = "",
        Reader = "machine",
    };

    [Fact]
    public async Task A_product_is_filed_found_revised_superseded_and_withdrawn_and_its_file_lies_sealed()
    {
        await using var site = await LiveSite.Of(await DemoHome.Prepared);
        (await Filed(site, Form("=HYPERLINK profile") with { Link = "javascript:alert(1)" }, null)).Status.ShouldBe(422);
        (await Filed(site, Form("Marked") with { Marking = "" }, null)).Page.QuerySelector("#marking-error").ShouldNotBeNull();
        (await Filed(site, Form("With macros"), ("a.docm", Pdf))).Page.QuerySelector("#file-error")!.TextContent.ShouldContain("files of this kind are not kept");
        var filed = await Filed(site, Form("=HYPERLINK profile") with { Marking = "OFFICIAL-SENSITIVE", Areas = "E22990001", Link = "" }, ("../profile <1>.pdf", Pdf));
        var href = filed.Headers["Location"].Split('?')[0];

        // On its page, in the register and its file, on the dashboard and the issue, and on the own page.
        var page = (await Crawl.Visited(site, href)).Page;
        page.QuerySelector(".made-marking")!.TextContent.ShouldContain("OFFICIAL-SENSITIVE");
        page.QuerySelector(".made-answer")!.TextContent.ShouldBe("In force, to be reviewed by 1 November 2027.");
        foreach (var place in new[] { "/products?words=hyperlink&issue=violent-crime&area=E22990001&of=problem-profile", "/dashboard/E22990001/2026-09", "/thread/issue/violent-crime", "/assessment/E22990001", "/home" })
            (await Crawl.Visited(site, place)).Page.QuerySelectorAll("main a").Count(a => a.GetAttribute("href") == href).ShouldBe(1, place);
        (await Crawl.Visited(site, "/dashboard/E22990002/2026-09")).Page.QuerySelectorAll("main a").ShouldAllBe(a => a.GetAttribute("href") != href);
        (await site.Text("/products.csv?words=hyperlink")).ShouldContain("\r\n'=HYPERLINK profile,");

        // The file is handed out as a download and nothing else, with a row in the audit; in the home it cannot be read.
        using (var taken = await site.Get($"{href}/file"))
        {
            taken.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
            taken.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            taken.Content.Headers.ContentDisposition.FileName!.Trim('"').ShouldBe("profile _1_.pdf");
            (await taken.Content.ReadAsByteArrayAsync()).ShouldBe(Pdf);
        }
        (await site.Partnership.Records.Audit.Newest(new(ChangeKinds.ProductFileTaken, ""), 0, 5)).ShouldHaveSingleItem();
        Directory.EnumerateFiles(site.Home.Home, "*", SearchOption.AllDirectories).Where(f => f.EndsWith(".sealed", StringComparison.Ordinal)).ShouldContain(f => f.Contains("/products/", StringComparison.Ordinal));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(site.Home.Home, "products")))
            Encoding.Latin1.GetString(await OpenFile.BytesAsync(file)).ShouldNotContain("canary-of-a-marked-file");

        // A further version keeps the file; one made from an earlier state is refused, and what was written stays.
        var write = $"/products/write/{href.Split('/')[^1]}";
        (await Filed(site, Form("Profile, second version") with { Marking = "OFFICIAL-SENSITIVE", Areas = "E22990001", Link = "", Seen = 1 }, null, write)).Status.ShouldBe(302);
        var stale = await Filed(site, Form("Written meanwhile") with { Marking = "OFFICIAL-SENSITIVE", Areas = "E22990001", Link = "", Seen = 1 }, null, write);
        (stale.Status, stale.Page.QuerySelector("#title")!.GetAttribute("value")).ShouldBe((409, "Written meanwhile"));
        (await site.Get($"{href}/file")).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);

        // A successor takes its place, once.
        var next = (await Filed(site, Form("Its successor") with { Supersedes = href.Split('/')[^1] }, null)).Headers["Location"].Split('?')[0];
        (await Crawl.Visited(site, href)).Page.QuerySelector(".made-answer")!.TextContent.ShouldBe("Superseded by “Its successor”.");
        (await Filed(site, Form("Another successor") with { Supersedes = href.Split('/')[^1] }, null)).Status.ShouldBe(422);
        (await Forms.Fill(site, $"{next}/withdraw", [("why", ""), ("by", "analyst"), ("seen", "1")])).Status.ShouldBe(422);
        (await Forms.Fill(site, $"{next}/withdraw", [("why", "Filed twice"), ("by", "analyst"), ("seen", "1")])).Status.ShouldBe(302);
        (await site.Text(next)).ShouldContain("Reason: Filed twice");
        (await Crawl.Visited(site, $"{next}/withdraw")).Status.ShouldBe(404);
        (await Crawl.Visited(site, href)).Page.QuerySelector(".made-answer")!.TextContent.ShouldStartWith("In force");
        (await Verification.RunAsync(site.Partnership, default)).Problems.ShouldBeEmpty();
        await File.WriteAllBytesAsync(Directory.EnumerateFiles(Path.Combine(site.Home.Home, "products")).Single(), [1, 2, 3]);
        (await Verification.RunAsync(site.Partnership, default)).Problems.ShouldContain(p => p.Code == "vault-seal-broken");
    }

    [Fact]
    public async Task Marking_and_areas_decide_who_sees_a_product_on_every_page()
    {
        await using var site = await LiveSite.Over((await DemoHome.Prepared).Copy());
        await Given.AddAsync(site.Partnership, "manager", new Grant { Role = Role.DistrictManager, Districts = [new("E07990001")] });
        await Given.AddAsync(site.Partnership, "analyst", new Grant { Role = Role.CountyAnalyst });
        await Given.AddAsync(site.Partnership, "cleared", new Grant { Role = Role.CountyAnalyst, Clearance = Marking.OfficialSensitive });
        var (manager, analyst, cleared) = (await Given.SignedInAsync(site, "manager"), await Given.SignedInAsync(site, "analyst"), await Given.SignedInAsync(site, "cleared"));
        var products = site.Partnership.Records.Products;
        async Task Keep(string title, Marking marking, params string[] areas) => (await products.Keep(
            Guid.NewGuid(), Product with { Title = title, Marking = marking, Areas = [.. areas.Select(a => new Core.Register.AreaCode(a))] }, null, 0, site.Partnership.Change("test", "Planted"))).Problem.ShouldBeNull();
        await Keep("canary-own", Marking.Official, "E22990001");
        await Keep("canary-other", Marking.Official, "E22990002");
        await Keep("canary-both", Marking.Official, "E22990001", "E22990002");
        await Keep("canary-whole", Marking.Official);
        await Keep("canary-marked", Marking.OfficialSensitive, "E22990001");
        async Task<string> Shown(Caller caller, string path) => path == "/home" ? (await Crawl.Visited(caller, path)).Page.QuerySelector("#products")!.ParentElement!.InnerHtml : await caller.Text(path);
        async Task<string> Seen(Caller caller, string path) => string.Join(' ', new[] { "own", "other", "both", "whole", "marked" }.Where((await Shown(caller, path)).Replace("canary-", "§", StringComparison.Ordinal).Split('§').Skip(1).Select(t => t[..t.IndexOfAny(['<', '”', ',', '"', '.'])]).Contains));
        foreach (var path in new[] { "/products", "/products.csv", "/home" })
        {
            (await Seen(manager, path)).ShouldBe("own whole", path);
            (await Seen(analyst, path)).ShouldBe("own other both whole", path);
            (await Seen(cleared, path)).ShouldBe("own other both whole marked", path);
        }
        (await Seen(manager, "/dashboard/E22990001/2026-09")).ShouldBe("own whole");
        (await Seen(manager, "/assessment/E22990001")).ShouldBe("own whole");
        (await Seen(cleared, "/dashboard/E22990001/2026-09")).ShouldBe("own both whole marked");
        // Whoever looks at one area is told of a product of another once they follow it, and of what takes its place.
        (await Forms.Fill(cleared, "/home", [("act", "follow"), ("subject", "area:E22990001")])).Status.ShouldBe(302);
        (await Seen(cleared, "/home")).ShouldBe("own both whole marked");
        var other = (await products.All()).Single(p => p.Newest.Title == "canary-other");
        (await Crawl.Visited(manager, $"/products/{other.Id}")).Status.ShouldBe(404);
        (await Forms.Fill(manager, "/home", [("act", "follow"), ("subject", $"product:{other.Id}")])).Status.ShouldBe(422);
        (await Forms.Fill(cleared, $"/products/{other.Id}", [("act", "follow"), ("subject", $"product:{other.Id}")], "/home")).Status.ShouldBe(302);
        (await Seen(cleared, "/home")).ShouldContain("other");
        var read = (await Crawl.Visited(cleared, "/home")).Page.QuerySelector("input[name=until]")!.GetAttribute("value")!;
        (await Forms.Fill(cleared, "/home", [("act", "read"), ("until", read)])).Status.ShouldBe(302);
        (await Crawl.Visited(cleared, "/home")).Page.QuerySelector("#products")!.ParentElement!.TextContent.ShouldContain("Nothing about your areas");
        (await products.Keep(Guid.NewGuid(), other.Newest with { Title = "canary-next", Supersedes = other.Id }, null, 0, site.Partnership.Change("test", "Planted"))).Problem.ShouldBeNull();
        (await Crawl.Visited(cleared, "/home")).Page.QuerySelector("#products")!.ParentElement!.TextContent.ShouldContain("canary-next");
        (await products.Keep(other.Id, other.Newest with { ReviewBy = site.Partnership.Today.AddDays(-1) }, null, 1, site.Partnership.Change("test", "Planted"))).Problem.ShouldBeNull();
        // Nobody files what they could not see afterwards.
        (await Crawl.Visited(analyst, "/products/write")).Page.QuerySelectorAll("input[name=marking]").Length.ShouldBe(1);
        (await Filed(manager, Form("By a manager"), null)).Page.QuerySelector("#areas-error")!.TextContent.ShouldContain("Your grant does not reach to these areas");
        (await Filed(manager, Form("By a manager") with { Areas = "E22990001" }, null)).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Anybody_asks_an_analyst_accepts_and_answers_and_the_answer_stands_on_the_own_page()
    {
        await using var site = await LiveSite.Over((await DemoHome.Prepared).Copy());
        await Given.AddAsync(site.Partnership, "newcomer");
        await Given.AddAsync(site.Partnership, "analyst", new Grant { Role = Role.PartnerAnalyst });
        var (newcomer, analyst) = (await Given.SignedInAsync(site, "newcomer"), await Given.SignedInAsync(site, "analyst"));
        (string, string)[] asked = [("question", "Why does it rise at weekends?"), ("decision", "Where patrols go"), ("neededBy", "2026-11-30"), ("area", "E22990001"), ("issue", "violent-crime")];
        (await Forms.Fill(newcomer, "/work-plan/ask", [.. asked.Skip(1), ("question", "Why does 07700 900123 ring?")])).Status.ShouldBe(422);
        (await Forms.Fill(newcomer, "/work-plan/ask", [.. asked.Where(a => a.Item1 != "neededBy"), ("neededBy", "2026-11-01")])).Status.ShouldBe(422);
        var own = (await Forms.Fill(newcomer, "/work-plan/ask", asked)).Headers["Location"].Split('?')[0];
        (await newcomer.Text("/home")).ShouldContain("nobody has accepted it yet");
        (await Crawl.Visited(analyst, own)).Status.ShouldBe(404, "somebody else's own page");
        (await Crawl.Visited(newcomer, "/work-plan")).Status.ShouldBe(404, "without a role nobody reads what others ask");

        var open = $"/work-plan/{own.Split('/')[^1]}";
        (await analyst.Text("/work-plan")).ShouldContain($"href=\"{open}\"");
        (await Forms.Fill(analyst, open, [("act", "accept"), ("seen", "1")])).Page.QuerySelector("#owner-error").ShouldNotBeNull();
        (await Forms.Fill(analyst, open, [("act", "accept"), ("owner", "partnership analyst"), ("agreed", "2026-12-05"), ("seen", "1")])).Status.ShouldBe(302);
        var stale = await Forms.Fill(analyst, open, [("act", "answer"), ("words", "Written from an earlier state"), ("seen", "1")]);
        (stale.Status, stale.Page.QuerySelector("#words")!.TextContent).ShouldBe((409, "Written from an earlier state"));
        (await newcomer.Text("/home")).ShouldContain("to be answered by 5 December 2026");
        (await Forms.Fill(analyst, open, [("act", "answer"), ("seen", "2")])).Status.ShouldBe(422);
        (await Forms.Fill(analyst, open, [("act", "answer"), ("words", "Because of the late licence."), ("link", "/tables"), ("seen", "2")])).Status.ShouldBe(302);
        var home = await Crawl.Visited(newcomer, "/home");
        home.Page.QuerySelector("#requests")!.ParentElement!.TextContent.ShouldContain("New:");
        (await newcomer.Text(own)).ShouldContain("Because of the late licence.");
        (await Forms.Fill(newcomer, "/home", [("act", "read"), ("until", home.Page.QuerySelector("input[name=until]")!.GetAttribute("value")!)])).Status.ShouldBe(302);
        (await Crawl.Visited(newcomer, "/home")).Page.QuerySelector("#requests")!.ParentElement!.TextContent.ShouldNotContain("New:");
        (await Crawl.Visited(analyst, open)).Page.QuerySelector("form input[name=seen]").ShouldBeNull("it is closed");

        var second = (await Forms.Fill(newcomer, "/work-plan/ask", asked)).Headers["Location"].Split('?')[0];
        (await Forms.Fill(newcomer, second, [("words", "The board decided without it"), ("seen", "1")])).Status.ShouldBe(302);
        (await analyst.Text("/work-plan")).ShouldContain("Taken back");
        (await analyst.Text("/work-plan.csv")).ShouldContain("Why does it rise at weekends?,Where patrols go,Amberwick,Violent crime,");
        var kinds = new[] { ChangeKinds.RequestAsked, ChangeKinds.RequestAccepted, ChangeKinds.RequestAnswered, ChangeKinds.RequestTakenBack };
        kinds.Except((await site.Partnership.Records.Audit.Newest(0, 40)).Select(r => r.What)).ShouldBeEmpty();
    }

    private sealed record Typed(string Title)
    {
        public string Marking { get; init; } = "OFFICIAL";

        public string Areas { get; init; } = "";

        public string Link { get; init; } = "/tables";

        public string Supersedes { get; init; } = "";

        public int Seen { get; init; }
    }

    private static Typed Form(string title) => new(title);

    private static async Task<Visit> Filed(Caller caller, Typed typed, (string Name, byte[] Bytes)? file, string path = "/products/write")
    {
        var token = (await Crawl.Visited(caller, path)).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in new[]
        {
            ("__RequestVerificationToken", token), ("title", typed.Title), ("kind", "problem-profile"), ("summary", "What it finds."), ("issues", "violent-crime"), ("areas", typed.Areas), ("ownerRole", "analyst"),
            ("ownerOrganisation", "quillshire-police"), ("marking", typed.Marking), ("day", "2026-11-01"), ("reviewBy", "2027-11-01"), ("link", typed.Link), ("supersedes", typed.Supersedes), ("why", "A test files it"),
            ("by", "analyst"), ("seen", $"{typed.Seen}"),
        }.Where(f => f.Item2.Length > 0))
            form.Add(new StringContent(value, Encoding.UTF8), name);
        if (file is { } sent)
            form.Add(new ByteArrayContent(sent.Bytes), "file", sent.Name);
        using var answer = await caller.Client.PostAsync(new Uri(path, UriKind.Relative), form);
        var headers = answer.Headers.ToDictionary(h => h.Key, h => string.Join(' ', h.Value), StringComparer.OrdinalIgnoreCase);
        return new Visit(path, (int)answer.StatusCode, "", await answer.Content.ReadAsStringAsync(), headers, "");
    }
}
