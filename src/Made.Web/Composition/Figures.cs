using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Editions;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Web.Api;

namespace Made.Web.Composition;

/// <summary>Answers questions for figures over many months: each month from its newest edition, whose name every row carries.</summary>
public sealed class Figures(Partnership partnership)
{
    public async Task<IReadOnlyList<MeasureRow>> RowsAsync(MeasureQuery query)
    {
        var rows = new List<(SafeMeasure Measure, EditionManifest Edition, IndicatorDefinition Indicator)>();
        foreach (var manifest in await partnership.Editions.Newest(query.From, query.To))
        {
            var reader = await partnership.Editions.Open(manifest);
            var definitions = reader.Register.Pack.Indicators.ToDictionary(i => i.Id, StringComparer.Ordinal);
            rows.AddRange(OfMonth(reader, query).Select(m => (m, manifest, definitions[m.Indicator])));
        }
        return
        [
            .. rows.OrderBy(r => r.Indicator.Order).ThenBy(r => r.Measure.Indicator, StringComparer.Ordinal)
                .ThenBy(r => r.Measure.Area).ThenBy(r => r.Measure.Period.Last)
                .Select(r => MeasureRow.Of(r.Measure, NameOf(r.Measure.Area), r.Indicator.Unit, Name(r.Edition))),
        ];
    }

    /// <summary>Every figure of one edition that ends with its month, small areas left out: they are asked for one by one.</summary>
    public IReadOnlyList<MeasureRow> RowsOf(EditionReader edition)
    {
        var (month, indicators) = (edition.Manifest.Month, edition.Register.Pack.Indicators.ToDictionary(i => i.Id, StringComparer.Ordinal));
        return
        [
            .. edition.Measures(month, month, []).OrderBy(m => indicators[m.Indicator].Order).ThenBy(m => m.Indicator, StringComparer.Ordinal).ThenBy(m => m.Area).ThenBy(m => m.Period.Kind)
                .Select(m => MeasureRow.Of(m, NameOf(m.Area), indicators[m.Indicator].Unit, Name(edition.Manifest))),
        ];
    }

    /// <summary><c>2022-07-e1</c>.</summary>
    public static string Name(EditionManifest edition) => $"{edition.Month}-e{edition.Number}";

    private static IEnumerable<SafeMeasure> OfMonth(EditionReader reader, MeasureQuery query)
    {
        var manifest = reader.Manifest;
        if (query.Level == AreaLevel.Lsoa)
        {
            var period = new Period(query.Kind, manifest.Month);
            if (!Period.EndingWith(manifest.Month).Contains(period))
                return [];
            return reader.LsoaCounts(LsoaParents(reader.Areas, query, manifest.Month), period)
                .Where(m => query.Indicators.Count == 0 || query.Indicators.Contains(m.Indicator))
                .Where(m => !query.Areas.Any(a => IsLsoa(reader.Areas, a)) || query.Areas.Contains(m.Area));
        }
        var areas = query.Areas.Count == 0 ? [] : query.Areas.SelectMany(a => Inside(reader.Areas, a, query.Level, manifest.Month)).Distinct().ToList();
        if (query.Areas.Count > 0 && areas.Count == 0)
            return [];
        return reader.Measures(manifest.Month, manifest.Month, areas, query.Indicators, [query.Level], [query.Kind]);
    }

    /// <summary>The areas of a level that lie inside an area: itself where it is of that level.</summary>
    private static IEnumerable<AreaCode> Inside(Areas areas, AreaCode code, AreaLevel level, Month month)
    {
        if (code.IsNotDetermined || (areas.TryFind(code, out var area) && area.Level == level))
            return [code];
        var districts = areas.DistrictsOf(code, month);
        return level switch
        {
            AreaLevel.Ward => districts.SelectMany(d => areas.WardsOf(d).Select(w => w.Code).Append(AreaCode.WardNotDetermined(d))),
            AreaLevel.District => districts,
            _ => areas.At(level, month).Where(a => areas.DistrictsOf(a.Code, month) is { Count: > 0 } parts && parts.All(districts.Contains)).Select(a => a.Code),
        };
    }

    private static IEnumerable<AreaCode> LsoaParents(Areas areas, MeasureQuery query, Month month)
    {
        if (query.Areas.Count == 0 || query.Areas.Any(a => IsLsoa(areas, a)))
            return areas.Districts.Select(d => d.Code);
        return query.Areas.SelectMany(a => areas.DistrictsOf(a, month) is { Count: > 0 } districts ? districts : [a]).Distinct();
    }

    private static bool IsLsoa(Areas areas, AreaCode code) => !code.IsNotDetermined && !areas.TryFind(code, out _);

    /// <summary>The name of an area, of a small area, or of what could not be placed.</summary>
    public string NameOf(AreaCode code)
    {
        if (partnership.Areas.TryFind(code, out var area))
            return area.Name;
        if (code.IsNotDetermined)
            return code.Value.EndsWith("-ward-not-determined", StringComparison.Ordinal) ? "Ward not determined" : "LSOA not determined";
        return partnership.Register?.Reference.Names.GetValueOrDefault(code.Value) ?? code.Value;
    }
}
