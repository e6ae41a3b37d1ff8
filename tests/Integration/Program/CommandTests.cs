using System.Text.RegularExpressions;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Program;

public sealed partial class CommandTests
{
    [Fact]
    public async Task Areas_lists_every_area_with_code_level_and_dates()
    {
        using var home = (await DemoHome.Empty).Copy();
        var areas = (await home.Made("areas", "--json")).Exits(0).Json.EnumerateArray()
            .ToDictionary(a => a.GetProperty("code").GetString()!, a => (a.GetProperty("name").GetString(), a.GetProperty("level").GetString(), a.GetProperty("from").GetString(), a.GetProperty("to").GetString()));
        areas["E22990004"].ShouldBe(("Duskmere and Fernholt CSP", "csp", "2019-04-01", ""));
        areas["QUILL-7"].ShouldBe(("Quillshire-7", "pan", "1998-04-01", ""));
        areas["E23990001"].ShouldBe(("Quillshire Police", "force", "1974-04-01", ""));
        areas.Values.Count(a => a.Item2 == "district").ShouldBe(7);
        areas.Values.Count(a => a.Item2 == "ward").ShouldBe(100);
        (await home.Made("areas")).Exits(0).Lines.ShouldContain(l => l.StartsWith("E22990004", StringComparison.Ordinal) && l.Contains("csp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refresh_says_months_and_why_and_a_second_run_changes_nothing()
    {
        using var home = (await DemoHome.Empty).Copy();
        (await home.Made("intake", "--dataset", "police-street", await DemoHome.Street("2021-10"), await DemoHome.Street("2021-12"))).Exits(0);
        var first = (await home.Made("refresh")).Exits(0);
        first.Lines.ShouldBe(["2021-10: edition 1: First edition.", "2021-11: edition 1: First edition.", "2021-12: edition 1: First edition.", "3 editions built."]);
        (await home.Made("refresh")).Exits(0).Lines.ShouldBe(["Nothing changed."]);
        (await home.Made("intake", "--dataset", "police-street", await DemoHome.Street("2021-11"))).Exits(0);
        (await home.Made("refresh")).Exits(0).Lines.ShouldBe(
            ["2021-11: edition 2: New: police-street-2021-11-r1.", "2021-12: edition 2: New: police-street-2021-11-r1.", "2 editions built."],
            "a late November changes November and later, never October");
        (await home.Made("withdraw", "police-street-2021-12-r1", "--reason", "A test")).Exits(0).Output.ShouldContain("Nothing takes its place.");
        (await home.Made("withdraw", "police-street-2021-12-r1", "--reason", "Again")).Exits(1).Messages.ShouldContain("already-withdrawn");
        (await home.Made("withdraw", "police-street-1999-12-r1", "--reason", "A test")).Exits(1).Messages.ShouldContain("no-such-supply");
        (await home.Made("refresh", "--month", "July")).Exits(1).Messages.ShouldContain("not-a-month");
    }

    [Fact]
    public async Task A_backup_restored_into_a_new_home_shows_the_same_pages()
    {
        using var home = (await DemoHome.Prepared).Copy();
        using var other = new HomeCopy();
        (await home.Made("backup", home.File("all.zip"))).Exits(0);
        (await home.Made("backup", home.File("all.zip"))).Exits(1).Messages.ShouldContain("file-exists");
        (await other.Made("restore", home.File("all.zip"))).Exits(0).Output.ShouldContain("Everything holds.");
        (await other.Made("restore", home.File("all.zip"))).Exits(1).Messages.ShouldContain("home-not-empty");
        (await Page(other)).ShouldBe(await Page(home));
        string[] question = ["measures", "--level", "csp", "--from", "2026-08", "--to", "2026-08", "--format", "csv"];
        (await other.Made(question)).Exits(0).Output.ShouldBe((await home.Made(question)).Exits(0).Output);
        await File.WriteAllTextAsync(home.File("not.zip"), "not an archive");
        using var third = new HomeCopy();
        (await third.Made("restore", home.File("not.zip"))).Exits(1).Messages.ShouldContain("not-a-backup");
    }

    [Fact]
    public async Task Verify_names_a_file_that_was_changed_behind_the_records_back()
    {
        using var home = (await DemoHome.Empty).Copy();
        (await home.Made("intake", "--dataset", "police-street", await DemoHome.Street("2021-10"))).Exits(0);
        (await home.Made("verify")).Exits(0).Lines[^1].ShouldBe("Everything holds.");
        var facts = Directory.EnumerateFiles(Path.Combine(home.Home, "supplies"), "facts.parquet", SearchOption.AllDirectories).Single();
        await File.AppendAllTextAsync(facts, "x");
        (await home.Made("verify")).Exits(1).Messages.ShouldContain("facts-changed");
    }

    [Fact]
    public async Task A_months_report_is_written_as_page_and_as_pdf()
    {
        using var home = (await DemoHome.Prepared).Copy();
        (await home.Made("report", "csp-month", "--area", "E22990001", "--month", "2026-08", "--out", home.File("page.html"))).Exits(0);
        (await File.ReadAllTextAsync(home.File("page.html"))).ShouldContain("Amberwick");
        (await home.Made("report", "csp-month", "--area", "E22990001", "--month", "1999-08", "--out", home.File("none.html"))).Exits(1).Messages.ShouldContain("no-such-page");
        (await home.Made("report", "csp-month", "--area", "E22990001", "--month", "2026-08", "--out", home.File("page.doc"))).Exits(1).Messages.ShouldContain("unknown-format");
        (await home.Made("report", "nonsense", "--area", "E22990001", "--month", "2026-08", "--out", home.File("page.html"))).Exits(1).Messages.ShouldContain("unknown-report");
        var pdf = await home.Made("report", "csp-month", "--area", "E22990001", "--month", "2026-08", "--out", home.File("page.pdf"));
        if (pdf.Messages.Contains("chromium", StringComparison.OrdinalIgnoreCase) && pdf.ExitCode == 1)
        {
            Console.WriteLine($"Skipped: a PDF needs Chromium. {pdf.Messages}");
            return;
        }
        pdf.Exits(0);
        var bytes = await File.ReadAllBytesAsync(home.File("page.pdf"));
        bytes.AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();
        bytes.Length.ShouldBeGreaterThan(20_000);
    }

    [Fact]
    public async Task A_question_that_cannot_be_answered_is_refused_with_its_problem()
    {
        using var home = (await DemoHome.Prepared).Copy();
        foreach (var (question, code) in new[]
        {
            ("--indicator nonsense", "unknown-indicator"), ("--area E99999999", "unknown-area"), ("--level parish", "unknown-level"), ("--period week", "unknown-period"),
            ("--from 2026-13", "not-a-month"), ("--from 2026-08 --to 2026-07", "from-after-to"), ("--format xml", "unknown-format"),
        })
            (await home.Made(["measures", .. question.Split(' ')])).Exits(1).Messages.ShouldContain(code, customMessage: question);
        using var empty = (await DemoHome.Empty).Copy();
        (await empty.Made("measures")).Exits(1).Messages.ShouldContain("nothing-built");
        (await empty.Made("intake", "--dataset", "nonsense", await DemoHome.Street("2021-10"))).Exits(1).Messages.ShouldContain("unknown-dataset");
        (await empty.Made("intake", "--dataset", "police-street", "no-such-file.csv")).Exits(1).Messages.ShouldContain("no-such-file");
    }

    /// <summary>A month's page without what differs from one file to the next: the hash in an asset's address.</summary>
    private static async Task<string> Page(HomeCopy home)
    {
        (await home.Made("report", "csp-month", "--area", "E22990001", "--month", "2026-08", "--out", home.File("kept.html"))).Exits(0);
        return Port().Replace(await File.ReadAllTextAsync(home.File("kept.html")), "");
    }

    [GeneratedRegex("127\\.0\\.0\\.1:[0-9]+")]
    private static partial Regex Port();
}
