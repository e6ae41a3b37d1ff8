namespace Made.Core;

/// <summary>Something that is kept in versions, each with who, why and when, none of them ever changed; oldest first, at least one.</summary>
/// <param name="Id">Its number, the same in every version.</param>
/// <param name="Versions">Every version.</param>
public sealed record Versioned<T>(Guid Id, IReadOnlyList<(T Value, Change Change)> Versions)
{
    public T Newest => Versions[^1].Value;

    /// <summary>How it began.</summary>
    public Change First => Versions[0].Change;

    public Change Last => Versions[^1].Change;

    /// <summary>Moves with each version: a change made from an earlier one is refused. What is not there yet has 0.</summary>
    public int Stamp => Versions.Count;
}
