using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>An analyst defines, changes and retires an indicator on a page of a site of their own, and the figures follow without a restart.</summary>
public sealed class IndicatorPageTests
{
    private const string Month = "2026-09";

    private static readonly (string, string)[] Acquisitive =
    [
        ("title", "Burglary and vehicle crime"), ("id", "acquisitive"), ("plural", "burglaries and vehicle crimes"), ("singular", "burglary or vehicle crime"), ("group", "Theft and burglary"),
        ("definition", "Burglary and vehicle crime together."), ("dataset", "police-street"), ("take", "only"), ("categories", "Burglary"), ("categories", "Vehicle crime"),
        ("numerator", "Records of both types"), ("over", "population-1000"), ("polarity", "neutral"), ("seasonal", "yes"), ("smallestLevel", "lsoa"), ("source", "Made up"),
        ("caveats", "One caution.\nAnother."), ("version", "0"), ("basis", "0"), ("by", "Partnership analyst"), ("why", "Asked for by the acquisitive crime group"),
    ];

    [Fact]
    public async Task Defining_versioning_and_retiring_flow_through_to_dashboards_files_and_the_API()
    {
        await using var site = await LiveSite.Of(await DemoHome.Prepared);
        var before = await Rows(site, "burglary,vehicle-crime");
        var check = await Post(site, "/indicators/define?dataset=police-street", [.. Acquisitive, ("act", "check")]);
        (check.Status, check.Page.QuerySelector("h1")!.TextContent).ShouldBe((200, "Check before it is saved"));
        (await Crawl.Visited(site, "/indicators/acquisitive")).Status.ShouldBe(404);
        (await Post(site, "/indicators/define?dataset=police-street", [.. Acquisitive, ("act", "save")])).Headers["Location"].ShouldBe("/indicators/acquisitive?done=saved");
        await CaughtUp(site, "have version 1.");

        var own = (await Rows(site, "acquisitive")).ToDictionary(r => r["area_code"]);
        own.Count.ShouldBeGreaterThan(3);
        foreach (var area in before.GroupBy(r => r["area_code"]))
            double.Parse(own[area.Key]["count"]).ShouldBe(area.Sum(r => double.Parse(r["count"])), area.Key);
        own.Values.First()["edition"].ShouldNotBe(before[0]["edition"]);
        (await site.Text($"/dashboard/E22990001/{Month}")).ShouldContain("Burglary and vehicle crime");
        (await site.Text($"/dashboard/E22990001/{Month}/acquisitive")).ShouldContain("acquisitive, version 1");
        (await site.Text($"/scorecard?month={Month}")).ShouldContain("Burglary and vehicle crime");
        (await site.Text("/indicators.csv")).ShouldContain("acquisitive,1,This partnership,in use");

        await Version2(site);
        await Retire(site);
    }

    [Fact]
    public async Task A_form_that_is_wrong_is_answered_beside_each_field_and_keeps_what_was_written()
    {
        var site = await LiveSites.OfDemo;
        var answer = await Post(site, "/indicators/define?dataset=police-street",
        [
            .. Acquisitive.Where(a => a.Item1 is not ("title" or "id" or "categories" or "polarity" or "by" or "over")),
            ("title", " "), ("id", "Not An Id"), ("polarity", "lower-is-better"), ("over", "records"), ("base", "collisions"), ("from", "July"), ("act", "save"),
        ]);
        answer.Status.ShouldBe(422);
        answer.Page.Title.ShouldStartWith("Error: ");
        var links = answer.Page.QuerySelectorAll(".govuk-error-summary__list a").ToDictionary(a => a.GetAttribute("href")!, a => a.TextContent);
        links.Keys.ShouldBe(["#title", "#id", "#categories", "#from", "#base", "#polarityReason", "#by"]);
        links["#title"].ShouldBe("Title is empty.");
        links["#categories"].ShouldBe("Tick at least one category to count.");
        links["#polarityReason"].ShouldBe("Reason for the polarity: a polarity that is not neutral needs its reason.");
        foreach (var (field, message) in links)
        {
            answer.Page.QuerySelector(field).ShouldNotBeNull(field);
            answer.Page.QuerySelector(field + "-error")!.TextContent.ShouldBe("Error: " + message);
        }
        answer.Page.QuerySelector("#plural")!.GetAttribute("value").ShouldBe("burglaries and vehicle crimes");
        answer.Page.QuerySelector("#source-error").ShouldBeNull();
        (await Post(site, "/indicators/define?dataset=police-street", [.. Acquisitive.Where(a => a.Item1 != "id"), ("id", "asb"), ("act", "save")]))
            .Page.QuerySelector("#id-error")!.TextContent.ShouldContain("There already is an indicator with the id asb.");
    }

