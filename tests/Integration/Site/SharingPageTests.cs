using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>The sharing register and the statutory exchange on a site of the test's own.</summary>
public sealed class SharingPageTests
{
    private const string Licensed = "/sharing/agreements/licensed-premises";

    private static readonly (string, string)[] Signature = [("other", "gullhaven-council"), ("role", "Chief executive"), ("day", "2026-11-20"), ("why", "Document 7 of the council"), ("by", "Information governance lead")];

    [Fact]
    public async Task The_register_says_what_is_not_read_what_comes_up_for_review_and_which_meetings_are_flagged()
    {
        var main = (await Crawl.Visited(await LiveSites.OfDemo, "/sharing")).Page.QuerySelector("main")!.TextContent;
        main.ShouldContain("One dataset is not read because no agreement in force covers it.");
        main.ShouldContain("Quillshire community safety information sharing protocol: review on 15 December 2026, in 23 days (30-day reminder).");
        main.ShouldContain("review on 10 February 2027, in 80 days (90-day reminder)");
        main.ShouldContain("Serious violence needs assessment 2023 to 2026: review was due on 1 February 2026");
        main.ShouldContain("Gullhaven Night-time Economy Group: Agreement on complaints about licensed premises. Not signed by Gullhaven Council.");
        main.ShouldContain("Nothing above OFFICIAL-SENSITIVE may be loaded.");
        main.ShouldContain("Yes: open, needs no agreement");
        var exchange = (await Crawl.Visited(await LiveSites.OfDemo, "/exchange")).Page.QuerySelector("main")!.TextContent;
        exchange.ShouldContain("Complaints about licensed premises is not read.");
        exchange.ShouldContain("(30-day reminder)");
        var listed = (await (await LiveSites.OfDemo).Home.Made("sharing")).Exits(0).Output;
        listed.ShouldContain("reminder: Quillshire community safety information sharing protocol: review on 15 December 2026");
        listed.ShouldContain("not read: sharing-unsigned:");
    }

    [Fact]
    public async Task A_signature_recorded_on_the_page_opens_the_door_and_ending_the_agreement_closes_it_again()
    {
        await using var site = await LiveSite.Of(await DemoHome.Prepared);
        var state = State(await Crawl.Visited(site, Licensed + "/sign"));
        (await Post(site, Licensed + "/sign", [.. Signature, ("state", state)])).Headers["Location"].ShouldBe(Licensed + "?done=signed");
        (await site.Text(Licensed)).ShouldContain("In force since 1 October 2026.");
        (await site.Text("/sharing")).ShouldContain("Every dataset that somebody owes is covered");

        var late = await Post(site, Licensed + "/end", [("day", "2026-11-22"), ("other", ""), ("why", "Written before the signature"), ("by", "Information governance lead"), ("state", state)]);
        (late.Status, late.Page.QuerySelector("#why")!.TextContent).ShouldBe((409, "Written before the signature"));
        late.Body.ShouldContain("Somebody else changed Agreement on complaints about licensed premises in the meantime");
        (await Post(site, Licensed + "/end", [("day", "2026-11-21"), ("other", ""), ("why", "Replaced"), ("by", "Information governance lead"), ("state", State(late))])).Status.ShouldBe(302);
        (await site.Text("/sharing")).ShouldContain("Agreement on complaints about licensed premises ended on 21 November 2026");
        (await Crawl.Visited(site, Licensed + "/sign")).Status.ShouldBe(404);
        (await Post(site, "/sharing/agreements/community-safety-protocol/sign", [.. Signature, ("state", "1")], Licensed + "/sign")).Body.ShouldContain("cannot be changed, signed or ended again");
    }

