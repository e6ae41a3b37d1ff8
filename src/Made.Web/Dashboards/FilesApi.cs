using Made.Core.Calendar;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Web.Accounts;
using Made.Web.Editions;
using Made.Web.Charts;
using Made.Web.Composition;
using Made.Web.Downloads;
using Microsoft.AspNetCore.Hosting.Server;

namespace Made.Web.Dashboards;

/// <summary>Everything on a dashboard as a file: tables as CSV, XLSX and ODS, charts as SVG and PNG besides, the page as PDF.</summary>
internal static class FilesApi
{
    public static void MapDashboardFiles(this WebApplication app)
    {
        app.MapGet("/dashboard/{gss}/{month:length(7)}.pdf", PageAsync).ExcludeFromDescription();
        app.MapGet("/dashboard/{gss}/{month:length(7)}/{part}.{kind}", MonthPartAsync).ExcludeFromDescription();
        app.MapGet("/dashboard/{gss}/{month:length(7)}/{indicator}/{part}.{kind}", IndicatorPartAsync).ExcludeFromDescription();
        app.MapGet("/scorecard/{month:length(7)}.{kind}", ScorecardAsync).ExcludeFromDescription();
        app.MapGet("/scorecard/outcomes/{gss}.{kind:regex(^(csv|xlsx|ods)$)}", OutcomesAsync).ExcludeFromDescription();
        app.MapAnalysisFiles();
    }

    private static async Task<IResult> PageAsync(Partnership partnership, HttpContext context, IServer server, PrintPasses passes, string gss, string month, int? edition, CancellationToken stop)
    {
        if (await FindAsync(partnership, context, gss, month, edition) is not { } found)
            return Results.NotFound();
        var draft = found.Reader.Standing.IsDraft ? "DRAFT-" : "";
        return await FileAnswers.PdfAsync(server, passes, context.Asking(), $"/dashboard/{gss}/{month}?edition={found.Reader.Manifest.Number}", $"{draft}{gss}-{month}-e{found.Reader.Manifest.Number}", stop);
    }

    private static async Task<IResult> MonthPartAsync(
        Partnership partnership, HttpContext context, string gss, string month, string part, string kind, int? edition, string? where, CancellationToken stop)
    {
        if (await FindAsync(partnership, context, gss, month, edition) is not { } found)
            return Results.NotFound();
        var view = MonthViews.Of(found.Reader, found.Area, where);
        var name = $"{gss}-{month}-{part}";
        return part switch
        {
            "indicators" => Sheet(Tables.Indicators(view), view, kind, name),
            "map" when view.Where is { Map: { } map } shown => await ChartAsync(map, found.Reader, kind, name, stop, EditionWords.Notes(found.Reader, found.Area.Code, shown.Indicator.Id)),
            "wards" when view.Where is { } shown => await ChartAsync(shown.Bars, found.Reader, kind, name, stop, EditionWords.Notes(found.Reader, found.Area.Code, shown.Indicator.Id)),
            "kinds" when view.Kinds is { } kinds => await ChartAsync(kinds, found.Reader, kind, name, stop, EditionWords.Notes(found.Reader, found.Area.Code)),
            _ => Results.NotFound(),
        };
    }

    private static async Task<IResult> IndicatorPartAsync(
        Partnership partnership, HttpContext context, string gss, string month, string indicator, string part, string kind, int? edition, CancellationToken stop)
    {
        if (part != "trend" || await FindAsync(partnership, context, gss, month, edition) is not { } found
            || found.Reader.Register.Pack.Indicators.FirstOrDefault(i => i.Id == indicator) is not { } definition
            || IndicatorViews.Of(found.Reader, found.Area, definition)?.Trend is not { } trend)
            return Results.NotFound();
        return await ChartAsync(trend, found.Reader, kind, $"{gss}-{month}-{indicator}", stop, EditionWords.Notes(found.Reader, found.Area.Code, indicator));
    }

    private static async Task<IResult> ScorecardAsync(Partnership partnership, HttpContext context, string month, string kind, int? edition, string? area, string? level, string? measure)
    {
        if (!Month.TryParse(month, out var wanted) || await partnership.Editions.Open(wanted, edition, context.SeesDrafts()) is not { } reader
            || ScorecardViews.Of(reader, area, level, measure) is not { } card)
            return Results.NotFound();
        return Sheet(card.Table, reader, "Each area of a layer against each indicator.", kind, $"scorecard-{month}");
    }

    private static async Task<IResult> OutcomesAsync(Partnership partnership, string gss, string kind, string? month, string? on) =>
        await OutcomesViews.OfAsync(partnership, gss, month, on) is { } view
            ? Sheet(view.Table, view.Edition, $"{view.Basis} {view.Sentence}", kind, $"outcomes-{view.Area.Code}-{view.Month}")
            : Results.NotFound();

    /// <param name="chart">The picture.</param>
    /// <param name="reader">The edition it is taken from.</param>
    /// <param name="kind">The kind of file.</param>
    /// <param name="name">Its name without ending.</param>
    /// <param name="stop">Ends a picture that nobody waits for.</param>
    /// <param name="said">The analysts' notes that go with it.</param>
    internal static Task<IResult> ChartAsync(Chart chart, EditionReader reader, string kind, string name, CancellationToken stop, IEnumerable<string>? said = null) =>
        FileAnswers.ChartAsync(chart, BookOf(ChartTable.Of(chart), reader, chart.Sentence, said ?? []), kind, name, stop);

    private static IResult Sheet(Table table, MonthView view, string kind, string name) =>
        FileAnswers.Sheet(BookOf(table, view.Edition, string.Join(' ', view.Lead), EditionWords.Notes(view.Edition, view.Area.Code)), kind, name);

    internal static IResult Sheet(Table table, EditionReader reader, string description, string kind, string name) =>
        FileAnswers.Sheet(BookOf(table, reader, description, []), kind, name);

    private static Workbook BookOf(Table table, EditionReader reader, string description, IEnumerable<string> said) => Workbook.Of(
        table, EditionWords.Origin(reader), description,
        [.. new[] { EditionWords.Notice(reader.Standing) }.Where(n => n.Length > 0), .. said, .. reader.Register.Pack.Datasets.SelectMany(d => d.Caveats).Distinct(StringComparer.Ordinal), .. ProtectionNotes.Of(reader.Register.Pack, reader.Register.Pack.Indicators)]);

    private static async Task<(EditionReader Reader, Area Area)?> FindAsync(Partnership partnership, HttpContext context, string gss, string month, int? edition) =>
        Month.TryParse(month, out var wanted) && partnership.Areas.TryFind(new AreaCode(gss), out var area) && await partnership.Editions.Open(wanted, edition, context.SeesDrafts()) is { } reader
            ? (reader, area)
            : null;
}
