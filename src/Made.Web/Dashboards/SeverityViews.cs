using System.Globalization;
using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Store.Editions;
using Made.Web.Charts;
using Made.Web.Downloads;
using Made.Web.Methods.Severity;

namespace Made.Web.Dashboards;

/// <summary>Puts severity beside volume from one edition.</summary>
public static class SeverityViews
{
    private const int ChartMonths = 60;

    /// <summary>Null where the area is not known or smaller than a district.</summary>
    public static SeverityView? Of(EditionReader reader, string? wanted)
    {
        var month = reader.Manifest.Month;
        var areas = reader.Areas.All.Where(a => a.Level >= AreaLevel.District && a.ExistsOn(month.LastDay))
            .OrderByDescending(a => a.Level).ThenBy(a => a.Name, StringComparer.Ordinal).ToList();
        var area = string.IsNullOrEmpty(wanted) ? areas.Find(a => a.Level < AreaLevel.Force) : areas.Find(a => a.Code.Value == wanted);
        if (area is null)
            return null;
        var view = new SeverityView
        {
            Edition = reader,
            Area = area.Code.Value,
            Areas = [.. areas.Select(a => (a.Code.Value, a.Name))],
            Sentences = ["This partnership's definitions hold no severity estimate."],
            Charts = [],
            Table = null,
            Weights = null,
            About = [],
        };
        var all = reader.Register.Pack.Indicators.OrderBy(i => i.Order).ToList();
        if (all.Find(i => i.IsWeighted && i.Denominator == DenominatorKind.Population) is not { } severity || SeverityBeside.VolumeOf(severity, all) is not { } volume)
            return view;
        var pairs = Pairs(reader, severity, volume, areas);
        return view with
        {
            Sentences = pairs.TryGetValue(area.Code, out var own) ? Said(area.Name, severity, volume, own) : [$"No figure of {month.Name} is held for {area.Name}."],
            Charts = Charts(reader, severity, volume, area),
            Table = Table(severity, volume, month, areas, pairs),
            Weights = WeightsOf(severity),
            About = About(severity),
        };
    }

    private static Dictionary<AreaCode, SeverityBeside> Pairs(EditionReader reader, IndicatorDefinition severity, IndicatorDefinition volume, List<Area> areas)
    {
        var month = reader.Manifest.Month;
        var measures = reader.Measures(month, month, [.. areas.Select(a => a.Code)], [severity.Id, volume.Id], kinds: [PeriodKind.Rolling12]).ToDictionary(m => (m.Area, m.Indicator));
        var pairs = new Dictionary<AreaCode, SeverityBeside>();
        foreach (var area in areas)
            if (measures.TryGetValue((area.Code, severity.Id), out var estimate) && measures.TryGetValue((area.Code, volume.Id), out var count)
                && SeverityBeside.Of(severity, estimate, count).Succeeded(out var both, out _))
                pairs.Add(area.Code, both);
        return pairs;
    }

    private static List<string> Said(string place, IndicatorDefinition severity, IndicatorDefinition volume, SeverityBeside own)
    {
        List<string> said =
        [
            Sentences.Severity(place, severity, volume, own), Sentences.SeverityIsAnEstimate, Sentences.SeverityChange(own), Sentences.Placed(severity, own.Severity), Sentences.PopulationAge(own.Severity),
        ];
        said.RemoveAll(string.IsNullOrEmpty);
        return said;
    }

    private static List<Chart.Trend> Charts(EditionReader reader, IndicatorDefinition severity, IndicatorDefinition volume, Area area)
    {
        var month = reader.Manifest.Month;
        var measures = reader.Measures(month.Plus(1 - ChartMonths), month, [area.Code], [severity.Id, volume.Id], kinds: [PeriodKind.Rolling12]).ToLookup(m => m.Indicator);
        var charts = new List<Chart.Trend>();
        foreach (var indicator in new[] { severity, volume })
        {
            var held = measures[indicator.Id].OrderBy(m => m.Period.Last).SkipWhile(m => !m.Value.IsShown).ToList();
            var points = held.ConvertAll(m => new TrendPoint(m.Period.Last, m.Value));
            if (points.Count(p => p.Value.IsShown) < 2)
                continue;
            charts.Add(new Chart.Trend
            {
                Id = indicator == severity ? "estimate" : "volume",
                Title = $"{indicator.Title}, {indicator.Unit}, 12 months to each month, {area.Name}",
                Sentence = Sentences.RollingLine(indicator, held),
                Unit = indicator.Unit,
                Decimals = 1,
                Points = points,
                Breaks = [.. reader.Register.Pack.Breaks.Where(b => b.Concerns(indicator) && b.Month > points[0].Month && b.Month <= month).OrderBy(b => b.Month).Select(b => new TrendBreak(b.Month, b.Reason))],
            });
        }
        return charts;
    }

    private static Table Table(IndicatorDefinition severity, IndicatorDefinition volume, Month month, List<Area> areas, Dictionary<AreaCode, SeverityBeside> pairs) => new()
    {
        Name = "severity",
        Title = $"Severity estimate beside volume, {new Period(PeriodKind.Rolling12, month).Name}; an estimate, not the ONS Crime Severity Score, and no ranking",
        Columns =
        [
            new("Area"), new("Layer"),
            new("Severity estimate", ColumnKind.Figure, severity.Unit, 1), new("Change of the estimate", ColumnKind.Figure, "per cent", 1),
            new(volume.Title, ColumnKind.Figure, volume.Unit, 1), new("Change of the count", ColumnKind.Figure, "per cent", 1),
            new("Average weight of a record", ColumnKind.Figure, "points"), new("Comparable"),
        ],
        Rows = areas.Where(a => pairs.ContainsKey(a.Code)).Select(a => (IReadOnlyList<Cell>)Row(a, month, pairs[a.Code])).ToList(),
    };

    private static Cell[] Row(Area area, Month month, SeverityBeside both) =>
    [
        Cell.Of(area.Name, $"/severity/{month}?area={area.Code}"), Cell.Of(area.Level.Code().Replace('-', ' ')),
        Cell.Of(both.Severity.Value), Cell.Of(both.Severity.ChangeYear), Cell.Of(both.Volume.Value), Cell.Of(both.Volume.ChangeYear), Cell.Of(both.AverageWeight),
        Cell.Of(Api.MeasureRow.Words(both.Severity.Comparable)),
    ];

    private static Table WeightsOf(IndicatorDefinition severity) => new()
    {
        Name = "weights",
        Title = "What a record of each published type weighs, in points",
        Columns = [new("Type"), new("Mean weight")],
        Rows = severity.Weights.OrderBy(w => w.Key, StringComparer.Ordinal)
            .Select(w => (IReadOnlyList<Cell>)[Cell.Of(w.Key), Cell.Of(w.Value.ToString("N1", CultureInfo.InvariantCulture))]).ToList(),
    };

    private static List<(string What, string Said)> About(IndicatorDefinition severity) =>
    [
        ("Definition", severity.Definition),
        ("Above the line", severity.NumeratorText),
        ("Below the line", severity.DenominatorText),
        ("Weights", $"{(SeverityWeights.Held().Succeeded(out var held, out _) ? $"Offence weights of version {string.Join(", ", held.Keys)}; " : "")}mean weights of {severity.Id}, version {severity.Version}. Estimates of different versions are not compared."),
        ("Source", severity.Source),
        ("Careful", string.Join(' ', severity.Caveats)),
    ];
}
