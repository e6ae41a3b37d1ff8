using Made.Web.Downloads;

namespace Made.Web.Dashboards;

/// <summary>One table as CSV, XLSX or ODS, with its origin and notes where the kind has room for them.</summary>
internal static class FileAnswers
{
    public static IResult Of(Table table, Origin origin, string description, IReadOnlyList<string> notes, string kind, string name)
    {
        var book = new Workbook { Title = table.Title, Description = description, Origin = origin, Notes = notes, Tables = [table] };
        using var bytes = new MemoryStream();
        switch (kind)
        {
            case "csv":
                CsvFile.Write(table, bytes);
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
}
