using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Web.Components;
using Made.Web.Downloads;

namespace Made.Web.Dashboards;

/// <summary>Puts a layer of the scorecard together: pan area, policing areas, CSPs, districts, wards.</summary>
public static class ScorecardViews
{
    /// <param name="reader">The month's edition.</param>
    /// <param name="inside">Only what lies inside this area; all of the partnership otherwise.</param>
    /// <param name="level">The layer; the one below the area, or CSPs, otherwise.</param>
    /// <param name="showing">One of <see cref="ScorecardView.Choices"/>.</param>
    public static ScorecardView? Of(EditionReader reader, string? inside, string? level, string? showing)
    {
        var month = reader.Manifest.Month;
        Area? within = null;
        if (!string.IsNullOrEmpty(inside) && !reader.Areas.TryFind(new AreaCode(inside), out within))
            return null;
        var layer = within is null ? AreaLevel.Csp : AreaLevel.Ward;
        if (!string.IsNullOrEmpty(level) && !AreaLevels.TryParse(level, out layer))
            return null;
        var show = ScorecardView.Choices.Any(c => c.Id == showing) ? showing! : ScorecardView.Choices[0].Id;
        // Single wards are not judged by month: too few.
        if (layer == AreaLevel.Ward && show == "variation")
            show = ScorecardView.Choices[0].Id;
        var areas = AreasOf(reader, within, layer);
        var read = reader.Measures(month, month, [.. areas.Select(a => a.Code)], levels: [layer]);
        var years = YearsOfWards(reader, layer);
        foreach (var (indicator, year) in years)
            read = [.. read.Where(m => m.Indicator != indicator), .. reader.Measures(year, year, [.. areas.Select(a => a.Code)], [indicator], [layer], [PeriodKind.Rolling12])];
        var measures = read.ToLookup(m => (m.Area, m.Indicator));
        // After a gap there are no 12 months to show; the month itself then says more than a page of absences.
        if (string.IsNullOrEmpty(showing) && !read.Any(m => m.Period.Kind == PeriodKind.Rolling12 && m.Value.IsShown))
            show = "count";
        var indicators = reader.Register.Pack.Indicators.Where(i => i.SmallestLevel <= layer).OrderBy(i => i.Order).ThenBy(i => i.Id, StringComparer.Ordinal)
            .Where(i => areas.Exists(a => measures[(a.Code, i.Id)].Any())).ToList();
        var headlines = areas.SelectMany(a => indicators.SelectMany(i => measures[(a.Code, i.Id)].Where(m => m.Headline).Select(m => (a, i, m)))).ToList();
        var heading = within is null ? LayerName(layer) : $"{Wording.PlaceName(reader.Areas, within.Code, month)}, {LayerName(layer)}";
        return new ScorecardView
        {
            Edition = reader,
            Heading = heading,
            Sentence = Sentence(areas.Count, indicators.Count, layer, headlines.Count, month, [.. indicators.Where(i => years.ContainsKey(i.Id)).Select(i => years[i.Id]).Distinct()]),
            Showing = show,
            Table = Table(reader, areas, indicators, measures, layer, show, heading, years),
            Note = Note(show),
            Dashboard = within?.Level == AreaLevel.Csp ? $"/dashboard/{within.Code}/{month}{EditionWords.Pin(reader)}" : "",
            Crumbs = within is null ? [] : [new Crumb("Scorecard", $"/scorecard?month={month}{EditionWords.Pin(reader, '&')}"), new Crumb(heading)],
            Exceptions = [.. headlines.Select(h => (Words(reader, h.a, h.i, h.m), $"/dashboard/{h.a.Code}/{month}/{h.i.Id}{EditionWords.Pin(reader)}"))],
            Looked = $"{areas.Count * indicators.Count} figures",
            Downloads = Takes.Of($"/scorecard/{month}", reader.Manifest.Number, Takes.Tables, $"&area={inside}&level={layer.Code()}&measure={show}"),
        };
    }

    private static List<Area> AreasOf(EditionReader reader, Area? within, AreaLevel layer)
    {
        var month = reader.Manifest.Month;
        if (layer == AreaLevel.Ward)
        {
            var districts = within is null ? [.. reader.Areas.Districts.Select(d => d.Code)] : reader.Areas.DistrictsOf(within.Code, month);
            return [.. districts.SelectMany(reader.Areas.WardsOf)];
        }
        var parts = within is null ? null : reader.Areas.DistrictsOf(within.Code, month);
        return [.. reader.Areas.At(layer, month).Where(a => parts is null || (reader.Areas.DistrictsOf(a.Code, month) is { Count: > 0 } own && own.All(parts.Contains)))];
    }

