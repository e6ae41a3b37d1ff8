namespace Made.Core.Facts;

/// <summary>Which categories of a dataset an indicator counts: those named, or all but those named. Nothing named takes all.</summary>
public sealed record CategoryFilter
{
    public static readonly CategoryFilter Everything = new();

    public IReadOnlyList<string> Only { get; init; } = [];

    public IReadOnlyList<string> Except { get; init; } = [];

    public bool Takes(string category) =>
        (Only.Count == 0 || Only.Contains(category, StringComparer.Ordinal)) && !Except.Contains(category, StringComparer.Ordinal);
}
