namespace Made.Core.Disclosure.Suppression;

/// <summary>
/// When a count is too small to be shown, and how little a reader may learn of a hidden one.
/// Source: SDC handbook (Hundepool and others) on thresholds and on audit intervals; the figures are the policy of TRUST.
/// </summary>
public sealed record SuppressionRule
{
    /// <summary>Threshold 5, width 5, zeros shown.</summary>
    public static SuppressionRule Usual { get; } = new();

    /// <summary>Counts above 0 and under this are hidden at first hand (primary).</summary>
    public int Threshold { get; init; } = 5;

    /// <summary>Zeros are hidden like small counts. Off: a zero is shown, and nothing may be moved through it.</summary>
    public bool ProtectZeros { get; init; }

    /// <summary>Greatest less smallest value that a hidden cell can have, given everything shown: at least this. With 5, six whole numbers stay possible.</summary>
    public int MinWidth { get; init; } = 5;

    /// <summary>True where the count itself is small.</summary>
    public bool IsPrimary(long count) => (count > 0 && count < Threshold) || (count == 0 && ProtectZeros);
}
