using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Audit;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Store.Editions;

/// <summary>What can be worked out of partners' counts by holding an edition against one of the same month that was released before it.</summary>
internal static class Subtraction
{
    public static Dictionary<(string Indicator, AreaCode Area, Period Period), SafeMeasure> Partner(EditionReader reader, Month from, Month to)
    {
        var partner = reader.PartnerIndicators;
        return partner.Count == 0 ? [] : reader.Measures(from, to, [], partner).ToDictionary(m => (m.Indicator, m.Area, m.Period));
    }

    public static IEnumerable<Disclosed> Of(EditionReader before, EditionReader now)
    {
        var month = now.Manifest.Month;
        // The same figures that are out already say nothing new.
        return HashOf(before, month) == HashOf(now, month) ? [] : Of(now, Partner(before, month, month), Partner(now, month, month));
    }

    public static IEnumerable<Disclosed> Of(
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
                yield return DisclosureAudit.Of("editions", edition, measure, "it was hidden in the edition before");
            else if (earlier.Count.IsShown && Math.Abs(measure.Count.ForDrawing - earlier.Count.ForDrawing) is > 0 and var change && change < small)
                yield return DisclosureAudit.Of("editions", edition, measure, "a small change since the edition before is shown");
        }
    }

    private static string? HashOf(EditionReader reader, Month month) => reader.Manifest.Measures.FirstOrDefault(m => m.Month == month)?.Hash;
}
