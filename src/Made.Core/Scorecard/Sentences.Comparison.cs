using Made.Core.Disclosure;
using Made.Core.Indicators;

namespace Made.Core.Scorecard;

public static partial class Sentences
{
    /// <summary>
    /// "Over the 12 months to July 2022, lower than the rest of Westshire-12 (64.1 against 78.3 for every 1,000 people)." Says why where nothing is compared;
    /// empty where the pack names no comparator.
    /// </summary>
    public static string Against(IndicatorRow row, string comparator)
    {
        if (comparator.Length == 0 || row.Rolling12 is not { } year)
            return "";
        if (year.Comparison == Comparison.NotCompared)
            return $"Not compared with the rest of {comparator} over the {year.Period.Name}: {NotCompared(year)}.";
        var words = Words(year.Comparison);
        return $"Over the {year.Period.Name}, {words} the rest of {comparator} ({Rate(year.Value)} against {Value(row.Indicator, year.ComparatorValue)}).";
    }

    /// <summary>All indicators in one sentence, so that the comparator is named once: "Compared with the rest of Westshire-12 over the 12 months to July 2022: higher on drug offences; lower on 3; similar on 7."</summary>
    public static string AgainstAll(AreaMonth area)
    {
        var compared = area.Rows.Where(r => r.Rolling12 is { } y && y.Comparison != Comparison.NotCompared).ToList();
        if (area.ComparatorName.Length == 0 || IsEmpty(area))
            return "";
        var period = new Calendar.Period(Calendar.PeriodKind.Rolling12, area.Month).Name;
        if (compared.Count == 0)
            return $"Nothing can be compared with the rest of {area.ComparatorName} over the {period}.";
        var parts = new[] { Comparison.Higher, Comparison.Lower, Comparison.Similar }
            .Select(c => (Word: c.ToString().ToLowerInvariant(), Rows: compared.Where(r => r.Rolling12!.Comparison == c).ToList()))
            .Where(p => p.Rows.Count > 0)
            .Select(p => $"{p.Word} on {(p.Rows.Count <= 3 ? List(p.Rows.Select(r => r.Indicator.Plural)) : $"{p.Rows.Count} indicators")}");
        return $"Compared with the rest of {area.ComparatorName} over the {period}: {string.Join("; ", parts)}.";
    }

    /// <summary>"lower than", "similar to", "higher than".</summary>
    public static string Words(Comparison comparison) => comparison switch
    {
        Comparison.Lower => "lower than",
        Comparison.Similar => "similar to",
        Comparison.Higher => "higher than",
        _ => "not compared with",
    };

    private static string NotCompared(SafeMeasure year) => year switch
    {
        { Value.Absence: Absence.Suppressed } => year.Value.TextWithReason(),
        { ComparatorValue.Absence: Absence.Suppressed } => year.ComparatorValue.TextWithReason(),
        { Count.IsShown: false } => $"some of those months are {year.Count.Absence.Words()}",
        { Value.IsShown: false } => "no rate is held for this area",
        { ComparatorValue.IsShown: false } => "no rate is held for the rest",
        _ => "no test applies to this value",
    };

    private static string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
    }
}