    [Fact]
    public async Task Ending_the_agreement_of_a_feed_flags_its_dashboards_and_what_is_held_stays()
    {
        await using var site = await LiveSite.Of(await DemoHome.Prepared);
        const string dashboard = "/dashboard/E22990001/2026-09";
        (await site.Text(dashboard)).ShouldNotContain("No new figures:");
        var end = "/sharing/agreements/community-safety-protocol/end";
        (await Post(site, end, [("day", "2026-11-01"), ("other", "licensed-premises"), ("why", "Replaced"), ("by", "Lead"), ("state", State(await Crawl.Visited(site, end)))])).Status.ShouldBe(302);
        await Forms.Until(site, dashboard, v => v.Body.Contains("No new figures:", StringComparison.Ordinal));
        (await site.Text(dashboard + "?edition=1")).ShouldNotContain("No new figures:");
        (await site.Text(dashboard)).ShouldContain("Deliberate fires");
        var file = Directory.EnumerateFiles(Path.Combine(await DemoHome.Data(), "indicator-values"), "deliberate-fires-*.csv").First();
        (await site.Home.Made("intake", "--dataset", "deliberate-fires", file)).Exits(1).Messages.ShouldContain("sharing-ended");
        (await site.Home.Made("intake", "--dataset", "police-street", await DemoHome.Street("2026-09"))).Exits(0);
    }

