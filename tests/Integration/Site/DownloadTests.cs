using System.IO.Compression;
using System.Xml.Linq;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>What can be taken away, opened with readers of the tests' own.</summary>
public sealed class DownloadTests
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Words = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    [Theory]
    [InlineData("/dashboard/E22990001/2026-08/indicators", "All crime")]
    [InlineData("/dashboard/E22990001/2026-08/wards", "Amberwick Cross")]
    [InlineData("/dashboard/E22990001/2026-08/map", "Amberwick Cross")]
    [InlineData("/dashboard/E22990001/2026-08/kinds", "Burglary")]
    [InlineData("/dashboard/E22990001/2026-08/asb/trend", "August 2026")]
    [InlineData("/scorecard/2026-08", "Duskmere and Fernholt")]
    [InlineData("/funnel/asb/2026-08", "Duskmere and Fernholt")]
    [InlineData("/severity/2026-08", "Duskmere and Fernholt CSP")]
    [InlineData("/hotspots/E07990001/2026-08/places", "Amberwick Cross")]
    public async Task A_table_says_the_same_as_csv_as_xlsx_and_as_ods(string path, string cell)
    {
        var site = await LiveSites.OfDemo;
        var csv = CsvText.Cells((await site.Text(path + ".csv")).TrimStart('\uFEFF')).Select(r => r.ToList()).ToList();
        csv.SelectMany(r => r).ShouldContain(cell);
        csv.Select(r => r.Count).Distinct().Count().ShouldBe(1, "every line has the same number of cells");
        var (xlsx, xlsxCells) = Xlsx(await Bytes(site, path + ".xlsx"));
        var (ods, odsCells) = Ods(await Bytes(site, path + ".ods"));
        foreach (var sheets in new[] { xlsx, ods })
        {
            sheets.Count.ShouldBeGreaterThanOrEqualTo(3);
            sheets.ShouldContain(s => s.Contains("over", StringComparison.OrdinalIgnoreCase), "there is a cover sheet");
            sheets.ShouldContain(s => s.Contains("otes", StringComparison.OrdinalIgnoreCase), "there are notes");
        }
        foreach (var text in csv.Skip(1).Select(r => r[0]))
        {
            xlsxCells.ShouldContain(text);
            odsCells.ShouldContain(text);
        }
        foreach (var cells in new[] { xlsxCells, odsCells })
            cells.ShouldContain(c => c.Contains("SYNTHETIC", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/dashboard/E22990001/2026-08/asb/trend.svg")]
    [InlineData("/dashboard/E22990001/2026-08/wards.svg")]
    [InlineData("/dashboard/E22990001/2026-08/map.svg")]
    [InlineData("/dashboard/E22990001/2026-08/kinds.svg")]
    [InlineData("/funnel/asb/2026-08.svg")]
    [InlineData("/severity/2026-08/estimate.svg")]
    [InlineData("/hotspots/E07990001/2026-08/map.svg")]
    public async Task A_chart_leaves_as_a_picture_with_title_source_date_and_edition_in_it(string path)
    {
        var visit = await Crawl.Visited(await LiveSites.OfDemo, path);
        visit.ContentType.ShouldStartWith("image/svg+xml");
        var svg = XDocument.Parse(visit.Body).Root!;
        svg.Name.LocalName.ShouldBe("svg");
        svg.Descendants().Count(e => e.Name.LocalName == "title").ShouldBeGreaterThan(0);
        // Long lines are broken between words.
        var text = string.Join(' ', svg.DescendantNodes().OfType<XText>().Select(t => t.Value.Trim()));
        foreach (var words in new[] { "SYNTHETIC", "edition 1", "August 2026", "Quillshire Fire and Rescue Service" })
            text.ShouldContain(words);
        svg.Descendants().ShouldAllBe(e => e.Name.LocalName != "script" && e.Name.LocalName != "foreignObject");
    }

    [Fact]
    public async Task A_chart_as_png_and_a_page_as_pdf_come_or_say_that_chromium_is_missing()
    {
        var site = await LiveSites.OfDemo;
        foreach (var (path, start) in new[] { ("/dashboard/E22990001/2026-08/asb/trend.png", "\u0089PNG"), ("/dashboard/E22990001/2026-08.pdf", "%PDF-") })
        {
            using var answer = await site.Get(path);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            if ((int)answer.StatusCode == 503)
            {
                System.Text.Encoding.UTF8.GetString(bytes).ShouldContain("hromium");
                Console.WriteLine("Skipped: pictures and PDF need Chromium, which is not here.");
                return;
            }
            ((int)answer.StatusCode).ShouldBe(200, path);
            System.Text.Encoding.Latin1.GetString(bytes, 0, start.Length).ShouldBe(start);
            bytes.Length.ShouldBeGreaterThan(10_000);
        }
    }

    private static async Task<byte[]> Bytes(LiveSite site, string path)
    {
        using var answer = await site.Get(path);
        ((int)answer.StatusCode).ShouldBe(200, path);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static (List<string> Sheets, HashSet<string> Cells) Xlsx(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (var part in archive.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal) || e.FullName.EndsWith(".rels", StringComparison.Ordinal)))
            Part(part);
        archive.GetEntry("[Content_Types].xml").ShouldNotBeNull();
        var sheets = Part(archive.GetEntry("xl/workbook.xml")!).Descendants(Sheet + "sheet").Select(s => s.Attribute("name")!.Value).ToList();
        var cells = archive.Entries.Where(e => e.FullName is "xl/sharedStrings.xml" || e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal))
            .SelectMany(e => Part(e).Descendants(Sheet + "t").Select(t => t.Value)).ToHashSet();
        return (sheets, cells);
    }

    private static (List<string> Sheets, HashSet<string> Cells) Ods(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        var first = archive.Entries[0];
        (first.FullName, first.CompressedLength).ShouldBe(("mimetype", first.Length), "the type stands first and plain, as the standard asks");
        var content = Part(archive.GetEntry("content.xml")!);
        Part(archive.GetEntry("META-INF/manifest.xml")!);
        return ([.. content.Descendants(Table + "table").Select(t => t.Attribute(Table + "name")!.Value)], [.. content.Descendants(Words + "p").Select(p => p.Value)]);
    }

    private static XDocument Part(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream);
    }
}
