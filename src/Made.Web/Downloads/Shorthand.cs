using Made.Core.Disclosure;
using Made.Core.Indicators;

namespace Made.Web.Downloads;

/// <summary>The bracketed markers that official spreadsheets use in place of numbers, explained above every table that has one.</summary>
public static class Shorthand
{
    public static string Of(Absence absence) => absence switch
    {
        Absence.Suppressed => "[c]",
        Absence.NotSupplied => "[x]",
        Absence.NotLoaded => "[n]",
        Absence.NotYetDue => "[d]",
        Absence.NotReported => "[q]",
        Absence.NotApplicable => "[z]",
        Absence.CannotBeCalculated => "[k]",
        _ => "",
    };

    /// <summary>A marker with the reason where a number is suppressed: "[c] finer than offered".</summary>
    public static string Of(SafeNumber value) => value.Why == Reason.None ? Of(value.Absence) : $"{Of(value.Absence)} {value.Why.Words()}";

    /// <summary>For the notes of a file: what a reason means.</summary>
    public static string Of(Reason reason) => $"{Of(Absence.Suppressed)} {reason.Words()}: {reason.Sentence()}";

    public static string Explained { get; } = "Markers in place of numbers: " + string.Join(", ", Enum.GetValues<Absence>()
        .Where(a => a != Absence.None).Select(a => $"{Of(a)} {a.Words()}")) + ".";
}