    [Fact]
    public async Task A_new_version_is_compared_with_the_one_before_and_counts_once_it_is_signed()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        const string write = "/sharing/write/community-safety-protocol";
        var form = (await Crawl.Visited(site, write)).Page;
        List<(string, string)> answers =
        [
            .. form.QuerySelectorAll("main input[checked]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)),
            .. form.QuerySelectorAll("main textarea").Select(t => (t.GetAttribute("name")!, t.TextContent)).Where(t => t.Item1 is not ("why" or "purposes")),
            .. form.QuerySelectorAll("main input[type=text], main input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Where(i => i.Item1 is not ("by" or "__RequestVerificationToken")),
            ("purposes", "Strategic assessment\nPrevention of fires in homes"), ("why", "Agreed in November"), ("by", "Information governance lead"),
        ];
        (await Post(site, write, answers)).Headers["Location"].ShouldBe("/sharing/agreements/community-safety-protocol?done=revised");
        var stale = await Post(site, write, answers);
        (stale.Status, stale.Page.QuerySelector("#purposes")!.TextContent).ShouldBe((409, "Strategic assessment\nPrevention of fires in homes"));
        var compared = await Crawl.Visited(site, "/sharing/agreements/community-safety-protocol?version=1&with=2");
        compared.Page.QuerySelectorAll("table tbody tr th").Select(t => t.TextContent).ShouldContain("Purposes");
        compared.Body.ShouldContain("In force since 1 October 2021.");
        (await site.Text("/sharing/agreements/community-safety-protocol")).ShouldContain("Nobody has signed this version yet.");
    }

    [Fact]
    public async Task An_agreement_is_added_and_what_is_wrong_is_said_beside_its_field()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        var empty = await Post(site, "/sharing/write", [("state", "0")]);
        empty.Status.ShouldBe(422);
        var links = empty.Page.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.GetAttribute("href")!).ToList();
        links.ShouldBe(["#id", "#from", "#review", "#title", "#suppliers", "#purposes", "#gateways", "#dataItems", "#why", "#by"], ignoreOrder: true);
        foreach (var link in links)
            empty.Page.QuerySelector(link).ShouldNotBeNull(link);
        (string, string)[] sound =
        [
            ("title", "Ambulance calls"), ("id", "ambulance-calls"), ("suppliers", "quillshire-ambulance"), ("recipients", "quillshire-county-council"), ("purposes", "Assessment"), ("gateways", "cda-s115"),
            ("dataItems", "Calls by ward and month"), ("from", "2026-12-01"), ("review", "2027-12-01"), ("to", ""), ("why", "Agreed"), ("by", "Lead"), ("state", "0"),
        ];
        (await Post(site, "/sharing/write", [.. sound.Where(s => s.Item1 != "review"), ("review", "2026-01-01")])).Page.QuerySelector("#review-error")!.TextContent.ShouldContain("lies before the agreement begins");
        (await Post(site, "/sharing/write", sound)).Headers["Location"].ShouldBe("/sharing/agreements/ambulance-calls?done=added");
        (await site.Text("/sharing/agreements/ambulance-calls")).ShouldContain("Begins on 1 December 2026.");
        (await Post(site, "/sharing/write", sound)).Body.ShouldContain("There already is a sharing agreement with the id ambulance-calls.");
        foreach (var lost in new[] { "/sharing/agreements/none", "/sharing/agreements/none/sign", "/sharing/agreements/licensed-premises/explode", "/sharing/write/none", "/sharing/impact/none", "/sharing/impact/police-street", "/sharing/quarterly/2026-08", "/sharing/quarterly/2006-09" })
            (await Crawl.Visited(site, lost)).Status.ShouldBe(404, lost);
    }

    [Fact]
    public async Task A_quarter_shows_who_owes_what_its_letter_and_what_was_recorded()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        var quarter = (await Crawl.Visited(site, "/sharing/quarterly/2026-06")).Page;
        var rows = quarter.QuerySelectorAll("#returns ~ * tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent))).ToList();
        rows.ShouldContain(r => r.StartsWith("1. Anti-social behaviour, transport and public safety or welfare incidents|Quillshire Police|Late|Named by the Regulations|SI 2007/1831, Schedule, paragraph 1|A", StringComparison.Ordinal));
        rows.ShouldContain(r => r.StartsWith("9. ", StringComparison.Ordinal) && r.Contains("NHS Quillshire Integrated Care Board|Late|Not certain. In place of Quillshire Primary Care Trust.", StringComparison.Ordinal));
        rows.Select(r => r.Split('.')[0]).Distinct().Count().ShouldBe(13);
        var letter = (await Crawl.Visited(site, "/sharing/quarterly/2026-06/letter/quillshire-police")).Page.QuerySelector("main")!.TextContent;
        letter.ShouldContain("the information was due by 30 September 2026 (regulation 3(1))");
        letter.ShouldContain("Recorded crime");

        const string one = "/sharing/quarterly/2026-06/1/quillshire-police";
        (string, string)[] chased = [("kind", "chased"), ("day", "2026-10-05"), ("why", "Letter of 5 October"), ("by", "Designated liaison officer"), ("known", "0")];
        (await Post(site, one, [.. chased.Where(c => c.Item1 != "day"), ("day", "2026-09-30")])).Page.QuerySelector("#day-error")!.TextContent.ShouldContain("in time until 30 September 2026");
        (await Post(site, one, chased)).Headers["Location"].ShouldBe(one + "?done=recorded");
        (await Post(site, one, chased)).Status.ShouldBe(409);
        (await Post(site, one, [("kind", "received"), ("day", "2026-10-09"), ("why", "Message of 9 October"), ("by", "Designated liaison officer"), ("known", "1")])).Status.ShouldBe(302);
        (await site.Text("/sharing/quarterly/2026-06")).ShouldContain("Received late, on 9 October 2026");
        (await site.Text("/sharing/quarterly?quarter=2007-09")).ShouldContain("31 December 2007");
        (await site.Text("/sharing/quarterly?quarter=2012-12")).ShouldContain("Quillshire Primary Care Trust");
    }

    [Fact]
    public async Task The_record_of_processing_and_the_draft_impact_assessment_print_from_the_register()
    {
        using var copy = (await DemoHome.Empty).Copy();
        (await copy.Made("report", "processing-record", "--out", copy.File("record.html"))).Exits(0);
        var record = await File.ReadAllTextAsync(copy.File("record.html"));
        record.ShouldContain("Quillshire Fire and Rescue Service");
        record.ShouldContain("84 months.");
        record.ShouldContain("Quillshire County Council and Quillshire Police");
        (await copy.Made("report", "impact-assessment", "--dataset", "licensing-complaints", "--out", copy.File("impact.html"))).Exits(0);
        (await File.ReadAllTextAsync(copy.File("impact.html"))).ShouldContain("is not signed by Gullhaven Council");
        (await copy.Made("report", "impact-assessment", "--dataset", "police-street", "--out", copy.File("none.html"))).Exits(1);
        (await copy.Made("report", "impact-assessment", "--out", copy.File("none.html"))).Exits(1).Messages.ShouldContain("no-dataset");
    }

    private static string State(Visit visit) => visit.Page.QuerySelector("input[name=state]")!.GetAttribute("value")!;

    private static Task<Visit> Post(LiveSite site, string path, IEnumerable<(string, string)> answers, string? to = null) => Forms.Fill(site, path, answers, to);
}
