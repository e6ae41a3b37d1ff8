using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Web.Dashboards;

namespace Made.Web.Editions;

/// <summary>Something to look at before a draft is released.</summary>
/// <param name="Words">What it is.</param>
/// <param name="Href">Where the figures are; empty where there are none.</param>
public sealed record DraftCheck(string Words, string Href = "");

/// <summary>What looks wrong in a draft: spikes, placement, breaks in recording, supplies that are missing.</summary>
public static class DraftChecks
{
    /// <summary>Points of the share of records placed; the same as of figures that are not compared.</summary>
    private const double PlacementPoints = 0.03;

    /// <summary>Figures that stand out or are held back, most unlikely first.</summary>
    public static IReadOnlyList<DraftCheck> Spikes(EditionReader draft)
    {
        var view = ExceptionViews.Of(draft, new ExceptionFilter("", "", ""))!;
        var pin = EditionWords.Pin(draft);
        return [.. view.StandOut.Concat(view.HeldBack).Select(e => new DraftCheck($"{e.What} ({e.Outcome}.) {e.HowSure}", e.Href + pin))];
    }

    /// <summary>Indicators of which another share of the force's records was placed than in the month before.</summary>
    public static IReadOnlyList<DraftCheck> Placement(EditionReader draft)
    {
        var month = draft.Manifest.Month;
        var titles = draft.Register.Pack.Indicators.Where(i => i.PartOf.Length == 0).ToDictionary(i => i.Id, i => i.Title, StringComparer.Ordinal);
        // The share is the force's, the same for every area below it.
        var shares = draft.Measures(month.Plus(-1), month, [], [.. titles.Keys], [AreaLevel.Csp], [PeriodKind.Month])
            .Where(m => m.Coverage.IsShown).GroupBy(m => (m.Indicator, m.Period.Last)).ToDictionary(g => g.Key, g => g.First().Coverage);
        return
        [
            .. titles.Where(t => shares.ContainsKey((t.Key, month)) && shares.ContainsKey((t.Key, month.Plus(-1))))
                .Select(t => (t.Value, Now: shares[(t.Key, month)], Before: shares[(t.Key, month.Plus(-1))]))
                .Where(t => Math.Abs(t.Now.ForDrawing - t.Before.ForDrawing) > PlacementPoints)
                .Select(t => new DraftCheck($"{t.Value}: {Wording.Share(t.Now)} of the force's records could be placed, {Wording.Share(t.Before)} in {month.Plus(-1).Name}. Every area's count moves with it.")),
        ];
    }

    /// <summary>Breaks in recording that fall into the 12 months of the draft.</summary>
    public static IReadOnlyList<DraftCheck> Breaks(EditionReader draft)
    {
        var month = draft.Manifest.Month;
        return
        [
            .. draft.Register.Pack.Breaks.Where(b => b.Month > month.Plus(-12) && b.Month <= month && draft.Register.Pack.Indicators.Any(b.Concerns))
                .DistinctBy(b => (b.Month, b.Reason)).OrderBy(b => b.Month).Select(b => new DraftCheck($"From {b.Month.Name}: {b.Reason}")),
        ];
    }

    /// <summary>Datasets that are not held for the month, and whose they are.</summary>
    public static IReadOnlyList<DraftCheck> Missing(EditionReader draft)
    {
        var bodies = new Bodies(draft.Register.Pack.Organisations);
        return
        [
            .. draft.Supplied().Where(s => !s.IsHeld && s.Absence != Absence.NotApplicable)
                .Select(s => new DraftCheck($"{s.Dataset.Title}: {s.Absence.Words()}, from {bodies.Name(s.Dataset.Supplier)}.", $"/exchange/datasets/{s.Dataset.Id}")),
        ];
    }
}
