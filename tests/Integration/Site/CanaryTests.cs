using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Made.Store.Facts.Engine;
using Made.TestKit.Site;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Integration.Site;

/// <summary>A hundred texts that name somebody are handed in wherever one can, and then looked for in every byte that the program has written.</summary>
public sealed class CanaryTests(ITestOutputHelper output)
{
    private const int All = 100;
    private const string Mark = "qvjkzwx";
    private static readonly string[] Canaries = [.. Enumerable.Range(0, All).Select(n => string.Create(CultureInfo.InvariantCulture, $"{Mark}{n:00}wzt{((n * 7919) + 104729) % 100_000:00000}"))];

    [Fact]
    public async Task A_hundred_canaries_in_personal_fields_files_and_their_names_stand_nowhere_on_the_disk()
    {
        using var home = (await DemoHome.Prepared).Copy();
        var (temporary, written) = (Directory.CreateDirectory(home.File("tmp")).FullName, Directory.CreateDirectory(home.File("written")).FullName);
        var sent = Directory.CreateTempSubdirectory("made-canaries-").FullName;
        try
        {
            await Serve(home, temporary, written, client => HandIn(client, sent));
            foreach (var (dataset, files) in await Files(sent, "q-command-"))
                await Log(written, await home.Made(["intake", "--dataset", dataset, .. files]));
            await Log(written, await home.Made("supplies"));
            (await home.Made("backup", Path.Combine(written, "backup.zip"))).Exits(0);
            (await home.Made("audit", "export", Path.Combine(written, "audit"))).Exits(0);
            await Log(written, await home.Made("verify"));
            Unfold(home.Home, Directory.CreateDirectory(Path.Combine(home.Home, "staging", "unfolded")).FullName);
            var scan = new DiskScan(Mark, Canaries);
            var found = scan.In(home.Home, home.Keys, temporary, written);
            var clear = found.Select(f => f.Text).Distinct().Count();
            output.WriteLine($"{clear} of {All} canaries in clear in {scan.FilesLookedAt:N0} files with {scan.BytesLookedAt:N0} bytes, archives unpacked.");
            found.ShouldBeEmpty();
            clear.ShouldBe(0);
        }
        finally
        {
            Directory.Delete(sent, recursive: true);
        }
    }

