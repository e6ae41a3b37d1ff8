using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Made.Core.Indicators;
using Made.TestKit.Gallery;
using Made.Web.Downloads;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Downloads;

public sealed class FileTests
{
    private static readonly Table Small = new()
    {
        Name = "Wards: all [crime]",
        Title = "All crime by ward",
        Columns = [new Column("Ward"), new Column("Rate", ColumnKind.Figure, "per 1,000 residents", 1), new Column("Rows", ColumnKind.Whole)],
        Rows =
        [
            [Cell.Of("Abbey, \"Old\""), Cell.Of(Shown.Number(1234.5)), Cell.Of(7)],
            [Cell.Of("=HYPERLINK(\"x\")"), Cell.Of(Shown.Absent(Absence.Suppressed)), Cell.Of(0)],
            [Cell.Of("-5"), Cell.Of(Shown.Number(-2)), Cell.Of(1)],
        ],
    };

    private static readonly Workbook Book = new()
    {
        Title = "All crime",
        Description = "What the dashboard shows.",
        Origin = Samples.Origin,
        Notes = ["Rates are per 1,000 residents."],
        Tables = [Small, Samples.Wide, Small],
    };

    [Fact]
    public void Csv_quotes_separates_marker_from_number_and_defuses_formulas()
    {
        Csv(Small).ShouldBe(
            "Ward,Rate (per 1,000 residents),Rate: marker,Rows\r\n".Replace("Rate (per 1,000 residents)", "\"Rate (per 1,000 residents)\"", StringComparison.Ordinal)
            + "\"Abbey, \"\"Old\"\"\",1234.5,,7\r\n"
            + "\"'=HYPERLINK(\"\"x\"\")\",,suppressed,0\r\n"
            + "'-5,-2,,1\r\n");
    }

    [Fact]
    public void A_byte_order_mark_comes_only_when_asked_for()
    {
        using var with = new MemoryStream();
        CsvFile.Write(Small, with, forExcel: true);
        with.ToArray().Take(3).ShouldBe(new byte[] { 0xEF, 0xBB, 0xBF });
        Encoding.UTF8.GetBytes(Csv(Small))[0].ShouldBe((byte)'W');
    }

    [Fact]
    public void A_row_of_the_wrong_length_is_our_bug_and_stops() =>
        Should.Throw<InvalidOperationException>(() => Csv(Small with { Rows = [[Cell.Of("Abbey")]] }));

    [Fact]
    public void Xlsx_is_valid_and_has_cover_contents_notes_and_one_table_on_each_further_sheet()
    {
        using var stream = Xlsx();
        using var document = SpreadsheetDocument.Open(stream, false);
        new OpenXmlValidator().Validate(document).Select(e => $"{e.Part?.Uri}: {e.Description}").ShouldBeEmpty();
        document.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value)
            .ShouldBe(["Cover", "Contents", "Notes", "Wards  all  crime", "scorecard", "Wards  all  crime 2"]);
        document.WorkbookPart.WorksheetParts.ShouldAllBe(p => !p.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.MergeCell>().Any());
        document.WorkbookPart.WorksheetParts.Count(p => p.TableDefinitionParts.Count() == 1).ShouldBe(5);
    }

    [Fact]
    public void Xlsx_types_numbers_as_numbers_and_a_formula_as_text()
    {
        using var stream = Xlsx();
        using var document = SpreadsheetDocument.Open(stream, false);
        var cells = document.WorkbookPart!.WorksheetParts.ElementAt(3).Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().ToList();
        cells.ShouldContain(c => c.CellValue != null && c.CellValue.Text == "1234.5" && c.DataType == null);
        cells.ShouldContain(c => c.InlineString != null && c.InlineString.InnerText == "=HYPERLINK(\"x\")");
        cells.ShouldContain(c => c.InlineString != null && c.InlineString.InnerText == "[c]");
        cells.ShouldNotContain(c => c.CellFormula != null);
    }

    [Fact]
    public void Xlsx_streams_a_long_table()
    {
        var table = Small with { Rows = Enumerable.Range(0, 20_000).Select(i => (IReadOnlyList<Cell>)[Cell.Of($"Ward {i}"), Cell.Of(Shown.Number(i)), Cell.Of(i)]) };
        using var stream = new MemoryStream();
        XlsxFile.Write(Book with { Tables = [table] }, stream);
        stream.Length.ShouldBeGreaterThan(100_000);
    }

    [Fact]
    public void Ods_begins_with_its_stored_type_and_types_its_cells()
    {
        var bytes = Ods();
        Encoding.ASCII.GetString(bytes, 30, 8).ShouldBe("mimetype");
        Encoding.ASCII.GetString(bytes, 38, OdsFile.ContentType.Length).ShouldBe(OdsFile.ContentType);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var content = XDocument.Load(zip.GetEntry("content.xml")!.Open());
        XNamespace office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
        XNamespace table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
        content.Descendants(table + "table").Count().ShouldBe(6);
        content.Descendants(table + "table-cell").ShouldContain(c => (string?)c.Attribute(office + "value") == "1234.5" && (string?)c.Attribute(office + "value-type") == "float");
        content.Descendants(table + "table-cell").ShouldContain(c => c.Value == "=HYPERLINK(\"x\")" && (string?)c.Attribute(office + "value-type") == "string");
        content.Descendants(table + "table-cell").Attributes(table + "formula").ShouldBeEmpty();
    }

    [Fact]
    public void Ods_of_the_same_workbook_has_the_same_bytes() => Ods().ShouldBe(Ods());

    [Fact]
    public void Every_absence_has_a_marker_of_its_own_that_is_explained()
    {
        var markers = Enum.GetValues<Absence>().Where(a => a != Absence.None).Select(Shorthand.Of).ToList();
        markers.Distinct().Count().ShouldBe(7);
        markers.ShouldAllBe(m => Shorthand.Explained.Contains(m));
    }

    private static string Csv(Table table)
    {
        using var stream = new MemoryStream();
        CsvFile.Write(table, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static MemoryStream Xlsx()
    {
        var stream = new MemoryStream();
        XlsxFile.Write(Book, stream);
        stream.Position = 0;
        return stream;
    }

    private static byte[] Ods()
    {
        using var stream = new MemoryStream();
        OdsFile.Write(Book, stream);
        return stream.ToArray();
    }
}
