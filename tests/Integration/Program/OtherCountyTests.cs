using System.IO.Compression;
using Made.TestKit;
using Made.TestKit.Intake;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Program;

/// <summary>A pack is all it takes to serve another county.</summary>
public sealed class OtherCountyTests
{
    [Fact]
    public async Task Another_county_with_its_own_small_pack_counts_what_a_plain_recount_counts()
    {
        if (SharedFiles.Folder("data") is not { } data)
            return;
        using var home = new HomeCopy();
        var files = OpenDataHome.Street("leicestershire").Where(f => Path.GetFileName(f)[..7] is "2020-03" or "2020-04").ToList();
        (await home.Made("init", "--pack", Repository.Path("tests", "Unit", "Packs", "leicestershire"))).Exits(0);
        (await home.Made("reference", data)).Exits(0);
        var receipts = (await home.Made(["intake", "--dataset", "police-street", .. files, "--json"])).Exits(0).Json.EnumerateArray().ToList();
        (await home.Made("refresh")).Exits(0).Lines[^1].ShouldBe("2 editions built.");
        var rows = (await home.Made("measures", "--indicator", "all-crime,asb,burglary", "--level", "district", "--from", "2020-03", "--to", "2020-04", "--format", "csv")).Exits(0).Rows;
        foreach (var (file, receipt) in files.Zip(receipts))
        {
            var recount = Recount(file);
            receipt.GetProperty("stored").GetInt64().ShouldBe(recount.Count);
            receipt.GetProperty("withoutPlace").GetInt64().ShouldBe(recount.Count(r => r.District.Length == 0));
            foreach (var row in rows.Where(r => r["period"] == Path.GetFileName(file)[..7]))
                long.Parse(row["count"]).ShouldBe(recount.Count(r => r.District == row["area_name"] && IsOf(row["indicator"], r.Kind)), $"{row["area_name"]} {row["indicator"]} {row["period"]}");
        }
        rows.Count.ShouldBe(2 * 3 * 9);
        // Two partnerships became one in the pack on 1 April 2020.
        var csps = (await home.Made("measures", "--indicator", "all-crime", "--level", "csp", "--from", "2020-03", "--to", "2020-04", "--format", "csv")).Exits(0).Rows;
        csps.Count(r => r["period"] == "2020-03").ShouldBe(9);
        csps.Count(r => r["period"] == "2020-04").ShouldBe(8);
        var merged = csps.Single(r => r["area_code"] == "X-CSP-HOW");
        long.Parse(merged["count"]).ShouldBe(rows.Where(r => r["period"] == "2020-04" && r["indicator"] == "all-crime" && r["area_name"] is "Harborough" or "Oadby and Wigston" && r["period"] == "2020-04" && r["indicator"] == "all-crime").Sum(r => long.Parse(r["count"])));
    }

    private static bool IsOf(string indicator, string kind) => indicator switch
    {
        "asb" => kind == "Anti-social behaviour",
        "burglary" => kind == "Burglary",
        _ => kind != "Anti-social behaviour",
    };

    /// <summary>District from the small area's published name, exact repeats with an ID once: nothing of the program is used.</summary>
    private static List<(string District, string Kind)> Recount(string file)
    {
        using var bytes = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var text = new StreamReader(bytes);
        var seen = new HashSet<string>();
        return
        [
            .. CsvText.Rows(text.ReadToEnd())
                .Where(r => r["Crime ID"].Length == 0 || seen.Add(string.Join('|', r.Values)))
                .Select(r => (r["LSOA name"].Length > 5 ? r["LSOA name"][..^5] : "", r["Crime type"])),
        ];
    }
}
