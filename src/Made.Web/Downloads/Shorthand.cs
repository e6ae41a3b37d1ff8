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

    public static string Explained { get; } = "Markers in place of numbers: " + string.Join(", ", Enum.GetValues<Absence>()
        .Where(a => a != Absence.None).Select(a => $"{Of(a)} {a.Words()}")) + ".";
}
