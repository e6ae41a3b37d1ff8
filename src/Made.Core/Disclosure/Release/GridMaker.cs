using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Core.Disclosure.Release;

/// <summary>Lays out the tables that are protected at once. Nothing where a month of the period is not held.</summary>
internal sealed class GridMaker(MeasureInputs inputs, History history, ReportedFigures reported)
{
    /// <summary>Districts and what sums them, by indicator of the dataset, for one month. What lies outside or has no place counts for the force alone.</summary>
    public CountGrid? Districts(string dataset, Month month)
    {
        var scopes = Scope.At(inputs.Areas, month, history.PositionOf).Where(s => s.Level >= AreaLevel.District).ToList();
        var parts = inputs.Areas.Districts.Select(d => d.Code).Concat(scopes.SelectMany(s => s.Residents)).Distinct().ToList();
        var at = Positions(parts);
        return Of(dataset, new Period(PeriodKind.Month, month), parts, scopes, s => s.IsForce
            ? [.. inputs.Areas.Districts.Select(d => at[d.Code]).Append(parts.Count).Order()]
            : [.. s.Residents.Select(d => at[d]).Order()]);
    }

    /// <summary>Wards, "not determined" among them, with the districts and groupings they add up to, for a year.</summary>
    public CountGrid? Wards(string dataset, Period year)
    {
        var scopes = Scope.At(inputs.Areas, year.Last, history.PositionOf).Where(s => !s.IsForce).ToList();
        var wardsOf = inputs.Areas.Districts.ToDictionary(d => d.Code, d => inputs.Areas.WardsOf(d.Code).Select(w => w.Code).Append(AreaCode.WardNotDetermined(d.Code)).ToList());
        var parts = scopes.Where(s => s.Level < AreaLevel.District).Select(s => s.Code).ToList();
        var at = Positions(parts);
        return Of(dataset, year, parts, scopes, s => s.Level < AreaLevel.District
            ? [at[s.Code]]
            : s.Residents.All(d => wardsOf.TryGetValue(d, out var wards) && wards.TrueForAll(at.ContainsKey)) ? [.. s.Residents.SelectMany(d => wardsOf[d]).Select(w => at[w]).Order()] : []);
    }

    /// <summary>Areas that one indicator was reported for. A grouping with a figure of its own is its districts and a remainder, where there is one.</summary>
    public CountGrid? Reported(int indicator, Period period)
    {
        var definition = inputs.Indicators[indicator];
        var scopes = Scope.At(inputs.Areas, period.Last, history.PositionOf)
            .Where(s => reported.Has(definition, s))
            .Select(s => (Scope: s, reported.Of(definition, s, period).Count))
            .Where(s => s.Count is { IsNumber: true, Number: >= 0 and < int.MaxValue }).OrderBy(s => s.Scope.Level).ToList();
        if (scopes.Count == 0)
            return null;
        var counts = new List<int>();
        var partOf = new Dictionary<AreaCode, int>();
        var sums = new List<(Scope, int[])>();
        foreach (var (scope, count) in scopes)
        {
            var own = (int)Math.Round(count.Number);
            var below = scope.Level <= AreaLevel.District ? [] : scope.Residents.Where(partOf.ContainsKey).Select(d => partOf[d]).Order().ToList();
            var rest = own - below.Sum(p => counts[p]);
            if (below.Count == 0 || rest != 0)
            {
                below = rest < 0 || below.Count == 0 ? [counts.Count] : [.. below, counts.Count];
                counts.Add(rest < 0 || below.Count == 1 ? own : rest);
            }
            if (scope.Level == AreaLevel.District)
                partOf[scope.Code] = below[0];
            sums.Add((scope, [.. below]));
        }
        return new CountGrid(counts.Count, 1, [.. counts], sums, [(indicator, [0])]);
    }

    private CountGrid? Of(string dataset, Period period, List<AreaCode> parts, List<Scope> scopes, Func<Scope, int[]> partsOf)
    {
        var cubes = period.Each().Select(m => inputs.Cube(dataset, m)).OfType<MonthCube>().ToList();
        if (cubes.Count < period.Months)
            return null;
        var filters = Filters(dataset).ToList();

        // A kind that the edition before told of and that has no records any more has changed as well: without it the changes would not add up.
        var before = filters.Where(f => scopes.Exists(s => IsInEditionBefore(f.Indicator, s, period))).SelectMany(f => f.Filter.Only.Concat(f.Filter.Except));
        var categories = cubes.SelectMany(c => c.Categories.Concat(c.WithoutPlace.Keys).Concat(c.Outside.Keys)).Concat(before).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var signatures = categories.ConvertAll(c => string.Concat(filters.Select(f => f.Filter.Takes(c) ? '1' : '0')));
        var classes = signatures.Distinct().ToList();
        var classOf = signatures.ConvertAll(s => classes.IndexOf(s));
        var counts = new int[(parts.Count + 1) * Math.Max(1, classes.Count)];
        foreach (var cube in cubes)
        {
            for (var p = 0; p < parts.Count; p++)
            {
                var row = cube.CountsOf(parts[p]);
                for (var c = 0; c < row.Length && c < cube.Categories.Count; c++)
                    counts[p * classes.Count + classOf[categories.IndexOf(cube.Categories[c])]] += (int)row[c];
            }
            foreach (var (category, records) in cube.WithoutPlace.Concat(cube.Outside))
                counts[parts.Count * classes.Count + classOf[categories.IndexOf(category)]] += (int)records;
        }
        return new CountGrid(
            parts.Count + 1, Math.Max(1, classes.Count), counts,
            scopes.Select(s => (s, partsOf(s))),
            filters.Select((f, i) => (f.Indicator, Enumerable.Range(0, classes.Count).Where(k => classes[k][i] == '1').ToArray())));
    }

    private bool IsInEditionBefore(int indicator, Scope scope, Period period) => inputs.Earlier(inputs.Indicators[indicator < 0 ? ~indicator : indicator].Id, scope.Code, period) is not null;

    /// <summary>What is counted: each indicator's records and, under its own number turned round, the records below the line.</summary>
    private IEnumerable<(int Indicator, CategoryFilter Filter)> Filters(string dataset)
    {
        for (var i = 0; i < inputs.Indicators.Count; i++)
        {
            if (inputs.Indicators[i].IsWeighted)
                continue;
            if (inputs.Indicators[i].Dataset == dataset)
                yield return (i, inputs.Indicators[i].Filter);
            if (inputs.Indicators[i].Denominator == DenominatorKind.Records && inputs.Indicators[i].DatasetBelow == dataset)
                yield return (~i, inputs.Indicators[i].Base);
        }
    }

    private static Dictionary<AreaCode, int> Positions(List<AreaCode> parts) => parts.Select((p, i) => (p, i)).ToDictionary(p => p.p, p => p.i);
}
