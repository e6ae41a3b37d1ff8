using System.Text;

namespace Made.TestKit.Site;

/// <summary>A plain reader of CSV for tests, written apart from the program's own.</summary>
public static class CsvText
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string text)
    {
        var lines = Cells(text.TrimStart('\uFEFF')).ToList();
        return [.. lines.Skip(1).Select(l => (IReadOnlyDictionary<string, string>)lines[0].Zip(l).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
    }

    public static IEnumerable<IReadOnlyList<string>> Cells(string text)
    {
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (quoted || c is not (',' or '\r' or '\n'))
                cell.Append(c);
            else if (c == ',')
                End(row, cell);
            else if (c == '\n')
            {
                End(row, cell);
                yield return row;
                row = [];
            }
        }
        if (cell.Length > 0 || row.Count > 0)
        {
            End(row, cell);
            yield return row;
        }
    }

    private static void End(List<string> row, StringBuilder cell)
    {
        row.Add(cell.ToString());
        cell.Clear();
    }
}
