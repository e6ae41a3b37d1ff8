namespace Made.Core.Indicators;

/// <summary>The seven answers that are not numbers. <see cref="None"/> means that there is a number.</summary>
public enum Absence
{
    None,

    /// <summary>Hidden so that nobody can be found.</summary>
    Suppressed,

    /// <summary>A supplier's return is overdue.</summary>
    NotSupplied,

    /// <summary>An open file that nobody loaded here.</summary>
    NotLoaded,

    NotYetDue,

    /// <summary>The supplier sent its return and said nothing about this figure.</summary>
    NotReported,

    NotApplicable,

    CannotBeCalculated,
}

/// <summary>The absences as files write them and as people read them.</summary>
public static class Absences
{
    private static readonly string[] Codes =
        ["", "suppressed", "not-supplied", "not-loaded", "not-yet-due", "not-reported", "not-applicable", "cannot-be-calculated"];

    public static string Code(this Absence absence) => Codes[(int)absence];

    /// <summary>As a person reads it: "not supplied", "not loaded here".</summary>
    public static string Words(this Absence absence) =>
        absence == Absence.NotLoaded ? "not loaded here" : Codes[(int)absence].Replace('-', ' ');

    public static Absence Parse(string code) =>
        Array.IndexOf(Codes, code) is >= 0 and var at ? (Absence)at : throw new FormatException($"'{code}' is not an absence.");
}

/// <summary>A number, or the named reason why there is none. Never null and never 0 in its place.</summary>
public readonly record struct Quantity
{
    private Quantity(double number, Absence absence)
    {
        Number = number;
        Absence = absence;
    }

    /// <summary>The number; NaN where there is none.</summary>
    public double Number { get; }

    public Absence Absence { get; }

    public bool IsNumber => Absence == Absence.None;

    /// <summary>A finite number; NaN and the infinities are refused, since an absence has to be named.</summary>
    public static Quantity Of(double number) => double.IsFinite(number)
        ? new(number, Absence.None)
        : throw new ArgumentOutOfRangeException(nameof(number), number, "A quantity is a finite number or a named absence.");

    /// <summary>No number, for this reason; <see cref="Absence.None"/> is refused.</summary>
    public static Quantity Missing(Absence why) => why == Absence.None
        ? throw new ArgumentOutOfRangeException(nameof(why), why, "An absence needs its name.")
        : new(double.NaN, why);
}
