using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Made.TestKit.Site;

/// <summary>What an address answered.</summary>
public sealed record Visit(string Path, int Status, string ContentType, string Body, IReadOnlyDictionary<string, string> Headers, string From)
{
    private IHtmlDocument? page;

    public bool IsPage => ContentType.StartsWith("text/html", StringComparison.Ordinal);

    public IHtmlDocument Page => page ??= new HtmlParser().ParseDocument(Body);
}

/// <summary>
/// Follows every link of a site's pages to a depth. Addresses of one shape (a dashboard of some area and month) are many: a sample of each shape is
/// visited, all of them before a release.
/// </summary>
public static partial class Crawl
{
    private const int SampleOfShape = 6;

    public static async Task<IReadOnlyList<Visit>> Of(Caller site, int depth, params IEnumerable<string> starts)
    {
        var every = Tier.IsFull;
        var (seen, shapes, visits) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal), new List<Visit>());
        var next = starts.Select(s => (Path: s, From: "")).ToList();
        for (var level = 0; level <= depth; level++)
        {
            var links = new List<(string Path, string From)>();
            foreach (var (path, from) in next)
            {
                var shape = Shape(path);
                if (!seen.Add(path) || (!every && (shapes[shape] = shapes.GetValueOrDefault(shape) + 1) > SampleOfShape))
                    continue;
                var visit = await Visited(site, path, from);
                visits.Add(visit);
                if (visit.IsPage && visit.Status == 200)
                    links.AddRange(LinksOf(visit).Select(l => (l, path)));
            }
            next = links;
        }
        return visits;
    }

    public static async Task<Visit> Visited(Caller site, string path, string from = "")
    {
        using var answer = await InTurn(() => site.Get(path));
        var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(' ', h.Value), StringComparer.OrdinalIgnoreCase);
        return new Visit(path, (int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString() ?? "", await answer.Content.ReadAsStringAsync(), headers, from);
    }

    /// <summary>Asks again after a second while the site says that it was asked too often: tests share one site and come faster than people do.</summary>
    public static async Task<HttpResponseMessage> InTurn(Func<Task<HttpResponseMessage>> ask)
    {
        while (true)
        {
            var answer = await ask();
            if (answer.StatusCode != HttpStatusCode.TooManyRequests)
                return answer;
            answer.Dispose();
            await Task.Delay(1000);
        }
    }

    /// <summary>Addresses on this site that a page names, without those that start Chromium.</summary>
    public static IEnumerable<string> LinksOf(Visit visit) =>
        visit.Page.QuerySelectorAll("a[href], link[href], script[src], img[src]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .Where(h => !h.StartsWith('#') && !h.Contains("://", StringComparison.Ordinal) && !h.StartsWith("mailto:", StringComparison.Ordinal) && !h.StartsWith("tel:", StringComparison.Ordinal))
            .Select(h => new Uri(new Uri("http://x" + visit.Path), h).PathAndQuery)
            .Where(h => !Drawn().IsMatch(h))
            .Distinct(StringComparer.Ordinal);

    private static string Shape(string path) => Month().Replace(Code().Replace(Query().Replace(path, "=*"), "/CODE"), "MONTH");

    [GeneratedRegex("\\.(png|pdf)(\\?|$)")]
    private static partial Regex Drawn();

    [GeneratedRegex("=[^&]*")]
    private static partial Regex Query();

    [GeneratedRegex("/([EX][0-9A-Z-]{6,}|PA-[A-Z]+|[0-9a-f-]{36})")]
    private static partial Regex Code();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}")]
    private static partial Regex Month();
}
