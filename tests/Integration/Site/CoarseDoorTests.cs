using System.Text;
using System.Text.Json.Nodes;
using Made.Store.Facts.Engine;
using Made.TestKit;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>Partners' records with exact time and place go in; what is kept is coarser, and nothing finer is anywhere on the disk.</summary>
public sealed class CoarseDoorTests
{
    [Fact]
    public async Task Exact_times_points_and_references_are_in_no_file_of_the_home_and_the_facts_hold_ward_and_part_of_day()
    {
        using var copy = (await DemoHome.Empty).Copy();
        var file = copy.File("council-asb-2026-08.csv");
        var lines = await File.ReadAllLinesAsync(Path.Combine(await DemoHome.Data(), "partners", "council-asb-2026-08.csv"));
        // Each line gets a reference and a second of its own, and each point stays: all of them are looked for afterwards.
        var planted = lines.Skip(1).Take(100).Select((line, i) => line.Split(',') is var cells ? [$"CANARY{i:000}QZX", .. cells[1..3], $"{cells[3]}:{i % 60:00}", .. cells[4..]] : Array.Empty<string>()).ToList();
        await File.WriteAllLinesAsync(file, planted.Select(c => string.Join(',', c)).Prepend(lines[0]));
        (await copy.Made("intake", "--dataset", "council-asb", file)).Exits(0).Output.ShouldContain("100 stored");
        (await copy.Made("refresh")).Exits(0);
        File.Delete(file);

        string[] canaries = [.. planted.SelectMany(c => (string[])[c[0], c[3], $"{c[4]},{c[5]}"]).Where(c => c.Length > 5).Distinct()];
        canaries.Length.ShouldBeGreaterThan(250);
        Hits(copy, canaries).ShouldBeEmpty();
        // The search itself is seen to find: the same canaries in a file that was not made coarser.
        await File.WriteAllTextAsync(copy.File("home", "planted.txt"), canaries[7]);
        Hits(copy, canaries).ShouldHaveSingleItem().ShouldContain("planted.txt");

        var (columns, rows) = Facts(copy, "council-asb");
        columns.ShouldBe(["month", "category", "lsoa", "detail", "longitude", "latitude", "key", "content", "part_of_day", "age_band", "sex"]);
        rows.Count.ShouldBe(100);
        rows.Select(r => r[2]).Distinct().ShouldAllBe(a => a.Length == 0 || a.StartsWith("E05", StringComparison.Ordinal) || a.StartsWith("E07", StringComparison.Ordinal));
        rows.Count(r => r[2].Length > 0).ShouldBeGreaterThan(90);
        rows.Select(r => r[8]).Distinct().ShouldBeSubsetOf(["night", "morning", "afternoon", "evening"]);
        rows.ShouldAllBe(r => r[4].Length == 0 && r[5].Length == 0);
    }

