using Made.Core.Exchange;
using Made.Store.Records;

namespace Made.Store.Vault;

internal sealed class OriginalRow
{
    public required string Id { get; init; }

    public required string Dataset { get; init; }

    /// <summary>Ids, separated by spaces.</summary>
    public required string Supplies { get; init; }

    public required string Sha256 { get; init; }

    public required long Bytes { get; init; }

    public required DateOnly Received { get; init; }

    public required DateOnly KeptUntil { get; init; }

    public required string Key { get; init; }

    public required string Hold { get; set; }

    public required long? DestroyedAt { get; set; }

    public required string By { get; set; }

    public required string Second { get; set; }

    public required string Why { get; set; }

    public SealedOriginal ToOriginal() => new()
    {
        Id = Guid.Parse(Id),
        Dataset = Dataset,
        Supplies = Supplies.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Sha256 = Sha256,
        Bytes = Bytes,
        Received = Received,
        KeptUntil = KeptUntil,
        Key = Key,
        Hold = Hold,
        Destroyed = DestroyedAt is { } at ? new Destruction(Instants.Of(at), By, Second, Why) : null,
    };
}
