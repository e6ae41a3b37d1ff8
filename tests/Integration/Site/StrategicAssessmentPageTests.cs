using Made.Core;
using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>The strategic assessment from its evidence to its evaluation, on a site of the test's own.</summary>
public sealed class StrategicAssessmentPageTests
{
    private const string Id = "quillshire-assessment-2026-29";
    private const string Home = "/assessment/strategic/" + Id;
    private static readonly (string, string)[] Signed = [("why", "Editorial meeting of 20 November"), ("by", "County analyst")];

    [Fact]
    public async Task It_is_complete_only_with_every_section_ready_then_frozen_and_evaluated_when_each_key_finding_was_looked_at()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        (await site.Text("/assessment/strategic")).ShouldContain("5 of 7 stages are passed; next: draft, planned for 11 December 2026. 3 of 6 sections are not ready, so it cannot be completed.");
        const string step = "/thread/assessment/" + Id + "/step";
        (await Step(site, step, "draft")).Headers["Location"].ShouldBe(Home);
        (await Step(site, step, "signed-off")).Body.ShouldContain("&#x27;Crime and disorder in Quillshire&#x27; is drafted and not ready; &#x27;Effects on equality&#x27; is not written; &#x27;Recommendations&#x27; is not written.");

        const string equality = Home + "/section/equality";
        (string, string)[] text = [("text", "Younger residents answered least.\nTheir workshop follows."), ("author", "equality officer"), ("seen", "0"), .. Signed];
        (await Forms.Fill(site, equality, [.. text.Where(t => t.Item1 != "author")])).Status.ShouldBe(422);
        (await Forms.Fill(site, equality, text)).Headers["Location"].ShouldBe(Home + "?done=written");
        var stale = await Forms.Fill(site, equality, [.. text.Where(t => t.Item1 != "text"), ("text", "Written meanwhile")]);
        (stale.Status, stale.Page.QuerySelector("#text")!.TextContent).ShouldBe((409, "Written meanwhile"));
        (await Forms.Fill(site, Home + "/section/recommendations", text)).Status.ShouldBe(302);
        foreach (var part in new[] { "picture", "equality", "recommendations" })
            (await Step(site, $"/thread/section/{Id}-{part}/step", "ready")).Status.ShouldBe(302);
        (await Forms.Fill(site, equality, [.. text.Where(t => t.Item1 != "seen"), ("seen", "2")])).Body.ShouldContain("its text no longer changes");
        (await Step(site, step, "signed-off")).Status.ShouldBe(302);
        var page = await site.Text(Home);
        page.ShouldContain("It is complete since 22 November 2026");
        page.ShouldContain("Their workshop follows.");
        (await Step(site, $"/thread/section/{Id}-equality/step", "reopen")).Body.ShouldContain("is complete, and what it says no longer changes");

