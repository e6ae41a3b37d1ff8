using System.Text.Json.Serialization;

namespace Made.Core.Coarsening;

/// <summary>What becomes of a file in which too few records are alike.</summary>
public enum SmallGroups
{
    /// <summary>Nothing of the file is kept; the sender is told which groups and what would help.</summary>
    Refuse,

    /// <summary>The file is kept, and its receipt says how far it is from being de-personalised.</summary>
    Report,
}

/// <summary>
/// A dataset's claim that its records are de-personalised (SI 2007/1831), and what is asked of it: everything that is kept of a record is shared by at
/// least <see cref="K"/> records of the file. Tested on every file, on what would be kept.
/// </summary>
public sealed record Depersonalised
{
    public int K { get; init; } = 5;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public SmallGroups Below { get; init; }
}
