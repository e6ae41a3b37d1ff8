using System.Globalization;
using System.Text;
using Made.Core;
using Made.Core.Disclosure.Topics;
using Made.Core.Register;
using Made.Web.Composition;

namespace Made.Web.Api;

/// <summary>The open API: the same figures as the pages, as JSON or CSV. Addresses and columns are a contract.</summary>
internal static class Endpoints
{
    private const int PageSize = 10_000;

    public static void MapMadeApi(this WebApplication app)
    {
        app.MapOpenApi("/api/v1/{documentName}.json");
        var api = app.MapGroup("/api/v1");
        api.MapGet("/areas", Areas)
            .WithSummary("Every area and grouping with code, level and dates.")
            .Produces<AreaAnswer[]>();
        api.MapGet("/indicators", Indicators)
            .WithSummary("Every indicator with its definition, numerator, denominator, polarity, unit, source and caveats; of a partner's figures the topic and how it protects them.")
            .Produces<IndicatorAnswer[]>();
        api.MapGet("/measures", MeasuresAsync)
            .WithSummary("An indicator's figures with base, interval, coverage and edition; one row per indicator, area and period.")
            .WithDescription("The same parameters and columns as the command 'made measures'. Pages of 10,000 rows; the header Link names the next. Where a figure is suppressed, suppressed_because says why; where counts of a sensitive topic are rounded, rounded_to names the base, and every figure of the row is made from the rounded count.")
            .Produces<MeasureAnswer[]>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapEditionsApi();
        app.MapGet("/health", HealthAsync).WithSummary("Whether the records answer.").Produces<HealthAnswer>();
    }

    private static IResult Areas(Partnership partnership, HttpRequest request, string? format = null) =>
        Answer(request, format, ["code", "name", "level", "from", "to"], partnership.Areas.All
            .OrderByDescending(a => a.Level).ThenBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Code)
            .Select(a => new AreaAnswer(a.Code.Value, a.Name, a.Level.Code(), Day(a.From), Day(a.To))).ToList(),
            a => [a.Code, a.Name, a.Level, a.From, a.To]);

    private static IResult Indicators(Partnership partnership, HttpRequest request, string? format = null) =>
        Answer(request, format, IndicatorAnswer.Columns, partnership.Pack.Indicators.OrderBy(i => i.Order).Select(i => IndicatorAnswer.Of(i, DisclosureRule.Of(partnership.Pack, i))).ToList(), i => i.Cells());

    private static async Task<IResult> MeasuresAsync(
        Partnership partnership, HttpContext context, string? indicator = null, string? area = null, string? level = null,
        string? from = null, string? to = null, string? period = null, string? format = null, string? page = null)
    {
        var latest = await partnership.LatestMonthAsync();
        if (latest is null)
            return Refused(Problems.NothingBuilt());
        if (!MeasureQuery.Parse(partnership.Areas, indicator, area, level, from, to, period, latest.Value).Succeeded(out var query, out var problem))
            return Refused(problem);
        var number = 1;
        if (page is not null && (!int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > int.MaxValue / PageSize))
            return Refused(Problems.PageOutOfRange(page));
        var rows = await partnership.Figures.RowsAsync(query);
        var shown = rows.Skip((number - 1) * PageSize).Take(PageSize).ToList();
        context.Response.Headers["Total-Count"] = rows.Count.ToString(CultureInfo.InvariantCulture);
        if (rows.Count > number * PageSize)
            context.Response.Headers.Link = $"<{NextPage(context.Request, number + 1)}>; rel=\"next\"";
        if (!Wanted(context.Request, format).Succeeded(out var kind, out problem))
            return Refused(problem);
        return kind == "csv"
            ? Csv(shown.Select(r => r.Csv()), MeasureRow.Columns)
            : Results.Json(shown.Select(r => r.Json()));
    }

    private static async Task<IResult> HealthAsync(Partnership partnership, HttpContext context)
    {
        var supplies = await partnership.Supplies.Register();
        return Results.Json(new HealthAnswer("ok", supplies.Count));
    }

    internal static IResult Answer<T>(HttpRequest request, string? format, string[] columns, List<T> rows, Func<T, IReadOnlyList<string>> cells)
    {
        if (!Wanted(request, format).Succeeded(out var kind, out var problem))
            return Refused(problem);
        return kind == "csv" ? Csv(rows.Select(r => string.Join(',', cells(r).Select(Cell))), columns) : Results.Json(rows);
    }

    private static Outcome<string> Wanted(HttpRequest request, string? format) => format switch
    {
        null or "" => request.Headers.Accept.ToString().Contains("text/csv", StringComparison.Ordinal) ? "csv" : "json",
        "csv" or "json" => format,
        _ => Problems.UnknownFormat(format),
    };

    internal static IResult Csv(IEnumerable<string> lines, string[] columns) =>
        Results.Text(string.Join("\r\n", lines.Prepend(string.Join(',', columns))) + "\r\n", "text/csv; charset=utf-8", Encoding.UTF8);

    private static IResult Refused(Problem problem) =>
        Results.Problem(detail: $"{problem.Message} {problem.Remedy}", statusCode: StatusCodes.Status400BadRequest, title: problem.Message, type: $"urn:made:problem:{problem.Code}");

    private static string NextPage(HttpRequest request, int number)
    {
        var query = request.Query.Where(q => q.Key != "page").Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value.ToString())}");
        return $"{request.Path}?{string.Join('&', query.Append($"page={number}"))}";
    }

    private static string Day(DateOnly day) =>
        day == DateOnly.MinValue || day == DateOnly.MaxValue ? "" : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Cell(string text) => MeasureRow.Quote(text);
}
