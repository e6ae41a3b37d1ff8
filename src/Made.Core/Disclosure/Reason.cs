using Made.Core.Disclosure.Release;

namespace Made.Core.Disclosure;

/// <summary>
/// Why a number is suppressed, as readers are told. A small count and one that would give a small count away by subtraction are one reason: were readers told which it is,
/// they would know that the first lies in 1 to threshold - 1, and the limits of a hidden count would be narrower than the policy allows.
/// </summary>
public enum Reason
{
    /// <summary>Not suppressed, or absent for another cause.</summary>
    None,

    /// <summary>A small count, or one that would give a small count away by subtraction.</summary>
    SmallOrGivesAway,

    /// <summary>Counts this fine are not offered.</summary>
    TooFine,

    /// <summary>The same period a year before is hidden, and with it the change.</summary>
    YearBefore,

    /// <summary>The comparison would give a hidden count away.</summary>
    Comparison,

    /// <summary>It rests on months that are hidden.</summary>
    HiddenMonths,
}

/// <summary>The reasons in words: the same on pages, in files and in answers of the API.</summary>
public static class Reasons
{
    /// <summary>Every reason there is, in the order of their notes.</summary>
    public static IReadOnlyList<Reason> All { get; } =
        [Reason.SmallOrGivesAway, Reason.TooFine, Reason.YearBefore, Reason.Comparison, Reason.HiddenMonths];

    /// <summary>A few words, as they stand in a cell, a column or a tooltip: "finer than offered". Empty where nothing is suppressed.</summary>
    public static string Words(this Reason reason) => reason switch
    {
        Reason.SmallOrGivesAway => "small, or would give a small count away",
        Reason.TooFine => "finer than offered",
        Reason.YearBefore => "the year before is hidden",
        Reason.Comparison => "the comparison would give a hidden count away",
        Reason.HiddenMonths => "rests on hidden months",
        _ => "",
    };

    /// <summary>A sentence, as it stands under a table and on the notes sheet of a file.</summary>
    public static string Sentence(this Reason reason) => reason switch
    {
        Reason.SmallOrGivesAway => "The count is small enough to point at people, or it would give such a count away by subtraction: from a total, another area, a longer period or an earlier edition. Which of the two is not said, because that alone would tell that a count is small.",
        Reason.TooFine => "Counts for areas or periods this small are not offered: too many of them would have to be hidden.",
        Reason.YearBefore => "The same period a year before is hidden, and the change would give it away.",
        Reason.Comparison => "The area's figure and that of the rest together would give a hidden count away.",
        Reason.HiddenMonths => "It would be worked out from months that are hidden.",
        _ => "",
    };

    /// <summary>The reason that hides a count; none where it is shown. Too fine comes first: of figures that are not offered at all, another reason would tell which are small.</summary>
    internal static Reason OfCount(this Withheld withheld) =>
        withheld.HasFlag(Withheld.TooFine) ? Reason.TooFine
        : (withheld & (Withheld.Small | Withheld.GivesAway)) != Withheld.Nothing ? Reason.SmallOrGivesAway
        : Reason.None;
}
