using Made.Core.Editions;
using Made.Core.Register;
using Made.Store.Records;
using Made.Web.Composition;
using Made.Web.Exchange;

namespace Made.Web.Subscriptions;

/// <summary>Feeds of what was released, for everybody: of everything, of an area, of an indicator. They name editions and say why; figures stay on the pages.</summary>
internal static class Feeds
{
    public const string Everything = "/feeds/released.atom";

    /// <summary>As many as a reader could want to catch up on; feeds are not an archive.</summary>
    private const int Most = 60;

    public static void MapFeeds(this WebApplication app)
    {
        app.MapGet(Everything, (Partnership partnership, HttpRequest request) => AnswerAsync(partnership, request, "Everything released", "/", "")).ExcludeFromDescription();
        app.MapGet("/feeds/areas/{gss}.atom", AreaAsync).ExcludeFromDescription();
        app.MapGet("/feeds/indicators/{id}.atom", IndicatorAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> AreaAsync(Partnership partnership, HttpRequest request, string gss) =>
        partnership.Areas.TryFind(new AreaCode(gss), out var area) && area.Level is AreaLevel.Csp or AreaLevel.District
            ? await AnswerAsync(partnership, request, area.Name, $"/areas/{area.Code}", area.Name + ": ")
            : Results.NotFound();

    private static async Task<IResult> IndicatorAsync(Partnership partnership, HttpRequest request, string id) =>
        partnership.Pack.Indicators.FirstOrDefault(i => i.Id == id) is { } indicator
            ? await AnswerAsync(partnership, request, indicator.Title, $"/data?indicator={id}", indicator.Title + ": ", id)
            : Results.NotFound();

    private static async Task<IResult> AnswerAsync(Partnership partnership, HttpRequest request, string of, string page, string before, string indicator = "")
    {
        var released = (await partnership.Records.Releases.All()).Where(s => s.Step == ReleaseRecords.Released).Reverse().Take(Most).ToList();
        if (indicator.Length > 0)
            released = [.. await NamingAsync(partnership, released, indicator)];
        var path = request.Path.Value!;
        var feed = new Feed(
            partnership.Home.Settings.Id, $"{of}, {partnership.Pack.Title}", path, page,
            [.. released.Select(r => new FeedEntry($"{path}/{r.Month}/{r.Number}", $"{before}{r.Month.Name}, edition {r.Number}", Words(r, partnership.Pack.Synthetic), page, r.Change.At))]);
        return Results.Bytes(feed.Write(new Uri($"{request.Scheme}://{request.Host}")), Feed.ContentType);
    }

    /// <summary>Only editions that have the indicator.</summary>
    private static async Task<IEnumerable<EditionStep>> NamingAsync(Partnership partnership, List<EditionStep> released, string indicator)
    {
        var having = new List<EditionStep>();
        foreach (var step in released)
            if (await partnership.Records.Editions.Find(step.Month, step.Number) is { } edition && (edition.Definitions.Count == 0 || edition.Definitions.Any(d => d.Indicator == indicator)))
                having.Add(step);
        return having;
    }

    private static string Words(EditionStep step, bool synthetic) =>
        (step.Kind switch
        {
            ReleaseKind.First => $"First released on {LondonTime.Text(step.Change.At)}.",
            ReleaseKind.Addition => $"Added to on {LondonTime.Text(step.Change.At)}: {step.Change.Why}",
            _ => $"Corrected on {LondonTime.Text(step.Change.At)}: {step.Change.Why}",
        }) + (synthetic ? " SYNTHETIC: every figure is fictional." : "");
}
