using System.Text.Json;
using Made.Core.Access;
using Made.Core.Register;
using Made.TestKit.Site;
using Made.Web.Accounts;
using Shouldly;
using Xunit;
using Xunit.Abstractions;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Accounts;

/// <summary>
/// Partners' own figures of districts outside a grant. Two counts that no real return would hold are planted there and looked for in every page, file and
/// answer that somebody limited to another district can get at, packed files included.
/// </summary>
public sealed class NarrowedTests(ITestOutputHelper output)
{
    private static readonly string[] Canaries = ["79137", "79,137", "68239", "68,239"];
    private const string Month = "2026-08";

    private static readonly string[] Addresses =
    [
        "/", "/areas/E07990001", "/areas/E07990003", "/areas/E07990005", "/dashboard", $"/dashboard/E22990001/{Month}", $"/dashboard/E22990001/{Month}/deliberate-fires", $"/dashboard/E22990001/{Month}/indicators.csv",
        $"/dashboard/E22990003/{Month}", $"/dashboard/E22990003/{Month}/deliberate-fires", $"/dashboard/E22990003/{Month}/indicators.csv", $"/dashboard/E22990003/{Month}/deliberate-fires/trend.csv", $"/dashboard/E22990003/{Month}/deliberate-fires/trend.svg",
        $"/scorecard?month={Month}&measure=count", $"/scorecard?month={Month}&measure=count&level=district", $"/scorecard?month={Month}&measure=rolling12&level=policing-area", $"/scorecard/{Month}.csv?measure=count", $"/scorecard/{Month}.xlsx?measure=count&level=district", $"/scorecard/{Month}.ods?measure=count",
        $"/exceptions/{Month}", $"/exceptions/{Month}.csv", $"/exceptions/{Month}.xlsx", $"/funnel/deliberate-fires/{Month}", $"/funnel/deliberate-fires/{Month}.csv", $"/funnel/deliberate-fires/{Month}.svg",
        $"/tables?indicator=deliberate-fires&indicator=deliberate-vehicle-fires&level=csp&show=count&to={Month}", $"/tables?indicator=deliberate-fires&level=district&show=count&to={Month}",
        $"/tables/file.csv?indicator=deliberate-fires&level=csp&show=count&to={Month}", $"/tables/file.xlsx?indicator=deliberate-fires&level=district&show=count&to={Month}", $"/tables/file.ods?indicator=deliberate-fires&level=csp&show=count&to={Month}",
        $"/workbench?indicator=deliberate-fires&area=each-csp&to={Month}", $"/workbench?indicator=deliberate-fires&area=E22990003&method=run&to={Month}", $"/workbench/chart.csv?indicator=deliberate-fires&area=E22990003&method=run&to={Month}", $"/workbench/side-by-side.csv?indicator=deliberate-fires&area=each-csp&method=run&to={Month}", $"/workbench/note.txt?indicator=deliberate-fires&area=E22990003&method=run&to={Month}",
        "/indicators", "/indicators/deliberate-fires", "/indicators.csv",
        $"/api/v1/measures?indicator=deliberate-fires&level=district&from={Month}&to={Month}", $"/api/v1/measures?indicator=deliberate-fires&level=csp&from={Month}&to={Month}&format=csv", $"/api/v1/measures?area=E07990003&from={Month}&to={Month}", $"/api/v1/measures?area=E22990005&level=csp&from={Month}&to={Month}",
        $"/hotspots/E22990001/{Month}", $"/near-repeats/E22990001/{Month}?indicator=burglary",
    ];

    private static readonly string[] Found =
    [
        $"/dashboard/E22990003/{Month}", $"/dashboard/E22990003/{Month}/indicators.csv", $"/dashboard/E22990003/{Month}/deliberate-fires/trend.svg", $"/scorecard?month={Month}&measure=count", $"/scorecard/{Month}.xlsx?measure=count&level=district",
        $"/tables/file.csv?indicator=deliberate-fires&level=csp&show=count&to={Month}", $"/tables/file.ods?indicator=deliberate-fires&level=csp&show=count&to={Month}", $"/api/v1/measures?indicator=deliberate-fires&level=district&from={Month}&to={Month}", $"/api/v1/measures?area=E07990003&from={Month}&to={Month}",
    ];

