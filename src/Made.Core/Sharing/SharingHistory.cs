namespace Made.Core.Sharing;

public enum SharingStepKind
{
    Added,
    Revised,
    Signed,
    Ended,
}

/// <summary>Something done to an agreement here, by whom and why.</summary>
public sealed record SharingStep
{
    public required string Agreement { get; init; }

    public required int Version { get; init; }

    public required SharingStepKind Kind { get; init; }

    /// <summary>For a signature: who signed. For an end: the agreement that takes its place, or empty.</summary>
    public string Other { get; init; } = "";

    /// <summary>For a signature: the role of the signatory.</summary>
    public string Role { get; init; } = "";

    /// <summary>The day of the signature, the last day of an ended agreement, the first day of a version.</summary>
    public required DateOnly Day { get; init; }

    public required Change Change { get; init; }
}

/// <summary>An agreement with its past: every version, every signature, its end. Nothing is ever overwritten.</summary>
public sealed record SharingHistory
{
    /// <summary>Oldest first, never empty.</summary>
    public required IReadOnlyList<SharingAgreement> Versions { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<SharingStep> Steps { get; init; }

    public SharingAgreement Newest => Versions[^1];

    public string Id => Newest.Id;

    /// <summary>The step that ended it; null while it has not been ended.</summary>
    public SharingStep? End => Steps.FirstOrDefault(s => s.Kind == SharingStepKind.Ended);

    /// <summary>Moves with every version and step: a form that was filled in from an earlier state is noticed by it.</summary>
    public int State => Versions.Count + Steps.Count;

    public IReadOnlyList<Signature> Signatures(int version) =>
    [
        .. Versions.Single(v => v.Version == version).Signed,
        .. Steps.Where(s => s.Kind == SharingStepKind.Signed && s.Version == version).Select(s => new Signature(s.Other, s.Role, s.Day)),
    ];
}
