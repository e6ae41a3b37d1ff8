using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Editions;

namespace Made.Web.Dashboards;

/// <summary>
/// The four bounds between a map's five classes: fifths of the partnership's wards in one month that is fixed for the whole calendar year, so that
/// the months of a year compare. That month is the last before the year that has figures, else the first of the year.
/// </summary>
public sealed record MapBounds(IReadOnlyList<double> Values, string Words)
{
    public static MapBounds? Of(EditionReader reader, IndicatorDefinition indicator, PeriodKind kind)
    {
        var year = reader.Manifest.Month.Year;
        var before = reader.Manifest.Measures.Select(m => m.Month).Where(m => m.Year < year).OrderDescending().Take(12);
        var within = reader.Manifest.Measures.Select(m => m.Month).Where(m => m.Year == year).Order();
        foreach (var month in before.Concat(within))
        {
            var rates = reader.Measures(month, month, [], [indicator.Id], [AreaLevel.Ward], [kind])
                .Where(m => m.Value.IsShown).Select(m => m.Value.ForDrawing).Order().ToList();
            if (rates.Count >= 10)
                return new MapBounds(Fifths(rates), $"Classes are fifths of all wards in {month.Name}, kept for every month of {year}.");
        }
        return null;
    }

    private static List<double> Fifths(List<double> rates)
    {
        var bounds = new List<double>();
        foreach (var share in new[] { 0.2, 0.4, 0.6, 0.8 })
        {
            var bound = Math.Round(rates[(int)(share * rates.Count)], 1);
            // Equal fifths would make an empty class; the smallest step keeps five.
            bounds.Add(bounds.Count > 0 && bound <= bounds[^1] ? Math.Round(bounds[^1] + 0.1, 1) : bound);
        }
        return bounds;
    }
}
