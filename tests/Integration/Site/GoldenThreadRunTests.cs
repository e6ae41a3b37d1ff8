using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Made.Core.GoldenThread;
using Made.TestKit.Attack;
using Made.TestKit.Intake;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>
/// The whole line through the pages alone, from an empty home with the pack of Lancashire and synthetic records: data, measures, scores, ranking, priorities, agreement, scorecard,
/// exception, recovery plan, and back. Skipped where the lookups are not beside this checkout.
/// </summary>
public sealed class GoldenThreadRunTests
{
    private const string Burnley = "E22000152";
    private const string BurnleyDistrict = "E07000117";
    private const string Cycle = "2026-29";
    private static readonly (string, string)[] Signed = [("why", "Meeting of 20 November"), ("by", "Secretary of the board")];

    [Fact]
    public async Task From_a_partners_file_to_a_closed_plan_and_back_to_the_measure_it_began_with()
    {
        if (await OpenDataHome.Empty() is not { } prepared)
            return;
        await using var site = await LiveSite.Of(prepared);

        // Data and measures.
        await Send(site, Enumerable.Range(0, 43).Select(i => new Core.Calendar.Month(2023, 1).Plus(i)), spike: false);
        var dashboard = await Forms.Until(site, $"/dashboard/{Burnley}/2026-07/asb", v => v.Status == 200);
        dashboard.Page.QuerySelector("main")!.TextContent.ShouldContain("anti-social behaviour incidents in July 2026");
        (await site.Text("/recovery")).ShouldContain("Nothing has been opened yet");

        // Scores, ranking, priorities of the area and of the county.
        await Score(site, "anti-social-behaviour", "4");
        await Score(site, "acquisitive-crime", "1");
        var seen = ("seen", "0");
        Sent(await Forms.Fill(site, $"/assessment/{Burnley}/agree?cycle={Cycle}", [("cycle", Cycle), seen, .. Signed], $"/assessment/{Burnley}/agree"));
        Sent(await Forms.Fill(site, $"/assessment/{Burnley}/priority?cycle={Cycle}", [("cycle", Cycle), seen, ("position", "1"), ("wording", "Anti-social behaviour"), .. Signed], $"/assessment/{Burnley}/priority"));
        Sent(await Forms.Fill(site, $"/assessment/choice?cycle={Cycle}", [("cycle", Cycle), seen, ("wordings", "Anti-social behaviour"), ("board", "Public Service Board"), ("reason", "First in the one ranking there is"), ("by", "Secretary")], "/assessment/choice"));

        // The agreement, with a lead, an activity and its approval.
        var county = (await Crawl.Visited(site, $"/assessment?cycle={Cycle}")).Page.QuerySelectorAll("main ol a").Single(a => a.TextContent == "Anti-social behaviour").GetAttribute("href")!.Split('/')[^1];
        var agreement = Sent(await Forms.Fill(site, "/agreement/write",
        [
            ("title", "Agreement of the run"), ("cycle", Cycle), ("from", "2026-04-01"), ("to", "2029-03-31"), ("text", "# Why\nSynthetic records say so."), ("priorities", county), ("terms", "crime-reduces"),
            ("lead-anti-social-behaviour", "lancashire-public-service-board"), ("mechanism-anti-social-behaviour", "Reported every month"), ("chain", "Approved by the board *"), seen, .. Signed,
        ])).Split('?')[0];
        Sent(await Forms.Fill(site, agreement + "/activity", [("text", "Patrols at weekends"), ("priorities", county), ("terms", "crime-reduces"), ("leads", "lancashire-public-service-board"), seen, .. Signed]));
        await Step(site, $"/thread/agreement/{agreement.Split('/')[^1]}/step", "approved-by-the-board");
        (await site.Text(agreement)).ShouldContain("It is approved: the last stage was passed on");

        // The scorecard of a month: a target, the status by rule, one that people set with a second person, and the month as it stood before.
        var card = $"/scorecard/outcomes/{Burnley}";
        await Says(site, card, "no target says what is wanted");
        var asked = $"{card}/target?outcome=crime-reduces&indicator=asb";
        Sent(await Forms.Fill(site, asked, [.. await Filled(site, asked), ("better", "Decrease"), ("trajectory", "2026-04 20\n2029-03 15"), ("source", "Agreement of the run"), .. Signed]));
        await Says(site, card, "It has changed for the better beyond chance, and lies still beyond the trajectory of at most 20.");
        (await Forms.Fill(site, asked, [("outcome", "crime-reduces"), ("indicator", "asb"), seen, ("better", "Decrease"), ("trajectory", "2026-04 20"), ("source", "Late"), .. Signed])).ShouldSatisfyAllConditions(
            v => v.Status.ShouldBe(409), v => v.Page.QuerySelector("input[name=source]")!.GetAttribute("value").ShouldBe("Late"));
        var other = $"{card}/status?outcome=crime-reduces&indicator=asb&month=2026-07";
        (await Forms.Fill(site, other, [.. await Filled(site, other), ("stated", "Uncertain"), ("by", "Analyst")])).Status.ShouldBe(422);
        Sent(await Forms.Fill(site, other, [.. await Filled(site, other), ("stated", "Uncertain"), ("reason", "A new way of recording began"), ("by", "Analyst")]));
        await Says(site, card, "not approved, so the rule's status stands");
        var status = (await Crawl.Visited(site, card)).Page.QuerySelectorAll("a[href^='/thread/status/']").Single().GetAttribute("href")!;
        var own = await Crawl.Visited(site, status + "/step");
        (await Forms.Fill(site, status + "/step", [("act", Processes.Approve), ("day", "2026-11-22"), ("seen", Value(own, "seen")), ("why", "Mine"), ("by", "Analyst")])).Body.ShouldContain("is approved by somebody other than who proposed it");
        await Step(site, status + "/step", Processes.Approve);
        await Says(site, card, "Set by people to may be met or missed, where the rule says improving, not yet on track: A new way of recording began");
        var then = Card(await Crawl.Visited(site, card + "?month=2026-07"));

        // The exception, opened by a release by hand: the same rules as where nobody checks.
        Sent(await Forms.Fill(site, "/editions/automatic", [("csp", Burnley), ("setting", "checked"), ("from", "2026-11-22"), .. Signed]));
        await Send(site, [new(2026, 8)], spike: true);
        await Release(site, "2026-08");
        var recovery = await Forms.Until(site, "/recovery", v => v.Body.Contains("Anti-social behaviour, Burnley, August 2026", StringComparison.Ordinal));
        var exception = recovery.Page.QuerySelectorAll("main li a").Single(a => a.TextContent == "Anti-social behaviour, Burnley, August 2026").GetAttribute("href")!;
        var id = exception.Split('/')[^1];
        (await site.Text(card + "?month=2026-08")).ShouldContain("An exception is open: Anti-social behaviour, Burnley, August 2026.");
        await Step(site, $"/thread/exception/{id}/step", Processes.Real);
        (await site.Text(exception)).ShouldContain("A recovery plan is owed by Lancashire Public Service Board as county strategy group: asked today");

        // The plan, the data that recover, and its end by its rule.
        Sent(await Forms.Fill(site, exception + "/plan",
        [
            ("causes", "A fair that stayed"), ("partners", "Police and council"), ("actions", "Patrols"), ("resources", "Two officers"), ("trajectory", "2026-09 60\n2026-10 50"), ("atmost", "50"), ("months", "2"), seen, .. Signed,
        ]));
        foreach (var act in new[] { Processes.Submit, Processes.Accept })
            await Step(site, $"/thread/plan/{id}/step", act);
        var page = await Crawl.Visited(site, $"/thread/plan/{id}/step");
        (await Forms.Fill(site, $"/thread/plan/{id}/step", [("act", Processes.Close), ("day", "2026-11-22"), ("seen", Value(page, "seen")), .. Signed])).Body.ShouldContain("so far it is for 0");
        await Send(site, [new(2026, 9), new(2026, 10)], spike: false);
        await Release(site, "2026-10");
        await Forms.Until(site, exception, v => v.Body.Contains("so far it is for 2", StringComparison.Ordinal));
        await Step(site, $"/thread/plan/{id}/step", Processes.Close);
        (await site.Text(exception)).ShouldContain("Its recovery plan is closed.");

        // July reads as it did, whatever came since.
        Card(await Crawl.Visited(site, card + "?month=2026-07")).ShouldBe(then);

        // Back along the thread, by links of the pages alone.
        var at = (await Crawl.Visited(site, $"/thread/plan/{id}")).Page.QuerySelectorAll("#follows-decision + ul a").Single(a => a.TextContent.StartsWith("Close it", StringComparison.Ordinal)).GetAttribute("href")!;
        foreach (var kind in new[] { "plan", "exception", "priority", "ranking", "score", "measure" })
            at = await Next(site, at, kind, said: kind == "score" ? "Anti-social" : "");
        (await Crawl.Visited(site, at)).Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldContain(h => h!.StartsWith($"/dashboard/{Burnley}/2026-07/asb", StringComparison.Ordinal));
        // And from the county's priority to who does what.
        var whole = await Next(site, $"/thread/priority/{county}", "agreement", ground: false);
        foreach (var kind in new[] { "activity", "lead", "decision" })
            await Next(site, whole, kind, ground: false);
        (await Crawl.Visited(site, await Next(site, await Next(site, $"/thread/exception/{id}", "priority"), "priority", ground: false))).Page.QuerySelector("h1")!.TextContent.ShouldContain("Anti-social behaviour");
        (await site.Text("/thread")).ShouldContain("0 links lead nowhere");
    }

