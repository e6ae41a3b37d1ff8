namespace Made.Store.Records;

internal sealed class SharingStepRow
{
    public long Number { get; init; }

    public required string Agreement { get; init; }

    public required int Version { get; init; }

    public required string Step { get; init; }

    /// <summary>The organisation that signed, or the agreement that follows an ended one; empty for other steps.</summary>
    public required string Other { get; init; }

    /// <summary>Sealed: see <see cref="Vault.SealedColumn.SignatoryRole"/>.</summary>
    public required string Role { get; init; }

    public required DateOnly Day { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }

    public required string Why { get; init; }
}

internal sealed class ReturnStepRow
{
    public long Number { get; init; }

    public required int PrescribedSet { get; init; }

    public required string Organisation { get; init; }

    /// <summary>The quarter's last month.</summary>
    public required string Quarter { get; init; }

    public required string Step { get; init; }

    public required DateOnly Day { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }

    public required string Why { get; init; }
}
