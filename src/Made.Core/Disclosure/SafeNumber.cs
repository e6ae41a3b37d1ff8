using System.Globalization;
using Made.Core.Indicators;

namespace Made.Core.Disclosure;

/// <summary>
/// A number that may be shown, or the marker that stands in its place. It converts to text, and to a position for drawing;
/// there is no conversion to a number and no arithmetic, so that nobody adds up or subtracts what a rule has hidden.
/// </summary>
public readonly record struct SafeNumber
{
    private readonly double number;

    private SafeNumber(double number, Absence absence, Reason why = Reason.None)
    {
        this.number = number;
        Absence = absence;
        Why = why;
    }

    /// <summary>For a table's cell that has no measure at all: not applicable.</summary>
    public static SafeNumber Nothing { get; } = new(double.NaN, Absence.NotApplicable);

    public Absence Absence { get; }

    /// <summary>Why it is suppressed; none where it is shown or absent for another cause.</summary>
    public Reason Why { get; }

    public bool IsShown => Absence == Absence.None;

    /// <summary>A position on a chart's axis; NaN where nothing may be drawn. For drawing and for files that carry the same shown number.</summary>
    public double ForDrawing => IsShown ? number : double.NaN;

    internal double Number => IsShown ? number : double.NaN;

    internal static SafeNumber Of(Quantity quantity) => new(quantity.Number, quantity.Absence);

    internal static SafeNumber Of(double number, Absence otherwise, Reason why = Reason.None) =>
        double.IsFinite(number) ? new(number, Absence.None) : new(double.NaN, otherwise, why);

    internal static SafeNumber Hidden(Reason why) => new(double.NaN, Absence.Suppressed, why);

    internal static SafeNumber Missing(Absence why) => new(double.NaN, why);

    /// <summary>The sum of numbers that are all shown; else the absence of the first that is not, a suppressed one before the rest. It says nothing that its parts do not.</summary>
    public static SafeNumber Sum(IEnumerable<SafeNumber> parts)
    {
        var (sum, first) = (0.0, default(SafeNumber));
        foreach (var part in parts)
        {
            sum += part.number;
            if (!part.IsShown && (first.IsShown || (part.Absence == Absence.Suppressed && first.Absence != Absence.Suppressed)))
                first = part;
        }
        return first.IsShown ? new(sum, Absence.None) : first;
    }

    /// <summary>"1,743", "5.7" with a comma for thousands, or the marker in words: "suppressed", "not supplied".</summary>
    public string Text(int decimals = 0) =>
        IsShown ? number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : Absence.Words();

    /// <summary>The same, with the reason in brackets where it is suppressed: "suppressed (finer than offered)".</summary>
    public string TextWithReason(int decimals = 0) => Why == Reason.None ? Text(decimals) : $"{Text(decimals)} ({Why.Words()})";

    /// <summary>For files: invariant digits without grouping, up to six decimals; empty where there is no number.</summary>
    public string Digits() => IsShown ? number.ToString("0.######", CultureInfo.InvariantCulture) : "";

    public override string ToString() => Text(1);
}