    private static async Task Says(LiveSite site, string card, string words)
    {
        var said = string.Join(' ', Card(await Crawl.Visited(site, card)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        said.Contains(words, StringComparison.Ordinal).ShouldBeTrue($"'{words}' is not on {card}: {said}");
    }

    private static string Card(Visit visit) => visit.Page.QuerySelector("#card")!.TextContent;

    private static async Task<string> Next(LiveSite site, string from, string kind, bool ground = true, string said = "")
    {
        var visit = await Crawl.Visited(site, from);
        visit.Status.ShouldBe(200, from);
        return visit.Page.QuerySelectorAll($"#{(ground ? "ground" : "follows")}-{kind} + ul a").FirstOrDefault(a => a.TextContent.StartsWith(said, StringComparison.Ordinal))?.GetAttribute("href") ?? throw new InvalidOperationException($"{from} leads to no {kind}: {visit.Page.QuerySelector("main")!.TextContent}");
    }

    private static async Task Score(LiveSite site, string issue, string value)
    {
        var form = $"/assessment/{Burnley}/score?cycle={Cycle}&issue={issue}&scorer=analyst";
        Sent(await Forms.Fill(site, form,
        [
            .. await Filled(site, form), ("confidence", "High"), .. Signed,
            .. new[] { "physical", "psychological", "financial", "community", "expectation", "volume", "trend", "vulnerability" }.Select(c => ($"value-{c}", value)),
        ], $"/assessment/{Burnley}/score"));
    }

    private static async Task Step(LiveSite site, string path, string act)
    {
        var page = await Crawl.Visited(site, path);
        Sent(await Forms.Fill(site, path, [("act", act), ("day", Value(page, "day")), ("seen", Value(page, "seen")), .. Signed]));
    }

    private static async Task Release(LiveSite site, string month)
    {
        var page = await Forms.Until(site, $"/drafts/{month}/release", v => v.Status == 200);
        Sent(await Forms.Fill(site, $"/drafts/{month}/release", [("when", "now"), ("number", Value(page, "number")), .. Signed]));
    }

    private static async Task<IReadOnlyList<(string, string)>> Filled(LiveSite site, string path) =>
        [.. (await Crawl.Visited(site, path)).Page.QuerySelectorAll("main input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Where(i => i.Item1 != "__RequestVerificationToken")];

    private static string Value(Visit visit, string name) => visit.Page.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;

    /// <summary>Where a form that was taken leads to.</summary>
    private static string Sent(Visit answer) => answer.Status == 302 ? answer.Headers["Location"]
        : throw new InvalidOperationException($"{answer.Path} answered {answer.Status}: {answer.Page.QuerySelector(".govuk-error-summary")?.TextContent}");

    /// <summary>A file for each month, in one archive: about 40 incidents and 15 burglaries a district, in the spike 130 incidents in one.</summary>
    private static async Task Send(LiveSite site, IEnumerable<Core.Calendar.Month> months, bool spike)
    {
        var places = StreetRecords.Geography(SharedFiles.Folder("data")!, "lancashire").GroupBy(g => g.District).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (District: g.Key, g.First().Lsoa)).ToList();
        places.Count.ShouldBe(14);
        var archive = site.Home.File($"street-{months.Last()}.zip");
        await using (var zip = await ZipFile.OpenAsync(archive, ZipArchiveMode.Create))
            foreach (var month in months)
            {
                await using var file = await zip.CreateEntry($"{month}-lancashire-street.csv", CompressionLevel.Fastest).OpenAsync();
                await file.WriteAsync(Encoding.UTF8.GetBytes(Rows(month, places, spike)));
            }
        var job = await Forms.Upload(site, "police-street", archive);
        job.ShouldStartWith("/exchange/jobs/");
        await Forms.Until(site, job, v => v.Body.Contains("/exchange/receipts/", StringComparison.Ordinal) && !v.Body.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal));
    }

    private static int Noise(Core.Calendar.Month month, int seed, int below) => SHA256.HashData(Encoding.UTF8.GetBytes($"{month} {seed}"))[0] % below;

    private static string Rows(Core.Calendar.Month month, List<(string District, string Lsoa)> places, bool spike)
    {
        var text = new StringBuilder("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\n");
        void Row(string key, string lsoa, string type) => text.Append(CultureInfo.InvariantCulture, $"{key},{month},Lancashire Constabulary,Lancashire Constabulary,-2.457164,53.758950,On or near Made Up Street,{lsoa},Synthetic,{type},,\n");
        for (var d = 0; d < places.Count; d++)
        {
            var incidents = spike && places[d].District == BurnleyDistrict ? 130 : 36 + Noise(month, d, 9);
            for (var n = 0; n < incidents; n++)
                Row("", places[d].Lsoa, "Anti-social behaviour");
            for (var n = 0; n < 12 + Noise(month, d + 100, 7); n++)
                Row(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{month} {d} {n}"))), places[d].Lsoa, "Burglary");
        }
        return text.ToString();
    }
}
