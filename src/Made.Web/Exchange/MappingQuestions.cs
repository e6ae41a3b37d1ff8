using Made.Core.Exchange;
using Made.Core.Register;
using Made.Web.Components;

namespace Made.Web.Exchange;

/// <summary>One name that a file has and that is not known, with what it may stand for: the most alike first.</summary>
/// <param name="Sent">As it was sent; empty where a heading is looked for.</param>
/// <param name="Alike">How many of the choices look alike.</param>
public sealed record MappingQuestion(MappingKind Kind, string Column, string Sent, long Rows, IReadOnlyList<Choice> Choices, int Alike);

/// <summary>Makes the questions of a check. Nothing is answered by the program: the first choice is always to leave it.</summary>
internal static class MappingQuestions
{
    public static IReadOnlyList<MappingQuestion> Of(DatasetDefinition dataset, Unmatched unmatched, Areas areas, IEnumerable<string> indicators) =>
    [
        .. unmatched.Spare.Count == 0 ? [] : unmatched.Missing.Select(c => Column(dataset.Columns.First(d => d.Name == c), unmatched.Spare)),
        .. unmatched.Values.OrderBy(v => v.Column, StringComparer.Ordinal).ThenByDescending(v => v.Rows)
            .Select(v => Value(dataset.Columns.First(d => d.Name == v.Column), v, areas, indicators)).Where(q => q.Choices.Count > 1),
    ];

    private static MappingQuestion Column(ColumnDefinition column, IReadOnlyList<string> spare)
    {
        var (ordered, alike) = Likeness.Order(column.Name, spare, s => [s]);
        return new(MappingKind.Column, column.Name, "", 0, [Leave, .. ordered.Select(s => new Choice(s, s))], alike);
    }

    private static MappingQuestion Value(ColumnDefinition column, UnmatchedValue value, Areas areas, IEnumerable<string> indicators)
    {
        var known = (column.Kind, column.Role) switch
        {
            (ColumnKind.Code, _) => column.Codes.Keys.Select(k => new Choice(k, k)),
            (_, ColumnRole.Indicator) => indicators.Select(i => new Choice(i, i)),
            (_, ColumnRole.Area or ColumnRole.Lsoa) => areas.All.Select(a => new Choice(a.Code.Value, $"{a.Name} ({a.Code})")),
            _ => [],
        };
        var (ordered, alike) = Likeness.Order(value.Value, known, c => [c.Value!, c.Text]);
        return new(MappingKind.Value, column.Name, value.Value, value.Rows, [Leave, .. ordered], alike);
    }

    private static Choice Leave { get; } = new("", "Leave it as it is");
}