        (await Step(site, step, "evaluate")).Body.ShouldContain("9 key findings were not looked at since");
        foreach (var finding in await site.Partnership.Records.Thread.All(ThreadKind.KeyFinding))
            (await Step(site, $"/thread/key-finding/{finding.Point.Id}/step", "confirm")).Status.ShouldBe(302);
        (await Step(site, step, "evaluate")).Status.ShouldBe(302);
        (await site.Text(Home)).ShouldContain("It is complete, and was last evaluated on 22 November 2026.");
    }

    [Fact]
    public async Task A_key_finding_is_bound_to_a_measure_of_an_edition_and_its_value_is_read_from_there()
    {
        await using var site = await LiveSite.Of(await DemoHome.Prepared);
        const string form = "/assessment/E22990003/finding?of=" + Id + "&month=2026-08";
        var offered = (await Crawl.Visited(site, form)).Page.QuerySelectorAll("input[name=measures]").Single(i => i.GetAttribute("value")!.StartsWith("burglary.", StringComparison.Ordinal));
        var edition = offered.GetAttribute("value")!.Split('/')[2];
        (string, string)[] finding = [("of", Id), ("title", "Burglary is read"), ("text", "As it stands"), ("issues", "acquisitive-crime"), ("seen", "0"), .. Signed];
        (await Forms.Fill(site, form, finding, "/assessment/E22990003/finding")).Body.ShouldContain("It rests on no measure, no survey and no named piece of evidence.");
        (await Forms.Fill(site, form, [.. finding, ("measures", "burglary.E22990001.2026-08-r12/2026-08/" + edition)], "/assessment/E22990003/finding")).Body.ShouldContain("is no measure of this area");
        (await Forms.Fill(site, form, [.. finding, ("measures", offered.GetAttribute("value")!)], "/assessment/E22990003/finding")).Status.ShouldBe(302);

        var value = (await site.Partnership.Editions.Open(new Month(2026, 8)))!.Now(new AreaCode("E22990003")).Single(m => m.Indicator == "burglary" && m.Period.Code == "2026-08-r12");
        var row = (await Crawl.Visited(site, "/assessment/E22990003/findings")).Page.QuerySelectorAll("main tr").Single(r => r.TextContent.Contains("Burglary, Candlebury CSP", StringComparison.Ordinal));
        row.TextContent.ShouldContain(value.Count.Text());
        row.TextContent.ShouldContain($"{value.Value.Text(1)} per 1,000 residents ({value.Lower95.Text(1)} to {value.Upper95.Text(1)})");
        row.TextContent.ShouldContain($"Edition {edition} of August 2026");
        (await Crawl.Visited(site, row.QuerySelector("a")!.GetAttribute("href")!)).Status.ShouldBe(200);
        (await site.Partnership.Records.Thread.All(ThreadKind.KeyFinding)).Single(f => f.Newest.Title == "Burglary is read").Newest.Content.ToString()!.ShouldNotContain(value.Count.Text());

        var point = (await Crawl.Visited(site, $"/thread/key-finding/{Id}-E22990003-2")).Page;
        point.QuerySelector("#ground-measure + ul a")!.TextContent.ShouldContain("Burglary, Candlebury CSP, 12 months to August 2026");
        var assessment = point.QuerySelector("#follows-assessment + ul a")!.GetAttribute("href")!;
        (await Crawl.Visited(site, assessment)).Page.QuerySelectorAll("#follows-agreement + ul a").Select(a => a.TextContent).ShouldContain("Quillshire community safety agreement 2026-29");
    }

    [Fact]
    public async Task A_survey_wave_keeps_counts_with_their_base_and_no_count_that_would_tell_who_said_it()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        const string form = "/assessment/E22990005/survey/write";
        (string, string)[] wave = [("title", "Gullhaven, autumn 2026"), ("from", "2026-09-01"), ("to", "2026-09-30"), ("asked", "300 households drawn by chance"), ("drawn", "yes"), ("base", "160"), ("replies", "More lamps => Twelve since May"), ("seen", "0"), .. Signed];
        (await Forms.Fill(site, form, [.. wave, ("answers", "3 Road safety")])).Body.ShouldContain("was given by fewer than 5");
        (await Forms.Fill(site, form, [.. wave, ("answers", "30 Dogs")])).Body.ShouldContain("is neither an issue of the vocabulary");
        (await Forms.Fill(site, form, [.. wave, ("answers", "30 Violent crime incl. DA")])).Body.ShouldContain("means several issues");
        var kept = (await Forms.Fill(site, form, [.. wave, ("answers", "40 Noise at night = Anti-social behaviour\n30 Road safety")])).Headers["Location"];
        var page = await site.Text(kept);
        page.ShouldContain("Named most often: noise at night, by 40 of 160 who answered.");
        page.ShouldContain("25.0%");
        page.ShouldContain("18.9% to 32.2%");
        page.ShouldContain("We did: Twelve since May");
        (await Crawl.Visited(site, kept.Replace("E22990005", "E22990001", StringComparison.Ordinal))).Status.ShouldBe(404);
        (await site.Text("/assessment/QUILL-7/survey/quill-7-partners-2026")).ShouldContain("were not drawn by chance");
    }

    [Fact]
    public async Task No_area_shows_what_was_found_asked_or_recommended_in_another()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        var csps = site.Partnership.Areas.All.Where(a => a.Level == AreaLevel.Csp).ToList();
        string Canary(Area area) => $"canary {area.Code}";
        foreach (var area in csps)
            (await site.Partnership.Records.Thread.Keep(new ThreadWork
            {
                Entries =
                [
                    Entry(area, Canary(area), new ThreadContent.KeyFinding { Of = Id, Text = Canary(area), Issues = ["hate-crime"], Evidence = [new(Canary(area), Canary(area))] }),
                    Entry(area, Canary(area), new ThreadContent.Recommendation { Of = Id, Text = Canary(area), Owner = "quillshire-police", Due = new(2027, 1, 1) }),
                    Entry(area, Canary(area), new ThreadContent.Survey { Of = Id, Asked = Canary(area), Base = 100 }),
                ],
            }, site.Partnership.Today, site.Partnership.Change("test", "planted"))).Problem.ShouldBeNull();
        foreach (var area in csps)
        {
            foreach (var path in new[] { $"/assessment/{area.Code}/findings", $"/assessment/{area.Code}/finding?of={Id}", $"/assessment/{area.Code}/recommendation?of={Id}", $"/assessment/{area.Code}/survey/canary-{area.Code}", $"/assessment/{area.Code}", $"/thread/key-finding/canary-{area.Code}" })
            {
                var text = await site.Text(path);
                csps.Where(c => c != area && text.Contains(Canary(c), StringComparison.Ordinal)).ShouldBeEmpty(path);
            }
            (await site.Text($"/assessment/{area.Code}/findings")).ShouldContain(Canary(area));
        }
        (await site.Text(Home)).ShouldNotContain("canary ");
        var across = Entry(csps[0], "across", new ThreadContent.KeyFinding { Of = Id, Text = "t", Issues = ["hate-crime"], Surveys = [$"canary-{csps[1].Code}"] });
        (await site.Partnership.Records.Thread.Keep(new ThreadWork { Entries = [across] }, site.Partnership.Today, site.Partnership.Change("test", "across"))).Problem!.Code.ShouldBe("thread-other-area");
    }

    [Fact]
    public async Task What_was_allowed_by_a_thread_that_has_changed_since_is_not_kept()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        var (thread, area) = (site.Partnership.Records.Thread, site.Partnership.Areas.All.First(a => a.Level == AreaLevel.Csp));
        Task<Outcome<ThreadWork>> Keep(string id, ThreadStamp? asked) => thread.Keep(
            new() { Entries = [Entry(area, id, new ThreadContent.Recommendation { Of = Id, Text = id, Owner = "quillshire-police", Due = new(2027, 1, 1) })], AsOf = asked },
            site.Partnership.Today, site.Partnership.Change("test", "asked"));
        var asked = await thread.Newest();
        (await Keep("first", asked)).Problem.ShouldBeNull();
        (await Keep("second", asked)).Problem!.Code.ShouldBe("thread-moved-on");
        (await thread.Find(new(ThreadKind.Recommendation, "second"))).ShouldBeNull();
        (await Keep("second", await thread.Newest())).Problem.ShouldBeNull();
    }

    [Fact]
    public async Task Another_assessment_is_planned_and_what_its_plan_lacks_is_said()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        const string form = "/assessment/strategic/write";
        (string, string)[] plan = [("title", "Assessment of the years after"), ("cycle", "2029-32"), ("from", "2030-04-01"), ("to", "2033-03-31"), ("stages", "2029-05-01 Scoping\n2029-12-01 Signed off"), ("sections", "Evaluation of previous work"), ("seen", "0"), .. Signed];
        (await Forms.Fill(site, form, [.. plan.Where(p => p.Item1 != "stages"), ("stages", "Scoping in May")])).Body.ShouldContain("is not a day and words");
        var kept = (await Forms.Fill(site, form, plan)).Headers["Location"];
        (await site.Text(kept)).ShouldContain("0 of 2 stages are passed; next: scoping, planned for 1 May 2029.");
        (await site.Text("/assessment/strategic")).ShouldContain("Assessment of the years after");
        const string recommend = "/assessment/E22990001/recommendation?of=" + Id;
        (string, string)[] gap = [("of", Id), ("kind", "gap"), ("text", "Who buys stolen bicycles"), ("owner", "quillshire-police"), ("due", "2026-10-01"), ("findings", Id + "-E22990001-1"), ("seen", "0"), .. Signed];
        (await Forms.Fill(site, recommend, [.. gap.Where(g => g.Item1 != "owner")], "/assessment/E22990001/recommendation")).Status.ShouldBe(422);
        (await Forms.Fill(site, recommend, gap, "/assessment/E22990001/recommendation")).Status.ShouldBe(302);
        (await site.Text($"/assessment/E22990001/findings?of={Id}")).ShouldContain("1 October 2026: overdue");

        // The gap goes to the analysts' work plan, about its own area whatever the form says.
        var ask = (await Crawl.Visited(site, $"/assessment/E22990001/findings?of={Id}")).Page.QuerySelectorAll("a[href^='/work-plan/ask?gap=']").Single(a => a.TextContent.Contains("stolen bicycles", StringComparison.Ordinal)).GetAttribute("href")!;
        (await Crawl.Visited(site, ask)).Page.QuerySelector("textarea[name=question]")!.TextContent.ShouldContain("Who buys stolen bicycles");
        var asked = await Forms.Fill(site, ask, [("question", "Who buys stolen bicycles?"), ("decision", "Which shops are visited"), ("neededBy", "2026-12-20"), ("area", "E22990002"), ("issue", ""), ("by", "Partnership analyst")]);
        asked.Status.ShouldBe(302, asked.Body);
        var request = (await site.Partnership.Records.WorkRequests.All()).Single().Newest;
        (request.Areas.Single().Value, request.Source.StartsWith("A gap in the strategic assessment: ", StringComparison.Ordinal)).ShouldBe(("E22990001", true));
    }

    private static ThreadEntry Entry(Area area, string title, ThreadContent content) => new()
    {
        Point = new(content.Kind, title.Replace(' ', '-')),
        Area = area.Code,
        Title = title,
        Day = new DateOnly(2026, 11, 1),
        Source = title,
        Content = content,
    };

    private static async Task<Visit> Step(LiveSite site, string path, string act) =>
        await Forms.Fill(site, path, [("act", act), ("day", "2026-11-22"), ("seen", (await Crawl.Visited(site, path)).Page.QuerySelector("input[name=seen]")!.GetAttribute("value")!), .. Signed]);
}
