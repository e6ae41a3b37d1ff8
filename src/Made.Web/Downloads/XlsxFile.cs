using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Made.Web.Downloads;

/// <summary>Writes a workbook as XLSX, a row at a time, so that long tables need no more memory than short ones.</summary>
public static class XlsxFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Write(Workbook book, Stream to)
    {
        // The package needs a stream it can seek in; an answer over HTTP is none.
        using var scratch = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        using (var document = SpreadsheetDocument.Create(scratch, SpreadsheetDocumentType.Workbook))
        {
            document.PackageProperties.Title = book.Title;
            document.PackageProperties.Creator = "MADE Interactive";
            var root = document.AddWorkbookPart();
            XlsxStyles.Add(root);
            var list = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            uint number = 0;
            foreach (var sheet in Sheets.Of(book))
            {
                number++;
                var part = root.AddNewPart<WorksheetPart>();
                WriteSheet(part, sheet, number);
                list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = sheet.Name, SheetId = number, Id = root.GetIdOfPart(part) });
            }
            root.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(list);
        }
        scratch.Position = 0;
        scratch.CopyTo(to);
    }

    private static void WriteSheet(WorksheetPart part, Sheet sheet, uint number)
    {
        List<string> headings = [];
        var (row, headingRow) = (0, 0);
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new Columns());
        for (var i = 0; i < sheet.Widths.Count; i++)
            writer.WriteElement(new DocumentFormat.OpenXml.Spreadsheet.Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = sheet.Widths[i], CustomWidth = true });
        writer.WriteEndElement();
        writer.WriteStartElement(new SheetData());
        foreach (var (style, fields) in sheet.Rows)
        {
            row++;
            writer.WriteStartElement(new Row { RowIndex = (uint)row });
            var read = style == RowStyle.Heading ? fields.ToList() : fields;
            if (style == RowStyle.Heading)
                (headings, headingRow) = ([.. read.Select(f => f.Content)], row);
            foreach (var field in read)
                WriteCell(writer, field, style);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
        if (headingRow > 0 && row > headingRow)
        {
            var table = part.AddNewPart<TableDefinitionPart>();
            table.Table = Define(headings, headingRow, row, number);
            writer.WriteElement(new TableParts(new TablePart { Id = part.GetIdOfPart(table) }) { Count = 1 });
        }
        writer.WriteEndElement();
    }

    private static void WriteCell(OpenXmlWriter writer, Field field, RowStyle style)
    {
        if (field.IsNumber)
        {
            writer.WriteElement(new DocumentFormat.OpenXml.Spreadsheet.Cell { CellValue = new CellValue(field.Content), StyleIndex = XlsxStyles.Number(field.Decimals) });
            return;
        }
        writer.WriteStartElement(new DocumentFormat.OpenXml.Spreadsheet.Cell { DataType = CellValues.InlineString, StyleIndex = XlsxStyles.Text(style) });
        writer.WriteElement(new InlineString(new Text(Clean(field.Content)) { Space = SpaceProcessingModeValues.Preserve }));
        writer.WriteEndElement();
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Table Define(List<string> headings, int from, int to, uint number)
    {
        var area = string.Create(CultureInfo.InvariantCulture, $"A{from}:{Letters(headings.Count)}{to}");
        var columns = headings.Select((h, i) => new TableColumn { Id = (uint)i + 1, Name = Clean(h) });
        return new DocumentFormat.OpenXml.Spreadsheet.Table(new AutoFilter { Reference = area }, new TableColumns(columns) { Count = (uint)headings.Count })
        {
            Id = number,
            Name = string.Create(CultureInfo.InvariantCulture, $"table_{number}"),
            DisplayName = string.Create(CultureInfo.InvariantCulture, $"table_{number}"),
            Reference = area,
        };
    }

    private static string Letters(int column) =>
        column <= 26 ? ((char)('A' + column - 1)).ToString() : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);

    // XML 1.0 has no way to write most control characters; Excel calls a file with one damaged.
    internal static string Clean(string text) =>
        text.All(System.Xml.XmlConvert.IsXmlChar) ? text : new string([.. text.Where(System.Xml.XmlConvert.IsXmlChar)]);
}
