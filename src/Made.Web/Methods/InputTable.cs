using System.Globalization;

namespace Made.Web.Methods;

/// <summary>
/// A CSV table in memory with typed cells. A cell that is not what it should be is a fault with row and column, and reads as a gap.
/// An empty cell is a gap: never 0.
/// </summary>
internal sealed class InputTable(string file, IReadOnlyList<string> header, IReadOnlyList<InputRow> rows, InputFaults faults)
{
    private static readonly string[] TimeForms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    public int Count => rows.Count;

    public IReadOnlyList<string> Columns => header;

    public bool Has(string column) => header.Contains(column);

    /// <summary>A fault where the column is not there, for columns that are needed only with others.</summary>
    public void Needs(string column)
    {
        if (header.Count > 0 && !Has(column))
            faults.Add(Problems.Column(file, column, header));
    }

    /// <summary>One number per row; every cell must be filled.</summary>
    public double[] Numbers(string column, NumberRule? rule = null) => Each(column, (text, wrong) => Number(text, rule ?? NumberRule.Any, wrong, mayBeEmpty: false), double.NaN);

    /// <summary>One number per row; NaN where the cell is empty.</summary>
    public double[] NumbersOrGaps(string column, NumberRule? rule = null) => Each(column, (text, wrong) => Number(text, rule ?? NumberRule.Any, wrong, mayBeEmpty: true), double.NaN);

    /// <summary>One text per row; every cell must be filled.</summary>
    public string[] Texts(string column) => Each(column, (text, wrong) =>
    {
        if (text.Length == 0)
            wrong("is empty");
        return text;
    }, "");

    /// <summary>One text per row; empty where the cell is.</summary>
    public string[] TextsOrGaps(string column) => Each(column, (text, _) => text, "");

    /// <summary>One text per row, each different.</summary>
    public string[] Keys(string column)
    {
        var first = new Dictionary<string, long>(StringComparer.Ordinal);
        var texts = Texts(column);
        for (var i = 0; i < texts.Length; i++)
            if (texts[i].Length > 0 && !first.TryAdd(texts[i], rows[i].Number))
                Wrong(i, column, $"'{texts[i]}' stands in row {first[texts[i]]} already");
        return texts;
    }

    /// <summary>One date per row, written yyyy-MM-dd.</summary>
    public DateOnly[] Dates(string column) => Each(column, (text, wrong) =>
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        wrong(text.Length == 0 ? "is empty" : $"'{text}' is not a date (yyyy-MM-dd)");
        return DateOnly.MinValue;
    }, DateOnly.MinValue);

    /// <summary>One time per row, written yyyy-MM-dd, yyyy-MM-ddTHH:mm or yyyy-MM-ddTHH:mm:ss; every cell must be filled.</summary>
    public DateTime[] Times(string column) => Each(column, (text, wrong) => Time(text, wrong, mayBeEmpty: false), DateTime.MinValue);

    /// <summary>One time per row; the smallest there is where the cell is empty.</summary>
    public DateTime[] TimesOrGaps(string column) => Each(column, (text, wrong) => Time(text, wrong, mayBeEmpty: true), DateTime.MinValue);

    /// <summary>The text of a cell as it stands in the file.</summary>
    public string Text(int row, string column) => rows[row].Cells[IndexOf(column)];

    /// <summary>A fault of the row at this index, counting from 0 below the header.</summary>
    public void Wrong(int row, string column, string why) => faults.Add(Problems.Cell(file, rows[row].Number, column, why));

    private T[] Each<T>(string column, Func<string, Action<string>, T> read, T absent)
    {
        var values = new T[rows.Count];
        var index = IndexOf(column);
        for (var i = 0; i < values.Length; i++)
        {
            var at = i;
            values[i] = index < 0 ? absent : read(rows[i].Cells[index], why => Wrong(at, column, why));
        }
        return values;
    }

    private int IndexOf(string column)
    {
        for (var i = 0; i < header.Count; i++)
            if (header[i] == column)
                return i;
        return -1;
    }

    private static DateTime Time(string text, Action<string> wrong, bool mayBeEmpty)
    {
        if (DateTime.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        if (text.Length > 0)
            wrong($"'{text}' is not a date or time (yyyy-MM-dd, yyyy-MM-ddTHH:mm)");
        else if (!mayBeEmpty)
            wrong("is empty");
        return DateTime.MinValue;
    }

    private static double Number(string text, NumberRule rule, Action<string> wrong, bool mayBeEmpty)
    {
        if (text.Length == 0)
        {
            if (!mayBeEmpty)
                wrong("is empty");
            return double.NaN;
        }
        if (!double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            wrong($"'{text}' is not a number");
        else if (!NumberRule.IsInRange(value))
            wrong($"'{text}' {NumberRule.OutOfRange}");
        else if (!rule.Holds(value))
            wrong($"'{text}' {rule.Words}");
        else
            return value;
        return double.NaN;
    }
}

/// <summary>One row below the header.</summary>
/// <param name="Number">As a spreadsheet numbers it: the header is 1.</param>
/// <param name="Cells">As many as the header has.</param>
internal readonly record struct InputRow(long Number, IReadOnlyList<string> Cells);
