using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>A partnership's own plan, comments on a text, and the registers beside them, on a site of the test's own.</summary>
public sealed class LocalPlanPageTests
{
    private const string County = "quillshire-2026-29";
    private static readonly (string, string)[] Signed = [("why", "Meeting of 20 November"), ("by", "Community safety manager")];

    [Fact]
    public async Task A_plan_answers_each_priority_of_the_whole_partnership_before_it_is_approved_and_the_cascade_shows_how()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        const string cascade = "/agreement/" + County + "/cascade";
        (await site.Text(cascade)).ShouldContain("Of 24 answers (4 priorities in 6 partnerships): in a plan 10; departing with a reason 1; left open 1;");
        const string form = "/agreement/write?gss=E22990005";
        (string, string)[] plan =
        [
            ("title", "Gullhaven plan"), ("cycle", "2026-29"), ("from", "2027-04-01"), ("to", "2030-03-31"), ("text", "# What we do\nSummer patrols."), ("priorities", "E22990005-2026-29-1"), ("priorities", "E22990005-2026-29-2"),
            ("under", County), ("chain", "Approved by the partnership *"), ("lead-substance-misuse", "quillshire-icb"), ("mechanism-substance-misuse", "Quarterly"), ("lead-domestic-abuse", "quillshire-police"), ("mechanism-domestic-abuse", "Monthly"), .. Signed,
        ];
        var kept = (await Forms.Fill(site, form, [.. plan, ("seen", "0"), ("departure-QUILL-7-2026-29-1", "Violence is lowest here")])).Headers["Location"].Replace("?done=written", "", StringComparison.Ordinal);
        var page = await site.Text(kept);
        page.ShouldContain("The plan neither takes up Anti-social behaviour nor says why: it cannot be approved until it does.");
        page.ShouldContain("departs: Violence is lowest here");
        var step = "/thread" + kept + "/step";
        (await Step(site, step, "approved-by-the-partnership")).Body.ShouldContain("neither takes up &#x27;Anti-social behaviour&#x27; nor says why");
        (await Forms.Fill(site, kept.Replace("/agreement/", "/agreement/write/", StringComparison.Ordinal), [.. plan, ("seen", "1"), ("departure-QUILL-7-2026-29-1", "Violence is lowest here"), ("departure-QUILL-7-2026-29-3", "Visitors leave in September")])).Status.ShouldBe(302);
        (await Step(site, step, "approved-by-the-partnership")).Status.ShouldBe(302);
        (await site.Text(cascade)).ShouldContain("in a plan 12; departing with a reason 3; left open 1;");
        (await site.Text(cascade)).ShouldContain("Brindlemoor CSP: Criminal damage and arson");
        var row = (await Crawl.Visited(site, cascade)).Page.QuerySelectorAll("main tr").Single(r => r.TextContent.Contains("Police and crime plan for Quillshire", StringComparison.Ordinal));
        row.TextContent.ShouldContain("not in plan");
        (await Crawl.Visited(site, "/agreement/e22990001-plan-2026-29/cascade")).Status.ShouldBe(404);
        (await site.Text("/agreement")).ShouldContain("Gullhaven plan");
        var point = (await Crawl.Visited(site, "/thread" + kept)).Page;
        point.QuerySelector("#ground-agreement + ul a")!.TextContent.ShouldBe("Quillshire community safety agreement 2026-29");
    }

    [Fact]
    public async Task An_open_comment_blocks_approval_until_it_is_resolved_and_a_frozen_text_takes_none()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        const string plan = "/agreement/e22990001-plan-2026-29";
        const string step = "/thread/agreement/e22990001-plan-2026-29/step";
        (await Forms.Fill(site, plan + "/comment", [("by", "Police area lead")])).Status.ShouldBe(422);
        (await Forms.Fill(site, plan + "/comment", [("heading", "What we do here"), ("text", "Say which nights."), ("by", "Police area lead")])).Headers["Location"].ShouldBe(plan + "?done=comment");
        (await site.Text(plan)).ShouldContain("1 comment is open: the text cannot be approved until each is resolved.");
        (await Step(site, step, "council")).Body.ShouldContain("1 comment on");
        (await Step(site, "/thread/comment/e22990001-plan-2026-29-comment-1/step", "resolve")).Status.ShouldBe(302);
        (await site.Text(plan)).ShouldContain("resolved, 22 November 2026: Meeting of 20 November");
        (await Step(site, step, "council")).Status.ShouldBe(302);
        (await Forms.Fill(site, plan + "/comment", [("text", "Too late."), ("by", "Police area lead")])).Body.ShouldContain("its text no longer changes");
    }

    [Fact]
    public async Task Strategies_and_interventions_are_kept_with_what_is_not_reported_said_so()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        (string, string)[] strategy = [("title", "Modern slavery strategy"), ("sort", "LocalStrategy"), ("owner", "Quillshire Police"), ("issues", "organised-crime"), ("source", "Board of 3 November 2026"), ("seen", "0"), .. Signed];
        (await Forms.Fill(site, "/agreement/strategies/write", [.. strategy.Where(s => s.Item1 != "sort")])).Status.ShouldBe(422);
        (await Forms.Fill(site, "/agreement/strategies/write", strategy)).Status.ShouldBe(302);
        var register = await site.Text("/agreement/strategies");
        register.ShouldContain("Modern slavery strategy");
        register.ShouldContain("days not reported");
        const string form = "/agreement/interventions/write?gss=E22990003";
        (string, string)[] intervention = [("title", "Shop watch"), ("aim", "Fewer thefts"), ("funder", "Candlebury Council"), ("seen", "0"), .. Signed];
        (await Forms.Fill(site, form, [.. intervention, ("cost", "a lot")])).Body.ShouldContain("Write the cost in pounds");
        (await Forms.Fill(site, form, intervention)).Status.ShouldBe(302);
        var row = (await Crawl.Visited(site, "/agreement/interventions")).Page.QuerySelectorAll("main tr").Single(r => r.TextContent.Contains("Shop watch", StringComparison.Ordinal));
        row.TextContent.ShouldContain("not reported");
        const string step = "/thread/intervention/e22990003-shop-watch/step";
        (await Step(site, step, "begin")).Status.ShouldBe(302);
        (await Step(site, step, "evaluated")).Body.ShouldContain("says nothing of its evaluation");
        (await Forms.Fill(site, "/agreement/interventions/write/e22990003-shop-watch", [.. intervention.Where(i => i.Item1 != "seen"), ("seen", "2"), ("evaluation", "Fewer, by the shops' own count")])).Status.ShouldBe(302);
        (await Step(site, step, "evaluated")).Status.ShouldBe(302);
        (await site.Text("/thread")).ShouldContain("serves no priority");
    }

    private static async Task<Visit> Step(LiveSite site, string path, string act) =>
        await Forms.Fill(site, path, [("act", act), ("day", "2026-11-22"), ("seen", (await Crawl.Visited(site, path)).Page.QuerySelector("input[name=seen]")!.GetAttribute("value")!), .. Signed]);
}
