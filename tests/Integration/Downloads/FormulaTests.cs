using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Made.TestKit.Gallery;
using Made.TestKit.Intake;
using Made.Web.Downloads;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Downloads;

/// <summary>Texts that spreadsheets would run as formulas, of the attacks beside this checkout and our own.</summary>
public sealed class FormulaTests
{
    private const string Dangerous = "=+-@\t\0\r\n＝＋－＠";

    [Fact]
    public void No_text_begins_a_cell_of_a_csv_as_a_formula_would_and_numbers_stay_as_they_are()
    {
        foreach (var text in Texts())
        {
            using var bytes = new MemoryStream();
            CsvFile.Write(new Table { Name = "t", Title = "t", Columns = [new("a"), new("b", ColumnKind.Whole)], Rows = [[Cell.Of(text), Cell.Of(-5)]] }, bytes);
            var body = Encoding.UTF8.GetString(bytes.ToArray())["a,b\r\n".Length..];
            body.ShouldEndWith(",-5\r\n");
            var first = body[0] == '"' ? body[1] : body[0];
            Dangerous.ShouldNotContain(first.ToString(), customMessage: text);
            body.Replace("\"\"", "\"", StringComparison.Ordinal).ShouldContain(text);
        }
    }

    /// <summary>In a workbook every text is a typed cell of text, as it was: nothing is a formula, so nothing has to be changed.</summary>
    [Fact]
    public void No_text_is_a_formula_in_a_workbook_and_all_that_a_sheet_can_hold_comes_back_as_it_was()
    {
        string[] texts = [.. Texts().Select(t => t.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')).Where(t => t.All(c => c is '\t' or '\n' or >= ' ') && t.Length < 32_000).Distinct()];
        texts.Length.ShouldBeGreaterThan(5);
        Table table = new() { Name = "t", Title = texts[0], Columns = [new("a"), new("b", ColumnKind.Whole)], Rows = [.. texts.Select(t => new[] { Cell.Of(t), Cell.Of(-5) })] };
        var book = new Workbook { Title = texts[1], Description = texts[2], Origin = Samples.Origin, Notes = texts[..5], Tables = [table] };
        using var xlsx = new MemoryStream();
        XlsxFile.Write(book, xlsx);
        using var opened = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(xlsx, false);
        var cells = opened.WorkbookPart!.WorksheetParts.SelectMany(w => w.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()).ToList();
        cells.ShouldAllBe(c => c.CellFormula == null);
        cells.Where(c => c.InnerText == "-5").ShouldNotBeEmpty();
        texts.Except(cells.Select(c => c.InnerText)).ShouldBeEmpty();
        using var ods = new MemoryStream();
        OdsFile.Write(book, ods);
        using var zip = new System.IO.Compression.ZipArchive(ods);
        using var content = zip.GetEntry("content.xml")!.Open();
        var document = XDocument.Load(content);
        document.Descendants().Attributes().ShouldAllBe(a => a.Name.LocalName != "formula");
    }

    private static IEnumerable<string> Texts()
    {
        foreach (var first in Dangerous)
            yield return first + "1+1";
        if (SharedFiles.Folder("attacks/injection") is not { } folder)
            yield break;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
            foreach (var text in JsonSerializer.Deserialize<string[]>(File.ReadAllText(file))!)
                yield return text;
    }
}
