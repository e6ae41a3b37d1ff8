using System.Text;
using Made.Core.GoldenThread;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>The agreement from its draft to its frozen text, on a site of the test's own.</summary>
public sealed class AgreementPageTests
{
    private const string Id = "quillshire-2026-29";
    private const string Home = "/agreement/" + Id;
    private static readonly (string, string)[] Signed = [("why", "Meeting of 20 November"), ("by", "Secretary of the board")];

    [Fact]
    public async Task An_issue_that_nobody_leads_blocks_approval_until_a_further_version_names_its_lead_and_then_the_text_is_frozen()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        (await site.Text(Home)).ShouldContain("Nobody leads Substance misuse: it cannot be approved until somebody does.");
        const string step = "/thread/agreement/" + Id + "/step";
        (await Step(site, step, "full-council")).Body.ShouldContain("Possible now: Consultation closed; Return it to the draft.");
        (await Step(site, step, "consultation")).Headers["Location"].ShouldBe(Home);
        (await Step(site, step, "board")).Body.ShouldContain("Nobody leads Substance misuse in");
        var form = await Written(site);
        (await Forms.Fill(site, "/agreement/write/" + Id, [.. form, ("lead-substance-misuse", "quillshire-safety-board"), ("mechanism-substance-misuse", ""), .. Signed])).Status.ShouldBe(422);
        (string, string)[] led = [.. form, ("lead-substance-misuse", "quillshire-safety-board"), ("mechanism-substance-misuse", "Treatment partnership, reported quarterly"), .. Signed];
        (await Forms.Fill(site, "/agreement/write/" + Id, led)).Headers["Location"].ShouldBe(Home + "?done=written");
        (await Forms.Fill(site, "/agreement/write/" + Id, led)).Status.ShouldBe(409);
        (await site.Text(Home + "?with=1")).ShouldContain("Substance misuse: Quillshire community safety board, Treatment partnership, reported quarterly");
        (await Step(site, step, "board")).Body.ShouldContain("1 comment on");
        (await Step(site, $"/thread/comment/{Id}-comment-2/step", "resolve")).Status.ShouldBe(302);
        foreach (var act in new[] { "board", "scrutiny-of-the-draft", "cabinet", "full-council" })
            (await Step(site, step, act)).Status.ShouldBe(302);
        (await site.Text(Home)).ShouldContain("It is approved: the last stage was passed on 22 November 2026.");
        (await Forms.Fill(site, "/agreement/write/" + Id, [.. await Written(site), ("lead-substance-misuse", ""), .. Signed])).Body.ShouldContain("its text no longer changes");
        (await Step(site, step, "no-amendments")).Status.ShouldBe(302);
        (await site.Text("/thread/agreement/" + Id)).ShouldContain("Decide that it stays without amendments: Quillshire community safety agreement 2026-29");
    }

    [Fact]
    public async Task Progress_comes_back_as_a_file_whole_or_not_at_all_and_the_plan_is_one_page()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        var file = await site.Text(Home + "/progress.csv");
        file.ShouldContain("quillshire-2026-29,3,A common way to answer reports of anti-social behaviour within five days,not-started,,");
        (await Send(site, file)).ShouldBe(Home + "?done=progress");
        var told = file.Replace("five days,not-started,,", "five days,on-track,2026-11-20,First month counted", StringComparison.Ordinal);
        (await Send(site, told.Replace("2026-11-20,First", "2027-11-20,First", StringComparison.Ordinal))).ShouldContain("is not a day up to today");
        (await Send(site, told.Replace(",1,Patrols", ",9,Patrols", StringComparison.Ordinal))).ShouldContain("there is no activity 9");
        (await site.Partnership.Records.Thread.Find(new(ThreadKind.Activity, Id + "-3")))!.Steps.ShouldBeEmpty();
        (await Send(site, told)).ShouldBe(Home + "?done=progress");
        (await site.Text(Home)).ShouldContain("on track, 20 November 2026: First month counted");
        var page = await site.Text(Home + "/page");
        page.ShouldContain("Evidence and key issues");
        page.ShouldContain("in 5 of 5 rankings, a priority of");
        (await Forms.Fill(site, Home + "/activity", [("text", "Visit every licensed place before summer"), ("priorities", "QUILL-7-2026-29-1"), ("leads", "quillshire-police"), ("seen", "0"), .. Signed])).Status.ShouldBe(302);
        (await site.Text(Home)).ShouldContain("Visit every licensed place before summer");
    }

    private static async Task<Visit> Step(LiveSite site, string path, string act) =>
        await Forms.Fill(site, path, [("act", act), ("day", "2026-11-22"), ("seen", Hidden(await Crawl.Visited(site, path), "seen")), .. Signed]);

    private static async Task<List<(string, string)>> Written(LiveSite site)
    {
        var form = (await Crawl.Visited(site, "/agreement/write/" + Id)).Page;
        return
        [
            .. form.QuerySelectorAll("main input[checked]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)),
            .. form.QuerySelectorAll("main textarea").Select(t => (t.GetAttribute("name")!, t.TextContent)).Where(t => t.Item1 != "why"),
            .. form.QuerySelectorAll("main input[type=text], main input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Where(i => i.Item1 is not ("by" or "__RequestVerificationToken" or "mechanism-substance-misuse")),
            .. form.QuerySelectorAll("main select").Where(s => s.GetAttribute("name") != "lead-substance-misuse").Select(s => (s.GetAttribute("name")!, s.QuerySelector("option[selected]")?.GetAttribute("value") ?? "")),
        ];
    }

    private static string Hidden(Visit visit, string name) => visit.Page.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;

    private static async Task<string> Send(LiveSite site, string csv)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Hidden(await Crawl.Visited(site, Home + "/progress"), "__RequestVerificationToken"), Encoding.UTF8), "__RequestVerificationToken" },
            { new StringContent("Activity lead"), "by" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "progress.csv" },
        };
        using var answer = await site.Client.PostAsync(new Uri(Home + "/progress", UriKind.Relative), form);
        return (int)answer.StatusCode == 302 ? answer.Headers.Location!.ToString() : await answer.Content.ReadAsStringAsync();
    }
}
