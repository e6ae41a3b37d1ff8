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
        var rows = RowsOf(reader, area, place);
        var spoken = Spoken(reader, area, place, rows);
        return new MonthView
        {
            Edition = reader,
            Area = area,
            Place = place,
            Comparator = reader.Areas.ComparatorOf(area.Code),
            Strip = Strip(reader, rows),
            Lead = [Sentences.Lead(spoken), .. new[] { Sentences.StandsOut(spoken), Sentences.AgainstAll(spoken) }.Where(w => w.Length > 0)],
            Attention = Sentences.Attention(spoken),
            NothingToAttend = Sentences.NothingNeedsAttention(spoken),
            Groups = [.. rows.GroupBy(r => r.Indicator.Group)],
            WhereChoices = WhereViews.Choices(reader),
            Where = WhereViews.Of(reader, area, place, where),
            Kinds = Kinds(reader, rows, place),
            Protected = [.. ProtectionNotes.Of(reader.Register.Pack, rows.Select(r => r.Indicator))],
            Quality = Quality(rows, spoken),
            Provenance = Provenance(reader),
        };
    }

    public static List<TableRow> RowsOf(EditionReader reader, Area area, string place)
    {
        var now = reader.Now(area.Code).ToLookup(m => m.Indicator);
        var rows = new List<TableRow>();
        foreach (var indicator in reader.Register.Pack.Indicators.OrderBy(i => i.Order).ThenBy(i => i.Id, StringComparer.Ordinal))
        {
            var measures = now[indicator.Id].ToList();
            var rolling = measures.Find(m => m.Period.Kind == PeriodKind.Rolling12);
            var month = measures.Find(m => m.Period.Kind == PeriodKind.Month);
            // An indicator that is only measured over 12 months stands in the table with that.
            if ((month ?? rolling) is not { } current)
                continue;
            var run = reader.RunChart(indicator.Id, area.Code, TrendCharts.SparklineMonths);
            rows.Add(new TableRow
            {
                Indicator = indicator,
                Now = current,
                IsMonthly = month is not null,
                Rolling = rolling,
                Spark = run is null ? null : TrendCharts.Spark(run, indicator, place),
                Spoken = new IndicatorRow
                {
                    Indicator = indicator,
                    Month = month,
                    Rolling12 = rolling,
                    Breaks = [.. reader.Register.Pack.Breaks.Where(b => b.Concerns(indicator))],
                },
            });
        }
        return rows;
    }

    /// <summary>One sentence for a list of areas.</summary>
    public static string FirstSentence(EditionReader reader, Area area)
    {
        var first = reader.Register.Pack.Indicators.OrderBy(i => i.Order).First();
        var month = reader.Manifest.Month;
        return reader.Measures(month, month, [area.Code], [first.Id], kinds: [PeriodKind.Month]) is [var measure, ..] ? Sentences.Count(first, measure) : "";
    }

    public static AreaMonth Spoken(EditionReader reader, Area area, string place, IEnumerable<TableRow> rows) => new()
    {
        AreaName = place,
        Month = reader.Manifest.Month,
        ComparatorName = reader.Areas.ComparatorOf(area.Code)?.Name ?? "",
        Rows = [.. rows.Select(r => r.Spoken)],
        Missing =
        [
            .. reader.Supplied().Where(s => !s.IsHeld && s.Absence != Absence.NotApplicable).Select(s => new MissingSupply(
                s.Dataset.Title,
                reader.Register.Pack.Organisations.FirstOrDefault(o => o.Id == s.Dataset.Supplier)?.Name ?? s.Dataset.Supplier,
                s.Absence,
                s.Month)),
        ],
    };

    private static List<string> Strip(EditionReader reader, List<TableRow> rows)
    {
        var standing = reader.Supplied().Where(s => s.Absence != Absence.NotApplicable).ToList();
        var strip = new List<string> { EditionWords.Line(reader), $"{standing.Count(s => s.IsHeld)} of {standing.Count} datasets held for this month" };
        foreach (var row in rows.Where(r => r.Indicator.PartOf.Length == 0 && r.Now.Coverage.IsShown).Take(2))
            strip.Add($"{Wording.Share(row.Now.Coverage)} of the force's {row.Indicator.Plural} placed");
        return strip;
    }

    private static List<string> Quality(List<TableRow> rows, AreaMonth spoken)
    {
        var lines = spoken.Missing.Select(m => m.Why == Absence.NotLoaded
            ? $"{m.Dataset}, {m.Month.Name}: not loaded here."
            : $"{m.Dataset}, {m.Month.Name}: {m.Why.Words()} by {m.Supplier}.").ToList();
        lines.AddRange(rows.Where(r => r.Indicator.PartOf.Length == 0).Select(r => Sentences.Placed(r.Indicator, r.Now)));
        lines.AddRange(rows.Select(r => Sentences.PopulationAge(r.Now)).Take(1));
        lines.AddRange(rows.SelectMany(r => r.Spoken.Breaks).DistinctBy(b => (b.Month, b.Reason)).Where(b => b.Month > spoken.Month.Plus(-36) && b.Month <= spoken.Month)
            .OrderBy(b => b.Month).Select(b => $"Break in recording from {b.Month.Name}: {b.Reason}"));
        lines.RemoveAll(string.IsNullOrEmpty);
        return lines.Count > 0 ? lines : ["Nothing is missing for this month."];
    }

    private static Chart.RankedBars? Kinds(EditionReader reader, List<TableRow> rows, string place)
    {
        var month = reader.Manifest.Month;
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
                    Href = $"/dashboard/{r.Now.Area}/{month}/{r.Indicator.Id}{EditionWords.Pin(reader)}",
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
            ("Edition", $"{EditionWords.Line(reader)}. {m.Why}"),
            ("As at", Exchange.LondonTime.Day(m.AsAt)),
            ("Sources", string.Join("; ", pack.DatasetsInUse.Select(d => $"{d.Title}: {d.Source} ({d.Licence})"))),
            ("Lookups, populations, boundaries", $"vintage {m.ReferenceVintage[..12]}"),
            ("Definitions", $"{pack.Title}, version {m.PackVersion}"),
            ("Methods", string.Join(", ", m.Methods.Select(k => $"{k.Key} {k.Value}"))),
            ("Disclosure policy", m.Policy),
        ];
    }
}
