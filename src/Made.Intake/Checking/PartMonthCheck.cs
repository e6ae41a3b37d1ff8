using Made.Core;
using Made.Core.Exchange;

namespace Made.Intake.Checking;

/// <summary>That a file holds a part of its month, said to whoever sent it: where such are refused, and where they are marked.</summary>
internal sealed record PartMonthCheck(Problem Refused, Finding Marked)
{
    /// <summary>Null where nothing speaks for a part.</summary>
    public static PartMonthCheck? Of(IntakeOptions options, Keeper keeper, long stored, bool isCorrection)
    {
        if (keeper is not { LastKnown: { } last, Months: { } months })
            return null;
        if (PartMonth.IsOpen(last, options.Today))
            return new(Problems.MonthNotOver(last), Findings.MonthNotOver(last));
        var early = !isCorrection && options.Dataset.PartMonths != PartMonths.ProvisionalWhileOpen && keeper.LastDay is { } day && PartMonth.EndsEarly(stored, months.First, day);
        return early ? new(Problems.EndsEarly(last), Findings.EndsEarly(last)) : null;
    }
}
