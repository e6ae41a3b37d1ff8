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
/// Reads every edition as readers do and attacks it: the newest by margins and periods (<see cref="ReleaseAudit"/>), each by its rates, rounding, charts, words and small areas,
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
                var measures = Partner(reader, month, month);
                foreach (var measure in measures.Values)
                    One(reader, measure);
                if (before is not null)
                    Subtract(reader, before, measures);
                before = measures;
            }
        }
        var last = await shelf.Open(newest[^1]);
        var shown = Partner(last, newest[0].Month, newest[^1].Month);
        Charts(last, shown);
        found.AddRange(ReaderAudit.JudgedOnHiddenMonths(shown.Values).Select(m => Of("words", last.Manifest, m, "it is judged on months that are hidden")));
        var (hidden, seen, narrow) = last.Attack((indicator, area, period) => shown.TryGetValue((indicator, area, period), out var m) && m.Count.IsShown);
        return new(hidden, seen, editions, [.. last.PartnerIndicators.Select(i => (i, last.Grains(i)))], [.. found, .. narrow]);
    }

    private static Dictionary<(string Indicator, AreaCode Area, Period Period), SafeMeasure> Partner(EditionReader reader, Month from, Month to)
    {
        var partner = reader.PartnerIndicators;
        return partner.Count == 0 ? [] : reader.Measures(from, to, [], partner).ToDictionary(m => (m.Indicator, m.Area, m.Period));
    }

    private void One(EditionReader reader, SafeMeasure measure)
    {
        var multiplier = reader.Register.Pack.Indicators.First(i => i.Id == measure.Indicator).Multiplier;
        found.AddRange(ReaderAudit.Of(measure, reader.RuleOf(measure.Indicator), multiplier).Select(f => Of(f.Attack, reader.Manifest, measure, f.Finding)));
    }

    private void Subtract(
        EditionReader reader,
        IReadOnlyDictionary<(string Indicator, AreaCode Area, Period Period), SafeMeasure> before,
        IReadOnlyDictionary<(string Indicator, AreaCode Area, Period Period), SafeMeasure> now)
    {
        var edition = reader.Manifest;
        foreach (var (key, measure) in now.Where(m => m.Value.Count.IsShown))
        {
            var small = reader.RuleOf(measure.Indicator).Topic.Threshold;
            if (!before.TryGetValue(key, out var earlier))
                continue;
            // A count that is now 0 says nothing of what it was.
            if (earlier.Count.Absence == Absence.Suppressed && measure.Count.ForDrawing > 0)
                found.Add(Of("editions", edition, measure, "it was hidden in the edition before"));
            else if (earlier.Count.IsShown && Math.Abs(measure.Count.ForDrawing - earlier.Count.ForDrawing) is > 0 and var change && change < small)
                found.Add(Of("editions", edition, measure, "a small change since the edition before is shown"));
        }
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

    private static Disclosed Of(string attack, EditionManifest edition, SafeMeasure measure, string finding) =>
        new(attack, measure.Indicator, measure.Area, measure.Period.Code, $"{finding} (edition {edition.Name})");
}
