using Made.Core.Calendar;
using Made.Core.Disclosure.Rounding;
using Made.Core.Disclosure.Topics;
using Made.Core.Indicators;

namespace Made.Core.Disclosure.Audit;

/// <summary>
/// Attacks on partners' figures as readers are handed them, one by one: what is shown beside a hidden count, what an exact count shines through, and verdicts that rest on hidden months.
/// Units: none; findings are words without the hidden number. Edges: figures that are already public are not asked about. Source: the ADR on topics, rounding and reasons.
/// </summary>
public static class ReaderAudit
{
    /// <summary>What one measure gives away: of a count that is hidden (<c>rates</c>), and of an exact one behind a rounded one (<c>rounding</c>).</summary>
    /// <param name="measure">As readers are handed it.</param>
    /// <param name="rule">The rule that it should follow.</param>
    /// <param name="multiplier">What the value is multiplied by: 1,000 for a rate per 1,000.</param>
    public static IEnumerable<(string Attack, string Finding)> Of(SafeMeasure measure, DisclosureRule rule, double multiplier)
    {
        if (measure.Coverage.IsShown)
            yield return ("rates", "the share placed gives the records without a place");
        if (rule.RoundTo > 0 && measure.Count.IsShown && !CountRounding.IsMultiple(measure.Count.ForDrawing, rule.RoundTo))
            yield return ("rounding", "an exact count is shown");

        // A rate times its residents is the count it was made from.
        var behind = measure.Value.ForDrawing * measure.Denominator.ForDrawing / multiplier;
        if (rule.RoundTo > 0 && double.IsFinite(behind) && Math.Abs(behind - rule.Rounded(behind)) > 1e-6 * Math.Max(1, behind))
            yield return ("rounding", "its rate is made from an exact count");
        if (measure.Count.Absence != Absence.Suppressed)
            yield break;
        SafeNumber[] telling = [measure.Value, measure.Lower95, measure.Upper95, measure.ChangeYear, measure.ChangeLower, measure.ChangeUpper, measure.ComparatorValue];
        if (telling.Any(n => n.IsShown) || (measure.PopulationYear == 0 && measure.Denominator.IsShown))
            yield return ("rates", "a figure made from it is shown");
    }

    /// <summary>Measures with a verdict on a month, in words or as an icon, although it or a month before it is hidden.</summary>
    public static IEnumerable<SafeMeasure> JudgedOnHiddenMonths(IReadOnlyCollection<SafeMeasure> measures)
    {
        var firstHidden = measures.Where(m => m.Period.Kind == PeriodKind.Month && m.Count.Absence == Absence.Suppressed)
            .GroupBy(m => (m.Indicator, m.Area)).ToDictionary(g => g.Key, g => g.Min(m => m.Period.Last));
        return measures.Where(m => (m.Variation != Variation.NotJudged || (m.Headline && m.Period.Kind == PeriodKind.Month))
            && firstHidden.TryGetValue((m.Indicator, m.Area), out var hidden) && hidden <= m.Period.Last);
    }
}
