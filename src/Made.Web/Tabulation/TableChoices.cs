using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Register;
using Made.Web.Components;
using Made.Web.Composition;

namespace Made.Web.Tabulation;

/// <summary>What the form of a table offers.</summary>
public sealed record TableChoices
{
    private static readonly (int Periods, string Words)[] Spans = [(1, "Only the last one"), (5, "The last 5"), (6, "The last 6"), (12, "The last 12"), (13, "The last 13"), (25, "The last 25"), (37, "The last 37")];

    public required IReadOnlyList<Choice> Indicators { get; init; }

    /// <summary>Categories of data that are already public, by dataset.</summary>
    public required IReadOnlyList<(string Dataset, IReadOnlyList<Choice> Categories)> Categories { get; init; }

    public required IReadOnlyList<Choice> Levels { get; init; }

    public required IReadOnlyList<Choice> Withins { get; init; }

    public required IReadOnlyList<Choice> Kinds { get; init; }

    public required IReadOnlyList<Choice> Froms { get; init; }

    public required IReadOnlyList<Choice> Tos { get; init; }

    public required IReadOnlyList<Choice> Showns { get; init; }

    public required IReadOnlyList<Choice> Axes { get; init; }

    public static async Task<TableChoices> OfAsync(Partnership partnership)
    {
        var months = (await partnership.Editions.Months()).Reverse().ToList();
        var newest = await partnership.LatestMonthAsync();
        var reader = newest is { } month ? await partnership.Editions.Open(month) : null;
        return new TableChoices
        {
            Indicators = [.. partnership.Pack.Indicators.OrderBy(i => i.Order).ThenBy(i => i.Id, StringComparer.Ordinal).Select(i => new Choice(i.Id, i.Title))],
            Categories =
            [
                .. partnership.Pack.Datasets.Where(d => d is { Shape: DatasetShape.Records, Disclosure: DisclosurePolicy.AlreadyPublic }).Select(d => (d.Title, (IReadOnlyList<Choice>)
                [
                    .. (d.CategoriesListed is { Count: > 0 } listed ? listed : reader?.CategoriesHeld(d.Id) ?? []).Order(StringComparer.Ordinal).Select(c => new Choice(new RecordCategory(d.Id, c).Key, c)),
                ])).Where(d => d.Item2.Count > 0),
            ],
            Levels = [.. new[] { AreaLevel.District, AreaLevel.Csp, AreaLevel.Ward, AreaLevel.Lsoa, AreaLevel.PolicingArea, AreaLevel.County, AreaLevel.Pan, AreaLevel.Force }
                .Where(l => l is AreaLevel.Ward or AreaLevel.Lsoa || partnership.Areas.All.Any(a => a.Level == l)).Select(l => new Choice(l.Code(), Capital(TableWords.Of(l))))],
            Withins = [new("", "Everywhere"), .. partnership.Areas.All.Where(a => a.Level >= AreaLevel.District)
                .OrderByDescending(a => a.Level).ThenBy(a => a.Name, StringComparer.Ordinal).Select(a => new Choice(a.Code.Value, a.Name))],
            Kinds = [.. Enum.GetValues<PeriodKind>().Select(k => new Choice(TableSelection.Code(k), TableWords.Of(k)))],
            Froms = [.. Spans.Select(s => new Choice($"last{s.Periods}", s.Words)), .. months.Select(m => new Choice(m.ToString(), m.Name))],
            Tos = [new("", newest is { } m ? $"Newest ({m.Name})" : "Newest"), .. months.Select(m => new Choice(m.ToString(), m.Name))],
            Showns = [.. Enum.GetValues<Shown>().Select(s => new Choice(TableSelection.Code(s), TableWords.Of(s)))],
            Axes = [.. Enum.GetValues<Axis>().Select(a => new Choice(TableSelection.Code(a), TableWords.Of(a)))],
        };
    }

    /// <summary>The choices with one more where a link asked for something that is not among them.</summary>
    public static IReadOnlyList<Choice> With(IReadOnlyList<Choice> choices, string value, string words) =>
        choices.Any(c => c.Value == value) ? choices : [new(value, words), .. choices];

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