    [Fact]
    public async Task The_boxes_to_tick_are_the_categories_of_the_records_held()
    {
        var form = (await Crawl.Visited(await LiveSites.OfDemo, "/indicators/define?dataset=police-street")).Page;
        var boxes = form.QuerySelectorAll("input[name=categories]").Select(b => b.GetAttribute("value")).ToList();
        boxes.ShouldContain("Burglary");
        boxes.ShouldBe(boxes.Distinct().Order(StringComparer.Ordinal));
        form.QuerySelectorAll(".govuk-error-message").ShouldBeEmpty();
        (await Crawl.Visited(await LiveSites.OfDemo, "/indicators/define?dataset=nothing")).Body.ShouldContain("Choose the dataset that holds the records.");
        foreach (var lost in new[] { "/indicators/nothing", "/indicators/asb?version=9", "/indicators/define/nothing", "/indicators/asb/take-back", "/indicators/asb/explode", "/indicators.pdf" })
            (await Crawl.Visited(await LiveSites.OfDemo, lost)).Status.ShouldBe(404, lost);
    }

    private static async Task Version2(LiveSite site)
    {
        (string, string)[] only = [.. Acquisitive.Where(a => a is not ("categories", "Vehicle crime") and not ("version", _) and not ("basis", _) and not ("why", _)), ("version", "1"), ("basis", "1"), ("why", "Vehicles are counted elsewhere")];
        var check = await Post(site, "/indicators/define/acquisitive", [.. only, ("act", "check")]);
        check.Page.QuerySelectorAll("tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent))).ShouldBe(["Categories|Burglary, Vehicle crime|Burglary"]);
        (await Post(site, "/indicators/define/acquisitive", [.. only, ("act", "save")])).Status.ShouldBe(302);
        (await Post(site, "/indicators/define/acquisitive", [.. only, ("act", "save")])).Body.ShouldContain("Somebody else made version 2 of acquisitive in the meantime.");
        await CaughtUp(site, "have version 2.");
        (await Rows(site, "acquisitive")).Sum(r => double.Parse(r["count"])).ShouldBe((await Rows(site, "burglary")).Sum(r => double.Parse(r["count"])));
        var number = int.Parse((await Rows(site, "acquisitive"))[0]["edition"].Split("-e")[1]);
        (await site.Text($"/dashboard/E22990001/{Month}/acquisitive?edition={number}")).ShouldContain("acquisitive, version 2");
        (await site.Text($"/dashboard/E22990001/{Month}/acquisitive?edition={number - 1}")).ShouldContain("acquisitive, version 1");
        var earlier = await site.Text("/indicators/acquisitive?version=1");
        earlier.ShouldContain("What differs between version 1 and version 2");
        earlier.ShouldContain("/indicators/define/acquisitive?like=1");
        (await Crawl.Visited(site, "/indicators/define/acquisitive?like=1")).Page.QuerySelectorAll("input[name=categories][checked]").Select(b => b.GetAttribute("value")).ShouldBe(["Burglary", "Vehicle crime"]);
    }

    private static async Task Retire(LiveSite site)
    {
        (await Post(site, "/indicators/acquisitive/retire", [("why", ""), ("by", "")])).Page.QuerySelectorAll(".govuk-error-summary__list a").Length.ShouldBe(2);
        (await Post(site, "/indicators/acquisitive/retire", [("why", "Nobody reads it"), ("by", "Partnership analyst")])).Headers["Location"].ShouldBe("/indicators/acquisitive?done=retired");
        await CaughtUp(site, "no longer have it.");
        (await Crawl.Visited(site, "/api/v1/measures?indicator=acquisitive")).Status.ShouldBe(400);
        var without = await Forms.Until(site, $"/dashboard/E22990001/{Month}", v => !v.Body.Contains("/acquisitive", StringComparison.Ordinal));
        without.Page.QuerySelector("main")!.TextContent.ShouldContain("Retired: Burglary and vehicle crime. Reason: Nobody reads it.");
        (await Crawl.Visited(site, $"/dashboard/E22990001/{Month}/acquisitive")).Headers["Location"].ShouldBe("/indicators/acquisitive");
        (await site.Text($"/dashboard/E22990001/{Month}/acquisitive?edition=2")).ShouldContain("acquisitive, version 1");
        (await site.Text("/indicators")).ShouldContain("Nobody reads it");
        (await Post(site, "/indicators/acquisitive/take-back", [("why", "Asked for again"), ("by", "Partnership analyst")])).Status.ShouldBe(302);
        await CaughtUp(site, "have version 2.");
    }

    private static Task<Visit> CaughtUp(LiveSite site, string words) =>
        Forms.Until(site, "/indicators/acquisitive", v => v.Page.QuerySelector("main")!.TextContent.Contains(words, StringComparison.Ordinal));

    private static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> Rows(LiveSite site, string indicators) =>
        CsvText.Rows(await site.Text($"/api/v1/measures?indicator={indicators}&level=csp&from={Month}&to={Month}&format=csv"));

    private static Task<Visit> Post(LiveSite site, string path, params IEnumerable<(string, string)> answers) => Forms.Fill(site, path, answers);
}
