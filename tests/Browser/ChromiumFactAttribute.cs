using Xunit;

namespace Made.Tests.Browser;

/// <summary>Where the machine's browser is, and the plain words for tests where there is none.</summary>
internal static class InstalledChromium
{
    private static readonly string[] Places = [Environment.GetEnvironmentVariable("MADE_CHROMIUM") ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static string? Program { get; } = Places.FirstOrDefault(File.Exists);

    public static string? Absent => Program is null ? "No Chromium on this machine: install one, or name it in MADE_CHROMIUM." : null;
}

/// <summary>A test that needs Chromium; skipped with a plain message where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = InstalledChromium.Absent!;
}

/// <summary>The same for a test with cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = InstalledChromium.Absent!;
}

/// <summary>Run on demand only: it writes files that the README shows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScreenshotFactAttribute : FactAttribute
{
    public ScreenshotFactAttribute() =>
        Skip = InstalledChromium.Absent ?? (Environment.GetEnvironmentVariable("MADE_SCREENSHOTS") == "1" ? null : "Set MADE_SCREENSHOTS=1 to write docs/screenshots.")!;
}
