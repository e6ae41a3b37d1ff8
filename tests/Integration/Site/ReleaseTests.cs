using Made.Core.Access;
using Made.Core.Indicators;
using Made.Store.Facts;
using Made.TestKit.Site;
using Made.Web.Exchange;
using Shouldly;
using Xunit;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Site;

/// <summary>A month revised where a partnership asks for a check: draft, notes, release, and what was released before stays as it was.</summary>
public sealed class ReleaseTests
{
    private const string Csp = "E22990001";
    private const string Month = "2026-09";
    private const string Dashboard = $"/dashboard/{Csp}/{Month}";
    private const string Revised = "A file without 40 records came from the police";

    [Fact]
    public async Task A_draft_is_seen_by_those_who_check_it_and_by_others_once_it_is_released()
    {
        await using var site = await LiveSite.Over((await DemoHome.Prepared).Copy());
        var (analyst, partner, visitor) = (await Signed(site, Role.CountyAnalyst), await Signed(site, Role.PartnerAnalyst), Given.Visitor(site));
        var first = await partner.Text(Dashboard + "?edition=1");
        (await Forms.Fill(analyst, "/editions/automatic", [("csp", Csp), ("setting", "checked"), ("from", "2026-11-22"), ("why", "The manager asked for it")])).Status.ShouldBe(302);
        var before = await partner.Text(Dashboard);
        await Revise(site);
        var check = await Forms.Until(analyst, $"/drafts/{Month}", v => v.Status == 200);

        // What changed and why, what looks wrong.
        var main = check.Page.QuerySelector("main")!.TextContent;
        main.ShouldContain("police-street-2026-09-r2 in place of police-street-2026-09-r1");
        main.ShouldContain("Missing supplies");
        check.Page.QuerySelectorAll("#changed ~ .made-table-region tbody tr").Length.ShouldBeGreaterThan(10);
        check.Page.QuerySelectorAll("#changed ~ .made-table-region tbody tr td:last-child").Select(c => c.TextContent.Trim()).Distinct().ShouldBe(["revision"]);

        // Nobody else sees it, whatever they ask for; the page they see is the one they saw.
        foreach (var path in new[] { Dashboard + "?edition=2", $"/scorecard?month={Month}&edition=2", $"/exceptions/{Month}?edition=2", $"/scorecard/{Month}.csv?edition=2", $"/exceptions/{Month}.csv?edition=2", $"{Dashboard}/asb?edition=2", $"{Dashboard}/indicators.csv?edition=2", $"/drafts/{Month}", $"/editions/{Month}/2" })
            (await Crawl.Visited(partner, path)).Status.ShouldBe(404, path);
        (await partner.Text(Dashboard)).ShouldBe(before);
        (await visitor.Text($"/api/v1/measures?indicator=asb&area={Csp}&from={Month}&to={Month}&format=csv")).ShouldContain($"{Month}-e1");

        // Every page and file of it says what it is.
        (await analyst.Text(Dashboard + "?edition=2")).ShouldContain("<b>DRAFT</b>");
        (await analyst.Text($"{Dashboard}/asb?edition=2")).ShouldContain("<b>DRAFT</b>");
        foreach (var path in new[] { $"/scorecard?month={Month}&edition=2", $"/exceptions/{Month}?edition=2" })
        {
            (await analyst.Text(path)).ShouldContain("<b>DRAFT</b>", customMessage: path);
            (await Crawl.Visited(analyst, path)).Page.QuerySelectorAll("main table a").ShouldAllBe(a => a.GetAttribute("href")!.Contains("edition=2", StringComparison.Ordinal), path);
        }
        // Tables and workbench as well, with all that leads on from them; to others it is as if it were not there.
        foreach (var (path, pinned) in new[] { ($"/tables?edition={Month}/2&indicator=asb", $"edition={Month}"), ($"/workbench?to={Month}&edition=2&indicator=asb&area={Csp}&method=xmr", "edition=2"), ($"/workbench/note?to={Month}&edition=2&indicator=asb&area={Csp}&method=xmr", "edition=2") })
        {
            var page = (await Crawl.Visited(analyst, path)).Page;
            page.QuerySelector(".made-draft").ShouldNotBeNull(path);
            page.QuerySelectorAll("main a[href*='/tables/file'], main a[href*='/workbench/']").ShouldAllBe(a => a.GetAttribute("href") == "/workbench/own" || Uri.UnescapeDataString(a.GetAttribute("href")!).Contains(pinned, StringComparison.Ordinal), path);
            page.QuerySelectorAll("main form[method=get]").ShouldAllBe(f => f.QuerySelector("input[name=edition]") != null, path);
            var absent = path.Replace("/2", "/9", StringComparison.Ordinal).Replace("edition=2&", "edition=9&", StringComparison.Ordinal);
            var (hidden, none) = (await Crawl.Visited(partner, path), await Crawl.Visited(partner, absent));
            (hidden.Status, hidden.Body).ShouldBe((none.Status, none.Body.Replace($"{Month}/9", $"{Month}/2", StringComparison.Ordinal)), path);
            hidden.Status.ShouldBe(path.StartsWith("/tables", StringComparison.Ordinal) ? 400 : 404, path);
        }
        foreach (var path in new[] { $"/tables/file.csv?edition={Month}/2&indicator=asb", $"/workbench/chart.csv?to={Month}&edition=2&indicator=asb&area={Csp}&method=xmr" })
        {
            CsvText.Rows(await analyst.Text(path)).ShouldAllBe(r => r["Standing"] == "DRAFT, not released", path);
            (await Crawl.Visited(partner, path)).Status.ShouldBeGreaterThanOrEqualTo(400, path);
        }
        (await analyst.Text($"/workbench/note.txt?to={Month}&edition=2&indicator=asb&area={Csp}&method=xmr")).ShouldContain("DRAFT, not released");
        (await Forms.Fill(analyst, "/tables", [("selection", $"?edition={Month}/2&indicator=asb"), ("name", "Of a draft")])).Status.ShouldBe(422);
        (await analyst.Text($"/tables?indicator=asb")).ShouldNotContain("<b>DRAFT</b>");
        (await analyst.Text($"/workbench?to={Month}&indicator=asb")).ShouldNotContain("<b>DRAFT</b>");
        CsvText.Rows(await analyst.Text($"/scorecard/{Month}.csv?edition=2")).ShouldAllBe(r => r["Standing"] == "DRAFT, not released");
        (await analyst.Text($"{Dashboard}/asb/trend.svg?edition=2")).ShouldContain("DRAFT, not released");
        CsvText.Rows(await analyst.Text($"{Dashboard}/indicators.csv?edition=2")).ShouldAllBe(r => r["Standing"] == "DRAFT, not released");

        // Notes: plain text, without personal details, on the page or on an indicator.
        var note = $"/drafts/{Month}/note";
        (await Forms.Fill(analyst, note, [("text", "Ask jane.doe@example.org about it"), ("role", "Partnership analyst"), ("state", "0")])).Status.ShouldBe(422);
        (await Forms.Fill(analyst, note, [("text", "Forty records were taken out. <b>Not</b> a change on the ground."), ("role", "Partnership analyst"), ("state", "0")])).Status.ShouldBe(302);
        (await Forms.Fill(analyst, note, [("text", "Written at the same time"), ("role", "Partnership analyst"), ("state", "0")])).ShouldSatisfyAllConditions(
            v => v.Status.ShouldBe(409), v => v.Page.QuerySelector("textarea")!.TextContent.ShouldContain("Written at the same time"));
        (await Forms.Fill(analyst, note + "?indicator=asb", [("area", Csp), ("indicator", "asb"), ("text", "Reports by phone were late."), ("role", "Partnership analyst"), ("state", "0")])).Status.ShouldBe(302);

        // Released again only with a reason, by one who may.
        var release = $"/drafts/{Month}/release";
        (await Crawl.Visited(partner, release)).Status.ShouldBe(404);
        (await Forms.Fill(analyst, release, [("when", "now"), ("number", "2")])).Status.ShouldBe(422);
        (await Forms.Fill(analyst, release, [("when", "now"), ("number", "1"), ("why", Revised)])).Status.ShouldBe(409);
        (await Forms.Fill(analyst, release, [("when", "now"), ("number", "2"), ("why", Revised)])).Status.ShouldBe(302);

        var now = await Forms.Until(partner, Dashboard, v => v.Body.Contains("Corrected on", StringComparison.Ordinal));
        now.Body.ShouldContain(Revised);
        now.Body.ShouldContain("Forty records were taken out. &lt;b&gt;Not&lt;/b&gt; a change on the ground.");
        now.Body.ShouldNotContain("<b>DRAFT</b>");
        (await partner.Text($"{Dashboard}/asb")).ShouldContain("Reports by phone were late.");
        (await partner.Text($"/dashboard/E22990003/{Month}/asb")).ShouldNotContain("Reports by phone were late.");
        (await partner.Text($"/editions/{Month}/2")).ShouldContain("in place of police-street-2026-09-r1");
        CsvText.Rows(await partner.Text($"/editions/{Month}/2/changes.csv")).Count.ShouldBeGreaterThan(10);
        (await visitor.Text("/areas/E07990001")).ShouldContain(Revised);

        // What it says changed is exactly what two files of all figures differ in.
        var (had, has) = (await FiguresAsync(partner, 1), await FiguresAsync(partner, 2));
        var told = CsvText.Rows(await partner.Text($"/api/v1/editions/{Month}/2/changes?format=csv")).Select(r => $"{r["indicator"]} {r["area_code"]} {r["period"]}").ToList();
        told.ShouldBe(has.Keys.Where(k => had[k] != has[k]), ignoreOrder: true);
        had.Keys.ShouldBe(has.Keys, ignoreOrder: true);
        (await Crawl.Visited(analyst, $"/drafts/{Month}")).Status.ShouldBe(404);

        // The first edition reopens byte for byte.
        (await partner.Text(Dashboard + "?edition=1")).ShouldBe(first);
    }

