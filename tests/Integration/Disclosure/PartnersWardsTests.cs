using Made.TestKit.Attack;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Disclosure;

/// <summary>A partner's wards where the lookups do not tell the ward of one small area, over a financial year and the month after it.</summary>
public sealed class PartnersWardsTests
{
    private const string District = "E07990001";

    private static readonly AttackedIndicators Indicators = new(new Dictionary<string, IReadOnlyList<string>> { ["everything"] = ["Common", "Rare"], ["rare"] = ["Rare"] });

    private static readonly IReadOnlyList<(string Lsoa, string Ward, string District)> Geography =
    [
        .. Enumerable.Range(0, 12).Select(i => ($"E01{990100 + i}", $"E05{990010 + i / 2}", i < 8 ? District : "E07990002")), ("E01990150", "", District),
    ];

    private static readonly IReadOnlyList<string> Months = [.. Enumerable.Range(0, 13).Select(m => new DateOnly(2024, 4, 1).AddMonths(m).ToString("yyyy-MM"))];

    private static readonly IReadOnlyList<SecretRecord> Records = [.. Made().Select((r, i) => r with { Id = $"R{i:00000}" })];

    [Fact]
    public async Task Records_of_no_known_ward_have_no_row_and_nothing_follows_of_them()
    {
        using var county = await AttackedCounty.Make(Geography, Indicators);
        await county.Publish(Records, "2025-08-01");
        var copy = new HomeCopy();
        county.CopyInto(copy);
        await using var site = await LiveSite.Over(copy);
        var figures = await PublishedFigures.Read(site, Months[0], Months[^1]);
        figures.ShouldContain(f => f.Level == "ward" && f.IsShown);
        figures.Where(f => f.Row["area_code"].EndsWith("not-determined", StringComparison.Ordinal)).ShouldBeEmpty("a row alone would say that there are records");

        var wardOf = Geography.ToDictionary(g => g.Lsoa, g => g.Ward);
        List<SecretRecord> byWard = [.. Records.Select(r => r with { Place = wardOf[r.Place] })];
        var secret = new Secret(Secret.Wards(Geography), Indicators, byWard, byWard);
        byWard.CountBy(r => (r.Place, r.Kind)).ShouldContain(r => r.Key.Place.Length == 0 && r.Value < 5, "the attack has somebody to find");
        var attack = secret.Attack([.. figures.Where(f => f.Level != "lsoa" && secret.Holds(f))], 0, f => f.IsShown);
        attack.Found.ShouldBeEmpty();
        (await county.Home.Made("audit-disclosure")).Exits(0).Lines[^1].ShouldBe("Nothing hidden could be worked out.");
    }

    [Fact]
    public async Task Wards_are_shown_of_the_newest_financial_year_and_a_table_that_names_no_grain_takes_the_one_offered_first()
    {
        using var county = await AttackedCounty.Make(Geography, Indicators);
        await county.Publish(Records, "2025-08-01");
        var copy = new HomeCopy();
        county.CopyInto(copy);
        await using var site = await LiveSite.Over(copy);
        var page = (await Crawl.Visited(site, $"/dashboard/CSP-{District}/{Months[^1]}/everything")).Page;
        var wards = page.QuerySelectorAll("table")[^1];
        wards.TextContent.ShouldContain("12 months to March 2025");
        wards.QuerySelectorAll("tbody tr").Length.ShouldBe(4);
        wards.QuerySelectorAll("tbody tr td:nth-child(2)").ShouldContain(c => int.Parse(c.TextContent.Trim().Replace(",", "")) > 100);
        (await site.Text($"/dashboard/CSP-{District}/{Months[^1]}")).ShouldContain("everything by ward");

        var card = (await Crawl.Visited(site, $"/scorecard?month={Months[^1]}&area={District}&level=ward")).Page;
        card.QuerySelector(".made-answer")!.TextContent.ShouldContain("Partners' figures of wards are those of the 12 months to March 2025, a financial year.");
        card.QuerySelectorAll(".made-scorecard thead th").ShouldContain(h => h.TextContent.Contains("12 months to March 2025"));
        card.QuerySelectorAll(".made-scorecard tbody tr").Length.ShouldBe(4);
        (await site.Text($"/scorecard?month={Months[^1]}&area={District}&level=ward&measure=count")).ShouldContain(wards.QuerySelector("tbody tr td:nth-child(2)")!.TextContent.Trim());

        (await site.Text("/tables?indicator=everything")).ShouldContain("everything in 6 wards, 12 months to March 2025");
        (await site.Text("/tables?indicator=everything&level=district&period=month")).ShouldContain("everything in 2 districts");
        var tooFine = (await Crawl.Visited(site, "/tables?indicator=everything&level=ward&period=month")).Page;
        var instead = tooFine.QuerySelector(".govuk-inset-text a")!;
        (await site.Text(instead.GetAttribute("href")!)).ShouldContain("everything in 6 wards, 12 months to March 2025");
        (await county.Home.Made("audit-disclosure")).Exits(0).Output.ShouldContain("everything: wards by 12 months to March");
    }

    /// <summary>Enough of the common kind everywhere, one of the rare kind here and there, and three of it where no ward is known.</summary>
    private static IEnumerable<SecretRecord> Made()
    {
        foreach (var (month, m) in Months.Select((month, m) => (month, m)))
        {
            foreach (var (place, p) in Geography.Where(g => g.Ward.Length > 0).Select((g, p) => (g.Lsoa, p)))
            {
                for (var n = 0; n < 14 + ((p * 7 + m * 5) % 9); n++)
                    yield return new("", place, month, "Common");
                for (var n = 0; n < (p + m) % 3; n++)
                    yield return new("", place, month, "Rare");
            }
        }
        for (var n = 0; n < 3; n++)
            yield return new("", "E01990150", Months[2], "Rare");
    }
}
