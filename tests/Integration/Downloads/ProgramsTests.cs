using System.Diagnostics;
using System.Text;
using Made.TestKit.Gallery;
using Made.Web.Downloads;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Downloads;

/// <summary>Files as the programs of this machine see them: Chromium draws and prints, LibreOffice opens.</summary>
public sealed class ProgramsTests
{
    [Fact]
    public async Task Chromium_turns_a_chart_into_png_at_twice_its_size()
    {
        if (!Chromium.Find(TimeSpan.FromSeconds(60)).Succeeded(out var chromium, out var problem))
        {
            Console.WriteLine("Skipped: " + problem.Message);
            return;
        }
        var (width, height) = ChartFile.Size(Samples.Trend, Samples.Origin);
        var made = await chromium.PngAsync(ChartFile.Svg(Samples.Trend, Samples.Origin), width, height, CancellationToken.None);
        made.Succeeded(out var png, out var failure).ShouldBeTrue(failure?.ToString());
        png.Take(4).ShouldBe(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' });
        ((png[18] << 8) + png[19]).ShouldBe(2 * width);
        ((png[22] << 8) + png[23]).ShouldBe(2 * height);
        if (Environment.GetEnvironmentVariable("MADE_SHOTS") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, "chart.png"), png);
            var (w, h) = ChartFile.Size(Samples.Map, Samples.Origin);
            if ((await chromium.PngAsync(ChartFile.Svg(Samples.Map, Samples.Origin), w, h, CancellationToken.None)).Succeeded(out var map, out _))
                File.WriteAllBytes(Path.Combine(folder, "map.png"), map);
        }
    }

    [Fact]
    public async Task Chromium_prints_a_page_as_a_tagged_pdf()
    {
        if (!Chromium.Find(TimeSpan.FromSeconds(60)).Succeeded(out var chromium, out var problem))
        {
            Console.WriteLine("Skipped: " + problem.Message);
            return;
        }
        await using var gallery = await GalleryHost.StartAsync();
        var made = await chromium.PdfAsync(new Uri(gallery.Address, "/gallery"), "made-test", CancellationToken.None);
        made.Succeeded(out var pdf, out var failure).ShouldBeTrue(failure?.ToString());
        var text = Encoding.Latin1.GetString(pdf);
        text.ShouldStartWith("%PDF");
        text.ShouldContain("/StructTreeRoot");
    }

    [Fact]
    public async Task A_browser_that_hangs_is_ended_and_the_answer_says_so()
    {
        if (OperatingSystem.IsWindows())
            return;
        var folder = Directory.CreateTempSubdirectory("made-slow-");
        var program = Path.Combine(folder.FullName, "chromium");
        await File.WriteAllTextAsync(program, "#!/bin/sh\nsleep 600 &\necho $! > " + folder.FullName + "/child\nwait\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Chromium.Find(TimeSpan.FromSeconds(2), program, null).Succeeded(out var chromium, out _).ShouldBeTrue();
        var made = await chromium!.PngAsync("<svg/>", 10, 10, CancellationToken.None);
        made.Problem!.Code.ShouldBe("chromium-too-slow");
        var child = (await File.ReadAllTextAsync(Path.Combine(folder.FullName, "child"))).Trim();
        (Directory.Exists($"/proc/{child}") && !(await File.ReadAllTextAsync($"/proc/{child}/stat")).Contains(") Z ", StringComparison.Ordinal)).ShouldBeFalse();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Without_a_browser_the_remedy_is_named()
    {
        Chromium.Find(TimeSpan.FromSeconds(1), null, "/nowhere").Succeeded(out _, out var problem).ShouldBeFalse();
        problem!.Code.ShouldBe("no-chromium");
        problem.Remedy.ShouldContain("MADE_CHROMIUM");
    }

    [Theory]
    [InlineData("ods")]
    [InlineData("xlsx")]
    public void LibreOffice_opens_the_workbook_and_finds_the_numbers(string kind)
    {
        var office = new[] { "/usr/bin/soffice", "/usr/bin/libreoffice" }.FirstOrDefault(File.Exists);
        if (office is null)
        {
            Console.WriteLine("Skipped: LibreOffice is not installed here (apt-get install libreoffice-calc).");
            return;
        }
        var folder = Directory.CreateTempSubdirectory("made-office-");
        var file = Path.Combine(folder.FullName, "book." + kind);
        var book = new Workbook { Title = "Scorecard", Description = "Sample.", Origin = Samples.Origin, Tables = [Samples.Wide] };
        using (var stream = File.Create(file))
        {
            if (kind == "ods")
                OdsFile.Write(book, stream);
            else
                XlsxFile.Write(book, stream);
        }
        // The last argument of the filter takes every sheet, each to a file of its own.
        using var process = Process.Start(office, [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", folder.FullName, file]);
        process.WaitForExit(120_000).ShouldBeTrue();
        var table = File.ReadAllText(Path.Combine(folder.FullName, "book-scorecard.csv"));
        table.Replace("\"\"", "", StringComparison.Ordinal).ShouldContain("Abbey,7.23,,8.23,", customMessage: table);
        table.ShouldContain(",14.64,,,[x],16.64,");
        folder.Delete(recursive: true);
    }
}
