using System.Xml.Linq;
using Made.TestKit;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.House;

/// <summary>The analyzer refuses what BannedSymbols.txt lists, as long as the build hands it the list and nobody turns it down.</summary>
public sealed class BannedSymbolsTests
{
    private static readonly string[] Needed =
        ["P:System.DateTime.Now;", "P:System.DateTimeOffset.UtcNow;", "P:System.Globalization.CultureInfo.CurrentCulture;", "P:System.Threading.Tasks.Task`1.Result;"];

    [Fact]
    public void The_build_refuses_the_clock_the_current_culture_and_blocking() =>
        Faults(Text("Directory.Build.props"), Text("BannedSymbols.txt"), Text(".editorconfig")).ShouldBeEmpty();

    [Fact]
    public void A_list_that_no_longer_reaches_the_build_would_be_noticed()
    {
        var (props, banned, style) = (Text("Directory.Build.props"), Text("BannedSymbols.txt"), Text(".editorconfig"));
        Faults(props.Replace("AdditionalFiles", "None"), banned, style).ShouldHaveSingleItem();
        Faults(props.Replace("BannedApiAnalyzers", "Other"), banned, style).ShouldHaveSingleItem();
        Faults(props.Replace("<TreatWarningsAsErrors>true", "<TreatWarningsAsErrors>false"), banned, style).ShouldHaveSingleItem();
        Faults(props, banned.Replace("P:System.DateTime.Now;", ""), style).ShouldHaveSingleItem();
        Faults(props, banned, style + "\ndotnet_diagnostic.RS0030.severity = none\n").ShouldHaveSingleItem();
    }

    private static string Text(string name) => File.ReadAllText(Repository.Path(name));

    private static IEnumerable<string> Faults(string props, string banned, string style)
    {
        var build = XDocument.Parse(props);
        if (!build.Descendants("AdditionalFiles").Any(a => a.Attribute("Include")?.Value.EndsWith("BannedSymbols.txt", StringComparison.Ordinal) == true))
            yield return "BannedSymbols.txt is not handed to the analyzers";
        if (!build.Descendants("PackageReference").Any(p => p.Attribute("Include")?.Value == "Microsoft.CodeAnalysis.BannedApiAnalyzers"))
            yield return "the analyzer of banned symbols is not referenced";
        if (build.Descendants("TreatWarningsAsErrors").FirstOrDefault()?.Value != "true")
            yield return "warnings are not errors";
        foreach (var symbol in Needed.Where(n => !banned.Contains(n, StringComparison.Ordinal)))
            yield return $"{symbol} is not banned";
        if (style.Contains("RS0030", StringComparison.Ordinal))
            yield return "the analyzer of banned symbols is turned down";
    }
}
