using System.Text;
using Made.Core.Indicators;

namespace Made.Intake.Checking;

/// <summary>
/// What statistical tables put in place of a figure: the symbols of the Government Statistical Service (Using symbols in tables, 2022),
/// older ones still met, and our own names.
/// </summary>
internal static class Markers
{
    private static readonly Dictionary<string, Absence> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["[c]"] = Absence.Suppressed,
        ["c"] = Absence.Suppressed,
        ["(c)"] = Absence.Suppressed,
        ["*"] = Absence.Suppressed,
        ["[s]"] = Absence.Suppressed,
        ["[x]"] = Absence.NotReported,
        ["x"] = Absence.NotReported,
        [".."] = Absence.NotReported,
        [":"] = Absence.NotReported,
        ["-"] = Absence.NotReported,
        ["not reported"] = Absence.NotReported,
        ["not available"] = Absence.NotReported,
        ["[z]"] = Absence.NotApplicable,
        ["z"] = Absence.NotApplicable,
        ["not applicable"] = Absence.NotApplicable,
        ["not supplied"] = Absence.NotSupplied,
        ["not yet due"] = Absence.NotYetDue,
        ["suppressed"] = Absence.Suppressed,
        ["cannot be calculated"] = Absence.CannotBeCalculated,
    };

    /// <summary><see cref="Absence.None"/> where the text is no marker.</summary>
    public static Absence Read(ReadOnlySpan<byte> text) =>
        text.Length > 24 ? Absence.None : Read(Encoding.UTF8.GetString(text));

    public static Absence Read(string text) =>
        Known.GetValueOrDefault(text.Length > 1 ? text.Replace('-', ' ').Trim() : text, Absence.None);
}
