using System.Text;
using Made.Core.Disclosure;
using Made.Core.Indicators;

namespace Made.Web.Downloads;

/// <summary>Writes one table as CSV: RFC 4180, UTF-8, one header row; absences as their codes in columns of their own, the reason after "suppressed: ".</summary>
public static class CsvFile
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <param name="forExcel">True puts a byte order mark first: without it Excel reads accents wrongly.</param>
    public static void Write(Table table, Stream to, bool forExcel = false)
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(forExcel), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', Field.Headings(table).Select(Quoted)));
        foreach (var row in table.RowsAndSums)
            writer.WriteLine(string.Join(',', Field.Row(table, row, Marker).Select(f => f.IsNumber ? f.Content : Quoted(f.Content))));
    }

    private static string Marker(SafeNumber value) => value.Why == Reason.None ? value.Absence.Code() : $"{value.Absence.Code()}: {value.Why.Words()}";

    // A cell that begins with one of these is run as a formula when a spreadsheet opens the file; the apostrophe makes it text.
    internal static string Quoted(string content)
    {
        if (content.Length > 0 && content[0] is '=' or '+' or '-' or '@' or '\t' or '\0' or '\r' or '\n' or '＝' or '＋' or '－' or '＠')
            content = "'" + content;
        return content.AsSpan().IndexOfAny("\",\r\n") < 0 ? content : $"\"{content.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
