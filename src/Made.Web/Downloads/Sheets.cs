namespace Made.Web.Downloads;

internal enum RowStyle
{
    Title,
    Plain,
    Heading,
    Data,
}

/// <summary>One sheet of a spreadsheet, row by row, the same for XLSX and ODS: no blank rows, no merged cells, one table.</summary>
/// <param name="Rows">Read once. From the heading row on they are the table.</param>
internal sealed record Sheet(string Name, IReadOnlyList<double> Widths, IEnumerable<(RowStyle Style, IEnumerable<Field> Fields)> Rows);

internal static class Sheets
{
    public static IEnumerable<Sheet> Of(Workbook book)
    {
        var names = Names(book);
        if (book.IsForm)
        {
            foreach (var (name, table) in names.Zip(book.Tables))
                yield return new Sheet(name, [.. table.Columns.SelectMany(Widths)], HeadingAndRows(table));
            yield break;
        }
        yield return new Sheet("Cover", [100], Lines(book.Title,
            [
                .. book.Origin.Synthetic ? new[] { "SYNTHETIC: every figure in this file is fictional." } : [],
                book.Description,
                "Edition: " + book.Origin.Edition,
                "Made on: " + book.Origin.Date,
                "Source: " + book.Origin.Source,
                .. book.Origin.Marking.Length > 0 ? new[] { "Marking: " + book.Origin.Marking } : [],
                "Made with MADE Interactive, open source software for community safety partnerships.",
            ]));
        yield return new Sheet("Contents", [24, 90], Listing("Contents", "Sheet", "What it holds", [
            ("Cover", "What this file is and where it comes from"),
            ("Notes", "How to read the figures"),
            .. names.Zip(book.Tables, (n, t) => (n, t.Title))]));
        yield return new Sheet("Notes", [12, 110], Listing("Notes", "Note", "Text",
            [.. book.Notes.Append(Shorthand.Explained).Select((n, i) => ($"Note {i + 1}", n))]));
        foreach (var (name, table) in names.Zip(book.Tables))
            yield return new Sheet(name, [.. table.Columns.SelectMany(Widths)], TableRows(book, table));
    }

    private static IEnumerable<double> Widths(Column column)
    {
        yield return column.IsNumber ? Math.Clamp(column.Heading.Length + 2, 12, 24) : 30;
        if (column.HasMarker)
            yield return 12;
    }

    private static IEnumerable<(RowStyle, IEnumerable<Field>)> TableRows(Workbook book, Table table)
    {
        yield return (RowStyle.Title, [Text(table.Title)]);
        yield return (RowStyle.Plain, [Text($"{(book.Origin.Synthetic ? "SYNTHETIC: every figure is fictional. " : "")}This sheet holds one table. Source: {book.Origin.Source} Edition: {book.Origin.Edition}.")]);
        if (table.Columns.Any(c => c.Kind == ColumnKind.Figure))
            yield return (RowStyle.Plain, [Text(Shorthand.Explained)]);
        foreach (var row in HeadingAndRows(table))
            yield return row;
    }

    private static IEnumerable<(RowStyle, IEnumerable<Field>)> HeadingAndRows(Table table)
    {
        yield return (RowStyle.Heading, Field.Headings(table).Select(Text));
        foreach (var row in table.RowsAndSums)
            yield return (RowStyle.Data, Field.Row(table, row, v => Shorthand.Of(v)));
    }

    private static IEnumerable<(RowStyle, IEnumerable<Field>)> Lines(string title, IReadOnlyList<string> lines) =>
        lines.Select(l => (RowStyle.Plain, (IEnumerable<Field>)[Text(l)])).Prepend((RowStyle.Title, [Text(title)]));

    private static IEnumerable<(RowStyle, IEnumerable<Field>)> Listing(string title, string first, string second, IReadOnlyList<(string, string)> rows) =>
    [
        (RowStyle.Title, [Text(title)]),
        (RowStyle.Heading, [Text(first), Text(second)]),
        .. rows.Select(r => (RowStyle.Data, (IEnumerable<Field>)[Text(r.Item1), Text(r.Item2)])),
    ];

    private static Field Text(string words) => new(words, false, 0);

    // A tab takes 31 characters and none of []:*?/\; two tabs may not bear one name.
    private static List<string> Names(Workbook book)
    {
        var names = new List<string> { "Cover", "Contents", "Notes" };
        foreach (var table in book.Tables)
        {
            var plain = new string([.. table.Name.Select(c => "[]:*?/\\'".Contains(c, StringComparison.Ordinal) || char.IsControl(c) ? ' ' : c)]).Trim();
            var name = plain.Length == 0 ? "Table" : plain[..Math.Min(plain.Length, 27)];
            var unique = name;
            for (var n = 2; names.Contains(unique, StringComparer.OrdinalIgnoreCase); n++)
                unique = $"{name} {n}";
            names.Add(unique);
        }
        return names[3..];
    }
}
