using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Made.TestKit.Site;

/// <summary>Goes through a guide's steps as its reader does: from page to page, by links where an address has a part that only a link tells.</summary>
public sealed partial class GuideWalk(HttpClient client)
{
    private static readonly string[] Labelled = ["a", "button", "h1", "h2", "h3", "label", "legend", "summary", "th"];
    private readonly List<string> links = [];

    /// <summary>The address that a step names, a <c>*</c> in it found by the newest link that fits; null where none does.</summary>
    public string? AddressOf(string page)
    {
        if (!page.Contains('*', StringComparison.Ordinal))
            return page;
        var shape = new Regex($"^{Regex.Escape(page).Replace("\\*", "[^/?#]+", StringComparison.Ordinal)}(\\?|#|$)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return links.FirstOrDefault(shape.IsMatch);
    }

    /// <summary>What is wrong with a step; empty where its page opens and has every label.</summary>
    public async Task<IReadOnlyList<string>> Take(string page, IEnumerable<string> labels)
    {
        if (AddressOf(page) is not { } address)
            return [$"no page before leads to {page}"];
        using var first = await client.GetAsync(new Uri(address, UriKind.Relative));
        using var answer = (int)first.StatusCode is 302 ? await client.GetAsync(first.Headers.Location) : first;
        if ((int)answer.StatusCode != 200)
            return [$"{address} answered {(int)answer.StatusCode}"];
        var document = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        links.InsertRange(0, document.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!));
        var found = LabelsOf(document);
        return [.. labels.Where(l => !found.Contains(l)).Select(l => $"{address} has no '{l}'")];
    }

    private static HashSet<string> LabelsOf(IHtmlDocument document)
    {
        foreach (var hidden in document.QuerySelectorAll(".govuk-visually-hidden").ToList())
            hidden.Remove();
        return [.. document.QuerySelectorAll(string.Join(',', Labelled)).Select(e => Counted().Replace(Blanks().Replace(e.TextContent, " ").Trim(), ""))];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    /// <summary>"Open requests (2)" is named without how many there are.</summary>
    [GeneratedRegex(@" \(\d+\)$")]
    private static partial Regex Counted();
}
