using System.Xml;

namespace Made.Intake.Reading;

/// <summary>What one sheet's markup says about its cells, before its values are read.</summary>
internal sealed class SheetScan
{
    public const int WidestTable = 1000;
    private const int MostErrors = 100_000;

    private bool isIndex;
    private bool isValue;
    private long lastRow;
    private long highestRow;
    private long rows;
    private int column;
    private bool isTooWide;

    public long Cells { get; private set; }

    public long Formulas { get; private set; }

    /// <summary>-1 where no cell points to a shared string.</summary>
    public long HighestIndex { get; private set; } = -1;

    public bool HasBadIndex { get; private set; }

    public HashSet<(long Row, int Column)> Errors { get; } = [];

    /// <summary>So many spreadsheet errors that there is no table left to read.</summary>
    public bool IsAllErrors => Errors.Count > MostErrors;

    /// <summary>A stray cell makes readers count up to a million empty rows or 16,384 columns.</summary>
    public bool IsFarFlung => highestRow > (rows * 4) + 10_000 || isTooWide;

    public void Note(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                NoteElement(xml);
                break;
            case XmlNodeType.Text when isValue && isIndex:
                HasBadIndex |= !int.TryParse(xml.Value, out var index) || index < 0;
                HighestIndex = Math.Max(HighestIndex, index);
                break;
            case XmlNodeType.EndElement:
                isValue = false;
                break;
        }
    }

    private void NoteElement(XmlReader xml)
    {
        isValue = xml.LocalName == "v" && !xml.IsEmptyElement;
        switch (xml.LocalName)
        {
            case "row":
                rows++;
                column = 0;
                lastRow = long.TryParse(xml.GetAttribute("r"), out var number) ? Math.Min(number, int.MaxValue) : lastRow + 1;
                // Any row may be the stray one, not only the last.
                highestRow = Math.Max(highestRow, lastRow);
                break;
            case "c":
                Cells++;
                isIndex = xml.GetAttribute("t") == "s";
                column = xml.GetAttribute("r") is { } reference ? ColumnOf(reference) : column + 1;
                isTooWide |= column > WidestTable;
                if (xml.GetAttribute("t") == "e" && Errors.Count <= MostErrors)
                    Errors.Add((lastRow, column));
                break;
            case "f":
                Formulas++;
                break;
        }
    }

    private static int ColumnOf(string reference)
    {
        var number = 0;
        foreach (var letter in reference)
        {
            if (letter is < 'A' or > 'Z' || number > 20_000)
                break;
            number = (number * 26) + letter - 'A' + 1;
        }
        return number;
    }
}
