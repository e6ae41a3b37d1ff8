namespace Made.Store.Facts;

/// <summary>An immutable file of facts: where it lies, how many rows it holds and the SHA-256 (hex, lower case) of its bytes.</summary>
public sealed record FactFile
{
    public required string Path { get; init; }

    public required long Rows { get; init; }

    public required string Sha256 { get; init; }
}
