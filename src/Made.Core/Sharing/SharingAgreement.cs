namespace Made.Core.Sharing;

public enum PartyRole
{
    Supplier,
    Recipient,
    Both,
}

/// <summary>An organisation that an agreement binds.</summary>
public sealed record SharingParty(string Organisation, PartyRole Role)
{
    public bool Supplies => Role != PartyRole.Recipient;

    public bool Receives => Role != PartyRole.Supplier;
}

/// <summary>Which organisation signed, in which role its signatory acts, and when.</summary>
public sealed record Signature(string Organisation, string Role, DateOnly Day);

/// <summary>One version of a sharing agreement or protocol: what it says. Who signed it since, and whether it ended, are steps of <see cref="SharingHistory"/>.</summary>
public sealed record SharingAgreement
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<SharingParty> Parties { get; init; }

    public required IReadOnlyList<string> Purposes { get; init; }

    /// <summary>Ids of <see cref="Gateway"/>.</summary>
    public required IReadOnlyList<string> Gateways { get; init; }

    public required IReadOnlyList<string> DataItems { get; init; }

    /// <summary>Ids of the datasets it covers. Open datasets need no agreement and are never among them.</summary>
    public required IReadOnlyList<string> Datasets { get; init; }

    /// <summary>Names of the meetings that use it.</summary>
    public IReadOnlyList<string> Meetings { get; init; } = [];

    public required DateOnly From { get; init; }

    public required DateOnly Review { get; init; }

    /// <summary>Last day; open where it runs until it is ended.</summary>
    public DateOnly To { get; init; } = DateOnly.MaxValue;

    /// <summary>Signatures that the pack states. Those given here are steps.</summary>
    public IReadOnlyList<Signature> Signed { get; init; } = [];

    public required string Source { get; init; }
}
