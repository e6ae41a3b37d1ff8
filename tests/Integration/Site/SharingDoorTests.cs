using System.Text.Json;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>No agreement in force, no reading: by the command and on the page alike.</summary>
public sealed class SharingDoorTests
{
    private const string Dataset = "licensing-complaints";

    [Fact]
    public async Task A_file_without_an_agreement_in_force_is_refused_unread_with_code_place_reason_and_remedy()
    {
        using var copy = (await DemoHome.Empty).Copy();
        // Not even a table: an unread file's content does not matter.
        var file = copy.File("complaints.csv");
        await File.WriteAllTextAsync(file, "Name,Telephone\n");
        var run = (await copy.Made("intake", "--dataset", Dataset, file, "--json")).Exits(1);
        var receipt = JsonDocument.Parse(run.Output).RootElement[0];
        (receipt.GetProperty("verdict").GetString(), receipt.GetProperty("recordsIn").GetInt32(), receipt.GetProperty("supply").GetString(), receipt.GetProperty("file").GetString())
            .ShouldBe(("refused", 0, "", "complaints.csv"));
        receipt.GetProperty("sha256").GetString()!.Length.ShouldBe(64);
        var finding = receipt.GetProperty("findings")[0];
        finding.GetProperty("code").GetString().ShouldBe("sharing-unsigned");
        finding.GetProperty("message").GetString().ShouldBe("Agreement on complaints about licensed premises, version 1, is not signed by Gullhaven Council, so Complaints about licensed premises is not read.");
        finding.GetProperty("remedy").GetString().ShouldBe("Have it signed and record the signature at /sharing/agreements/licensed-premises/sign.");
        Directory.Exists(Path.Combine(copy.Home, "supplies", Dataset)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_page_answers_the_same_and_reads_the_file_once_the_supplier_has_signed()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        var file = site.Home.File("complaints.csv");
        await File.WriteAllTextAsync(file, "indicator\n");
        var job = await Forms.Upload(site, Dataset, file);
        var page = await Forms.Until(site, job, v => v.Body.Contains("/exchange/receipts/", StringComparison.Ordinal));
        page.Body.ShouldContain("No file was opened");
        var receipt = await Crawl.Visited(site, page.Page.QuerySelector("a[href^='/exchange/receipts/']")!.GetAttribute("href")!);
        receipt.Page.QuerySelector("main")!.TextContent.ShouldContain("is not signed by Gullhaven Council");
        Directory.EnumerateFiles(site.Home.Home, "complaints.csv", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_covered_is_read_as_before_and_open_data_need_no_agreement()
    {
        using var copy = (await DemoHome.Empty).Copy();
        var fires = Directory.EnumerateFiles(Path.Combine(await DemoHome.Data(), "indicator-values"), "deliberate-fires-*.csv").Order(StringComparer.Ordinal).First();
        (await copy.Made("intake", "--dataset", "deliberate-fires", fires)).Exits(0);
        (await copy.Made("intake", "--dataset", "police-street", await DemoHome.Street("2026-09"))).Exits(0);
    }
}
