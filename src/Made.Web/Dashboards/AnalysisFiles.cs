using Made.Core.Calendar;
using Made.Web.Composition;
using Made.Web.Editions;

namespace Made.Web.Dashboards;

/// <summary>The pages that look at all areas together, as files.</summary>
internal static class AnalysisFiles
{
    public static void MapAnalysisFiles(this WebApplication app)
    {
        app.MapGet("/exceptions/{month:length(7)}.{kind}", ExceptionsAsync).ExcludeFromDescription();
        app.MapGet("/hotspots/{gss}/{month:length(7)}/{part}.{kind}", HotspotsAsync).ExcludeFromDescription();
        app.MapGet("/near-repeats/{gss}/{month:length(7)}.{kind}", NearRepeatsAsync).ExcludeFromDescription();
        app.MapGet("/severity/{month:length(7)}.{kind}", SeverityAsync).ExcludeFromDescription();
        app.MapGet("/severity/{month:length(7)}/{part}.{kind}", SeverityChartAsync).ExcludeFromDescription();
        app.MapGet("/funnel/{indicator}/{month:length(7)}.{kind}", FunnelAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> FunnelAsync(Partnership partnership, string indicator, string month, string kind, int? edition, string? level, string? area, CancellationToken stop)
    {
        if (!Month.TryParse(month, out var wanted) || await partnership.Editions.Open(wanted, edition) is not { } reader
            || FunnelViews.Of(reader, indicator, level, area)?.Chart is not { } chart)
            return Results.NotFound();
        return await FilesApi.ChartAsync(chart, reader, kind, $"funnel-{month}-{indicator}", stop);
    }

    private static async Task<IResult> ExceptionsAsync(Partnership partnership, HttpContext context, string month, string kind, int? edition, string? area, string? indicator, string? outcome)
    {
        if (!Month.TryParse(month, out var wanted) || await partnership.Editions.Open(wanted, edition, context.SeesDrafts()) is not { } reader
            || ExceptionViews.Of(reader, new ExceptionFilter(area ?? "", indicator ?? "", outcome ?? "")) is not { } view)
            return Results.NotFound();
        return FilesApi.Sheet(view.File, reader, $"{view.Sentence} {view.Counted}", kind, $"exceptions-{month}");
    }

    private static async Task<IResult> SeverityAsync(Partnership partnership, string month, string kind, int? edition) =>
        await SeverityOf(partnership, month, edition, null) is { Table: { } table } view
            ? FilesApi.Sheet(table, view.Edition, string.Join(' ', view.Sentences), kind, $"severity-{month}")
            : Results.NotFound();

    private static async Task<IResult> SeverityChartAsync(Partnership partnership, string month, string part, string kind, int? edition, string? area, CancellationToken stop) =>
        await SeverityOf(partnership, month, edition, area) is { } view && view.Charts.FirstOrDefault(c => c.Id == part) is { } chart
            ? await FilesApi.ChartAsync(chart, view.Edition, kind, $"severity-{month}-{part}", stop)
            : Results.NotFound();

    private static async Task<SeverityView?> SeverityOf(Partnership partnership, string month, int? edition, string? area) =>
        Month.TryParse(month, out var wanted) && await partnership.Editions.Open(wanted, edition) is { } reader ? SeverityViews.Of(reader, area) : null;

    private static async Task<IResult> NearRepeatsAsync(Partnership partnership, string gss, string month, string kind, int? edition, string? indicator, int? months, CancellationToken stop)
    {
        if (!Month.TryParse(month, out var wanted) || await partnership.Editions.Open(wanted, edition) is not { } reader
            || await NearRepeatViews.OfAsync(partnership.Editions, reader, gss, indicator, months, stop) is not { } view || !view.Found.Succeeded(out var found, out _))
            return Results.NotFound();
        return FilesApi.Sheet(view.Table(found), reader, string.Join(' ', [view.Sentence(found), view.Compared(found), .. view.Cautions(found)]), kind, $"near-repeats-{gss}-{month}-{view.Indicator.Id}");
    }

    private static async Task<IResult> HotspotsAsync(
        Partnership partnership, string gss, string month, string part, string kind, int? edition, string? indicator, CancellationToken stop)
    {
        if (!Month.TryParse(month, out var wanted) || await partnership.Editions.Open(wanted, edition) is not { } reader
            || await HotspotViews.OfAsync(partnership.Editions, reader, gss, indicator, stop) is not { } view)
            return Results.NotFound();
        var name = $"hotspots-{gss}-{month}-{view.Indicator.Id}";
        return part switch
        {
            "map" when view.Map is { } map => await FilesApi.ChartAsync(map, reader, kind, name, stop),
            "places" when view.Places is { } places => FilesApi.Sheet(places, reader, view.Sentences[0], kind, name),
            _ => Results.NotFound(),
        };
    }
}
