using System.Xml;
using Made.Core;
using Made.Core.Exchange;

namespace Made.Intake.Reading;

/// <param name="FirstVisible">Position of the sheet to read among all sheets.</param>
/// <param name="Errors">Row and column of cells that hold a spreadsheet error: the reader behind gives them as empty or as text.</param>
internal sealed record CheckedWorkbook(int FirstVisible, IReadOnlySet<(long Row, int Column)> Errors, IReadOnlyList<Finding> Findings);

/// <summary>
/// Reads every part of a workbook once before it is opened: true length and checksum, no document definitions, bounded nesting, the sheet is
/// there, indexes of shared strings exist, no cell far outside the table. Each of these passes without an error in common readers.
/// </summary>
internal sealed class WorkbookParts
{
    private const int DeepestNesting = 200;

    /// <summary>The reader behind holds all shared strings in memory.</summary>
    private const long StringBytes = 64L << 20;

    private const string WorkbookPart = "xl/workbook.xml";
    private const string RelationsPart = "xl/_rels/workbook.xml.rels";
    private const string StringsPart = "xl/sharedStrings.xml";

    private readonly Dictionary<string, SheetScan> scans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> targets = new(StringComparer.Ordinal);
    private readonly List<(string Id, bool Visible)> sheets = [];
    private long strings;

    public static Outcome<CheckedWorkbook> Check(Stream content, IReadOnlyList<ZipMember> parts, Limits limits, CancellationToken cancellation)
    {
        if (parts.FirstOrDefault(p => p.Problem is not null) is { } bad)
            return bad.Problem!;
        if (parts.Sum(p => Math.Min(p.Length, limits.WorkbookBytes)) > limits.WorkbookBytes)
            return Problems.TooManyBytes(limits.WorkbookBytes);
        if (parts.Any(p => p.Length > limits.RatioFrom && p.Length / limits.Ratio > Math.Max(1, p.Packed)))
            return Problems.RatioTooHigh;
        if (parts.Any(p => p.Name == StringsPart && p.Length > StringBytes))
            return Problems.TooManyBytes(StringBytes);
        if (!parts.Any(p => p.Name == WorkbookPart))
            return Problems.OtherOfficeFile;
        var found = new WorkbookParts();
        foreach (var part in parts.Where(p => !p.IsFolder))
        {
            using var stream = ZipContent.Open(content, part, limits, limits.WorkbookBytes, cancellation);
            if (found.Scan(part.Name, stream) is { } problem)
                return stream.Problem ?? problem;
            if (Drain(stream) is { } late)
                return late;
        }
        return found.Judge(parts);
    }

    private static Problem? Drain(GuardedStream stream)
    {
        var rest = new byte[16 * 1024];
        while (stream.Read(rest) > 0)
        {
        }
        return stream.Problem;
    }

    private Problem? Scan(string name, GuardedStream part)
    {
        if (!name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            return null;
        var sheet = new SheetScan();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true, IgnoreComments = true };
        try
        {
            using var xml = XmlReader.Create(part, settings);
            while (xml.Read())
            {
                if (xml.Depth > DeepestNesting)
                    return Problems.WorkbookHostile;
                if (xml.NodeType == XmlNodeType.Element)
                    Note(name, xml);
                sheet.Note(xml);
            }
        }
        catch (XmlException e)
        {
            // The parser names a forbidden document definition only in its message.
            return e.Message.Contains("DTD", StringComparison.Ordinal) ? Problems.WorkbookHostile : Problems.WorkbookDamaged;
        }
        scans[name] = sheet;
        return null;
    }

    private void Note(string part, XmlReader xml)
    {
        switch (part, xml.LocalName)
        {
            case (WorkbookPart, "sheet"):
                var id = xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
                    ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";
                sheets.Add((id, xml.GetAttribute("state") is null or "visible"));
                break;
            case (RelationsPart, "Relationship") when xml.GetAttribute("TargetMode") != "External":
                targets[xml.GetAttribute("Id") ?? ""] = xml.GetAttribute("Target") ?? "";
                break;
            case (StringsPart, "si"):
                strings++;
                break;
        }
    }

    private Outcome<CheckedWorkbook> Judge(IReadOnlyList<ZipMember> parts)
    {
        var visible = sheets.FindIndex(s => s.Visible);
        if (visible < 0)
            return Problems.NoSheet;
        foreach (var (id, _) in sheets)
            if (!targets.TryGetValue(id, out var target) || !parts.Any(p => p.Name == PathOf(target)))
                return Problems.WorkbookDamaged;
        if (!scans.TryGetValue(PathOf(targets[sheets[visible].Id]), out var sheet) || sheet.HasBadIndex || sheet.IsAllErrors || sheet.HighestIndex >= strings)
            return Problems.WorkbookDamaged;
        if (sheet.IsFarFlung)
            return Problems.WorkbookTooFar;
        if (sheet.Cells == 0)
            return Problems.EmptyFile;
        return new CheckedWorkbook(visible, sheet.Errors, [.. FindingsOf(sheet, visible)]);
    }

    private IEnumerable<Finding> FindingsOf(SheetScan read, int visible)
    {
        var hidden = sheets.Count(s => !s.Visible);
        var others = sheets.Where((s, i) => s.Visible && i != visible)
            .Count(s => scans.TryGetValue(PathOf(targets[s.Id]), out var scan) && scan.Cells > 0);
        if (hidden > 0)
            yield return Findings.HiddenSheets(hidden);
        if (others > 0)
            yield return Findings.OtherSheets(others);
        if (read.Formulas > 0)
            yield return Findings.Formulas(read.Formulas);
    }

    private static string PathOf(string target) => target.StartsWith('/') ? target[1..] : $"xl/{target}";
}
