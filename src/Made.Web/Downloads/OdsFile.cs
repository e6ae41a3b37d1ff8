using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Made.Web.Downloads;

/// <summary>Writes a workbook as OpenDocument 1.3 spreadsheet, a row at a time: a zip whose first member is its type, stored as it is.</summary>
public static class OdsFile
{
    public const string ContentType = "application/vnd.oasis.opendocument.spreadsheet";

    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string TextNs = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private const string Fo = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    private const string Number = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";
    private const string Manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

    // The same workbook gives the same bytes.
    private static readonly DateTimeOffset Fixed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Workbook book, Stream to)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        Member(zip, "mimetype", CompressionLevel.NoCompression, s => s.Write(Encoding.ASCII.GetBytes(ContentType)));
        Xml(zip, "content.xml", w => Content(w, book));
        Xml(zip, "META-INF/manifest.xml", w =>
        {
            w.WriteStartElement("manifest", "manifest", Manifest);
            w.WriteAttributeString("version", Manifest, "1.3");
            foreach (var (path, type) in new[] { ("/", ContentType), ("content.xml", "text/xml") })
            {
                w.WriteStartElement("file-entry", Manifest);
                w.WriteAttributeString("full-path", Manifest, path);
                w.WriteAttributeString("media-type", Manifest, type);
                w.WriteEndElement();
            }
            w.WriteEndElement();
        });
    }

    private static void Content(XmlWriter w, Workbook book)
    {
        w.WriteStartElement("office", "document-content", Office);
        foreach (var (prefix, name) in new[] { ("table", Table), ("text", TextNs), ("style", Style), ("fo", Fo), ("number", Number) })
            w.WriteAttributeString("xmlns", prefix, null, name);
        w.WriteAttributeString("version", Office, "1.3");
        w.WriteStartElement("automatic-styles", Office);
        OdsStyles(w);
        w.WriteEndElement();
        w.WriteStartElement("body", Office);
        w.WriteStartElement("spreadsheet", Office);
        foreach (var sheet in Sheets.Of(book))
            WriteSheet(w, sheet);
        w.WriteEndElement();
        w.WriteEndElement();
        w.WriteEndElement();
    }

    private static void WriteSheet(XmlWriter w, Sheet sheet)
    {
        w.WriteStartElement("table", Table);
        w.WriteAttributeString("name", Table, sheet.Name);
        foreach (var width in sheet.Widths)
        {
            w.WriteStartElement("table-column", Table);
            w.WriteAttributeString("style-name", Table, width > 40 ? "wide" : width > 20 ? "middle" : "small");
            w.WriteEndElement();
        }
        foreach (var (style, fields) in sheet.Rows)
        {
            w.WriteStartElement("table-row", Table);
            foreach (var field in fields)
                WriteCell(w, field, style);
            w.WriteEndElement();
        }
        w.WriteEndElement();
    }

    private static void WriteCell(XmlWriter w, Field field, RowStyle style)
    {
        w.WriteStartElement("table-cell", Table);
        w.WriteAttributeString("style-name", Table, field.IsNumber ? "n" + Math.Clamp(field.Decimals, 0, 3).ToString(CultureInfo.InvariantCulture) : style switch { RowStyle.Title => "title", RowStyle.Heading => "heading", _ => "words" });
        w.WriteAttributeString("value-type", Office, field.IsNumber ? "float" : "string");
        if (field.IsNumber)
            w.WriteAttributeString("value", Office, field.Content);
        foreach (var line in XlsxFile.Clean(field.Content).Split('\n'))
            w.WriteElementString("p", TextNs, line);
        w.WriteEndElement();
    }

    private static void OdsStyles(XmlWriter w)
    {
        foreach (var (name, width) in new[] { ("small", "3cm"), ("middle", "6cm"), ("wide", "18cm") })
            Styled(w, name, "table-column", "table-column-properties", Style, ("column-width", width));
        Styled(w, "words", "table-cell", "text-properties", Fo);
        Styled(w, "title", "table-cell", "text-properties", Fo, ("font-size", "16pt"), ("font-weight", "bold"));
        Styled(w, "heading", "table-cell", "text-properties", Fo, ("font-weight", "bold"));
        for (var decimals = 0; decimals <= 3; decimals++)
        {
            var digits = decimals.ToString(CultureInfo.InvariantCulture);
            w.WriteStartElement("number-style", Number);
            w.WriteAttributeString("name", Style, "f" + digits);
            w.WriteStartElement("number", Number);
            w.WriteAttributeString("decimal-places", Number, digits);
            w.WriteAttributeString("min-integer-digits", Number, "1");
            w.WriteAttributeString("grouping", Number, "true");
            w.WriteEndElement();
            w.WriteEndElement();
            w.WriteStartElement("style", Style);
            w.WriteAttributeString("name", Style, "n" + digits);
            w.WriteAttributeString("family", Style, "table-cell");
            w.WriteAttributeString("data-style-name", Style, "f" + digits);
            w.WriteEndElement();
        }
    }

    private static void Styled(XmlWriter w, string name, string family, string element, string space, params (string Name, string Value)[] values)
    {
        w.WriteStartElement("style", Style);
        w.WriteAttributeString("name", Style, name);
        w.WriteAttributeString("family", Style, family);
        w.WriteStartElement(element, Style);
        foreach (var (key, value) in values)
            w.WriteAttributeString(key, space, value);
        w.WriteEndElement();
        w.WriteEndElement();
    }

    private static void Xml(ZipArchive zip, string name, Action<XmlWriter> write) => Member(zip, name, CompressionLevel.Optimal, stream =>
    {
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false });
        write(writer);
    });

    private static void Member(ZipArchive zip, string name, CompressionLevel level, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = Fixed;
        using var stream = entry.Open();
        write(stream);
    }
}
