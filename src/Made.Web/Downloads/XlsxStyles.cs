using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Made.Web.Downloads;

/// <summary>The few cell formats a workbook uses. Text carries the quote prefix: it stays text when somebody edits the cell.</summary>
internal static class XlsxStyles
{
    private const int NumberFormats = 4;

    public static uint Text(RowStyle style) => style switch { RowStyle.Title => 1, RowStyle.Heading => 2, RowStyle.Plain => 3, _ => 4 };

    public static uint Number(int decimals) => 5 + (uint)Math.Clamp(decimals, 0, NumberFormats - 1);

    public static void Add(WorkbookPart book)
    {
        var part = book.AddNewPart<WorkbookStylesPart>();
        part.Stylesheet = new Stylesheet(
            new NumberingFormats(Enumerable.Range(0, NumberFormats).Select(d => new NumberingFormat
            {
                NumberFormatId = (uint)(164 + d),
                FormatCode = d == 0 ? "#,##0" : "#,##0." + new string('0', d),
            })),
            new Fonts(Font(11, false), Font(16, true), Font(11, true)),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
            [
                new CellFormat { FontId = 0, FormatId = 0 },
                Words(1, wrap: false),
                Words(2, wrap: true),
                Words(0, wrap: false),
                Words(0, wrap: true),
                .. Enumerable.Range(0, NumberFormats).Select(d => new CellFormat { FontId = 0, FormatId = 0, NumberFormatId = (uint)(164 + d), ApplyNumberFormat = true }),
            ]));
    }

    private static CellFormat Words(uint font, bool wrap) => new(new Alignment { WrapText = wrap, Vertical = VerticalAlignmentValues.Top })
    {
        FontId = font,
        FormatId = 0,
        ApplyFont = true,
        ApplyAlignment = true,
        QuotePrefix = true,
    };

    private static Font Font(double size, bool bold)
    {
        var font = new Font(new FontSize { Val = size }, new FontName { Val = "Arial" });
        if (bold)
            font.PrependChild(new Bold());
        return font;
    }
}