    private static Table Table(
        EditionReader reader, List<Area> areas, List<IndicatorDefinition> indicators, ILookup<(AreaCode, string), SafeMeasure> measures, AreaLevel layer, string show, string heading,
        Dictionary<string, Month> years)
    {
        var month = reader.Manifest.Month;
        return new Table
        {
            Name = "scorecard",
            Title = $"Scorecard, {heading}, {month.Name}: {ScorecardView.Choices.First(c => c.Id == show).Words}",
            Columns =
            [
                new(layer == AreaLevel.Ward ? "Ward" : "Area"),
                .. indicators.Select(i => show == "variation" ? new Column(i.Title) : new Column(i.Title, ColumnKind.Figure, UnitOf(i, show, years), DecimalsOf(i, show))),
            ],
            Rows = areas.Select(a => (IReadOnlyList<Cell>)
            [
                Cell.Of(Wording.PlaceName(reader.Areas, a.Code, month), Href(a, month, EditionWords.Pin(reader, '&'))),
                .. indicators.Select(i => CellOf(measures[(a.Code, i.Id)].ToList(), show)),
            ]).ToList(),
        };
    }

    /// <summary>Wards of partners' data are shown of financial years: the newest one, for each such indicator.</summary>
    private static Dictionary<string, Month> YearsOfWards(EditionReader reader, AreaLevel layer) => layer != AreaLevel.Ward ? []
        : reader.Register.Pack.Indicators.Where(i => reader.RuleOf(i.Id).IsGuarded).ToDictionary(i => i.Id, i => reader.RuleOf(i.Id).NewestYear(layer, reader.Manifest.Month), StringComparer.Ordinal);

    private static string UnitOf(IndicatorDefinition indicator, string show, Dictionary<string, Month> years)
    {
        var unit = show == "rolling12" ? indicator.Unit : "";
        return !years.TryGetValue(indicator.Id, out var year) ? unit : unit.Length == 0 ? YearTo(year) : $"{unit}, {YearTo(year)}";
    }

    private static int DecimalsOf(IndicatorDefinition indicator, string show) => show == "count" || indicator is { Denominator: DenominatorKind.None, IsWeighted: false } ? 0 : 1;

    private static string YearTo(Month year) => $"12 months to {year.Name}";

    private static Cell CellOf(List<SafeMeasure> measures, string show)
    {
        var month = measures.Find(m => m.Period.Kind == PeriodKind.Month);
        var rolling = measures.Find(m => m.Period.Kind == PeriodKind.Rolling12);
        return show switch
        {
            "count" => Cell.Of((month ?? rolling)?.Count ?? SafeNumber.Nothing),
            "change" => rolling is { Comparable: Comparable.PlacementChanged or Comparable.RecordingChanged } ? Cell.Of(Wording.Change(rolling)) : Cell.Of(rolling?.ChangeYear ?? SafeNumber.Nothing),
            "variation" => Cell.Of(month is null ? "" : month.Count.IsShown ? Wording.Judged(month) : month.Count.TextWithReason()),
            _ => Cell.Of(rolling?.Value ?? SafeNumber.Nothing),
        };
    }

    private static string Href(Area area, Month month, string pin) => area.Level switch
    {
        AreaLevel.Csp or AreaLevel.District => $"/scorecard?month={month}&area={area.Code}&level=ward{pin}",
        AreaLevel.Ward => "",
        _ => $"/scorecard?month={month}&area={area.Code}&level=csp{pin}",
    };

    private static string LayerName(AreaLevel level) => level switch
    {
        AreaLevel.Ward => "wards",
        AreaLevel.District => "districts",
        AreaLevel.Csp => "community safety partnerships",
        AreaLevel.PolicingArea => "policing areas",
        AreaLevel.County => "counties",
        AreaLevel.Pan => "whole area",
        AreaLevel.Force => "police force",
        _ => "small areas",
    };

    private static string Sentence(int areas, int indicators, AreaLevel layer, int headlines, Month month, IReadOnlyList<Month> years)
    {
        var all = $"{areas} {LayerName(layer)} and {indicators} indicators in {month.Name}.";
        if (layer == AreaLevel.Ward)
        {
            var partners = years.Count == 0 ? "" : $" Partners' figures of wards are those of the {string.Join(" or ", years.Select(YearTo))}, a financial year.";
            return $"{all} Single wards have too few records to be judged by month, so rates are over 12 months.{partners}";
        }
        return headlines switch
        {
            0 => $"{all} No figure stands out beyond what chance among so many would bring.",
            1 => $"{all} One figure stands out.",
            _ => $"{all} {headlines} figures stand out.",
        };
    }

    private static string Note(string show) => show switch
    {
        "change" => "Per cent of the earlier 12 months. Where records were not placed or recorded alike, no change is shown.",
        "variation" => "Judged by month against each area's own past, not against other areas.",
        "count" => "Counts do not allow for the number of residents: large areas have more of everything.",
        _ => "Rates per residents mislead where many visitors come, such as town centres and the seaside.",
    };

    private static string Words(EditionReader reader, Area area, IndicatorDefinition indicator, SafeMeasure measure) =>
        $"{Wording.PlaceName(reader.Areas, area.Code, reader.Manifest.Month)}: {indicator.Title.ToLowerInvariant()}, {measure.Count.Text()} in {measure.Period.Name}, {Charts.VariationIcon.Words(measure.Variation).ToLowerInvariant()}";
}
