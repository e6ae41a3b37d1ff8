using System.Text.RegularExpressions;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>
/// The fire service's counts of 1 to 4 are a partner's own and hidden. What is true is read from the service's own files; what is shown, from every place
/// that shows it.
/// </summary>
public sealed partial class DisclosureTests
{
    private static readonly string[] Indicators = ["deliberate-fires", "deliberate-vehicle-fires"];

    [Fact]
    public async Task The_api_hides_each_small_count_at_every_level_and_all_it_could_be_computed_from()
    {
        var truth = await Truth();
        truth.Values.Count(IsSmall).ShouldBeGreaterThan(100, "the county is drawn with many small counts");
        foreach (var level in new[] { "district", "csp", "policing-area", "county", "pan", "force" })
        {
            var rows = CsvText.Rows(await (await LiveSites.OfDemo).Text($"/api/v1/measures?indicator={string.Join(',', Indicators)}&level={level}&from=2021-10&to=2026-09&format=csv"));
            foreach (var row in rows)
            {
                var what = $"{row["indicator"]} {row["area_code"]} {row["period"]}";
                (row["count"].Length > 0 && IsSmall(double.Parse(row["count"]))).ShouldBeFalse(what);
                if (level != "district" || !truth.TryGetValue((row["indicator"], row["area_code"], row["period"]), out var known) || !IsSmall(known))
                    continue;
                row["absence"].ShouldBe("suppressed", what);
                foreach (var column in new[] { "count", "value", "lower95", "upper95", "change_year", "comparison", "variation" })
                    row[column].ShouldBeEmpty($"{what}, {column}");
            }
            // A shown count with a change would give the hidden count of the year before.
            foreach (var row in rows.Where(r => level == "district" && r["change_year"].Length > 0))
                if (truth.TryGetValue((row["indicator"], row["area_code"], YearBefore(row["period"])), out var before))
                    IsSmall(before).ShouldBeFalse($"{row["indicator"]} {row["area_code"]} {row["period"]} gives the year before away");
        }
    }

    [Fact]
    public async Task No_page_table_or_picture_of_a_partnership_shows_a_small_count()
    {
        var (site, truth) = (await LiveSites.OfDemo, await Truth());
        // Partnerships of one district, whose figures are the district's own.
        foreach (var (csp, district) in new[] { ("E22990001", "E07990001"), ("E22990003", "E07990003"), ("E22990005", "E07990006") })
            foreach (var indicator in Indicators)
                await Check(site, truth, csp, district, indicator, "2026-08");
        await Check(site, truth, "E22990002", "E07990002", "deliberate-vehicle-fires", "2026-08");
    }

    private static async Task Check(LiveSite site, Dictionary<(string Indicator, string Area, string Month), double> truth, string csp, string district, string indicator, string month)
    {
        var visit = await Crawl.Visited(site, $"/dashboard/{csp}/{month}");
        var row = visit.Page.QuerySelectorAll("tr").First(r => r.QuerySelector($"th a[href$='/{indicator}']") is not null);
        foreach (var cell in row.QuerySelectorAll("td.govuk-table__cell--numeric").Take(2))
            SmallNumber().IsMatch(cell.TextContent.Trim()).ShouldBeFalse($"{csp} {month} {indicator}: {cell.TextContent}");
        foreach (var value in row.QuerySelectorAll("[data-sort-value]").Take(2).Select(c => c.GetAttribute("data-sort-value")!.Trim()))
            SmallNumber().IsMatch(value).ShouldBeFalse($"{csp} {month} {indicator} sorts by {value}");
        var page = await Crawl.Visited(site, $"/dashboard/{csp}/{month}/{indicator}");
        var trend = await Crawl.Visited(site, $"/dashboard/{csp}/{month}/{indicator}/trend.csv");
        page.Status.ShouldBe(200);
        if (trend.Status == 404)
            return;
        foreach (var line in CsvText.Rows(trend.Body))
        {
            var code = MonthCode(line["Month"]);
            var shown = line.Values.Skip(1).First();
            if (truth.TryGetValue((indicator, district, code), out var known) && IsSmall(known))
                double.TryParse(shown, out _).ShouldBeFalse($"{csp} {indicator} {code} shows {shown}");
        }
        var hidden = CsvText.Rows(trend.Body).Count(l => truth.TryGetValue((indicator, district, MonthCode(l["Month"])), out var known) && IsSmall(known));
        var picture = (await Crawl.Visited(site, $"/dashboard/{csp}/{month}/{indicator}/trend.svg")).Body;
        if (hidden > 0)
            picture.ShouldContain("suppressed", Case.Insensitive, $"{csp} {indicator}");
    }

    /// <summary>Count by indicator, district and month, from the files that the service sent.</summary>
    internal static async Task<Dictionary<(string Indicator, string Area, string Month), double>> Truth()
    {
        var truth = new Dictionary<(string, string, string), double>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(await DemoHome.Data(), "indicator-values")))
            foreach (var row in CsvText.Rows(file.EndsWith(".gz", StringComparison.Ordinal) ? await BadFiles.Text(file) : await File.ReadAllTextAsync(file)))
                if (row["numerator"].Length > 0)
                    truth[(row["indicator"], row["area_code"], row["period_start"][..7])] = double.Parse(row["numerator"]);
        return truth;
    }

    private static bool IsSmall(double count) => count is > 0 and < 5;

    private static string YearBefore(string month) => $"{int.Parse(month[..4]) - 1}{month[4..]}";

    private static string MonthCode(string name) => DateOnly.ParseExact("1 " + name, "d MMMM yyyy").ToString("yyyy-MM");

    [GeneratedRegex("^[1-4](\\.0)?$")]
    private static partial Regex SmallNumber();
}
