using Made.Core;
using Made.Core.Exchange;
using Made.Intake.Personal;

namespace Made.Intake.Checking;

/// <summary>Collects findings: one for each fault and column, with the first row and how many rows have it.</summary>
internal sealed class FindingLog
{
    private readonly List<Finding> whole = [];
    private readonly Dictionary<(Fault Fault, string Column, PersonalDetail Detail), Entry> entries = [];

    public bool Any(Fault fault) => entries.Keys.Any(k => k.Fault == fault);

    /// <summary>Of the findings that concern the whole file.</summary>
    public bool Any(string code) => whole.Exists(f => f.Code == code);

    public void Add(Finding finding) => whole.Add(finding);

    public void Add(Problem problem, long row = 0, string column = "") =>
        whole.Add(new Finding(problem.Code, row, column, Placed(problem.Message, row, column), problem.Remedy, 1));

    public void Add(Fault fault, long row, ColumnDefinition? column, PersonalDetail detail = PersonalDetail.None)
    {
        if (!entries.TryGetValue((fault, column?.Name ?? "", detail), out var entry))
            entries.Add((fault, column?.Name ?? "", detail), entry = new Entry(column, row));
        entry.Count++;
    }

    /// <summary>What concerns the whole file first, then records in the order of their first row.</summary>
    public IReadOnlyList<Finding> All() =>
    [
        .. whole,
        .. entries.OrderBy(e => e.Value.Row).ThenBy(e => e.Key.Fault).Select(e => Findings.About(e.Key.Fault, e.Key.Detail, e.Value.Row, e.Value.Column, e.Value.Count)),
    ];

    private static string Placed(string message, long row, string column) => (row, column) switch
    {
        ( <= 1, _) => message,
        (_, "") => $"Row {Words.Count(row)}: {message}",
        _ => $"Row {Words.Count(row)}, column \"{column}\": {message}",
    };

    private sealed class Entry(ColumnDefinition? column, long row)
    {
        public ColumnDefinition? Column { get; } = column;

        public long Row { get; } = row;

        public long Count { get; set; }
    }
}