    [Fact]
    public async Task A_set_time_releases_the_draft_by_itself_and_one_that_would_disclose_is_held()
    {
        await using var site = await LiveSite.Over((await DemoHome.Prepared).Copy());
        var (records, partnership) = (site.Partnership.Records, site.Partnership);
        var month = Core.Calendar.Month.Parse(Month);
        await records.ReleaseSettings.Make(Csp, automatic: false, partnership.Today, partnership.Change("test", "checked"));
        var draft = await records.Editions.Add((await records.Editions.Find(month, 1))! with { Why = "Again" }, partnership.Change("test", "again"));
        (await Forms.Fill(site, $"/drafts/{Month}/release", [("when", "then"), ("day", "2020-01-01"), ("time", "09:30"), ("number", $"{draft.Number}"), ("why", "Set"), ("by", "analyst")])).Status.ShouldBe(422);
        (await records.Releases.Schedule(draft, partnership.Now.AddSeconds(1), partnership.Change("test", "Set for the meeting"))).Problem.ShouldBeNull();
        (await Forms.Until(site, Dashboard, v => v.Body.Contains("Set for the meeting", StringComparison.Ordinal))).Status.ShouldBe(200);

        // Each count of August two higher: by a small change, what is shown would tell.
        var august = month.Plus(-1);
        var first = (await records.Editions.Find(august, 1))!;
        var pinned = first.Measures.Single(m => m.Month == august);
        var files = partnership.MeasureFiles;
        files.Read(new MeasureQuery { Paths = [files.PathOf(august, pinned.Hash)] }).Succeeded(out var measures, out _).ShouldBeTrue();
        var planted = new string('a', 64);
        files.Write(august, planted, [.. measures.Select(m => m.Count.Absence == Absence.None ? m with { Count = Quantity.Of(m.Count.Number + 2) } : m)]);
        var disclosing = await records.Editions.Add(first with { Measures = [.. first.Measures.Where(m => m != pinned), new(august, planted)] }, partnership.Change("test", "planted"));
        await records.ReleaseSettings.Make(Csp, automatic: true, partnership.Today, partnership.Change("test", "by itself"));
        (await Forms.Until(site, "/editions", v => v.Body.Contains("a small change since the edition before is shown", StringComparison.Ordinal))).Status.ShouldBe(200);
        (await records.Releases.Standing(disclosing)).IsDraft.ShouldBeTrue();
        var refused = await Forms.Fill(site, $"/drafts/{august}/release", [("when", "now"), ("number", $"{disclosing.Number}"), ("why", "All the same"), ("by", "analyst")]);
        (refused.Status, refused.Body.Contains("could be worked out", StringComparison.Ordinal) || refused.Body.Contains("small change", StringComparison.Ordinal)).ShouldBe((422, true));
        (await records.Editions.Latest(august))!.Number.ShouldBe(1);
    }

