using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Topics;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Store.Editions;
using Made.Web.Charts;

namespace Made.Web.Dashboards;

/// <summary>The wards of an area under one indicator.</summary>
public static class WhereViews
{
    public static IReadOnlyList<IndicatorDefinition> Choices(EditionReader reader) =>
        [.. reader.Register.Pack.Indicators.Where(i => i.SmallestLevel <= AreaLevel.Ward).OrderBy(i => i.Order).ThenBy(i => i.Id, StringComparer.Ordinal)];

    /// <summary>Rates over 12 months where they can be had, else the month's; null where there are no wards or no figure at all.</summary>
    public static WhereView? Of(EditionReader reader, Area area, string place, string? wanted)
    {
        var choices = Choices(reader);
        var districts = reader.Areas.DistrictsOf(area.Code, reader.Manifest.Month);
        var wards = districts.SelectMany(reader.Areas.WardsOf).ToList();
        if (choices.Count == 0 || wards.Count == 0)
            return null;
        var indicator = choices.FirstOrDefault(i => i.Id == wanted) ?? choices[0];
        var month = reader.RuleOf(indicator.Id).NewestYear(AreaLevel.Ward, reader.Manifest.Month);
        var measures = reader.Measures(month, month, [.. wards.Select(w => w.Code), .. districts.Select(AreaCode.WardNotDetermined)], [indicator.Id], [AreaLevel.Ward]);
        var kind = measures.Any(m => m.Period.Kind == PeriodKind.Rolling12 && m.Value.IsShown) ? PeriodKind.Rolling12 : PeriodKind.Month;
        var shown = measures.Where(m => m.Period.Kind == kind).ToDictionary(m => m.Area);
        if (!shown.Values.Any(m => m.Value.IsShown))
            return null;
        var period = new Period(kind, month);
        return new WhereView
        {
            Indicator = indicator,
            Map = Map(reader, indicator, place, period, districts, shown),
            Bars = Bars(indicator, place, period, wards, shown),
            Notes = Notes(indicator, wards, shown.Values, reader.RuleOf(indicator.Id)),
        };
    }

    private static Chart.RankedBars Bars(IndicatorDefinition indicator, string place, Period period, List<Area> wards, Dictionary<AreaCode, SafeMeasure> shown)
    {
        var named = wards.Where(w => shown.ContainsKey(w.Code)).ToList();
        var top = named.Where(w => shown[w.Code].Value.IsShown).OrderByDescending(w => shown[w.Code].Value.ForDrawing).ThenBy(w => w.Name, StringComparer.Ordinal).First();
        return new Chart.RankedBars
        {
            Id = "wards",
            Title = $"{indicator.Title} by ward, {place}, {period.Name}",
            Sentence = $"The highest rate was in {top.Name}: {Sentences.Value(indicator, shown[top.Code].Value)}.",
            Of = "Ward",
            Unit = indicator.Unit,
            Decimals = 1,
            Bars = [.. named.Select(w => new Bar { Key = w.Code.Value, Name = w.Name, Value = shown[w.Code].Value, Lower95 = shown[w.Code].Lower95, Upper95 = shown[w.Code].Upper95 })],
        };
    }

    private static Chart.AreaMap? Map(
        EditionReader reader, IndicatorDefinition indicator, string place, Period period, IReadOnlyList<AreaCode> districts, Dictionary<AreaCode, SafeMeasure> shown)
    {
        var boundaries = reader.Register.Reference.Boundaries.Where(b => b.Level == AreaLevel.Ward && districts.Contains(b.District) && shown.ContainsKey(new AreaCode(b.Code))).ToList();
        if (boundaries.Count == 0 || MapBounds.Of(reader, indicator, period.Kind) is not { } bounds)
            return null;
        return new Chart.AreaMap
        {
            Id = "map",
            Title = $"{indicator.Title} by ward, {place}, {period.Name}",
            Sentence = bounds.Words,
            Of = "Ward",
            Unit = indicator.Unit,
            Decimals = 1,
            Bounds = bounds.Values,
            Areas =
            [
                .. Outline.Draw(boundaries).Select(s => new MapArea(
                    s.Code, s.Name, [.. s.Rings.Select(r => (IReadOnlyList<PlanePoint>)[.. r.Select(p => new PlanePoint(p.X, p.Y))])], shown[s.Code].Value)
                {
                    Href = $"#wards-figure",
                }),
            ],
        };
    }

    private static List<string> Notes(IndicatorDefinition indicator, List<Area> wards, IEnumerable<SafeMeasure> shown, DisclosureRule rule)
    {
        var notes = wards.Select(Sentences.RateCaution).Where(n => n.Length > 0).ToList();
        if (rule.IsGuarded)
            notes.Add("A partner's own figures: wards are shown for financial years, and what is hidden or could not be given a ward is missing from their sum.");
        foreach (var lost in shown.Where(m => m.Area.IsNotDetermined && m.Count.IsShown && m.Count.Text() != "0"))
            notes.Add($"The ward of {lost.Count.Text()} {indicator.Plural} could not be told; they count for the area, not for a ward.");
        return notes;
    }
}
