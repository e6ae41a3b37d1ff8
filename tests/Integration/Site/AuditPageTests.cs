using System.Net;
using Made.TestKit.Site;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>The page that shows who changed what, and whether the record of it holds.</summary>
public sealed class AuditPageTests
{
    private static Task<PreparedHome> Begun => PreparedHome.Of("begun", async folder =>
        (await MadeCommand.Run("init", "--pack", "demo", "--home", Path.Combine(folder, "home"), "--keys", Path.Combine(folder, "keys"), "--today", "2026-11-22")).Exits(0));

    [Fact]
    public async Task The_newest_changes_are_shown_with_the_state_of_the_chain_and_can_be_narrowed()
    {
        await using var site = await LiveSite.Of(await Begun);
        var page = (await Crawl.Visited(site, "/exchange/audit")).Page;
        page.QuerySelector(".made-answer")!.TextContent.ShouldMatch(@"^Verified to row \d+ on .+: every row follows from the one before\.$");
        var newest = (await site.Partnership.Records.Audit.Newest(0, 1))[0].Number;
        page.QuerySelectorAll("tbody th").Select(h => h.TextContent.Trim()).ShouldBe(Enumerable.Range(0, 50).Select(i => $"{newest - i}"), "newest first, a page of them");
        page.QuerySelector("main")!.TextContent.ShouldContain($"Signed up to row {newest} outside this home");
        var some = (await Crawl.Visited(site, "/exchange/audit?what=pack-adopted")).Page;
        some.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        some.QuerySelector("tbody tr")!.TextContent.ShouldContain("The partnership's pack was taken over");
        (await Crawl.Visited(site, "/exchange/audit?words=nobody+ever")).Page.QuerySelector("main")!.TextContent.ShouldContain("0 rows of what was asked for");
    }

    [Fact]
    public async Task Taking_the_rows_away_as_a_file_leaves_a_row_itself()
    {
        await using var site = await LiveSite.Of(await Begun);
        var rows = CsvText.Rows(await site.Text("/exchange/audit.csv?what=audit-exported"));
        rows.Count.ShouldBe(1);
        rows[0]["section_62"].ShouldBe("disclosure");
        rows[0]["hash"].Length.ShouldBe(64);
        foreach (var kind in new[] { "xlsx", "ods" })
        {
            using var answer = await site.Get($"/exchange/audit.{kind}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_changed_row_is_named_once_the_audit_is_read_again()
    {
        await using var site = await LiveSite.Of(await Begun);
        await site.Text("/exchange/audit");
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(site.Home.Home, "records.db")};Pooling=False"))
        {
            await database.OpenAsync();
            await using var change = database.CreateCommand();
            change.CommandText = "UPDATE changes SET \"by\" = 'somebody else' WHERE number = 2";
            await change.ExecuteNonQueryAsync();
        }
        (await Forms.Fill(site, "/exchange/audit", [])).Status.ShouldBe(302);
        var summary = (await Crawl.Visited(site, "/exchange/audit")).Page.QuerySelector(".govuk-error-summary")!.TextContent;
        summary.ShouldContain("The audit does not hold");
        summary.ShouldContain("Audit row 2 does not follow");
    }
}