    /// <summary>Count, value and absence of every figure of an edition.</summary>
    private static async Task<Dictionary<string, string>> FiguresAsync(Caller reader, int edition) =>
        CsvText.Rows(await reader.Text($"/api/v1/editions/{Month}/{edition}/measures.csv")).ToDictionary(
            r => $"{r["indicator"]} {r["area_code"]} {r["period"]}", r => $"{r["count"]} {r["value"]} {r["absence"]}");

    private static async Task<Caller> Signed(LiveSite site, Role role)
    {
        var name = $"test-{role.Code()}";
        await Given.AddAsync(site.Partnership, name, new Grant { Role = role, Clearance = Core.Sharing.Marking.OfficialSensitive });
        return await Given.SignedInAsync(site, name);
    }

    /// <summary>The month again with some records fewer: a second revision, by the path that a command takes.</summary>
    private static async Task Revise(LiveSite site)
    {
        var lines = (await BadFiles.Text(await DemoHome.Street(Month))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var file = site.Home.File($"{Month}-quillshire-street.csv");
        await File.WriteAllTextAsync(file, string.Join('\n', lines[..^40]) + "\n");
        (await new Import(site.Partnership).RunAsync("police-street", [file], null, site.Partnership.Change("test", "A revised file"), default)).Problem.ShouldBeNull();
    }
}
