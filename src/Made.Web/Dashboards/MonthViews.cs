using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Store.Editions;
using Made.Web.Charts;

namespace Made.Web.Dashboards;

/// <summary>Puts a CSP's month together from one edition.</summary>
public static class MonthViews
{
    public static MonthView Of(EditionReader reader, Area area, string? where)
    {
        var month = reader.Manifest.Month;
        var place = Wording.PlaceName(reader.Areas, area.Code, month);
        var rows = Rows(reader, area, place);
        var findings = ScorecardInputs.Of(reader, area, place, rows);
        return new MonthView
        {
            Edition = reader,
            Area = area,
            Place = place,
            Comparator = reader.Areas.ComparatorOf(area.Code),
            Strip = Strip(reader, rows),
            Lead = Sentences.Lead(findings),
            Attention = Sentences.Attention(findings),
            NothingToAttend = Sentences.NothingToAttend(findings),
            Groups = [.. rows.GroupBy(r => r.Indicator.Group)],
            WhereChoices = WhereViews.Choices(reader),
            Where = WhereViews.Of(reader, area, place, where),
            Kinds = Kinds(rows, place, month),
            Quality = Sentences.Quality(findings),
            Provenance = Provenance(reader),
        };
    }

    private static List<IndicatorRow> Rows(EditionReader reader, Area area, string place)
    {
        var month = reader.Manifest.Month;
        var now = reader.Now(area.Code).ToLookup(m => m.Indicator);
        var before = reader.Measures(month.Plus(-12), month.Plus(-12), [area.Code], kinds: [PeriodKind.Month]).ToDictionary(m => m.Indicator, StringComparer.Ordinal);
        var rows = new List<IndicatorRow>();
        foreach (var indicator in reader.Register.Pack.Indicators.OrderBy(i => i.Order).ThenBy(i => i.Id, StringComparer.Ordinal))
        {
            var measures = now[indicator.Id].ToList();
            var rolling = measures.Find(m => m.Period.Kind == PeriodKind.Rolling12);
            // An indicator that is only measured over 12 months stands in the table with that.
            if ((measures.Find(m => m.Period.Kind == PeriodKind.Month) ?? rolling) is not { } current
                || reader.RunChart(indicator.Id, area.Code, TrendCharts.SparklineMonths) is not { } run)
                continue;
            rows.Add(new IndicatorRow
            {
                Indicator = indicator,
                Now = current,
                YearBefore = before.GetValueOrDefault(indicator.Id),
                Rolling = rolling,
                Spark = TrendCharts.Spark(run, indicator, place),
            });
        }
        return rows;
    }

    private static List<(string What, string Said)> Strip(EditionReader reader, List<IndicatorRow> rows)
    {
        var standing = reader.Standing();
        var held = standing.Count(s => s.IsHeld);
        var strip = new List<(string, string)>
        {
            ("Edition", EditionWords.Line(reader.Manifest)),
            ("Datasets held for this month", $"{held} of {standing.Count(s => s.Absence != Absence.NotApplicable)}"),
        };
        foreach (var row in rows.Where(r => r.Indicator.PartOf.Length == 0 && r.Now.Coverage.IsShown).Take(2))
            strip.Add(("Placed", $"{Wording.Share(row.Now.Coverage)} of the force's {row.Indicator.Plural}"));
        return strip;
    }

    private static Chart.RankedBars? Kinds(List<IndicatorRow> rows, string place, Month month)
    {
        var parts = rows.Where(r => r.Indicator.PartOf.Length > 0 && r.Now.Count.IsShown).ToList();
        if (parts.Count == 0)
            return null;
        var most = parts.OrderByDescending(r => r.Now.Count.ForDrawing).ThenBy(r => r.Indicator.Order).First().Indicator;
        return new Chart.RankedBars
        {
            Id = "kinds",
            Title = $"Crimes by kind, {place}, {month.Name}",
            Sentence = $"The most frequent kind in {month.Name} was {most.Title.ToLowerInvariant()}.",
            Of = "Kind",
            Unit = "records",
            Bars =
            [
                .. parts.Select(r => new Bar
                {
                    Key = r.Indicator.Id,
                    Name = r.Indicator.Title,
                    Value = r.Now.Count,
                    Href = $"/dashboard/{r.Now.Area}/{month}/{r.Indicator.Id}",
                }),
            ],
        };
    }

    private static List<(string What, string Said)> Provenance(EditionReader reader)
    {
        var m = reader.Manifest;
        var pack = reader.Register.Pack;
        return
        [
            ("Edition", $"{EditionWords.Line(m)}. {m.Why}"),
            ("As at", Exchange.LondonTime.Day(m.AsAt)),
            ("Sources", string.Join("; ", pack.Datasets.Select(d => $"{d.Title}: {d.Source} ({d.Licence})"))),
            ("Lookups, populations, boundaries", $"vintage {m.ReferenceVintage[..12]}"),
            ("Definitions", $"{pack.Title}, version {m.PackVersion}"),
            ("Methods", string.Join(", ", m.Methods.Select(k => $"{k.Key} {k.Value}"))),
            ("Disclosure policy", m.Policy),
        ];
    }
}
