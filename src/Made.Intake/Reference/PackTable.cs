using System.Globalization;
using Made.Core;
using Made.Core.Calendar;

namespace Made.Intake.Reference;

/// <summary>One hand-written CSV table of a pack. What is wrong is added to the list with file, row and column, and reading goes on.</summary>
internal sealed class PackTable
{
    private readonly string file;
    private readonly List<Problem> problems;
    private readonly Dictionary<string, int> columns;
    private readonly CsvText csv;
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    private PackTable(string file, CsvText csv, Dictionary<string, int> columns, List<Problem> problems)
    {
        this.file = file;
        this.csv = csv;
        this.columns = columns;
        this.problems = problems;
    }

    /// <summary>Reads each row of a table, which must name its source. A file that is absent has none.</summary>
    public static void Each(string folder, string name, string[] columns, List<Problem> problems, Action<PackTable> read)
    {
        if (Open(folder, name, columns, problems) is not { } table)
            return;
        while (table.Next())
        {
            table.Required("source");
            read(table);
        }
    }

    /// <summary>Null where the file is absent or its header is not usable; the latter is a problem, the former is not.</summary>
    public static PackTable? Open(string folder, string name, string[] wanted, List<Problem> problems)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            return null;
        var shown = $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}/{name}";
        var rows = new CsvText(File.ReadAllText(path));
        if (!rows.Next())
        {
            problems.Add(PackProblems.Column(shown, wanted[0]));
            return null;
        }
        var header = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < rows.Count; i++)
            header.TryAdd(rows.Text(i), i);
        var missing = wanted.Where(w => !header.ContainsKey(w)).ToList();
        problems.AddRange(missing.Select(m => PackProblems.Column(shown, m)));
        return missing.Count == 0 ? new PackTable(shown, rows, header, problems) : null;
    }

    public bool Next()
    {
        var more = csv.Next();
        if (csv.EndsInsideQuotes)
            problems.Add(PackProblems.Quotes(file, csv.Row));
        return more;
    }

    public string Text(string column) => csv.Text(columns[column]);

    /// <summary>A value that must be there.</summary>
    public string Required(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            Wrong(column, "is empty");
        return text;
    }

    public DateOnly Date(string column, DateOnly open)
    {
        var text = Text(column);
        if (text.Length == 0)
            return open;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Wrong(column, $"'{text}' is not a date (yyyy-MM-dd)");
        return open;
    }

    public (DateOnly From, DateOnly To) Dates()
    {
        var dates = (From: Date("from", DateOnly.MinValue), To: Date("to", DateOnly.MaxValue));
        if (dates.From > dates.To)
            Wrong("to", "lies before 'from'");
        return dates;
    }

    public int Whole(string column)
    {
        if (int.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Wrong(column, $"'{Text(column)}' is not a whole number");
        return 0;
    }

    public Month Month(string column)
    {
        if (Core.Calendar.Month.TryParse(Text(column), out var month))
            return month;
        Wrong(column, $"'{Text(column)}' is not a month (yyyy-MM)");
        return Core.Calendar.Month.FromIndex(0);
    }

    public int Whole(string column, int least, int most)
    {
        if (int.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Wrong(column, $"'{Text(column)}' is not a whole number from {least} to {most}");
        return least;
    }

    /// <summary>False, and a problem, where the same key stood in an earlier row of this file.</summary>
    public bool IsNew(string key, string column)
    {
        if (seen.TryAdd(key, csv.Row))
            return true;
        problems.Add(PackProblems.Repeated(file, csv.Row, column, key, seen[key]));
        return false;
    }

    /// <summary>Tells later that something of the row read now is wrong.</summary>
    public Action<string, string> Here()
    {
        var row = csv.Row;
        return (column, why) => problems.Add(PackProblems.Cell(file, row, column, why));
    }

    public void Wrong(string column, string why) => problems.Add(PackProblems.Cell(file, csv.Row, column, why));
}
