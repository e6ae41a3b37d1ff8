using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>A supplier checks a file, sends it, sends what was refused again corrected, and states that there was nothing: on one site of its own.</summary>
public sealed class SendingTests
{
    [Fact]
    public async Task A_file_is_checked_without_a_trace_then_sent_and_its_refused_rows_complete_it()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        var lines = await File.ReadAllLinesAsync(Path.Combine(await DemoHome.Data(), "partners", "council-asb-2026-08.csv"));
        var good = lines.Length - 1;
        foreach (var (row, wrong) in new[] { (3, "neither of them"), (5, "noise and litter"), (8, "still another") })
            lines[row] = string.Join(',', lines[row].Split(',').Select((cell, i) => i == 1 ? wrong : cell));
        var file = site.Home.File("council-asb-2026-08.csv");
        await File.WriteAllLinesAsync(file, lines);

        var before = await StateAsync(site);
        var check = await DoneAsync(site, await Forms.Check(site, "council-asb", file));
        var said = check.Page.QuerySelector("main")!.TextContent;
        said.ShouldContain("The file would be accepted, but 3 rows were rejected.");
        said.ShouldContain("unknown-code");
        var toCorrect = await RefusedRowsAsync(site, check);
        toCorrect.Count.ShouldBe(3);
        toCorrect[0]["What was wrong"].ShouldStartWith("Row 4, column \"kind\": this is not one of the values");
        toCorrect[0]["kind"].ShouldBe("neither of them");
        (await StateAsync(site)).ShouldBe(before);
        (await site.Partnership.Records.Audit.Newest(0, 20)).ShouldContain(c => c.What == "file-checked" && c.Subject == "council-asb");
        (await Crawl.Visited(site, $"/exchange/jobs/{Guid.NewGuid()}")).Status.ShouldBe(404);

