using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Methods.Rates;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Store.Editions;
using Made.Web.Charts;

namespace Made.Web.Dashboards;

/// <summary>Puts a funnel plot together from one edition.</summary>
public static class FunnelViews
{
    /// <summary>Null where indicator, level or area are not known.</summary>
    public static FunnelView? Of(EditionReader reader, string indicator, string? level, string? inside)
    {
        var month = reader.Manifest.Month;
        var within = inside ?? "";
        var layer = AreaLevel.Csp;
        if (reader.Register.Pack.Indicators.FirstOrDefault(i => i.Id == indicator) is not { } definition
            || (!string.IsNullOrEmpty(level) && (!FunnelView.Levels.Any(l => l.Id == level) || !AreaLevels.TryParse(level, out layer)))
            || (within.Length > 0 && (!reader.Areas.TryFind(new AreaCode(within), out var area) || reader.Areas.DistrictsOf(area.Code, month).Count == 0)))
            return null;
        if (within.Length > 0)
            layer = AreaLevel.Ward;
        var areas = AreasOf(reader, within, layer);
        var period = new Period(PeriodKind.Rolling12, reader.RuleOf(indicator).NewestYear(layer, month));
        var measures = definition.SmallestLevel > layer ? []
            : reader.Measures(period.Last, period.Last, [.. areas.Keys], [indicator], [layer], [PeriodKind.Rolling12]).Where(m => areas.ContainsKey(m.Area)).ToList();
        string NameOf(SafeMeasure m) => Wording.PlaceName(reader.Areas, m.Area, month);
        var drawn = AreaFunnel.Of(definition, measures).Succeeded(out var funnel, out var why);
        return new FunnelView
        {
            Edition = reader,
            Indicator = definition,
            Level = layer.Code(),
            Inside = within,
            Heading = $"{(within.Length > 0 ? $"wards of {Wording.PlaceName(reader.Areas, new AreaCode(within), month)}" : Words(layer))}, {period.Name}",
            Chart = drawn ? Chart(definition, funnel!, period, layer, NameOf, within, reader) : null,
            Why = drawn ? null : why,
            Notes = drawn ? Notes(reader, definition, funnel!, areas, NameOf) : [],
            Indicators = [.. reader.Register.Pack.Indicators.Where(i => !i.IsWeighted && i.Denominator is DenominatorKind.Population or DenominatorKind.Records).OrderBy(i => i.Order).ThenBy(i => i.Id, StringComparer.Ordinal)],
            Areas = [.. reader.Areas.At(AreaLevel.Csp, month).Select(a => (a.Code.Value, Wording.PlaceName(reader.Areas, a.Code, month))).OrderBy(a => a.Item2, StringComparer.Ordinal)],
        };
    }

    private static Dictionary<AreaCode, Area> AreasOf(EditionReader reader, string within, AreaLevel layer)
    {
        var month = reader.Manifest.Month;
        if (layer != AreaLevel.Ward)
            return reader.Areas.At(layer, month).ToDictionary(a => a.Code);
        var districts = within.Length > 0 ? reader.Areas.DistrictsOf(new AreaCode(within), month) : [.. reader.Areas.Districts.Select(d => d.Code)];
        return districts.SelectMany(reader.Areas.WardsOf).ToDictionary(a => a.Code);
    }

    private static Chart.Funnel Chart(IndicatorDefinition indicator, AreaFunnel funnel, Period period, AreaLevel layer, Func<SafeMeasure, string> nameOf, string within, EditionReader reader) => new()
    {
        Id = "funnel",
        Title = $"{indicator.Title} {indicator.Unit} by size of area, {(within.Length > 0 ? $"wards of {Wording.PlaceName(reader.Areas, new AreaCode(within), reader.Manifest.Month)}" : Words(layer))}, {period.Name}",
        Sentence = Sentences.Funnel(indicator, funnel, period, nameOf),
        Level = funnel.Level,
        Curve = funnel.Curve,
        IsWidened = funnel.IsWidened,
        Unit = indicator.Unit,
        SizeUnit = indicator.Denominator == DenominatorKind.Records ? "records below the line" : "residents",
        Of = layer == AreaLevel.Ward ? "Ward" : "Area",
        Decimals = 1,
        Polarity = indicator.Polarity,
        Dots = [.. funnel.Places.Select(p => new FunnelDot
        {
            Key = p.Measure.Area.Value,
            Name = nameOf(p.Measure),
            Count = p.Measure.Count,
            Size = p.Measure.Denominator,
            Value = p.Measure.Value,
            Inner = p.Inner,
            Outer = p.Outer,
            Reading = Sentences.Reading(p.Verdict),
            Mark = p.Verdict switch
            {
                FunnelVerdict.High or FunnelVerdict.VeryHigh => PointMark.High,
                FunnelVerdict.Low or FunnelVerdict.VeryLow => PointMark.Low,
                _ => PointMark.Common,
            },
            Href = layer == AreaLevel.Csp ? $"/dashboard/{p.Measure.Area}/{period.Last}/{indicator.Id}" : "",
        })],
    };

    private static List<string> Notes(EditionReader reader, IndicatorDefinition indicator, AreaFunnel funnel, Dictionary<AreaCode, Area> areas, Func<SafeMeasure, string> nameOf)
    {
        var notes = new List<string> { Sentences.Dispersion(funnel) };
        if (indicator.Denominator == DenominatorKind.Population)
        {
            var outside = funnel.Places.Where(p => p.Verdict != FunnelVerdict.NotSignificant).ToList();
            foreach (var (place, wards) in outside.Select(p => (nameOf(p.Measure), Cautioned(reader, areas[p.Measure.Area]))).Where(p => p.Item2.Count > 0))
                notes.Add($"Rates per resident mislead in parts of {place}: {string.Join(", ", wards.Select(w => w.Name))} draw people from elsewhere.");
            notes.AddRange(outside.Select(p => Sentences.RateCaution(areas[p.Measure.Area])));
            notes.Add("Areas with a busy town centre or many visitors lie high because visitors are not counted below the line, not because residents meet more.");
            notes.Add(Sentences.PopulationAge(funnel.Places[0].Measure));
        }
        notes.Add("Each area is a part of the common level it is held against.");
        notes.AddRange(funnel.LeftOut.GroupBy(m => (m.Count.IsShown ? m.Value : m.Count).TextWithReason()).Select(g => $"Left out, {g.Key}: {string.Join(", ", g.Select(nameOf))}."));
        notes.RemoveAll(string.IsNullOrEmpty);
        return notes;
    }

    private static List<Area> Cautioned(EditionReader reader, Area area) => area.Level == AreaLevel.Ward ? []
        : [.. reader.Areas.DistrictsOf(area.Code, reader.Manifest.Month).SelectMany(reader.Areas.WardsOf).Where(w => w.RateCaution.Length > 0)];

    private static string Words(AreaLevel level) => level switch
    {
        AreaLevel.Ward => "wards",
        AreaLevel.District => "districts",
        _ => "community safety partnerships",
    };
}