    [Fact]
    public async Task Where_linkage_is_agreed_one_callers_records_share_a_pseudonym_under_the_purposes_key_and_the_number_is_nowhere()
    {
        using var home = new HomeCopy();
        var packs = home.File("packs");
        foreach (var file in new[] { "common", "demo" }.SelectMany(d => Directory.EnumerateFiles(Repository.Path("packs", d))))
        {
            var target = Path.Combine(packs, Path.GetFileName(Path.GetDirectoryName(file)!), Path.GetFileName(file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        var schemas = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(packs, "common", "schemas.json")))!.AsArray();
        var council = schemas.Single(s => s!["id"]!.GetValue<string>() == "council-asb")!;
        council["pseudonym"] = "repeat-callers";
        council["columns"]!.AsArray().Add(JsonNode.Parse("""{"name":"caller_ref","kind":"text","role":"pseudonym","mayBeEmpty":true,"required":false,"maximumLength":40,"description":"Number of the caller."}"""));
        await File.WriteAllTextAsync(Path.Combine(packs, "common", "schemas.json"), schemas.ToJsonString());
        (await home.Made("init", "--pack", Path.Combine(packs, "demo"))).Exits(0);
        (await home.Made("reference", await DemoHome.Data())).Exits(0);

        var lines = await File.ReadAllLinesAsync(Path.Combine(await DemoHome.Data(), "partners", "council-asb-2026-08.csv"));
        var sent = home.File("council-asb-2026-08.csv");
        string[] callers = ["QZX-77123", "qzx 77123", "QZX-77124", ""];
        await File.WriteAllLinesAsync(sent, lines.Skip(1).Take(4).Zip(callers, (l, c) => $"{l},{c}").Prepend($"{lines[0]},caller_ref"));
        (await home.Made("intake", "--dataset", "council-asb", sent)).Exits(0).Output.ShouldContain("4 stored");
        File.Delete(sent);
        var (columns, rows) = Facts(home, "council-asb");
        var (pseudonym, version) = (columns.ToList().IndexOf("pseudonym"), columns.ToList().IndexOf("pseudonym_key"));
        rows.Select(r => r[version]).ShouldAllBe(v => v == "1");
        var kept = rows.Select(r => r[pseudonym]).ToList();
        kept.GroupBy(p => p).Select(g => g.Count()).Order().ShouldBe([1, 1, 2]);
        kept.Count(p => p == "0").ShouldBe(1);
        Hits(home, ["QZX-77123", "QZX77123", "QZX-77124"]).ShouldBeEmpty();
        (await home.Made("vault", "status")).Exits(0).Output.ShouldContain("purpose-repeat-callers.1-");
    }

    [Fact]
    public async Task A_file_that_is_not_de_personalised_is_refused_on_the_page_and_the_same_file_without_its_small_groups_is_read()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        var sent = Path.Combine(await DemoHome.Data(), "partners", "ambulance-calls-2026-09.csv");
        var receipt = await Receipt(site, await Forms.Upload(site, "ambulance-calls", sent));
        receipt.ShouldContain("is agreed to be de-personalised, and this file is not, so nothing of it was kept.");
        receipt.ShouldContain("3 of ");
        receipt.ShouldContain("3 groups of fewer than 5, the smallest of 1.");
        receipt.ShouldContain("no other record is like it");
        receipt.ShouldNotContain("self-harm");
        Directory.Exists(Path.Combine(site.Home.Home, "supplies", "ambulance-calls")).ShouldBeFalse();

        var mended = site.Home.File("ambulance-calls-2026-09.csv");
        await File.WriteAllLinesAsync(mended, (await File.ReadAllLinesAsync(sent)).Where(l => !l.Contains("self-harm", StringComparison.Ordinal)));
        var second = await Receipt(site, await Forms.Upload(site, "ambulance-calls", mended));
        second.ShouldContain("ambulance-calls-2026-09-r1");
        second.ShouldContain("Place kept as district; date kept as month; time not kept.");
    }