        var sent = await DoneAsync(site, await Forms.Upload(site, "council-asb", file));
        var receipt = await Crawl.Visited(site, sent.Page.QuerySelector("a[href^='/exchange/receipts/']")!.GetAttribute("href")!);
        receipt.Page.QuerySelector("main")!.TextContent.ShouldContain("the rows complete council-asb-2026-08-r1");
        (await RefusedRowsAsync(site, receipt)).Select(r => r["kind"]).ShouldBe(["neither of them", "noise and litter", "still another"]);
        var corrections = site.Home.File("council-asb-2026-08-refused-rows.csv");
        await File.WriteAllTextAsync(corrections, (await RowsTextAsync(site, receipt)).Replace("neither of them", "noise").Replace("noise and litter", "begging").Replace("still another", "other"));
        (await Sentence(site, await Forms.Upload(site, "council-asb", corrections))).ShouldContain("council-asb-2026-08-r2");
        var completed = (await site.Partnership.Supplies.Current("council-asb")).Single();
        (completed.Stored, completed.Revision, completed.File).ShouldBe((good, 2, "council-asb-2026-08-refused-rows.csv"));
        (await Sentence(site, await Forms.Upload(site, "council-asb", corrections))).ShouldContain("already held");
        // A whole file with the added column in it is no correction: it would count every record twice.
        await File.WriteAllLinesAsync(corrections, lines.Select((l, i) => i == 0 ? $"{l},What was wrong" : $"{l},"));
        (await Crawl.Visited(site, await ReceiptAsync(site, await Forms.Upload(site, "council-asb", corrections)))).Body.ShouldContain("nothing-to-complete");
        // The cube is counted from the facts of both, and adds up to them.
        await RefreshedAsync(site);
        (await site.Home.Made("verify")).Exits(0);
    }

    [Fact]
    public async Task Refused_figures_of_an_aggregate_feed_complete_it_too()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        var whole = await File.ReadAllTextAsync(Path.Combine(await DemoHome.Data(), "indicator-values", "deliberate-fires-2026-08.csv"));
        var file = site.Home.File("deliberate-fires-2026-08.csv");
        await File.WriteAllTextAsync(file, whole.Replace(",11,114095,", ",eleven,114095,", StringComparison.Ordinal));
        var receipt = await Crawl.Visited(site, await ReceiptAsync(site, await Forms.Upload(site, "deliberate-fires", file)));
        receipt.Page.QuerySelector("main")!.TextContent.ShouldContain("the rows complete deliberate-fires-2026-08-r1");
        (await RefusedRowsAsync(site, receipt)).Single()["numerator"].ShouldBe("eleven");
        var corrections = site.Home.File("deliberate-fires-2026-08-refused-rows.csv");
        await File.WriteAllTextAsync(corrections, (await RowsTextAsync(site, receipt)).Replace(",eleven,", ",11,", StringComparison.Ordinal));
        (await Sentence(site, await Forms.Upload(site, "deliberate-fires", corrections))).ShouldContain("deliberate-fires-2026-08-r2");
        await RefreshedAsync(site);
        var counted = (await site.Home.Made("measures", "--indicator", "deliberate-fires", "--level", "district", "--area", "E07990001,E07990003", "--from", "2026-08", "--to", "2026-08", "--format", "csv")).Exits(0);
        counted.Rows.Select(r => r["count"]).ShouldBe(["11", "5"]);
        (await site.Home.Made("verify")).Exits(0);
    }

    [Fact]
    public async Task A_part_of_a_month_is_called_provisional_wherever_its_figures_stand()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        var lines = await File.ReadAllLinesAsync(Path.Combine(await DemoHome.Data(), "partners", "council-asb-2026-08.csv"));
        var file = site.Home.File("council-asb-2026-08.csv");
        await File.WriteAllLinesAsync(file, lines.Where((l, i) => i == 0 || string.CompareOrdinal(l.Split(',')[2], "2026-08-12") < 0));
        (await Sentence(site, await Forms.Upload(site, "council-asb", file))).ShouldContain("council-asb-2026-08-r1, provisionally");
        (await site.Home.Made("nil-return", "--dataset", "deliberate-fires", "--month", "2026-08", "--reason", "Told by telephone")).Exits(0);
        await RefreshedAsync(site);
        const string said = "council-asb-2026-08-r1 holds a part of its month, or may.";
        foreach (var path in new[] { "/dashboard/E22990001/2026-08", "/dashboard/E22990001/2026-08/council-asb", "/scorecard?month=2026-08" })
            (await site.Text(path)).ShouldContain(said, customMessage: path);
        (await site.Text("/dashboard/E22990001/2026-08/deliberate-fires")).ShouldNotContain("holds a part of its month");
    }

    [Fact]
    public async Task A_nil_return_is_a_true_zero_until_a_file_takes_its_place()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        var page = await Crawl.Visited(site, "/exchange/datasets/council-asb/nil-return");
        page.Page.QuerySelectorAll("select#month option").Select(o => o.GetAttribute("value")).First().ShouldBe("2026-10");
        var refused = await Forms.Fill(site, "/exchange/datasets/council-asb/nil-return", [("month", "2026-11"), ("reason", "Searched")]);
        (refused.Status, refused.Body.Contains("November 2026 is not over", StringComparison.Ordinal)).ShouldBe((422, true));
        var stated = await Forms.Fill(site, "/exchange/datasets/council-asb/nil-return", [("month", "2026-08"), ("reason", "The case system was searched")]);
        (stated.Status, stated.Headers["Location"].StartsWith("/exchange/receipts/", StringComparison.Ordinal)).ShouldBe((302, true));
        (await Crawl.Visited(site, stated.Headers["Location"])).Body.ShouldContain("a true zero for 2026-08");
        (await site.Home.Made("nil-return", "--dataset", "deliberate-fires", "--month", "2026-08", "--reason", "Told by telephone")).Exits(0).Output.ShouldContain("deliberate-fires-2026-08-r1");
        (await site.Home.Made("nil-return", "--dataset", "police-street", "--month", "2026-08", "--reason", "None")).Exits(1);
        await RefreshedAsync(site);
        (await Count(site, "council-asb", "2026-08")).ShouldBe("0");
        (await Count(site, "deliberate-fires", "2026-08")).ShouldBe("0");
        var dashboard = (await Crawl.Visited(site, "/dashboard/E22990001/2026-08")).Page.QuerySelector("#quality + ul")!.TextContent;
        dashboard.ShouldContain("stated that there was nothing to report (council-asb-2026-08-r1)");

        (await Sentence(site, await Forms.Upload(site, "council-asb", Path.Combine(await DemoHome.Data(), "partners", "council-asb-2026-08.csv")))).ShouldContain("council-asb-2026-08-r2");
        using var withdrawn = await Forms.Send(site, "/exchange/supplies/council-asb-2026-08-r2/withdraw", "reason", "Sent in error");
        (await site.Partnership.Supplies.Current("council-asb")).Single().IsNil.ShouldBeTrue();
    }

    [Fact]
    public async Task A_column_and_a_value_are_said_once_and_remembered_for_page_and_command_until_they_are_removed()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        var lines = await File.ReadAllLinesAsync(Path.Combine(await DemoHome.Data(), "partners", "council-asb-2026-08.csv"));
        lines[0] = lines[0].Replace("report_date", "Date reported", StringComparison.Ordinal);
        lines[4] = string.Join(',', lines[4].Split(',').Select((cell, i) => i == 1 ? "Dog fouling" : cell));
        var file = site.Home.File("council-asb-2026-08.csv");
        await File.WriteAllLinesAsync(file, lines);

        await AnswerAsync(site, await DoneAsync(site, await Forms.Check(site, "council-asb", file)), "Date reported");
        var second = await DoneAsync(site, await Forms.Check(site, "council-asb", file));
        second.Page.QuerySelector("#chosen-0-hint")!.TextContent.ShouldContain("Most alike: litter and dog fouling.");
        await AnswerAsync(site, second, "litter and dog fouling");
        (await DoneAsync(site, await Forms.Check(site, "council-asb", file))).Page.QuerySelector(".made-answer")!.TextContent.ShouldBe("The file would be accepted as it is.");
        (await site.Home.Made("intake", "--dataset", "council-asb", file, "--json")).Exits(0).Json[0].GetProperty("rejected").GetInt64().ShouldBe(0);

        var names = await Crawl.Visited(site, "/exchange/datasets/council-asb/names");
        names.Page.QuerySelector("tbody")!.TextContent.ShouldContain("Date reported");
        var first = names.Page.QuerySelector("input[name=remove]")!.GetAttribute("value")!;
        (await Forms.Fill(site, "/exchange/datasets/council-asb/names", [("remove", first)])).Status.ShouldBe(302);
        (await Forms.Fill(site, "/exchange/datasets/council-asb/names", [("remove", first)])).Status.ShouldBe(409);
        (await site.Home.Made("intake", "--check", "--dataset", "council-asb", file)).Exits(1).Output.ShouldContain("would be refused");
        (await site.Partnership.Records.Audit.Newest(0, 50)).Count(c => c.What is "mapping-kept" or "mapping-removed").ShouldBe(3);
    }

    private static async Task AnswerAsync(LiveSite site, Visit check, string chosen)
    {
        var form = check.Page.QuerySelector("form[action$='/names']")!;
        string Of(string name) => form.QuerySelector($"[name={name}]")!.GetAttribute("value") ?? "";
        form.QuerySelectorAll("select option").Select(o => o.GetAttribute("value")).ShouldContain(chosen);
        var answered = await Forms.Fill(site, "/exchange/datasets/council-asb", [("kind", Of("kind")), ("column", Of("column")), ("sent", Of("sent")), ("chosen", chosen)], form.GetAttribute("action"));
        answered.Status.ShouldBe(302, answered.Body);
    }

    private static async Task<string> StateAsync(LiveSite site) => string.Join('|',
        await site.Partnership.Receipts.Count(), (await site.Partnership.Supplies.Register()).Count, (await site.Partnership.Records.Originals.All()).Count,
        Directory.EnumerateFiles(site.Home.File("home", "supplies"), "*", SearchOption.AllDirectories).Count(), Directory.EnumerateFiles(site.Home.File("home", "cubes"), "*", SearchOption.AllDirectories).Count());

    private static Task<Visit> DoneAsync(LiveSite site, string job) => Forms.Until(site, job, v => !v.Body.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal));

    private static async Task<string> ReceiptAsync(LiveSite site, string job) =>
        (await DoneAsync(site, job)).Page.QuerySelector("a[href^='/exchange/receipts/']")!.GetAttribute("href")!;

    private static async Task<string> Sentence(LiveSite site, string job) => (await Crawl.Visited(site, await ReceiptAsync(site, job))).Page.QuerySelector(".made-answer")!.TextContent;

    private static Task<string> RowsTextAsync(LiveSite site, Visit page) => site.Text(page.Page.QuerySelector("a[href^='/exchange/jobs/'][download]")!.GetAttribute("href")!);

    private static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> RefusedRowsAsync(LiveSite site, Visit page) => CsvText.Rows(await RowsTextAsync(site, page));

    /// <summary>Over the whole county, where nothing is small.</summary>
    /// <summary>The site builds by itself, too: where it is at it, that is waited for.</summary>
    private static async Task RefreshedAsync(LiveSite site)
    {
        while (await site.Home.Made("refresh") is { ExitCode: not 0 } run)
        {
            run.Messages.ShouldContain("already-running");
            await Task.Delay(200);
        }
    }

    private static async Task<string> Count(LiveSite site, string indicator, string month)
    {
        var rows = (await site.Home.Made("measures", "--indicator", indicator, "--area", "QUILL-7", "--level", "pan", "--from", month, "--to", month, "--format", "csv")).Exits(0).Rows;
        return rows.Single()["count"];
    }
}
