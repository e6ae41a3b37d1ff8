using Made.Core;

namespace Made.Web.Downloads;

/// <summary>What can go wrong when a picture or a PDF is made.</summary>
public static class Problems
{
    public static Problem NoBrowser { get; } = new(
        "no-chromium",
        "Pictures (PNG) and PDF files need Chromium, and there is none on this machine.",
        "Install it (on Debian: apt-get install chromium) or set MADE_CHROMIUM to the path of a Chromium or Chrome. SVG, CSV, XLSX and ODS work without it.");

    public static Problem TooSlow(TimeSpan limit) => new(
        "chromium-too-slow",
        $"Chromium had not finished after {limit.TotalSeconds:0} seconds and was stopped.",
        "Try again when the machine is less busy, or take the SVG or the page itself.");

    public static Problem Failed(int exitCode) => new(
        "chromium-failed",
        $"Chromium ended with code {exitCode} and made no file.",
        "Run the command again; if it stays so, check with `chromium --version` that the browser starts on this machine.");
}