    [Fact]
    public async Task A_partners_records_are_counted_and_shown_on_the_dashboards_of_the_demonstration()
    {
        using var copy = (await DemoHome.Prepared).Copy();
        List<IReadOnlyDictionary<string, string>> rows = [];
        foreach (var level in (string[])["force", "district"])
            rows.AddRange((await copy.Made("measures", "--indicator", "council-asb,fly-tipping,ambulance-violence", "--level", level, "--from", "2026-08", "--to", "2026-09", "--format", "csv")).Exits(0).Rows);
        var data = Path.Combine(await DemoHome.Data(), "partners");
        string Force(string indicator, string month) => rows.Single(r => r["level"] == "force" && r["indicator"] == indicator && r["period"] == month)["count"];
        Force("council-asb", "2026-08").ShouldBe($"{File.ReadLines(Path.Combine(data, "council-asb-2026-08.csv")).Count() - 1}");
        Force("fly-tipping", "2026-08").ShouldBe($"{File.ReadLines(Path.Combine(data, "council-asb-2026-08.csv")).Count(l => l.Contains("fly-tipping", StringComparison.Ordinal))}");
        Force("ambulance-violence", "2026-08").ShouldBe($"{File.ReadLines(Path.Combine(data, "ambulance-calls-2026-08.csv")).Count(l => l.Contains("violence", StringComparison.Ordinal))}");
        rows.Single(r => r["level"] == "force" && r["indicator"] == "ambulance-violence" && r["period"] == "2026-09")["absence"].ShouldBe("not-supplied");
        rows.Count(r => r["level"] == "district" && r["indicator"] == "council-asb" && long.TryParse(r["count"], out var count) && count > 0).ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task The_page_of_a_dataset_says_what_is_kept_and_how()
    {
        var site = await LiveSites.OfDemo;
        var council = (await Crawl.Visited(site, "/exchange/datasets/council-asb")).Page.QuerySelector("main")!.TextContent;
        council.ShouldContain("Place kept as ward; date kept as month; time kept as part of day.");
        council.ShouldContain("Kept as part of the day: night (00:00 to 05:59), morning (06:00 to 11:59)");
        council.ShouldContain("No: it is held as personal data.");
        var exclusions = (await Crawl.Visited(site, "/exchange/datasets/school-exclusions")).Page.QuerySelector("main")!.TextContent;
        exclusions.ShouldContain("Kept as a band: 4 to 10, 11 to 13, 14 to 15 and 16 and over");
        exclusions.ShouldContain("where fewer than 5 records are alike in everything that is kept");
        (await Crawl.Visited(site, "/exchange/datasets/none")).Status.ShouldBe(404);
    }

    private static async Task<string> Receipt(LiveSite site, string job)
    {
        var done = await Forms.Until(site, job, v => v.Page.QuerySelector("a[href^='/exchange/receipts/']") is not null);
        return (await Crawl.Visited(site, done.Page.QuerySelector("a[href^='/exchange/receipts/']")!.GetAttribute("href")!)).Page.QuerySelector("main")!.TextContent;
    }

    /// <summary>Files under the home and the keys that hold one of the texts, as UTF-8 or UTF-16; packed facts are read by their own test.</summary>
    private static List<string> Hits(HomeCopy copy, string[] canaries)
    {
        var sought = canaries.SelectMany(c => (byte[][])[Encoding.UTF8.GetBytes(c), Encoding.Unicode.GetBytes(c)]).ToList();
        return
        [
            .. new[] { copy.Home, copy.Keys }.Where(Directory.Exists).SelectMany(d => Directory.EnumerateFiles(d, "*", SearchOption.AllDirectories))
                .Where(f => Read(f) is var bytes && sought.Exists(s => bytes.AsSpan().IndexOf(s) >= 0)),
        ];
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static (IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows) Facts(HomeCopy copy, string dataset)
    {
        var file = Directory.EnumerateFiles(Path.Combine(copy.Home, "supplies", dataset), "facts.parquet", SearchOption.AllDirectories).Single();
        using var engine = FactEngine.Open(copy.Home, new EngineLimits { Threads = 1, MemoryMebibytes = 256 });
        using var session = engine.Connect();
        var columns = Texts(session, "SELECT name FROM parquet_schema($1) WHERE type IS NOT NULL", file).ConvertAll(r => r[0]);
        var row = string.Join(", ", columns.Select(c => $"coalesce(CAST(\"{c}\" AS VARCHAR), '')"));
        return (columns, Texts(session, $"SELECT {row} FROM read_parquet($1)", file, columns.Count));
    }

    private static List<string[]> Texts(Session session, string sql, string file, int width = 1)
    {
        var all = new List<string[]>();
        using var answer = session.Query(sql, [file]);
        while (answer.Next(out var rows))
            for (var i = 0; i < rows.Count; i++)
            {
                var row = new string[width];
                for (var c = 0; c < width; c++)
                    row[c] = rows.Text(c, i);
                all.Add(row);
            }
        return all;
    }
}