    [Fact]
    public async Task A_canary_in_clear_would_be_noticed_however_it_is_written()
    {
        using var home = new HomeCopy();
        Directory.CreateDirectory(home.Home);
        var text = $"before {Canaries[3]} after";
        byte[][] ways = [Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text), Encoding.BigEndianUnicode.GetBytes(text),
            Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))), Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes("x" + text))), Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes("xy" + text)))];
        for (var way = 0; way < ways.Length; way++)
        {
            var file = Path.Combine(home.Home, $"planted{way}");
            await File.WriteAllBytesAsync(file, ways[way]);
            new DiskScan(Mark, Canaries).In(home.Home).Select(f => f.Text).Distinct().ShouldBe([Canaries[3]], $"way {way}");
            File.Delete(file);
            await using (var zip = await ZipFile.OpenAsync(file + ".zip", ZipArchiveMode.Create))
            await using (var gzip = new GZipStream(zip.CreateEntry("inner.gz").Open(), CompressionLevel.Optimal))
                await gzip.WriteAsync(ways[way]);
            new DiskScan(Mark, Canaries).In(home.Home).Select(f => f.Text).Distinct().ShouldBe([Canaries[3]], $"way {way} in an archive");
            File.Delete(file + ".zip");
        }
        await File.WriteAllTextAsync(Path.Combine(home.Home, Canaries[7] + ".csv"), "a name");
        new DiskScan(Mark, Canaries).In(home.Home).ShouldHaveSingleItem().Text.ShouldBe(Canaries[7]);
    }

    /// <summary>By the pages: signatories, files that are read, files that are refused, and files that are refused unread.</summary>
    private static async Task HandIn(HttpClient client, string sent)
    {
        for (var n = 0; n < 10; n++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"canary-{n}");
            (await Forms.Fill(client, "/sharing/write",
            [
                ("title", "Ambulance calls"), ("id", id), ("suppliers", "quillshire-ambulance"), ("recipients", "quillshire-county-council"), ("purposes", "Assessment"), ("gateways", "cda-s115"),
                ("dataItems", "Calls by ward and month"), ("from", "2026-11-01"), ("review", "2027-12-01"), ("to", ""), ("why", "Agreed"), ("by", "Lead"), ("state", "0"),
            ])).Status.ShouldBe(302);
            var sign = $"/sharing/agreements/{id}/sign";
            (await Forms.Fill(client, sign, [("other", "quillshire-ambulance"), ("role", $"Chief officer {Canaries[n]}"), ("day", "2026-11-20"), ("why", "Letter"), ("by", "Lead"), ("state", "2")])).Status.ShouldBe(302);
            (await client.GetStringAsync(new Uri($"/sharing/agreements/{id}", UriKind.Relative))).ShouldContain(Canaries[n], customMessage: "it was kept, and is shown to whoever may see it");
        }
        foreach (var (dataset, files) in await Files(sent, "q-page-"))
        {
            var job = await Forms.Upload(client, dataset, files);
            job.ShouldStartWith("/exchange/jobs/");
            var page = "";
            while (!page.Contains("/exchange/receipts/", StringComparison.Ordinal) || page.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal))
            {
                page = await client.GetStringAsync(new Uri(job, UriKind.Relative));
                await Task.Delay(200);
            }
        }
    }

    /// <summary>Files with canaries 10 to 99: in rows that are kept, rejected or refused, in columns that are checked and left behind, and in the files' names.</summary>
    private static async Task<IReadOnlyList<(string Dataset, IReadOnlyList<string> Files)>> Files(string folder, string prefix)
    {
        var street = new StringBuilder("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\n");
        for (var n = 10; n < 40; n += 3)
            street.Append($"{prefix}{Canaries[n]},2026-10,Quillshire Police,Quillshire Police,-3.663430,53.782333,On or near {Canaries[n + 1]},E01990132,Candlebury 005C,Shoplifting,,{Canaries[n + 2]}\n");
        for (var n = 40; n < 50; n++)
            street.Append($",2026-10,Quillshire Police,Quillshire Police,-3.663430,53.782333,On or near,E01990132,Candlebury 005C,{Canaries[n]},,\n");
        // One sound row: the file is accepted, and kept sealed as it was received.
        var fires = new StringBuilder("indicator,area_code,period_start,period_end,numerator,denominator,value,status\ndeliberate-fires,E07990001,2026-10-01,2026-10-31,1,112738,,final\n");
        for (var n = 50; n < 60; n++)
            fires.Append($"deliberate-fires,{Canaries[n]},2026-10-01,2026-10-31,1,100,,{Canaries[n]}\n");
        var named = new StringBuilder("indicator,area_code,period_start,period_end,numerator,denominator,value,status,Name\n");
        for (var n = 60; n < 70; n++)
            named.Append($"deliberate-fires,E07990001,2026-10-01,2026-10-31,1,100,,final,Mr {Canaries[n]} {Canaries[n]}@example.org\n");
        var read = await Written(folder, $"{prefix}2026-10-quillshire-street.csv", street);
        var partly = await Written(folder, $"{prefix}deliberate-fires-2026-10.csv", fires);
        var personal = await Written(folder, $"{prefix}named-2026-10.csv", named);
        var inName = new List<string>();
        for (var n = 70; n < 80; n++)
            inName.Add(await Written(folder, $"{Canaries[n]}@example.org.csv", new StringBuilder("indicator\n")));
        var unread = new List<string>();
        for (var n = 80; n < 90; n++)
            unread.Add(await Written(folder, $"{prefix}{n}.csv", new StringBuilder($"Name\n{Canaries[n]}\n")));
        for (var n = 90; n < All; n++)
            unread.Add(await Written(folder, $"{Canaries[n]}@example.org.csv", new StringBuilder("Name\n")));
        return [("police-street", [read]), ("deliberate-fires", [partly, personal, .. inName]), ("licensing-complaints", unread)];
    }

    private static async Task<string> Written(string folder, string name, StringBuilder text)
    {
        var file = Path.Combine(folder, name);
        await File.WriteAllTextAsync(file, text.ToString());
        return file;
    }

    private static Task Log(string written, ProgramRun run) =>
        File.WriteAllTextAsync(Path.Combine(written, $"{Guid.NewGuid():N}.log"), run.Output + run.Messages);

    /// <summary>The site as a process with a temporary folder of its own; what it prints is kept, and it is ended as a kill ends it.</summary>
    private static async Task Serve(HomeCopy home, string temporary, string written, Func<HttpClient, Task> act)
    {
        var start = new ProcessStartInfo(MadeProgram.File) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["TMPDIR"] = temporary;
        foreach (var argument in home.OnThis(["serve", "--urls", "http://127.0.0.1:0"]))
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var messages = process.StandardError.ReadToEndAsync();
        try
        {
            string? line;
            while ((line = await process.StandardOutput.ReadLineAsync()) is not null && !line.StartsWith("Ready ", StringComparison.Ordinal))
            {
            }
            using var sockets = new SocketsHttpHandler { AllowAutoRedirect = false };
            using var client = new HttpClient(sockets) { BaseAddress = new Uri(line!["Ready ".Length..]), Timeout = TimeSpan.FromMinutes(2) };
            await act(client);
            foreach (var file in new[] { "exchange/audit.csv", "exchange/audit.xlsx", "exchange/audit.ods" })
                await File.WriteAllBytesAsync(Path.Combine(written, Path.GetFileName(file)), await client.GetByteArrayAsync(new Uri("/" + file, UriKind.Relative)));
            await File.WriteAllTextAsync(Path.Combine(written, "exchange.html"), await client.GetStringAsync(new Uri("/exchange", UriKind.Relative)));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        await File.WriteAllTextAsync(Path.Combine(written, "serve.log"), await process.StandardOutput.ReadToEndAsync() + await messages);
    }

    /// <summary>Parquet keeps its texts compressed: each file is written out as text as well.</summary>
    private static void Unfold(string home, string folder)
    {
        using var engine = FactEngine.Open(home, EngineLimits.Default);
        using var session = engine.Connect();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(home, "supplies"), "*.parquet", SearchOption.AllDirectories).Where(f => f.Contains("2026-10", StringComparison.Ordinal)))
            session.Execute("COPY (SELECT * FROM read_parquet($1)) TO $2 (FORMAT csv)", [file, Path.Combine(folder, $"{Guid.NewGuid():N}.csv")]);
    }
}
