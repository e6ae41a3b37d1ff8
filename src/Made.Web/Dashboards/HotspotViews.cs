using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Store.Editions;
using Made.Web.Charts;
using Made.Web.Downloads;

namespace Made.Web.Dashboards;

/// <summary>Puts hot spots together from one edition: small areas from its cubes, map points from its facts.</summary>
public static class HotspotViews
{
    /// <summary>Null where the area has no districts or the indicator is not counted by small area.</summary>
    public static async Task<HotspotView?> OfAsync(EditionShelf shelf, EditionReader reader, string gss, string? wanted, CancellationToken stop)
    {
        var month = reader.Manifest.Month;
        var code = new AreaCode(gss);
        var choices = Choices(reader.Register.Pack);
        var indicator = string.IsNullOrEmpty(wanted) ? choices.FirstOrDefault() : choices.Find(i => i.Id == wanted);
        if (indicator is null || !reader.Areas.TryFind(code, out var area) || area.Level is not (AreaLevel.District or AreaLevel.Csp) || reader.Areas.DistrictsOf(code, month) is not { Count: > 0 } districts)
            return null;
        var period = new Period(PeriodKind.Rolling12, month);
        var place = Wording.PlaceName(reader.Areas, code, month);
        var view = new HotspotView
        {
            Edition = reader,
            Area = gss,
            Place = place,
            Indicator = indicator,
            PointsAreMoved = !reader.Register.Pack.Datasets.First(d => d.Id == indicator.Dataset).ExactPoints,
            Indicators = choices,
            Areas = [.. reader.Areas.At(AreaLevel.Csp, month).Select(a => (a.Code.Value, Wording.PlaceName(reader.Areas, a.Code, month))).OrderBy(a => a.Item2, StringComparer.Ordinal)],
            Why = null,
        };
        var boundaries = reader.Register.Reference.Boundaries.Where(b => b.Level == AreaLevel.Lsoa && b.Vintage == 2021 && districts.Contains(b.District)).ToList();
        var counts = reader.LsoaCounts(districts, period, indicator.Id);
        if (!AreaHotspots.Of(counts, boundaries).Succeeded(out var spots, out var why))
            return view with { Why = why };
        // Exact points hardly ever hold two records: there is nothing to say of them one by one.
        MapPoints? points = null;
        var onPoints = view.PointsAreMoved && (await shelf.Points(reader, indicator, districts, period, stop)).Succeeded(out points, out _);
        return view with
        {
            Sentences = Said(place, indicator, spots, onPoints ? points : null, period),
            Map = Map(reader, indicator, place, period, spots, boundaries),
            Places = Places(reader, indicator, place, period, spots),
            Concentration = Concentration(spots, onPoints ? points : null),
            Repeats = onPoints ? Repeats(points!) : null,
        };
    }

    /// <summary>Indicators that are plain counts of records with a small area.</summary>
    internal static List<IndicatorDefinition> Choices(Pack pack) =>
    [
        .. pack.Indicators
            .Where(i => i.SmallestLevel == AreaLevel.Lsoa && i is { IsWeighted: false, Denominator: DenominatorKind.Population } && i.Periods.Contains(PeriodKind.Rolling12))
            .OrderBy(i => i.Order).ThenBy(i => i.Id, StringComparer.Ordinal),
    ];

    private static List<string> Said(string place, IndicatorDefinition indicator, AreaHotspots spots, MapPoints? points, Period period)
    {
        var said = new List<string> { Sentences.Hotspots(place, indicator, spots, period) };
        if (points is not null)
            said.Add(Sentences.OnPoints(points));
        if (spots.NotPlaced.Text() != "0")
            said.Add($"The small area of {spots.NotPlaced.Text()} {indicator.Plural} could not be told; they take no part.");
        return said;
    }

