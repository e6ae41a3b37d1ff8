using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Store.Editions;
using Made.Web.Downloads;

namespace Made.Web.Dashboards;

/// <summary>Puts the page of one indicator together from one edition.</summary>
public static class IndicatorViews
{
    private const int ChartMonths = 60;

    public static IndicatorView? Of(EditionReader reader, Area area, IndicatorDefinition indicator)
    {
        var month = reader.Manifest.Month;
        var place = Wording.PlaceName(reader.Areas, area.Code, month);
        var own = reader.Now(area.Code).Where(m => m.Indicator == indicator.Id).ToList();
        if (own.Count == 0)
            return null;
        var run = reader.RunChart(indicator.Id, area.Code, ChartMonths);
        var sentences = SentencesOf(reader, area, new IndicatorRow
        {
            Indicator = indicator,
            Month = own.Find(m => m.Period.Kind == PeriodKind.Month),
            Rolling12 = own.Find(m => m.Period.Kind == PeriodKind.Rolling12),
            Breaks = [.. reader.Register.Pack.Breaks.Where(b => b.Concerns(indicator))],
        });
        return new IndicatorView
        {
            Edition = reader,
            Area = area,
            Place = place,
            Indicator = indicator,
            Sentences = sentences,
            Trend = run is null || run.Points.All(p => !p.Value.IsShown) ? null : TrendCharts.Trend(run, indicator, place, sentences[0]),
            Basis = run?.BasisText ?? "",
            Layers = Layers(reader, area, indicator),
            Wards = Wards(reader, area, indicator),
            About = About(indicator, reader.Register.Pack),
        };
    }

    /// <summary>The sentences of one indicator: what happened, how it compares, what to be careful about.</summary>
    public static IReadOnlyList<string> SentencesOf(EditionReader reader, Area area, IndicatorRow row)
    {
        var lead = row.Month ?? row.Rolling12!;
        return
        [
            .. new[]
            {
                Sentences.Row(row),
                reader.Areas.ComparatorOf(area.Code) is { } comparator ? Sentences.Against(row, comparator.Name) : "",
                Sentences.SmallNumber(lead), Sentences.Rounded(lead), Sentences.Placed(row.Indicator, lead), Sentences.PopulationAge(lead), Sentences.RateCaution(area),
            }.Where(s => s.Length > 0),
        ];
    }

    private static Table Layers(EditionReader reader, Area area, IndicatorDefinition indicator)
    {
        var month = reader.Manifest.Month;
        var districts = reader.Areas.DistrictsOf(area.Code, month);
        var layers = reader.Areas.All
            .Where(a => a.Level >= AreaLevel.District && a.ExistsOn(month.LastDay))
            .Where(a => a.Code == area.Code || (districts.Count > 0 && districts.All(d => reader.Areas.DistrictsOf(a.Code, month).Contains(d))))
            .OrderByDescending(a => a.Level).ThenBy(a => a.Name, StringComparer.Ordinal).ToList();
        var measures = reader.Measures(month, month, [.. layers.Select(l => l.Code)], [indicator.Id]).ToLookup(m => m.Area);
        return Tables.Layers(indicator, month, layers.Select(l => (l, measures[l.Code].ToList())));
    }

    private static Table? Wards(EditionReader reader, Area area, IndicatorDefinition indicator)
    {
        if (indicator.SmallestLevel > AreaLevel.Ward)
            return null;
        var now = reader.Manifest.Month;
        var month = reader.RuleOf(indicator.Id).NewestYear(AreaLevel.Ward, now);
        var wards = reader.Areas.DistrictsOf(area.Code, now)
            .SelectMany(d => reader.Areas.WardsOf(d).Select(w => w.Code).Append(AreaCode.WardNotDetermined(d))).ToList();
        if (wards.Count == 0)
            return null;
        var measures = reader.Measures(month, month, wards, [indicator.Id]).ToLookup(m => m.Area);
        var rows = wards.Where(measures.Contains).Select(w => (Wording.PlaceName(reader.Areas, w, now), measures[w].ToList()));
        return reader.RuleOf(indicator.Id).IsGuarded ? Tables.WardYears(indicator, month, rows) : Tables.Wards(indicator, month, rows);
    }

    private static List<(string What, string Said)> About(IndicatorDefinition i, Pack pack) =>
    [
        ("Definition", i.Definition),
        ("Numerator", i.NumeratorText),
        ("Denominator", i.DenominatorText),
        ("Unit", i.Unit),
        ("Polarity", i.Polarity switch
        {
            Polarity.LowerIsBetter => $"Lower is better. {i.PolarityReason}",
            Polarity.HigherIsBetter => $"Higher is better. {i.PolarityReason}",
            _ => "Neutral: higher or lower is not by itself better or worse.",
        }),
        ("Seasonal", i.Seasonal ? "Yes: months are compared with the season taken out, or with the same month." : "No."),
        .. ProtectionNotes.Of(pack, [i]).Select(n => ("Protected", n)),
        ("Source", i.Source),
        .. i.Caveats.Count > 0 ? new[] { ("Careful", string.Join(" ", i.Caveats)) } : [],
        .. pack.Breaks.Where(b => b.Concerns(i)).OrderBy(b => b.Month).Select(b => ($"Break in {b.Month.Name}", $"{b.Reason} ({b.Source})")),
        ("Version", $"{i.Id}, version {i.Version}"),
    ];
}
