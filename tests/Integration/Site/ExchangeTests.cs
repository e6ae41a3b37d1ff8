using System.Diagnostics;
using System.IO.Compression;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>Files sent on the page, to sites of their own.</summary>
public sealed class ExchangeTests
{
    [Fact]
    public async Task A_file_sent_on_the_page_gets_a_receipt_and_its_dashboards_appear_by_themselves()
    {
        await using var site = await LiveSite.Of(await DemoHome.Prepared);
        (await Crawl.Visited(site, "/dashboard/E22990001/2026-10")).Status.ShouldBe(404);
        var job = await Forms.Upload(site, "police-street", await NextMonth(site));
        job.ShouldStartWith("/exchange/jobs/");
        var done = await Forms.Until(site, job, v => v.Page.QuerySelector("a[href^='/exchange/receipts/']") is not null);
        done.Page.QuerySelector("main")!.TextContent.ShouldContain("police-street-2026-10-r1");
        var receipt = await Crawl.Visited(site, done.Page.QuerySelector("a[href^='/exchange/receipts/']")!.GetAttribute("href")!);
        var equation = receipt.Page.QuerySelector(".made-equation")!.QuerySelectorAll("b").Select(b => int.Parse(b.TextContent.Replace(",", ""))).ToList();
        (equation[0] + equation[1] + equation[2]).ShouldBe(equation[3]);
        equation[0].ShouldBeGreaterThan(1000);
        var page = await Forms.Until(site, "/dashboard/E22990001/2026-10", v => v.Status == 200);
        AllCrime(page).ShouldNotBe("not yet due");
        (await site.Text("/")).ShouldContain("Figures go up to October 2026.");

        await Withdraw(site);
        (await Forms.Until(site, "/dashboard/E22990001/2026-10", v => AllCrime(v) == "not yet due")).Status.ShouldBe(200);
        (await site.Text("/")).ShouldContain("Figures go up to September 2026.");
    }

    [Fact]
    public async Task Bad_files_sent_on_the_page_are_refused_in_words_while_the_site_keeps_answering()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        var bad = await BadFiles.In(site.Home.File("bad"));
        var job = await Forms.Upload(site, "police-street", bad.All);
        job.ShouldStartWith("/exchange/jobs/");
        var longest = TimeSpan.Zero;
        var done = await Forms.Until(site, job, v =>
        {
            v.Status.ShouldBe(200);
            return !v.Body.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal);
        });
        foreach (var path in new[] { "/", "/exchange", "/health", "/glossary" })
        {
            var watch = Stopwatch.StartNew();
            (await Crawl.Visited(site, path)).Status.ShouldBe(200);
            longest = watch.Elapsed > longest ? watch.Elapsed : longest;
        }
        longest.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        var receipts = done.Page.QuerySelectorAll("a[href^='/exchange/receipts/']").ToDictionary(a => a.TextContent.Trim().Split('!')[0], a => a.GetAttribute("href")!);
        foreach (var (file, code) in bad.Expected)
        {
            var receipt = (await Crawl.Visited(site, receipts[file])).Page.QuerySelector("main")!;
            receipt.TextContent.ShouldContain("refused and nothing of it was stored", customMessage: file);
            receipt.QuerySelectorAll("td, th code").Select(c => c.TextContent.Trim()).ShouldContain(code, file);
            var findings = CsvText.Rows(await site.Text(receipts[file] + "/csv"));
            (findings[0]["code"], findings[0]["remedy"].Length > 20).ShouldBe((code, true), file);
        }
        (await site.Text("/exchange/supplies")).ShouldContain("No supply is held yet.");
        Directory.EnumerateDirectories(Path.Combine(site.Home.Home, "staging")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_site_answers_while_a_bomb_is_read()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        var bad = await BadFiles.In(site.Home.File("bad"));
        var job = await Forms.Upload(site, "police-street", Enumerable.Repeat(bad.Bomb, 6));
        var answers = 0;
        await Forms.Until(site, job, v =>
        {
            v.Status.ShouldBe(200);
            answers++;
            return !v.Body.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal);
        });
        answers.ShouldBeGreaterThan(0);
        (await site.Text("/exchange")).ShouldContain("Refused");
    }

    [Fact]
    public async Task A_form_that_says_nothing_is_answered_with_what_is_missing()
    {
        var site = await LiveSites.OfDemo;
        (await Forms.Upload(site, "police-street")).ShouldStartWith("422");
        (await Forms.Upload(site, "police-street")).ShouldContain("Choose a file to send.");
        (await Forms.Upload(site, "nonsense", await DemoHome.Street("2021-10"))).ShouldStartWith("422");
        using var empty = await Forms.Send(site, "/exchange/supplies/police-street-2026-08-r1/withdraw", "reason", "  ");
        ((int)empty.StatusCode).ShouldBe(422);
        (await empty.Content.ReadAsStringAsync()).ShouldContain("Say why the supply is withdrawn.");
    }

    [Fact]
    public async Task The_exchange_says_what_is_held_what_is_missing_and_what_is_late()
    {
        var rows = (await Crawl.Visited(await LiveSites.OfDemo, "/exchange")).Page.QuerySelectorAll("section[aria-labelledby=late] tbody tr")
            .ToDictionary(r => r.QuerySelector("th")!.TextContent.Trim(), r => string.Join('|', r.QuerySelectorAll("td").Select(c => c.TextContent.Trim())));
        var fires = rows["Deliberate fires attended"];
        fires.ShouldContain("Quillshire Fire and Rescue Service");
        fires.ShouldContain("July 2022 to August 2022, February 2024");
        fires.ShouldContain("Late");
        rows["Street-level crime and anti-social behaviour"].ShouldContain("August 2023");
    }

    [Fact]
    public async Task Withdrawing_asks_first_and_says_what_will_happen()
    {
        var page = (await Crawl.Visited(await LiveSites.OfDemo, "/exchange/supplies/police-street-2026-08-r1/withdraw")).Page;
        var main = page.QuerySelector("main")!.TextContent;
        main.ShouldContain("Nothing else is held for 2026-08");
        main.ShouldContain("Editions that were already made stay as they are.");
        page.QuerySelector("form input[name=reason]").ShouldNotBeNull();
    }

    private static string AllCrime(Visit dashboard) =>
        dashboard.Page.QuerySelectorAll("tr").First(r => r.QuerySelector("th a[href$='/all-crime']") is not null).QuerySelector("td")!.TextContent.Trim();

    private static async Task Withdraw(LiveSite site)
    {
        using var answer = await Forms.Send(site, "/exchange/supplies/police-street-2026-10-r1/withdraw", "reason", "Sent by a test");
        ((int)answer.StatusCode, answer.Headers.Location!.ToString()).ShouldBe((302, "/exchange/supplies"));
        (await site.Text("/exchange/supplies")).ShouldContain("withdrawn");
    }

    /// <summary>The newest month's file with the month after written in it.</summary>
    private static async Task<string> NextMonth(LiveSite site)
    {
        var path = site.Home.File("2026-10-quillshire-street.csv.gz");
        await using var bytes = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        await using var text = new StreamWriter(bytes);
        await text.WriteAsync((await BadFiles.Text(await DemoHome.Street("2026-09"))).Replace(",2026-09,", ",2026-10,", StringComparison.Ordinal));
        return path;
    }
}
