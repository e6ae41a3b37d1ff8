using System.Text;
using Made.Core.Exchange;
using Made.Intake.Personal;

namespace Made.Intake.Checking;

/// <summary>Collects what a file calls by names that are not known. What seems to tell of a person is not among it.</summary>
internal sealed class UnmatchedLog(DateOnly today)
{
    private const int MostValues = 60;
    private const int Longest = 100;

    private readonly Dictionary<(string Column, string Value), long> values = [];
    private IReadOnlyList<string> missing = [];
    private IReadOnlyList<string> spare = [];

    public Unmatched All => new(missing, spare, [.. values.Select(v => new UnmatchedValue(v.Key.Column, v.Key.Value, v.Value))]);

    /// <param name="without">The columns that must be there and are not.</param>
    /// <param name="headings">Those that no column goes by.</param>
    public void Columns(IEnumerable<string> without, IEnumerable<string> headings)
    {
        missing = [.. without];
        spare = [.. headings.Select(h => h.Trim('\uFEFF', '"', ' ')).Where(h => h.Length is > 0 and <= Longest && PersonalDetails.Find(Encoding.UTF8.GetBytes(h), today) == PersonalDetail.None)];
    }

    public void Value(string column, ReadOnlySpan<byte> cell)
    {
        var trimmed = CellText.Trim(cell);
        if (trimmed.Length is 0 or > Longest * 4)
            return;
        var key = (column, Encoding.UTF8.GetString(trimmed));
        if (values.TryGetValue(key, out var rows))
            values[key] = rows + 1;
        else if (values.Count < MostValues && key.Item2.Length <= Longest && PersonalDetails.Find(trimmed, today) == PersonalDetail.None)
            values[key] = 1;
    }
}
