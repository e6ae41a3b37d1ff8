using System.Globalization;
using Made.Core.Disclosure;

namespace Made.Web.Downloads;

/// <summary>A cell as it stands in a file: a number with its decimals, or text.</summary>
internal readonly record struct Field(string Content, bool IsNumber, int Decimals)
{
    public static IEnumerable<string> Headings(Table table) =>
        table.Columns.SelectMany(c => c.HasMarker ? new[] { c.Heading, c.MarkerHeading } : [c.Heading]);

    /// <summary>One row, number and marker in separate fields.</summary>
    public static IEnumerable<Field> Row(Table table, IReadOnlyList<Cell> cells, Func<SafeNumber, string> marker)
    {
        if (cells.Count != table.Columns.Count)
            throw new InvalidOperationException($"A row of '{table.Name}' has {cells.Count} cells for {table.Columns.Count} columns.");
        for (var i = 0; i < cells.Count; i++)
        {
            var column = table.Columns[i];
            yield return cells[i] switch
            {
                Cell.Figure f when f.Value.IsShown => new Field(f.Value.Digits(), true, column.Decimals),
                Cell.Figure f => new Field(column.HasMarker ? "" : marker(f.Value), false, 0),
                Cell.Whole w => new Field(w.Number.ToString(CultureInfo.InvariantCulture), true, 0),
                Cell.Text t => new Field(t.Words, false, 0),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            if (column.HasMarker)
                yield return new Field(cells[i] is Cell.Figure figure ? marker(figure.Value) : "", false, 0);
        }
    }
}