    private static Chart.AreaMap Map(EditionReader reader, IndicatorDefinition indicator, string place, Period period, AreaHotspots spots, List<Boundary> boundaries)
    {
        var byCode = spots.Places.ToDictionary(p => p.Measure.Area);
        return new Chart.AreaMap
        {
            Id = "map",
            Title = $"{indicator.Title} by small area, {place}, {period.Name}; hot spots outlined",
            Sentence = "Classes are fifths of these small areas. An outlined area and its neighbours together hold more than chance would put there.",
            Of = "Small area (2021 LSOA)",
            Unit = indicator.Plural,
            Bounds = Fifths([.. spots.Places.Select(p => p.Measure.Count.ForDrawing).Order()]),
            Areas =
            [
                .. Outline.Draw(boundaries.Where(b => byCode.ContainsKey(new AreaCode(b.Code))), mostPoints: 2400).Select(s => new MapArea(
                    s.Code, NameOf(reader, s.Code), [.. s.Rings.Select(r => (IReadOnlyList<PlanePoint>)[.. r.Select(p => new PlanePoint(p.X, p.Y))])], byCode[s.Code].Measure.Count)
                {
                    Selected = byCode[s.Code].State == HotspotState.Hot,
                }),
            ],
        };
    }

    // Equal fifths would make an empty class; whole steps keep five.
    private static List<double> Fifths(List<double> counts)
    {
        var bounds = new List<double>();
        foreach (var share in new[] { 0.2, 0.4, 0.6, 0.8 })
            bounds.Add(Math.Max(Math.Max(1, counts[(int)(share * counts.Count)]), bounds.Count > 0 ? bounds[^1] + 1 : 1));
        return bounds;
    }

    private static Table Places(EditionReader reader, IndicatorDefinition indicator, string place, Period period, AreaHotspots spots) => new()
    {
        Name = "hotspots",
        Title = $"{indicator.Title} by small area, {place}, {period.Name}: hot and cold spots",
        Columns =
        [
            new("Small area"), new("Ward"), new("Count", ColumnKind.Figure, MayBeAbsent: false), new("Gi* score", ColumnKind.Figure, "", 2, MayBeAbsent: false),
            new("Probability, allowing for all"), new("Reading"),
        ],
        Rows = spots.Places.OrderByDescending(p => p.Score.ForDrawing).ThenBy(p => p.Measure.Area).Select(p => (IReadOnlyList<Cell>)
        [
            Cell.Of(NameOf(reader, p.Measure.Area)), Cell.Of(WardOf(reader, p.Measure.Area)), Cell.Of(p.Measure.Count), Cell.Of(p.Score), Cell.Of(Sentences.Probability(p.Together)), Cell.Of(Sentences.Words(p.State)),
        ]).ToList(),
    };

    private static Table Concentration(AreaHotspots spots, MapPoints? points) => new()
    {
        Name = "concentration",
        Title = "How few places hold how much",
        Columns =
        [
            new("Share of records"), new("Small areas", ColumnKind.Figure), new("of all small areas", ColumnKind.Figure, "per cent", 1),
            .. points is null ? Array.Empty<Column>() : [new("Map points", ColumnKind.Figure), new("of all map points with a record", ColumnKind.Figure, "per cent", 1)],
        ],
        Rows = spots.Concentration.Select((s, i) => (IReadOnlyList<Cell>)
        [
            Cell.Of($"{s.Percent}%"), Cell.Of(s.Places), Cell.Of(s.Share), .. points is null ? Array.Empty<Cell>() : [Cell.Of(points.Concentration[i].Places), Cell.Of(points.Concentration[i].Share)],
        ]).ToList(),
    };

    private static Table Repeats(MapPoints points) => new()
    {
        Name = "repeats",
        Title = "Map points with records again and again",
        Columns = [new("Records in"), new("Map points", ColumnKind.Figure), new("Share of records", ColumnKind.Figure, "per cent", 1)],
        Rows = points.Repeats.Select(r => (IReadOnlyList<Cell>)
        [
            Cell.Of(r.Months == 12 ? "every month" : $"at least {r.Months} of the 12 months"), Cell.Of(r.Points), Cell.Of(r.ShareOfRecords),
        ]).ToList(),
    };

    private static string NameOf(EditionReader reader, AreaCode lsoa) => reader.Register.Reference.Names.GetValueOrDefault(lsoa.Value, lsoa.Value);

    private static string WardOf(EditionReader reader, AreaCode lsoa) =>
        reader.Register.Reference.WardOfLsoa.TryGetValue(lsoa.Value, out var ward) && reader.Areas.TryFind(ward, out var found) ? found.Name : "Ward not determined";
}
