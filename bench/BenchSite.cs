using System.Diagnostics;

namespace Made.Bench;

/// <summary>The built program serving a home, on a port of its choice.</summary>
public sealed class BenchSite : IAsyncDisposable
{
    /// <summary>Where the built program lies.</summary>
    public static readonly string Program = Path.Combine(BenchHome.Root, "src/Made.Web/bin/Release/net10.0");

    private readonly Process process;

    private BenchSite(Process process, string origin) => (this.process, Origin) = (process, origin);

    public string Origin { get; }

    public static async Task<BenchSite> Over(string home)
    {
        var started = Process.Start(new ProcessStartInfo(Path.Combine(Program, "made"))
        {
            ArgumentList = { "serve", "--home", home, "--urls", "http://127.0.0.1:0" },
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        while (await started.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith("Ready ", StringComparison.Ordinal))
                return new BenchSite(started, line["Ready ".Length..]);
        throw new InvalidOperationException("The site ended before it was ready.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
