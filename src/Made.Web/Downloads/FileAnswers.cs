using Made.Core;
using Made.Web.Accounts;
using Made.Web.Charts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

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

    /// <summary>A page of this site as PDF, opened by our own browser with a pass for it, as whoever asks sees it.</summary>
    public static async Task<IResult> PdfAsync(IServer server, PrintPasses passes, Asking asking, string path, string name, CancellationToken stop)
    {
        if (!Chromium.Find(Patience).Succeeded(out var chromium, out var problem))
            return Refused(problem);
        var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses;
        // Of several the one on this machine: our own browser knows no certificate of ours.
        var origin = addresses.FirstOrDefault(a => Listening.IsLoopback(new Uri(a).Host) && a.StartsWith("http:", StringComparison.Ordinal)) ?? addresses.First();
        var page = new Uri(new Uri(origin), path);
        return (await chromium.PdfAsync(page, passes.Issue(page, asking), stop)).Succeeded(out var bytes, out problem) ? Results.File(bytes, "application/pdf", name + ".pdf") : Refused(problem);
    }

    public static IResult Refused(Problem problem) =>
        Results.Problem(detail: $"{problem.Message} {problem.Remedy}", statusCode: StatusCodes.Status503ServiceUnavailable, title: problem.Message, type: $"urn:made:problem:{problem.Code}");
}
