using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Audit;
using Made.Core.Disclosure.Release;
using Made.Core.Editions;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Store.Editions;

/// <summary>What the attack on everything that was ever published found.</summary>
/// <param name="Hidden">Counts that are hidden, each attacked.</param>
/// <param name="Shown">Counts that are shown.</param>
/// <param name="Editions">Editions attacked and compared.</param>
/// <param name="Grains">By indicator of partners' data, how much of each grain the newest edition hides, the finest grain first.</param>
/// <param name="Found">What can be worked out.</param>
public sealed record DisclosureReport(int Hidden, int Shown, int Editions, IReadOnlyList<(string Indicator, IReadOnlyList<Grain> Grains)> Grains, IReadOnlyList<Disclosed> Found);

/// <summary>
/// Reads every released edition as readers do and attacks it: the newest by margins and periods (<see cref="ReleaseAudit"/>), each by its rates, rounding, charts, words and small areas,
/// and each against the edition before it by subtraction.
/// </summary>
public sealed class DisclosureAudit(EditionShelf shelf)
{
    private readonly List<Disclosed> found = [];

    public async Task<DisclosureReport> Run(CancellationToken cancel = default)
    {
        var newest = await shelf.Newest();
        if (newest.Count == 0)
            return new(0, 0, 0, [], []);
        var editions = 0;
        foreach (var month in newest.Select(e => e.Month))
        {
            IReadOnlyDictionary<(string Indicator, AreaCode Area, Period Period), SafeMeasure>? before = null;
            foreach (var manifest in await shelf.Of(month))
            {
                cancel.ThrowIfCancellationRequested();
                editions++;
                var reader = await shelf.Open(manifest);
                var measures = Subtraction.Partner(reader, month, month);
                foreach (var measure in measures.Values)
                    One(reader, measure);
                if (before is not null)
                    found.AddRange(Subtraction.Of(reader, before, measures));
                before = measures;
            }
        }
        var last = await shelf.Open(newest[^1]);
        var shown = Subtraction.Partner(last, newest[0].Month, newest[^1].Month);
        Charts(last, shown);
        found.AddRange(ReaderAudit.JudgedOnHiddenMonths(shown.Values).Select(m => Of("words", last.Manifest, m, "it is judged on months that are hidden")));
        var (hidden, seen, narrow) = last.Attack((indicator, area, period) => shown.TryGetValue((indicator, area, period), out var m) && m.Count.IsShown);
        return new(hidden, seen, editions, [.. last.PartnerIndicators.Select(i => (i, last.Grains(i)))], [.. found, .. narrow]);
    }

    private void One(EditionReader reader, SafeMeasure measure)
    {
        var multiplier = reader.Register.Pack.Indicators.First(i => i.Id == measure.Indicator).Multiplier;
        found.AddRange(ReaderAudit.Of(measure, reader.RuleOf(measure.Indicator), multiplier).Select(f => Of(f.Attack, reader.Manifest, measure, f.Finding)));
    }

    /// <summary>A chart and a map may say no more than the table does.</summary>
    private void Charts(EditionReader reader, Dictionary<(string Indicator, AreaCode Area, Period Period), SafeMeasure> shown)
    {
        foreach (var (indicator, area) in shown.Values.Where(m => m.Level is AreaLevel.District or AreaLevel.Csp).Select(m => (m.Indicator, m.Area)).Distinct())
        {
            foreach (var point in reader.RunChart(indicator, area, int.MaxValue)?.Points.Where(p => p.Value.IsShown) ?? [])
            {
                if (shown.TryGetValue((indicator, area, new Period(PeriodKind.Month, point.Month)), out var measure) && measure.Count.Absence == Absence.Suppressed)
                    found.Add(Of("charts", reader.Manifest, measure, "the run chart shows it"));
            }
        }
        var partner = reader.PartnerIndicators.ToHashSet(StringComparer.Ordinal);
        foreach (var small in reader.LsoaCounts(reader.Areas.Districts.Select(d => d.Code), new Period(PeriodKind.Rolling12, reader.Manifest.Month)))
        {
            if (partner.Contains(small.Indicator) && small.Count.IsShown)
                found.Add(Of("small areas", reader.Manifest, small, "an LSOA's count is shown"));
        }
    }

    internal static Disclosed Of(string attack, EditionManifest edition, SafeMeasure measure, string finding) =>
        new(attack, measure.Indicator, measure.Area, measure.Period.Code, $"{finding} (edition {edition.Name})");
}
