using System.Text;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>Scores, rankings, priorities and the thread, on a site of the test's own.</summary>
public sealed class AssessmentPageTests
{
    private const string Larkham = "/assessment/E22990006";
    private static readonly (string, string)[] Signed = [("why", "Workshop of 20 November"), ("by", "Community safety manager")];

    [Fact]
    public async Task A_ranking_is_scored_agreed_turned_into_priorities_and_walked_back_along_the_thread()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        (await site.Text(Larkham)).ShouldContain("cannot be calculated");
        const string form = Larkham + "/score?cycle=2026-29&issue=acquisitive-crime&scorer=police+area+lead";
        var seen = Hidden(await Crawl.Visited(site, form), "seen");
        (string, string)[] values =
        [
            ("issue", "acquisitive-crime"), ("scorer", "police area lead"), ("moderated", "false"), ("cycle", "2026-29"), ("seen", seen), ("confidence", "High"), .. Signed,
            .. new[] { "physical", "psychological", "financial", "community", "expectation", "volume", "trend", "vulnerability" }.Select(c => ($"value-{c}", "4")),
        ];
        (await Forms.Fill(site, form, [.. values.Where(v => v.Item1 != "confidence")], Larkham + "/score")).Status.ShouldBe(422);
        (await Forms.Fill(site, form, values, Larkham + "/score")).Headers["Location"].ShouldBe(Larkham + "?cycle=2026-29&done=scored");
        var stale = await Forms.Fill(site, form, [.. values, ("note", "Written meanwhile")], Larkham + "/score");
        (stale.Status, stale.Page.QuerySelector("#note")!.TextContent).ShouldBe((409, "Written meanwhile"));

        const string agree = Larkham + "/agree?cycle=2026-29";
        (await Forms.Fill(site, agree, [("cycle", "2026-29"), ("seen", "0"), .. Signed], Larkham + "/agree")).Status.ShouldBe(302);
        (await site.Text(Larkham)).ShouldContain("The ranking that was agreed");
        const string priority = Larkham + "/priority?cycle=2026-29";
        (string, string)[] chosen = [("cycle", "2026-29"), ("seen", "0"), ("position", "1"), .. Signed];
        (await Forms.Fill(site, priority, [.. chosen, ("wording", "Fly-tipping")], Larkham + "/priority")).Body.ShouldContain("neither an issue of the vocabulary");
        (await Forms.Fill(site, priority, [.. chosen, ("wording", "Hate crime")], Larkham + "/priority")).Body.ShouldContain("no reason is given");
        (await Forms.Fill(site, priority, [.. chosen, ("wording", "Violent crime incl. DA"), ("departure", "Two in one")], Larkham + "/priority")).Status.ShouldBe(302);

        var point = (await Crawl.Visited(site, Larkham)).Page.QuerySelectorAll("main a").Single(a => a.TextContent == "Violent crime incl. DA").GetAttribute("href")!;
        var ranking = (await Crawl.Visited(site, point)).Page.QuerySelector("#ground-ranking + ul a")!.GetAttribute("href")!;
        var score = (await Crawl.Visited(site, ranking)).Page.QuerySelector("#ground-score + ul a")!.GetAttribute("href")!;
        var measure = (await Crawl.Visited(site, score)).Page.QuerySelector("#ground-measure + ul a");
        measure.ShouldNotBeNull().TextContent.ShouldContain("Larkham CSP, 12 months to August 2026");
        (await Crawl.Visited(site, measure.GetAttribute("href")!)).Page.QuerySelector("#follows-score")!.TextContent.ShouldContain("Scores (");
        (await site.Text(point)).ShouldContain("Workshop of 20 November");
    }

    [Fact]
    public async Task Scores_taken_away_as_a_file_come_back_changed_in_the_same_columns_and_no_other_areas_rows_do()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        var file = await site.Text(Larkham + "/scores.csv?cycle=2026-29");
        file.Split('\n').Length.ShouldBe(80);
        (await Send(site, file)).ShouldBe(Larkham + "?cycle=2026-29&done=sent");
        var before = (await site.Partnership.Records.Thread.All(ThreadKind.Score, new AreaCode("E22990006"))).Sum(s => s.Stamp);
        var changed = file + "E22990006,2026-29,hate-crime,council,no,low,2026-11-20,physical,2,,First try\r\n";
        (await Send(site, changed)).ShouldBe(Larkham + "?cycle=2026-29&done=sent");
        (await site.Partnership.Records.Thread.All(ThreadKind.Score, new AreaCode("E22990006"))).Sum(s => s.Stamp).ShouldBe(before + 1);
        (await Send(site, changed.Replace("E22990006,2026-29,hate", "E22990001,2026-29,hate", StringComparison.Ordinal))).ShouldContain("Row 80 is about &#x27;E22990001&#x27;, not about Larkham CSP");
        (await Send(site, changed.Replace("physical,2,,First", "physical,9,,First", StringComparison.Ordinal))).ShouldContain("Row 80, physical: 9 is not on the scale, which goes from 0 to 4");
        (await Send(site, changed.Replace("physical,2,,First", "physical,2,asb.E22990001.2026-09,First", StringComparison.Ordinal))).ShouldContain("is no measure of this area");
    }

    [Fact]
    public async Task The_boards_choice_is_recorded_with_its_reason_and_the_gaps_are_counted()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        (await site.Text("/assessment")).ShouldContain("by pairs");
        const string form = "/assessment/choice?cycle=2026-29";
        (string, string)[] answers = [("cycle", "2026-29"), ("seen", Hidden(await Crawl.Visited(site, form), "seen")), ("wordings", "Domestic abuse\nRoad safety"), ("board", "Quillshire community safety board"), ("by", "Secretary")];
        (await Forms.Fill(site, form, answers, "/assessment/choice")).Status.ShouldBe(422);
        (await Forms.Fill(site, form, [.. answers, ("reason", "Two boards can carry two priorities")], "/assessment/choice")).Status.ShouldBe(302);
        (await Forms.Fill(site, form, [.. answers, ("reason", "Late")], "/assessment/choice")).Status.ShouldBe(409);
        var page = await site.Text("/assessment");
        page.ShouldContain("Two boards can carry two priorities");
        var whole = (await site.Partnership.Records.Thread.All(ThreadKind.Priority)).Where(p => p.Newest.IsWhole).Select(p => (p.Newest.Title, p.State));
        whole.ShouldBe([("Domestic abuse", "agreed"), ("Road safety", "agreed"), ("Anti-social behaviour", "ended"), ("Substance misuse", "ended")]);
        var gaps = await site.Text("/thread");
        gaps.ShouldContain("Missing and broken links (");
        gaps.ShouldContain("is led by nobody");
    }

    private static string Hidden(Visit visit, string name) => visit.Page.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;

    private static async Task<string> Send(LiveSite site, string csv)
    {
        var token = Hidden(await Crawl.Visited(site, Larkham + "/send?cycle=2026-29"), "__RequestVerificationToken");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token, Encoding.UTF8), "__RequestVerificationToken" },
            { new StringContent("2026-29"), "cycle" },
            { new StringContent("Workshop"), "why" },
            { new StringContent("Analyst"), "by" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "scores.csv" },
        };
        using var answer = await site.Client.PostAsync(new Uri(Larkham + "/send", UriKind.Relative), form);
        return (int)answer.StatusCode == 302 ? answer.Headers.Location!.ToString() : await answer.Content.ReadAsStringAsync();
    }
}
