using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Made.Web.Downloads;

namespace Made.Web.Papers;

/// <summary>A drawn chart for Word: the picture and its size in pixels of the page.</summary>
public sealed record DrawnChart(byte[] Png, int Width, int Height);

/// <summary>
/// Writes papers as a Word file: headings that Word knows, a contents field that is filled already and that Word can renew with page numbers, tables
/// whose first row is repeated on each page, pictures with their words.
/// </summary>
internal sealed class WordFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Language = "en-GB";
    private readonly MainDocumentPart main;
    private readonly Body body = new();
    private readonly Func<PaperBlock.Picture, DrawnChart> drawn;
    private uint pictures;

    private WordFile(MainDocumentPart main, Func<PaperBlock.Picture, DrawnChart> drawn) => (this.main, this.drawn) = (main, drawn);

    public static byte[] Write(PaperContent content, Func<PaperBlock.Picture, DrawnChart> drawn)
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = content.Choice.Title;
            file.PackageProperties.Language = Language;
            file.PackageProperties.Creator = "MADE Interactive";
            var part = file.AddMainDocumentPart();
            var writer = new WordFile(part, drawn);
            part.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.All(Language);
            writer.All(content);
            part.Document = new Document(writer.body);
        }
        return bytes.ToArray();
    }

    private void All(PaperContent content)
    {
        Paragraph("Title", content.Choice.Title);
        foreach (var line in content.Cover)
            Paragraph("Normal", line);
        Contents([.. content.Contents]);
        var number = 1;
        foreach (var block in content.Blocks)
            Block(block, ref number);
        var footer = main.AddNewPart<FooterPart>();
        footer.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }),
            Run($"{content.Choice.Title}. OFFICIAL{(content.Edition.Register.Pack.Synthetic ? ", SYNTHETIC" : "")}. Page "), Field("PAGE"), Run(" of "), Field("NUMPAGES")));
        body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1134, Bottom = 1134, Left = 1021, Right = 1021, Header = 567, Footer = 567, Gutter = 0 }));
    }

    private void Block(PaperBlock block, ref int number)
    {
        switch (block)
        {
            case PaperBlock.Heading h:
                var heading = Paragraph($"Heading{h.Level.ToString(CultureInfo.InvariantCulture)}", h.Text);
                if (h.Anchor.Length > 0)
                {
                    var id = (number++).ToString(CultureInfo.InvariantCulture);
                    heading.InsertAfter(new BookmarkStart { Id = id, Name = Bookmark(h) }, heading.ParagraphProperties);
                    heading.Append(new BookmarkEnd { Id = id });
                }
                break;
            case PaperBlock.Words w:
                Paragraph("Normal", w.Text);
                break;
            case PaperBlock.Bullets b:
                foreach (var line in b.Lines)
                    Paragraph("ListBullet", "\u2022\t" + line);
                break;
            case PaperBlock.Figures f:
                Paragraph("Caption", f.Table.Title);
                body.Append(TableOf(f.Table));
                Paragraph("Normal", "");
                break;
            case PaperBlock.Picture p:
                Paragraph("Caption", p.Chart.Title);
                Picture(p);
                Paragraph("Normal", p.Chart.Sentence);
                break;
        }
    }

    private void Contents(IReadOnlyList<PaperBlock.Heading> headings)
    {
        Paragraph("ContentsHeading", "Contents");
        var first = true;
        foreach (var heading in headings)
        {
            var line = Paragraph(heading.Level == 1 ? "TOC1" : "TOC2", "");
            if (first)
                line.Append(FieldMark(FieldCharValues.Begin), new Run(new FieldCode(" TOC \\o \"1-2\" \\h \\z \\u ") { Space = SpaceProcessingModeValues.Preserve }), FieldMark(FieldCharValues.Separate));
            first = false;
            line.Append(new Hyperlink(Run(heading.Text)) { Anchor = Bookmark(heading), History = true });
        }
        Paragraph("Normal", "").Append(FieldMark(FieldCharValues.End));
    }

    private static DocumentFormat.OpenXml.Wordprocessing.Table TableOf(Downloads.Table table)
    {
        var word = new DocumentFormat.OpenXml.Wordprocessing.Table(
            new TableProperties(
                new TableStyle { Val = "Figures" },
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableLook { FirstRow = true, FirstColumn = true, NoHorizontalBand = true, NoVerticalBand = true, Val = "04A0" },
                new TableCaption { Val = table.Title }),
            new TableGrid([.. table.Columns.Select(_ => new GridColumn())]));
        var head = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        head.Append(table.Columns.Select(c => Cell(c.Heading, c.IsNumber, bold: true)));
        word.Append(head);
        foreach (var row in table.RowsAndSums)
        {
            var line = new TableRow(new TableRowProperties(new CantSplit()));
            line.Append(table.Columns.Zip(row, (column, cell) => Cell(Text(cell, column), column.IsNumber, bold: false)));
            word.Append(line);
        }
        return word;
    }

    private static string Text(Downloads.Cell cell, Downloads.Column column) => cell switch
    {
        Downloads.Cell.Figure f => f.Value.TextWithReason(column.Decimals),
        Downloads.Cell.Whole w => w.Number.ToString("N0", CultureInfo.InvariantCulture),
        Downloads.Cell.Text t => t.Words,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static TableCell Cell(string text, bool right, bool bold)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = "TableText" });
        if (right)
            properties.Append(new Justification { Val = JustificationValues.Right });
        var run = Run(text);
        if (bold)
            run.RunProperties = new RunProperties(new Bold());
        return new TableCell(new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Auto }), new Paragraph(properties, run));
    }

    private void Picture(PaperBlock.Picture picture)
    {
        var (png, width, height) = drawn(picture);
        var part = main.AddImagePart(ImagePartType.Png);
        using (var bytes = new MemoryStream(png))
            part.FeedData(bytes);
        body.Append(new Paragraph(new Run(WordDrawing.Of(main.GetIdOfPart(part), ++pictures, picture.Chart.Title, $"{picture.Chart.Title}. {picture.Chart.Sentence}", width, height))));
    }

    private Paragraph Paragraph(string style, string text)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (text.Length > 0)
            paragraph.Append(Run(text));
        body.Append(paragraph);
        return paragraph;
    }

    private static Run Run(string text)
    {
        var run = new Run();
        var lines = XlsxFile.Clean(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                run.Append(new Break());
            var parts = lines[i].Split('\t');
            for (var j = 0; j < parts.Length; j++)
            {
                if (j > 0)
                    run.Append(new TabChar());
                run.Append(new Text(parts[j]) { Space = SpaceProcessingModeValues.Preserve });
            }
        }
        return run;
    }

    private static SimpleField Field(string code) => new(Run("1")) { Instruction = $" {code} " };

    private static Run FieldMark(FieldCharValues mark) => new(new FieldChar { FieldCharType = mark });

    // A bookmark's name begins with a letter and has no hyphens.
    private static string Bookmark(PaperBlock.Heading heading) => "at_" + heading.Anchor.Replace('-', '_');
}
