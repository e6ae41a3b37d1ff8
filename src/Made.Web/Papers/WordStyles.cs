using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Made.Web.Papers;

/// <summary>The styles of a Word file: Arial 11, headings that Word's own navigation knows, a table with a line under its head.</summary>
internal static class WordStyles
{
    private const string Dark = "073B43";

    public static Styles All(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial" }, new FontSize { Val = "22" }, new Languages { Val = language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        Style("Normal", "Normal", isDefault: true),
        Style("Title", "Title", 40, bold: true),
        Style("Heading1", "heading 1", 32, bold: true, outline: 0, newPage: true),
        Style("Heading2", "heading 2", 26, bold: true, outline: 1),
        Style("Heading3", "heading 3", 22, bold: true, outline: 2),
        Style("ContentsHeading", "Contents heading", 26, bold: true),
        Style("TOC1", "toc 1"),
        Style("TOC2", "toc 2", indent: 360),
        Style("Caption", "caption", 20, bold: true, keepNext: true),
        Style("ListBullet", "List Bullet", indent: 360, hanging: 360),
        Style("TableText", "Table text", 18, tight: true),
        Style("Footer", "footer", 16),
        new Style(
            new StyleName { Val = "Figures" },
            new StyleTableProperties(new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 8, Color = Dark }, new BottomBorder { Val = BorderValues.Single, Size = 8, Color = Dark },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "B9C6C8" }),
                new TableCellMarginDefault(new TopMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa })))
        { Type = StyleValues.Table, StyleId = "Figures" });

    private static Style Style(
        string id, string name, int size = 0, bool bold = false, int outline = -1, bool newPage = false, bool keepNext = false, bool tight = false, int indent = 0, int hanging = 0, bool isDefault = false)
    {
        // In the order that the schema asks for.
        var paragraph = new StyleParagraphProperties();
        if (outline >= 0 || keepNext)
            paragraph.Append(new KeepNext());
        if (newPage)
            paragraph.Append(new PageBreakBefore());
        if (tight)
            paragraph.Append(new SpacingBetweenLines { Before = "0", After = "0" });
        else if (outline > 0)
            paragraph.Append(new SpacingBetweenLines { Before = "240", After = "80" });
        if (indent > 0)
            paragraph.Append(hanging > 0 ? new Indentation { Left = $"{indent}", Hanging = $"{hanging}" } : new Indentation { Left = $"{indent}" });
        if (outline >= 0)
            paragraph.Append(new OutlineLevel { Val = outline });
        var run = new StyleRunProperties();
        if (bold)
            run.Append(new Bold());
        if (outline >= 0 || id == "Title")
            run.Append(new Color { Val = Dark });
        if (size > 0)
            run.Append(new FontSize { Val = $"{size}" });
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? OnOffValue.FromBoolean(true) : null };
        style.Append(new StyleName { Val = name });
        if (!isDefault)
            style.Append(new BasedOn { Val = "Normal" });
        style.Append(new PrimaryStyle());
        if (paragraph.HasChildren)
            style.Append(paragraph);
        if (run.HasChildren)
            style.Append(run);
        return style;
    }
}
