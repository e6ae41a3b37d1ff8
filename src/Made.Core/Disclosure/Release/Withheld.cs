namespace Made.Core.Disclosure.Release;

/// <summary>
/// What of a measure is not shown, and why; decided when an edition is built and sealed in its files. For the inside only: readers are told a <see cref="Reason"/>,
/// which does not tell a small count from one that would give it away.
/// </summary>
[Flags]
public enum Withheld : byte
{
    /// <summary>Everything is shown.</summary>
    Nothing = 0,

    /// <summary>The count is small, changed by a small number since an earlier edition, or was hidden there.</summary>
    Small = 1,

    /// <summary>The count would give a hidden one away.</summary>
    GivesAway = 2,

    /// <summary>Counts this fine are not offered: too many of them would be hidden, or the topic forbids it.</summary>
    TooFine = 4,

    /// <summary>The year before is hidden, and with it the change.</summary>
    YearBefore = 8,

    /// <summary>The comparison is hidden: with it the comparator's total would give this area away, or this area the comparator's.</summary>
    Comparator = 16,

    /// <summary>The judgement of the month is hidden: it would rest on months that are.</summary>
    Judgement = 32,

    /// <summary>The exact count: it is shown rounded, and everything made from it is made from the rounded one.</summary>
    Exact = 64,

    /// <summary>Any of the reasons that hide the count itself.</summary>
    Count = Small | GivesAway | TooFine,
}
