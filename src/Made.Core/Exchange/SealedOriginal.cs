namespace Made.Core.Exchange;

/// <summary>That a sealed original was destroyed: when, by whom, with whom, and why.</summary>
public sealed record Destruction(DateTimeOffset At, string By, string Second, string Why);

/// <summary>A partner's file as it was received, sealed in the home until its day comes. Only datasets whose protection says so have them.</summary>
public sealed record SealedOriginal
{
    public required Guid Id { get; init; }

    public required string Dataset { get; init; }

    /// <summary>Supplies that were made of it.</summary>
    public required IReadOnlyList<string> Supplies { get; init; }

    /// <summary>Of the file as received.</summary>
    public required string Sha256 { get; init; }

    public required long Bytes { get; init; }

    public required DateOnly Received { get; init; }

    /// <summary>Last day on which it is kept.</summary>
    public required DateOnly KeptUntil { get; init; }

    /// <summary>Name of its own key in the vault.</summary>
    public required string Key { get; init; }

    /// <summary>Why it is held beyond its day, such as proceedings; empty where it is not.</summary>
    public required string Hold { get; init; }

    /// <summary>Null while it is kept.</summary>
    public required Destruction? Destroyed { get; init; }

    public OriginalStanding Standing(DateOnly today) =>
        Destroyed is not null ? OriginalStanding.Destroyed
        : Hold.Length > 0 ? OriginalStanding.Held
        : today > KeptUntil ? OriginalStanding.Due
        : OriginalStanding.Kept;
}

public enum OriginalStanding
{
    Kept,

    /// <summary>Its day is past: it is to be destroyed.</summary>
    Due,

    /// <summary>A legal hold keeps it, whatever its day.</summary>
    Held,

    Destroyed,
}
