using System.Diagnostics;
using Made.Core;

namespace Made.Web.Downloads;

/// <summary>
/// Turns a chart into PNG and a page into a tagged PDF with the machine's own Chromium: headless, a fresh profile each time,
/// nothing fetched in the background, ended with all its children when the time is over.
/// </summary>
public sealed class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

    // Two at once keep two cores busy; more would only queue inside Chromium and run into the time limit.
    private static readonly SemaphoreSlim Turns = new(2);

    private readonly string program;
    private readonly TimeSpan limit;

    private Chromium(string program, TimeSpan limit)
    {
        this.program = program;
        this.limit = limit;
    }

    /// <summary>The browser named by MADE_CHROMIUM, else the first one on the PATH.</summary>
    public static Outcome<Chromium> Find(TimeSpan limit) => Find(
        limit, Environment.GetEnvironmentVariable("MADE_CHROMIUM"), Environment.GetEnvironmentVariable("PATH"));

    internal static Outcome<Chromium> Find(TimeSpan limit, string? named, string? path)
    {
        if (!string.IsNullOrEmpty(named))
            return File.Exists(named) ? new Chromium(named, limit) : Problems.NoBrowser;
        var found = (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        return found is null ? Problems.NoBrowser : new Chromium(found, limit);
    }

    /// <summary>A chart as PNG at twice its size, so that it stays sharp in Word and on a projector.</summary>
    public Task<Outcome<byte[]>> PngAsync(string svg, int width, int height, CancellationToken stop) => RunAsync(
        "chart.png",
        folder =>
        {
            var page = Path.Combine(folder, "chart.svg");
            File.WriteAllText(page, svg);
            return ["--force-device-scale-factor=2", "--hide-scrollbars", "--default-background-color=FFFFFFFF", $"--window-size={width},{height}", "--screenshot={0}", new Uri(page).AbsoluteUri];
        },
        stop);

    /// <summary>A page of this program as a tagged PDF, as its print styles lay it out.</summary>
    /// <param name="page">Its address.</param>
    /// <param name="pass">What the browser calls itself, so that it is let in.</param>
    /// <param name="stop">Ends it.</param>
    public Task<Outcome<byte[]>> PdfAsync(Uri page, string pass, CancellationToken stop) => RunAsync(
        "page.pdf",
        _ => [$"--user-agent={pass}", "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline", "--print-to-pdf={0}", page.AbsoluteUri],
        stop);

    private async Task<Outcome<byte[]>> RunAsync(string file, Func<string, string[]> arguments, CancellationToken stop)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(stop);
        clock.CancelAfter(limit);
        var folder = Directory.CreateTempSubdirectory("made-chromium-");
        var ownTurn = false;
        try
        {
            await Turns.WaitAsync(clock.Token);
            ownTurn = true;
            var made = Path.Combine(folder.FullName, file);
            var exit = await StartAsync(folder.FullName, arguments(folder.FullName).Select(a => a.Replace("{0}", made, StringComparison.Ordinal)), clock.Token);
            return File.Exists(made) && new FileInfo(made).Length > 0 ? await File.ReadAllBytesAsync(made, stop) : Problems.Failed(exit);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Problems.TooSlow(limit);
        }
        finally
        {
            if (ownTurn)
                Turns.Release();
            Remove(folder);
        }
    }

    private async Task<int> StartAsync(string folder, IEnumerable<string> arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in Common(folder).Concat(arguments))
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("Chromium did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(stop);
            return process.ExitCode;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static IEnumerable<string> Common(string folder)
    {
        string[] flags =
        [
            "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage", "--mute-audio", "--lang=en-GB",
            "--user-data-dir=" + Path.Combine(folder, "profile"),
        ];
        // The browser's own sandbox does not start for root (containers); what it opens here is only our own pages.
        return Environment.UserName == "root" ? flags.Append("--no-sandbox") : flags;
    }

    // A child that Chromium left behind may still write for a moment; the folder is in the system's temporary place anyway.
    private static void Remove(DirectoryInfo folder)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (IOException)
            {
                Thread.Sleep(50);
            }
            catch (UnauthorizedAccessException)
            {
                Thread.Sleep(50);
            }
        }
    }
}
