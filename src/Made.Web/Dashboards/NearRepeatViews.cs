using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Editions;

namespace Made.Web.Dashboards;

/// <summary>Puts near repeats together from the facts that one edition pins.</summary>
public static class NearRepeatViews
{
    /// <summary>More records than this make the first look slow.</summary>
    private const int Quick = 2_000;

    /// <summary>Null where the area has no districts, the length is not offered or the indicator is not counted by small area.</summary>
    public static async Task<NearRepeatView?> OfAsync(EditionShelf shelf, EditionReader reader, string gss, string? wanted, int? length, CancellationToken stop)
    {
        var month = reader.Manifest.Month;
        var code = new AreaCode(gss);
        var choices = Choices(reader.Register.Pack);
        var months = length ?? NearRepeatView.Lengths[0];
        if (!reader.Areas.TryFind(code, out var area) || area.Level is not (AreaLevel.District or AreaLevel.Csp) || reader.Areas.DistrictsOf(code, month) is not { Count: > 0 } districts
            || !NearRepeatView.Lengths.Contains(months)
            || (string.IsNullOrEmpty(wanted) ? First(reader, code, choices) : choices.Find(i => i.Id == wanted)) is not { } indicator)
            return null;
        return new NearRepeatView
        {
            Edition = reader,
            Area = gss,
            Place = Wording.PlaceName(reader.Areas, code, month),
            Indicator = indicator,
            Dataset = DatasetOf(reader.Register.Pack, indicator),
            Indicators = choices,
            Areas = [.. reader.Areas.At(AreaLevel.Csp, month).Select(a => (a.Code.Value, Wording.PlaceName(reader.Areas, a.Code, month))).OrderBy(a => a.Item2, StringComparer.Ordinal)],
            Length = months,
            Found = await shelf.NearRepeats(reader, indicator, districts, month.Plus(1 - months), month, stop),
        };
    }

    /// <summary>The dataset that is looked at where nobody names an indicator: one that keeps days before one that knows months only.</summary>
    public static string? DatasetAtFirst(EditionReader reader, int? length) =>
        Choices(reader.Register.Pack).Select(i => DatasetOf(reader.Register.Pack, i)).Where(d => reader.Manifest.NewestWhole(d.Id, length ?? NearRepeatView.Lengths[0]) is not null).OrderByDescending(d => d.KeepsDays).FirstOrDefault()?.Id;

    /// <summary>Of public data and of a partner's own: the latter are refused with the reason.</summary>
    private static List<IndicatorDefinition> Choices(Pack pack) => HotspotViews.Choices(pack);

    /// <summary>The most records that are still quick to compare, where days are kept before where they are not.</summary>
    private static IndicatorDefinition? First(EditionReader reader, AreaCode area, List<IndicatorDefinition> choices)
    {
        var month = reader.Manifest.Month;
        var counts = reader.Measures(month, month, [area], [.. choices.Select(i => i.Id)], kinds: [PeriodKind.Rolling12]).Where(m => m.Count.IsShown).ToDictionary(m => m.Indicator, m => m.Count.ForDrawing);
        double Count(IndicatorDefinition i) => counts.TryGetValue(i.Id, out var n) && n <= Quick ? n : -1;
        return choices.OrderByDescending(i => Count(i) >= 0 && DatasetOf(reader.Register.Pack, i).KeepsDays).ThenByDescending(Count).FirstOrDefault();
    }

    private static DatasetDefinition DatasetOf(Pack pack, IndicatorDefinition indicator) => pack.Datasets.First(d => d.Id == indicator.Dataset);
}
