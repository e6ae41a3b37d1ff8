using System.Globalization;
using System.Text;

namespace Made.Web.Methods;

/// <summary>A CSV table as methods write it: UTF-8, LF, numbers as the shortest text that reads back the same, a gap as an empty cell.</summary>
internal sealed class OutputTable
{
    private readonly StringBuilder text = new();
    private readonly int columns;

    public OutputTable(params string[] columns)
    {
        this.columns = columns.Length;
        Write([.. columns.Select(c => (OutputCell)c)]);
    }

    public void Add(params ReadOnlySpan<OutputCell> cells)
    {
        if (cells.Length != columns)
            throw new InvalidOperationException($"A row has {cells.Length} cells for {columns} columns.");
        Write(cells);
    }

    public override string ToString() => text.ToString();

    private void Write(ReadOnlySpan<OutputCell> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                text.Append(',');
            text.Append(cells[i].Csv);
        }
        text.Append('\n');
    }
}

/// <summary>A cell as it is written.</summary>
/// <param name="Csv">Quoted where it needs to be.</param>
internal readonly record struct OutputCell(string Csv)
{
    public static readonly OutputCell Gap = new("");

    public static implicit operator OutputCell(string text) =>
        new(text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");

    public static implicit operator OutputCell(double value) => new(
        double.IsNaN(value) ? "" : double.IsInfinity(value) ? (value > 0 ? "Inf" : "-Inf") : value.ToString("R", CultureInfo.InvariantCulture));

    public static implicit operator OutputCell(int value) => new(value.ToString(CultureInfo.InvariantCulture));

    public static implicit operator OutputCell(bool value) => new(value ? "TRUE" : "FALSE");

    public static implicit operator OutputCell(DateOnly value) => new(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
