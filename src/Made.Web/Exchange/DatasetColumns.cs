using Made.Core.Exchange;
using Made.Web.Downloads;

namespace Made.Web.Exchange;

/// <summary>The data dictionary of a dataset: each column, what it is, whether it must be there, and what becomes of it.</summary>
internal static class DatasetColumns
{
    public static Table Of(DatasetDefinition dataset) => new()
    {
        Name = "columns",
        Title = "Columns of the file",
        Columns = [new("Column"), new("What it is"), new("Must it be there?"), new("What becomes of it")],
        Rows = [.. dataset.Columns.Select(c => (IReadOnlyList<Cell>)[Cell.Of(c.Name), Cell.Of(WhatItIs(c)), Cell.Of(Must(c)), Cell.Of(KeptWords.Of(dataset, c))])],
    };

    private static string WhatItIs(ColumnDefinition column)
    {
        var values = column.Codes.Count is > 0 and <= 20 ? $" One of: {string.Join(", ", column.Codes.Keys)}." : "";
        return $"{column.Description}{values}".Trim();
    }

    private static string Must(ColumnDefinition column) => (column.Required, column.MayBeEmpty) switch
    {
        (true, false) => "Yes, and filled in every record",
        (true, true) => "Yes; a cell may be empty",
        (false, false) => "No; where it is there, filled in every record",
        _ => "No",
    };
}
