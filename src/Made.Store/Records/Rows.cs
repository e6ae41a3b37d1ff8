namespace Made.Store.Records;

// The rows as the database holds them: plain columns, instants as UTC microseconds, months as yyyy-MM. The stores turn them into Core's types.

internal sealed class HomeRow
{
    public required string Id { get; init; }
}

internal sealed class RegisterRow
{
    public required string Kind { get; init; }

    public required string Id { get; init; }

    public required int Version { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>Place within its kind, as the pack lists it.</summary>
    public required int Position { get; init; }

    public required string Json { get; set; }

    public required string PackVersion { get; set; }
}

internal sealed class SupplyRow
{
    public required string Id { get; init; }

    public required string Dataset { get; init; }

    public required string First { get; init; }

    public required string Last { get; init; }

    public required int Revision { get; init; }

    public required string State { get; set; }

    /// <summary>The supply that took its place; empty while none has.</summary>
    public required string SupersededBy { get; set; }

    public required string File { get; init; }

    public required string Sha256 { get; init; }

    public required string FactsSha256 { get; init; }

    public required long Received { get; init; }

    public required DateOnly? Released { get; init; }

    public required long Stored { get; init; }

    public required long WithoutPlace { get; init; }

    public required long OutsideArea { get; init; }

    /// <summary>A part of its month, or it may be.</summary>
    public required bool Provisional { get; init; }
}

internal sealed class ReceiptRow
{
    public required Guid Id { get; init; }

    public required long Received { get; init; }

    public required string By { get; init; }

    public required string Dataset { get; init; }

    public required string Period { get; init; }

    public required string Supply { get; init; }

    public required string Verdict { get; init; }

    public required string File { get; init; }

    public required string Sha256 { get; init; }

    public required string Json { get; init; }
}

internal sealed class EditionRow
{
    public required string Month { get; init; }

    public required int Number { get; init; }

    public required DateOnly AsAt { get; init; }

    public required long Built { get; init; }

    public required string Why { get; init; }

    public required string Sha256 { get; init; }

    public required string Json { get; init; }
}

internal sealed class JobRow
{
    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    public required string State { get; set; }

    /// <summary>Equal to <see cref="Kind"/> where only one may run at a time; empty otherwise.</summary>
    public required string Alone { get; init; }

    public required long Rows { get; set; }

    public required double Rate { get; set; }

    public required string Message { get; set; }

    public required long Started { get; init; }

    public required long? Finished { get; set; }

    public required string LeaseHolder { get; init; }

    public required long LeaseUntil { get; set; }
}

internal sealed class VintageRow
{
    public long Number { get; init; }

    public required string Vintage { get; init; }

    public required long Adopted { get; init; }
}

internal sealed class IndicatorStepRow
{
    public long Number { get; init; }

    public required string Indicator { get; init; }

    public required int Version { get; init; }

    public required string Step { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }

    public required string Why { get; init; }
}

internal sealed class SavedTableRow
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Selection { get; init; }

    /// <summary>Month and number of the edition it was saved from.</summary>
    public required string Month { get; init; }

    public required int Edition { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }

    public required string State { get; set; }
}

internal sealed class ChangeRow
{
    /// <summary>Its place in the chain; below zero, in the order noted, until it has one.</summary>
    public long Number { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }

    public required string Why { get; init; }

    public required string What { get; init; }

    public required string Subject { get; init; }

    /// <summary>Over this row and the hash before it; empty until it has its place in the chain.</summary>
    public required string Hash { get; init; }
}
