using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

public sealed class ScorecardPageTests
{
    [Fact]
    public async Task Counts_are_whole_numbers_and_rates_have_one_decimal()
    {
        var page = (await Crawl.Visited(await LiveSites.OfDemo, "/scorecard?month=2026-08")).Page;
        var headings = page.QuerySelectorAll("main table thead th").Select(h => h.TextContent.Trim()).ToList();
        string[] Column(string title) => [.. page.QuerySelectorAll($"main table tbody tr > *:nth-child({headings.FindIndex(h => h.StartsWith(title, StringComparison.Ordinal)) + 1})").Select(c => c.TextContent.Trim())];
        Column("Outcomes decided").ShouldAllBe(c => c.All(s => char.IsAsciiDigit(s) || s == ','));
        Column("All crime").ShouldAllBe(c => c.IndexOf('.') == c.Length - 2);
        Column("All crime").Length.ShouldBe(6);
    }
}
