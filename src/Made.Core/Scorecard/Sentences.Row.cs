using Made.Core.Disclosure;
using Made.Core.Indicators;

namespace Made.Core.Scorecard;

public static partial class Sentences
{
    /// <summary>
    /// One indicator in one or two sentences: the count, then its change and its usual range; where it is too few to judge by month, the 12 months instead.
    /// The comparator is left to the sentence that names it once.
    /// </summary>
    public static string Row(IndicatorRow row)
    {
        if (row.Month is not { } month)
            return row.Rolling12 is { } only ? Told(row, only) : $"{Start(row.Indicator.Plural)}: not calculated.";
        return month.Variation == Variation.TooFew && row.Rolling12 is { Value.IsShown: true } year
            ? $"{Told(row, month)} {Told(row, year)}"
            : Told(row, month);
    }

    /// <summary>Small shown counts read with care: "Numbers this small move a lot by chance." Empty elsewhere.</summary>
    public static string SmallNumber(SafeMeasure measure) => measure.SmallNumber ? "Numbers this small move a lot by chance." : "";

    /// <summary>"Counts are rounded to the nearest 5, and rates and changes are made from the rounded counts." Empty where they are exact.</summary>
    public static string Rounded(SafeMeasure measure) =>
        measure.RoundedTo == 0 ? "" : $"Counts are rounded to the nearest {measure.RoundedTo}, and rates and changes are made from the rounded counts.";

    private static string Told(IndicatorRow row, SafeMeasure measure)
    {
        var clauses = new[] { Change(row.Indicator, measure, row.Breaks), Usual(row.Indicator, measure) }.Where(c => c.Length > 0).ToList();
        var count = Count(row.Indicator, measure);
        return clauses.Count == 0 ? count : $"{count} {Start(string.Join("; ", clauses))}.";
    }
}