    [Fact]
    public async Task Partners_counts_of_other_districts_appear_nowhere_for_somebody_limited_to_one_and_for_no_visitor()
    {
        var copy = (await DemoHome.Prepared).Copy();
        await Plant(copy);
        PrintPasses passes = null!;
        await using var site = await LiveSite.Over(copy, app => passes = app.Services.GetRequiredService<PrintPasses>());
        await Given.AddAsync(site.Partnership, "manager", new Grant { Role = Role.DistrictManager, Districts = [new AreaCode("E07990001")] }, new Grant { Role = Role.PartnerAnalyst, Districts = [new AreaCode("E07990001")] });
        await Given.AddAsync(site.Partnership, "analyst", new Grant { Role = Role.CountyAnalyst });
        var (manager, analyst) = (await Given.SignedInAsync(site, "manager"), await Given.SignedInAsync(site, "analyst"));

        // The search is seen to find, in pages, charts, plain and packed files and answers of the API.
        (await With("analyst", analyst, copy, Found)).ShouldBe(Found, ignoreOrder: true);
        (await With("manager", manager, copy, Addresses)).ShouldBeEmpty();
        (await With("visitor", Given.Visitor(site), copy, Addresses)).ShouldBeEmpty();
        output.WriteLine($"Planted counts are in {Found.Length} of {Found.Length} answers for a county analyst, in 0 of {Addresses.Length} for somebody limited to another district, in 0 of {Addresses.Length} for a visitor.");

        // What is their own, what is of the whole partnership and what is already public stays.
        (await AreasOf(manager, "deliberate-fires", "district")).ShouldBe(["E07990001"]);
        (await AreasOf(manager, "deliberate-fires", "pan")).Count.ShouldBe(1);
        (await AreasOf(manager, "asb", "district")).Count.ShouldBe((await AreasOf(analyst, "asb", "district")).Count);
        (await AreasOf(Given.Visitor(site), "deliberate-fires", "district")).ShouldBeEmpty();
        (await AreasOf(Given.Visitor(site), "asb", "district")).ShouldNotBeEmpty();
        (await Crawl.Visited(manager, $"/scorecard?month={Month}")).Body.ShouldContain("Of partners&#x27; own figures you see those of Amberwick and of the whole partnership");
        (await Crawl.Visited(analyst, $"/scorecard?month={Month}")).Body.ShouldNotContain("own figures you see those of");

        // A page that is printed for somebody is the page that they see.
        var page = new Uri(site.Address, $"/dashboard/E22990003/{Month}");
        foreach (var (asking, status) in new[] { (Asking.AtTheMachine, 200), (Asking.Visitor, 404) })
        {
            using var printing = new HttpRequestMessage(HttpMethod.Get, page);
            printing.Headers.UserAgent.ParseAdd(passes.Issue(page, asking));
            using var answer = await Given.Visitor(site).Client.SendAsync(printing);
            ((int)answer.StatusCode).ShouldBe(status);
        }
    }

    private static async Task Plant(HomeCopy copy)
    {
        var file = copy.File($"deliberate-fires-{Month}.csv");
        var lines = await File.ReadAllLinesAsync(Path.Combine(await DemoHome.Data(), "indicator-values", Path.GetFileName(file)));
        var (area, count) = (Array.IndexOf(lines[0].Split(','), "area_code"), Array.IndexOf(lines[0].Split(','), "numerator"));
        var planted = lines.Select(l => l.Split(',') is var cells && cells[0] == "deliberate-fires" && cells[area] is "E07990003" or "E07990005"
            ? string.Join(',', cells.Select((c, i) => i != count ? c : cells[area] == "E07990003" ? "79137" : "68239"))
            : l).ToList();
        planted.Count(l => Canaries.Any(l.Contains)).ShouldBe(2);
        await File.WriteAllLinesAsync(file, planted);
        (await copy.Made("intake", "--dataset", "deliberate-fires", file)).Exits(0);
        (await copy.Made("refresh", "--month", Month)).Exits(0);
        File.Delete(file);
    }

    /// <summary>Those of the addresses whose answers hold a planted count.</summary>
    private static async Task<List<string>> With(string name, Caller caller, HomeCopy copy, string[] addresses)
    {
        var folder = Directory.CreateDirectory(copy.File("seen", name)).FullName;
        for (var i = 0; i < addresses.Length; i++)
        {
            using var answer = await caller.Get(addresses[i]);
            ((int)answer.StatusCode).ShouldBeLessThan(500, addresses[i]);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{i:000}"), await answer.Content.ReadAsByteArrayAsync());
        }
        var found = Canaries.SelectMany(c => new DiskScan(c, [c]).In(folder)).Select(f => addresses[int.Parse(f.Where[(f.Where.IndexOf(folder, StringComparison.Ordinal) + folder.Length + 1)..][..3])]);
        return [.. found.Distinct()];
    }

    private static async Task<List<string>> AreasOf(Caller caller, string indicator, string level)
    {
        using var json = JsonDocument.Parse(await caller.Text($"/api/v1/measures?indicator={indicator}&level={level}&from={Month}&to={Month}&format=json"));
        return [.. json.RootElement.EnumerateArray().Select(r => r.GetProperty("area_code").GetString()!).Distinct().Order(StringComparer.Ordinal)];
    }
}
