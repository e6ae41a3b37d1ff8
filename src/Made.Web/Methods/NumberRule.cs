using System.Globalization;

namespace Made.Web.Methods;

/// <summary>What a number must be.</summary>
/// <param name="Holds">True where it is so.</param>
/// <param name="Words">What to say where it is not, after "'-3' ".</param>
internal sealed record NumberRule(Func<double, bool> Holds, string Words)
{
    /// <summary>Nothing that is counted or measured is larger; sums and squares of what is stay exact enough.</summary>
    private const double Largest = 1e15;

    /// <summary>Nothing but 0 is nearer to 0.</summary>
    private const double Smallest = 1e-15;

    /// <summary>True where it is a number that methods compute with.</summary>
    public static bool IsInRange(double value) => value == 0 || Math.Abs(value) is >= Smallest and <= Largest;

    /// <summary>What to say of a number out of range.</summary>
    public const string OutOfRange = "is too large or too near to 0 to compute with (1e-15 to 1e15)";

    public static readonly NumberRule Any = new(_ => true, "");

    public static readonly NumberRule NotNegative = new(v => v >= 0, "is negative");

    public static readonly NumberRule Positive = new(v => v > 0, "is not above 0");

    public static readonly NumberRule Whole = new(IsWhole, "is not a whole number");

    /// <summary>A whole number, 0 or more.</summary>
    public static readonly NumberRule Count = new(v => v >= 0 && IsWhole(v), "is not a whole number of 0 or more");

    /// <summary>Between 0 and 1, ends excluded.</summary>
    public static readonly NumberRule Share = new(v => v is > 0 and < 1, "does not lie between 0 and 1");

    public static NumberRule AtLeast(double least) =>
        new(v => v >= least && IsWhole(v), string.Create(CultureInfo.InvariantCulture, $"is not a whole number of {least} or more"));

    public static NumberRule Between(double least, double most) =>
        new(v => v >= least && v <= most, string.Create(CultureInfo.InvariantCulture, $"does not lie between {least} and {most}"));

    /// <summary>Whole, and small enough that a double holds it exactly.</summary>
    private static bool IsWhole(double value) => Math.Floor(value) == value && Math.Abs(value) <= 9_007_199_254_740_992;
}
