using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.GoldenThread;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Web.Composition;
using Made.Web.GoldenThread;

namespace Made.Web.Assessment;

/// <summary>A measure that a key finding is bound to, read from its edition: the number stands nowhere else.</summary>
/// <param name="Bound">The measure and its edition.</param>
/// <param name="Title">"Burglary, Northfield, 12 months to August 2026".</param>
/// <param name="Measure">Null where the edition is not here, or has no such measure that the reader may see.</param>
/// <param name="Indicator">What it counts; null with the measure.</param>
/// <param name="Source">The dataset and its publisher.</param>
/// <param name="Since">What the newest edition of the same month says, where it says something else; empty otherwise.</param>
public sealed record BoundFigure(BoundMeasure Bound, string Title, SafeMeasure? Measure, IndicatorDefinition? Indicator, string Source, string Since)
{
    public string EditionName => $"Edition {Bound.Edition} of {Bound.Month.Name}";

    /// <summary>The dashboard's page as the edition has it; empty where there is none.</summary>
    public string Href => new ThreadPoint(ThreadKind.Measure, Bound.Measure).IsMeasure(out var indicator, out var area, out _) && Measure is not null ? $"/dashboard/{area}/{Bound.Month}/{indicator}?edition={Bound.Edition}" : "";

    public string Count => Measure?.Count.TextWithReason() ?? "not loaded here";

    /// <summary>"2.8 per 1,000 residents (2.5 to 3.1)".</summary>
    public string Value => Measure is null ? "not loaded here" : Words(Measure, Indicator!);

    public static async Task<IReadOnlyList<BoundFigure>> OfAsync(Partnership partnership, IEnumerable<BoundMeasure> bound)
    {
        var names = new ThreadNames(partnership);
        var found = new List<BoundFigure>();
        foreach (var b in bound)
        {
            var point = new ThreadPoint(ThreadKind.Measure, b.Measure);
            var edition = await partnership.Editions.Open(b.Month, b.Edition);
            var measure = edition is null ? null : In(edition, point);
            var indicator = measure is null ? null : edition!.Register.Pack.Indicators.First(i => i.Id == measure.Indicator);
            var dataset = indicator is null ? null : edition!.Register.Pack.Datasets.FirstOrDefault(d => d.Id == indicator.Dataset);
            var since = measure is not null && await partnership.Editions.Open(b.Month) is { } newest && newest.Manifest.Number != b.Edition && In(newest, point) is { } now
                && (now.Count.Text(), Words(now, indicator!)) is var said && said != (measure.Count.Text(), Words(measure, indicator!))
                ? $"Edition {newest.Manifest.Number} says {said.Item1}, {said.Item2}" : "";
            found.Add(new(b, names.Title(point), measure, indicator, dataset is null ? "" : $"{dataset.Title}, {dataset.Source}", since));
        }
        return found;
    }

    /// <summary>The measures of an area that end in the edition's month, as the form offers them.</summary>
    public static IReadOnlyList<(BoundMeasure Bound, string Words)> Offered(EditionReader edition, AreaCode area, PeriodKind kind) =>
    [
        .. edition.Now(area).Where(m => m.Period.Kind == kind).Select(m => (Measure: m, Indicator: edition.Register.Pack.Indicators.First(i => i.Id == m.Indicator))).OrderBy(m => m.Indicator.Title, StringComparer.Ordinal)
            .Select(m => (new BoundMeasure(ThreadPoint.OfMeasure(m.Measure.Indicator, area, m.Measure.Period.Code).Id, edition.Manifest.Month, edition.Manifest.Number),
                $"{m.Indicator.Title}, {m.Measure.Period.Name}: {m.Measure.Count.Text()}, {Words(m.Measure, m.Indicator)}")),
    ];

    /// <summary>True where the edition is here and has the measure.</summary>
    public static async Task<bool> IsHereAsync(Partnership partnership, BoundMeasure bound) =>
        await partnership.Editions.Open(bound.Month, bound.Edition) is { } edition && In(edition, new ThreadPoint(ThreadKind.Measure, bound.Measure)) is not null;

    private static SafeMeasure? In(EditionReader edition, ThreadPoint point) => !point.IsMeasure(out var indicator, out var area, out var period) ? null
        : edition.Measures(edition.Manifest.Month, edition.Manifest.Month, [area], [indicator]).FirstOrDefault(m => m.Period.Code == period);

    private static string Words(SafeMeasure m, IndicatorDefinition indicator) => !m.Value.IsShown ? m.Value.TextWithReason(1)
        : m.Lower95.IsShown && m.Upper95.IsShown ? $"{m.Value.Text(1)} {indicator.Unit} ({m.Lower95.Text(1)} to {m.Upper95.Text(1)})" : $"{m.Value.Text(1)} {indicator.Unit}";
}
