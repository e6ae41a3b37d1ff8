using Made.Core;
using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Store.Facts;

namespace Made.Store.Records;

/// <summary>A checked file with its facts in a staging folder, offered to become a supply.</summary>
public sealed record SupplyOffer
{
    public required string Dataset { get; init; }

    /// <summary>Months of records may not be held twice; reported values may overlap, because each names its own period.</summary>
    public required DatasetShape Shape { get; init; }

    public required Month First { get; init; }

    public required Month Last { get; init; }

    /// <summary>Of the file as received.</summary>
    public required string Sha256 { get; init; }

    public required string File { get; init; }

    /// <summary>The publisher's release date where it was given; otherwise arrival orders the revisions.</summary>
    public required DateOnly? Released { get; init; }

    /// <summary>The receipt of the check. The store fills in the supply, and the verdict where that turns out otherwise.</summary>
    public required Receipt Receipt { get; init; }

    /// <summary>The facts inside a <see cref="StagingFolder"/>, written and flushed; they are moved away when the supply is accepted.</summary>
    public required FactFile StagedFacts { get; init; }

    /// <summary>The current supply whose records the staged facts hold as well, because the file brings those that were refused of it; null for a file that stands for its months.</summary>
    public Supply? Completes { get; init; }

    internal string Period => First == Last ? First.ToString() : $"{First}/{Last}";

    internal string IdOf(int revision) => $"{Dataset}-{Period.Replace('/', '-')}-r{revision}";
}

/// <summary>What became of an offer: one of three, each with the receipt that was kept.</summary>
public abstract record Acceptance
{
    private Acceptance(KeptReceipt receipt) => Receipt = receipt;

    public KeptReceipt Receipt { get; }

    /// <summary>It is held now.</summary>
    /// <param name="Supply">The new current revision.</param>
    /// <param name="Replaced">The supplies it took the place of; none for a first supply.</param>
    public sealed record Accepted(Supply Supply, IReadOnlyList<Supply> Replaced, KeptReceipt Kept) : Acceptance(Kept);

    /// <summary>The same bytes are held already.</summary>
    public sealed record AlreadyHeld(Supply Supply, KeptReceipt Kept) : Acceptance(Kept);

    public sealed record Refused(Problem Problem, KeptReceipt Kept) : Acceptance(Kept);
}

/// <summary>A withdrawn supply, and what counts again in its place; none where it was not current or was the first.</summary>
public sealed record Withdrawal(Supply Withdrawn, IReadOnlyList<Supply> Restored);
