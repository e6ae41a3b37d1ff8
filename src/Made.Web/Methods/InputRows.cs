using System.Text;
using System.Text.Unicode;
using Made.Intake.Reading;

namespace Made.Web.Methods;

/// <summary>Reads a CSV file whole and strictly: a row shorter or longer than the header, a cell outside UTF-8 or a quote in doubt is a fault.</summary>
internal static class InputRows
{
    private const int LongestRecord = 1 << 20;

    /// <summary>Reads a table. Where <paramref name="isBare"/> says so of its first record, the file has no header and its columns are the wanted ones.</summary>
    public static InputTable Read(string file, byte[] bytes, IReadOnlyList<string> wanted, InputFaults faults, Func<IReadOnlyList<string>, bool>? isBare = null, char separator = ',')
    {
        using var stream = new MemoryStream(bytes);
        var records = new CsvRecords(stream, LongestRecord);
        records.Start(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0, (byte)separator);
        var (record, header, rows) = (new Record(), new List<string>(), new List<InputRow>());
        Step step;
        while ((step = records.Next(record)) == Step.Record)
        {
            var cells = Cells(file, record, header, faults);
            if (header.Count == 0)
            {
                var bare = isBare?.Invoke(cells) == true;
                header.AddRange(bare ? wanted : cells);
                records.Columns = header.Count;
                if (!bare)
                    continue;
            }
            // In a table of one column an empty line is an empty cell.
            while (header.Count == 1 && record.Row - 1 > (rows.Count == 0 ? 1 : rows[^1].Number))
                rows.Add(new(rows.Count == 0 ? 2 : rows[^1].Number + 1, [""]));
            if (record.HasMisplacedQuote)
                faults.Add(Problems.Cell(file, record.Row, cells.Count < header.Count ? header[cells.Count] : $"{cells.Count + 1}", "text follows a closing quote"));
            else if (cells.Count == header.Count)
                rows.Add(new(record.Row, cells));
            else
                faults.Add(Problems.Row(file, record.Row, $"has {cells.Count} cells where the header has {header.Count}"));
        }
        if (step != Step.End)
            faults.Add(Problems.Row(file, records.Row, step == Step.TooLong ? "is longer than any record may be" : "a quote is not closed or stands where it may not"));
        else if (header.Count == 0)
            faults.Add(Problems.File(file, "there is nothing in it"));
        else if (rows.Count == 0 && !faults.Any)
            faults.Add(Problems.File(file, "there are no rows below the header"));
        foreach (var column in wanted.Where(_ => header.Count > 0))
            if (!header.Contains(column))
                faults.Add(Problems.Column(file, column, header));
        foreach (var column in header.Where(c => c.Length > 0).GroupBy(c => c).Where(g => g.Count() > 1))
            faults.Add(Problems.TwiceInHeader(file, column.Key));
        return new(file, header, rows, faults);
    }

    private static List<string> Cells(string file, Record record, List<string> header, InputFaults faults)
    {
        var cells = new List<string>(record.Count);
        for (var i = 0; i < Math.Min(record.Count, Record.MaximumCells); i++)
        {
            var column = i < header.Count ? header[i] : $"{i + 1}";
            if (!Utf8.IsValid(record[i]))
                faults.Add(Problems.Cell(file, record.Row, column, "is not UTF-8 text"));
            cells.Add(Encoding.UTF8.GetString(record[i]).Trim());
        }
        return cells;
    }
}
