using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Editions;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Downloads;
using ColumnKind = Made.Web.Downloads.ColumnKind;

namespace Made.Web.Editions;

/// <summary>What reads otherwise in an edition than in the one that was released before it, and why.</summary>
public sealed record ChangesView
{
    public required EditionReader Before { get; init; }

    public required EditionReader Now { get; init; }

    public required IReadOnlyList<EditionCause> Causes { get; init; }

    /// <summary>Of partnerships, districts and what is made of them; the API has wards as well.</summary>
    public required IReadOnlyList<EditionChange> Changes { get; init; }

    /// <summary>How many figures were compared.</summary>
    public required int Compared { get; init; }

    public required Table Table { get; init; }

    public string Sentence => Changes.Count switch
    {
        0 => $"None of {Compared:N0} figures reads otherwise than in edition {Before.Manifest.Number}.",
        1 => $"One of {Compared:N0} figures reads otherwise than in edition {Before.Manifest.Number}.",
        _ => $"{Changes.Count:N0} of {Compared:N0} figures read otherwise than in edition {Before.Manifest.Number}.",
    };

    /// <summary>Against the edition of the month that was released before; null where there was none.</summary>
    public static async Task<ChangesView?> OfAsync(Partnership partnership, EditionReader now)
    {
        var month = now.Manifest.Month;
        if ((await partnership.Editions.Of(month)).LastOrDefault(e => e.Number < now.Manifest.Number) is not { } earlier)
            return null;
        var supplies = (await partnership.Supplies.Register()).ToDictionary(s => s.Id, StringComparer.Ordinal);
        return Of(await partnership.Editions.Open(earlier), now, supplies);
    }

    private static ChangesView Of(EditionReader before, EditionReader now, Dictionary<string, Supply> supplies)
    {
        var (had, has) = (Figures(before), Figures(now));
        var changes = EditionChanges.Between(had, has);
        var why = now.Register.Pack.Indicators.Concat(before.Register.Pack.Indicators).DistinctBy(i => i.Id)
            .ToDictionary(i => i.Id, i => string.Join(", ", EditionCauses.Between(before.Manifest, now.Manifest, supplies, i).Select(c => c.Kind).Distinct().Select(k => k.Words())), StringComparer.Ordinal);
        return new()
        {
            Before = before,
            Now = now,
            Causes = EditionCauses.Between(before.Manifest, now.Manifest, supplies),
            Changes = changes,
            Compared = has.Count,
            Table = TableOf(before, now, changes, why),
        };
    }

    private static IReadOnlyList<SafeMeasure> Figures(EditionReader reader) =>
        reader.Measures(reader.Manifest.Month, reader.Manifest.Month, [], levels: [.. Enum.GetValues<AreaLevel>().Where(l => l > AreaLevel.Ward)], kinds: [PeriodKind.Month, PeriodKind.Rolling12]);

    private static Table TableOf(EditionReader before, EditionReader now, IReadOnlyList<EditionChange> changes, Dictionary<string, string> why)
    {
        var titles = before.Register.Pack.Indicators.Concat(now.Register.Pack.Indicators).GroupBy(i => i.Id).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        return new()
        {
            Name = "changes",
            Title = $"What changed between edition {before.Manifest.Number} and edition {now.Manifest.Number} of {now.Manifest.Month.Name}",
            Columns =
            [
                new("Indicator"), new("Area"), new("Layer"), new("Period"), new("Count before", ColumnKind.Figure), new("Count now", ColumnKind.Figure),
                new("Rate before", ColumnKind.Figure, "", 2), new("Rate now", ColumnKind.Figure, "", 2), new("Because of"),
            ],
            Rows = changes.OrderBy(c => titles[c.Indicator].Order).ThenBy(c => c.Indicator, StringComparer.Ordinal).ThenByDescending(c => c.Level)
                .ThenBy(c => Wording.PlaceName(now.Areas, c.Area, now.Manifest.Month), StringComparer.Ordinal).ThenBy(c => c.Period.Kind).Select(c => (IReadOnlyList<Cell>)
                [
                    Cell.Of(titles[c.Indicator].Title), Cell.Of(Wording.PlaceName(now.Areas, c.Area, now.Manifest.Month)), Cell.Of(c.Level.Code().Replace('-', ' ')),
                    Cell.Of(c.Period.Kind == PeriodKind.Month ? "month" : "12 months"),
                    Cell.Of(c.CountBefore), Cell.Of(c.CountNow), Cell.Of(c.ValueBefore), Cell.Of(c.ValueNow), Cell.Of(why[c.Indicator]),
                ]).ToList(),
        };
    }
}
