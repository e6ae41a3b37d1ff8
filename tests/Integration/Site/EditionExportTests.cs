using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>All figures of a released edition in one file, in each form that programs read.</summary>
public sealed class EditionExportTests
{
    private const string Edition = "/api/v1/editions/2026-08/1";

    [Fact]
    public async Task Csv_parquet_and_ods_hold_the_same_rows_and_the_metadata_names_each_column()
    {
        var site = await LiveSites.OfDemo;
        var csv = await site.Text($"{Edition}/measures.csv");
        var rows = CsvText.Rows(csv);
        rows.Count.ShouldBeGreaterThan(1000);
        (await site.Text($"{Edition}/measures.csv")).ShouldBe(csv);
        rows.ShouldAllBe(r => r["edition"] == "2026-08-e1");
        rows.Where(r => r["absence"] == "suppressed").ShouldNotBeEmpty();

        using var metadata = JsonDocument.Parse(await site.Text($"{Edition}/measures.csv-metadata.json"));
        var columns = metadata.RootElement.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().ToList();
        columns.Select(c => c.GetProperty("name").GetString()).ShouldBe(csv.Split("\r\n")[0].Split(','));
        columns.ShouldAllBe(c => c.GetProperty("dc:description").GetString()!.Length > 10);

        var (count, values, sum) = await Parquet(site);
        count.ShouldBe(rows.Count);
        values.ShouldBe(rows.Count(r => r["value"].Length > 0));
        sum.ShouldBe(rows.Where(r => r["count"].Length > 0).Sum(r => double.Parse(r["count"])), 0.01);

        using var ods = new ZipArchive(await (await site.Get($"{Edition}/measures.ods")).Content.ReadAsStreamAsync());
        XDocument content;
        await using (var stream = await ods.GetEntry("content.xml")!.OpenAsync())
            content = await XDocument.LoadAsync(stream, LoadOptions.None, default);
        XNamespace table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
        var sheets = content.Descendants(table + "table").ToDictionary(t => t.Attribute(table + "name")!.Value, t => t.Elements(table + "table-row").Count());
        sheets.Keys.ShouldBe(["Cover", "Contents", "Notes", "measures"]);
        sheets["measures"].ShouldBeInRange(rows.Count + 1, rows.Count + 4);
        sheets["Notes"].ShouldBeGreaterThan(columns.Count);
    }

    [Fact]
    public async Task The_list_names_each_released_edition_and_a_first_one_has_no_changes()
    {
        var site = await LiveSites.OfDemo;
        using var list = JsonDocument.Parse(await site.Text("/api/v1/editions"));
        var august = list.RootElement.EnumerateArray().Single(e => e.GetProperty("month").GetString() == "2026-08");
        (august.GetProperty("number").GetInt32(), august.GetProperty("kind").GetString(), august.GetProperty("measures").GetString()).ShouldBe((1, "first", $"{Edition}/measures.csv"));
        (await site.Text($"{Edition}/changes")).ShouldBe("[]");
        foreach (var path in new[] { "/api/v1/editions/2026-08/9/measures.csv", "/api/v1/editions/1999-01/1/measures.parquet", $"{Edition}/changes?from=7" })
            ((int)(await site.Get(path)).StatusCode).ShouldBe(404, path);
    }

    [Fact]
    public async Task A_chart_for_other_sites_may_be_framed_there_and_carries_its_table_source_and_edition()
    {
        var site = await LiveSites.OfDemo;
        using var answer = await site.Get("/embed/E22990001/deliberate-fires");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors *");
        var page = await answer.Content.ReadAsStringAsync();
        foreach (var part in new[] { "<svg", "The same numbers as a table", "Source:", "edition 1", "suppressed", "partners&#x27; own figures", "SYNTHETIC" })
            page.ShouldContain(part);
        page.ShouldNotContain("made-header");
        (await site.Get("/areas/E07990001")).Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        (await site.Get("/embed/E22990001/no-such")).Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
    }

    /// <summary>Read by the engine as anybody's would read it.</summary>
    private static async Task<(long Rows, long Values, double Sum)> Parquet(LiveSite site)
    {
        var path = site.Home.File("home", "staging", "read-again.parquet");
        await File.WriteAllBytesAsync(path, await (await site.Get($"{Edition}/measures.parquet")).Content.ReadAsByteArrayAsync());
        using var session = site.Partnership.Engine.Connect();
        using var answer = session.Query("SELECT count(*)::BIGINT, count(value)::BIGINT, sum(count)::DOUBLE, count(DISTINCT period_end)::BIGINT FROM read_parquet($1)", [path]);
        answer.Next(out var rows).ShouldBeTrue();
        var found = (rows.Of<long>(0)[0], rows.Of<long>(1)[0], rows.Of<double>(2)[0]);
        File.Delete(path);
        return found;
    }
}
