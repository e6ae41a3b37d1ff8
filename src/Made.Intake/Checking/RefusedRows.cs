using System.Text;
using Made.Core.Exchange;
using Made.Intake.Personal;
using Made.Intake.Reading;

namespace Made.Intake.Checking;

/// <summary>
/// The records of one table that were refused, in the sender's own columns with one more that says what was wrong: to be corrected and sent again. Only
/// the sender gets them, and only from memory. Of a partner's data a cell that seems to hold a personal detail is left empty, and so is every cell
/// of a record whose cells cannot be told apart; columns that the dataset does not know are left out.
/// </summary>
internal sealed class RefusedRows
{
    /// <summary>The added column. It is not read when the file comes back.</summary>
    public const string Heading = "What was wrong";

    private const int MostCharacters = 2 << 20;

    private readonly StringBuilder text = new();
    private readonly IntakeOptions options;
    private readonly int[] columns;
    private readonly string[] names;
    private bool isFull;

    /// <param name="options">Whether the data are a partner's.</param>
    /// <param name="header">The names as sent.</param>
    /// <param name="left">Places of the columns that are not read.</param>
    /// <param name="correction">Place of the added column in a file that comes back; -1 else.</param>
    public RefusedRows(IntakeOptions options, IReadOnlyList<string> header, IReadOnlyList<int> left, int correction)
    {
        this.options = options;
        names = [.. header];
        columns = [.. Enumerable.Range(0, header.Count).Where(i => i != correction && !(options.LooksForPersons && left.Contains(i)))];
        Line(columns.Select(i => names[i]).Append(Heading));
    }

    /// <summary>UTF-8 with a mark, so that a spreadsheet reads accents; empty where no record was refused.</summary>
    public ReadOnlyMemory<byte> Csv => Count == 0 ? default : Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ToString())).ToArray();

    public int Count { get; private set; }

    public void Add(Record record, IEnumerable<Finding> wrong)
    {
        if (isFull)
            return;
        Count++;
        var said = new List<string>(wrong.Select(f => $"{f.Message} {f.Remedy}"));
        var cells = record.Count == names.Length || !options.LooksForPersons
            ? columns.Select(i => i < record.Count ? Cell(record[i], names[i], said) : "").ToList()
            : [.. columns.Select(_ => "")];
        if (record.Count != names.Length && options.LooksForPersons)
            said.Add("Its cells are left empty here; look at this row of your own file.");
        if (text.Length > MostCharacters)
        {
            isFull = true;
            said.Add("More rows were refused than are listed here.");
        }
        Line(cells.Append(string.Join(' ', said)));
    }

    private string Cell(ReadOnlySpan<byte> cell, string name, List<string> said)
    {
        if (!options.LooksForPersons || PersonalDetails.Find(cell, options.Today) == PersonalDetail.None)
            return Encoding.UTF8.GetString(cell);
        said.Add($"The cell of \"{name}\" is left empty here, because it seems to hold a personal detail.");
        return "";
    }

    private void Line(IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    // As in every file that is taken away: what a spreadsheet would run as a formula is made text. A negative number is none.
    private static string Quoted(string cell)
    {
        if (cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' && !double.TryParse(cell, out _))
            cell = "'" + cell;
        return cell.AsSpan().IndexOfAny("\",\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
