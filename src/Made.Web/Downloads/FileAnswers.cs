using Made.Core;
using Made.Web.Charts;

namespace Made.Web.Downloads;

/// <summary>Answers with a table or a chart as a file of the kind that was asked for; an unknown kind is not found.</summary>
internal static class FileAnswers
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="chart">The picture.</param>
    /// <param name="book">Its numbers: the first table is the CSV.</param>
    /// <param name="kind">"svg", "png", "csv", "xlsx" or "ods".</param>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="stop">Ends a picture that nobody waits for.</param>
    public static async Task<IResult> ChartAsync(Chart chart, Workbook book, string kind, string name, CancellationToken stop)
    {
        if (kind == "svg")
            return Results.Text(ChartFile.Svg(chart, book.Origin), ChartFile.ContentType);
        if (kind != "png")
            return Sheet(book, kind, name);
        if (!Chromium.Find(Patience).Succeeded(out var chromium, out var problem))
            return Refused(problem);
        var (width, height) = ChartFile.Size(chart, book.Origin);
        return (await chromium.PngAsync(ChartFile.Svg(chart, book.Origin), width, height, stop)).Succeeded(out var bytes, out problem)
            ? Results.File(bytes, "image/png", Named(book, name) + ".png")
            : Refused(problem);
    }

    public static IResult Sheet(Workbook book, string kind, string name)
    {
        name = Named(book, name);
        using var bytes = new MemoryStream();
        switch (kind)
        {
            case "csv":
                CsvFile.Write(book.Origin.IsDraft ? Marked(book.Tables[0]) : book.Tables[0], bytes);
                return Results.File(bytes.ToArray(), CsvFile.ContentType, name + ".csv");
            case "xlsx":
                XlsxFile.Write(book, bytes);
                return Results.File(bytes.ToArray(), XlsxFile.ContentType, name + ".xlsx");
            case "ods":
                OdsFile.Write(book, bytes);
                return Results.File(bytes.ToArray(), OdsFile.ContentType, name + ".ods");
            default:
                return Results.NotFound();
        }
    }

    private static string Named(Workbook book, string name) => book.Origin.IsDraft ? "DRAFT-" + name : name;

    /// <summary>A CSV has no cover: each of its rows says that it is a draft.</summary>
    private static Table Marked(Table table) => table with
    {
        Columns = [new("Standing"), .. table.Columns],
        Rows = table.Rows.Select(Marked),
        Sums = [.. table.Sums.Select(Marked)],
    };

    private static IReadOnlyList<Cell> Marked(IReadOnlyList<Cell> row) => [Cell.Of("DRAFT, not released"), .. row];

    public static IResult Refused(Problem problem) =>
        Results.Problem(detail: $"{problem.Message} {problem.Remedy}", statusCode: StatusCodes.Status503ServiceUnavailable, title: problem.Message, type: $"urn:made:problem:{problem.Code}");
}
