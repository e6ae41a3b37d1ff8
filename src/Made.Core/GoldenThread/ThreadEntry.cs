using Made.Core.Register;

namespace Made.Core.GoldenThread;

/// <summary>A point that is kept here, in one version. What is changed is a further version; nothing is overwritten.</summary>
public sealed record ThreadEntry
{
    public required ThreadPoint Point { get; init; }

    /// <summary>Counted from 1 by the records.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Whose it is: a CSP, or the area of the whole partnership.</summary>
    public required AreaCode Area { get; init; }

    /// <summary>True for what belongs to the whole partnership: only that may rest on several areas' points.</summary>
    public bool IsWhole { get; init; }

    public required string Title { get; init; }

    /// <summary>The day it speaks of, not the day it was entered.</summary>
    public required DateOnly Day { get; init; }

    public required string Source { get; init; }

    public required ThreadContent Content { get; init; }
}

/// <summary>An entry without its text.</summary>
/// <param name="State">Where its last step left it; empty where it has taken none.</param>
public sealed record ThreadHeading(ThreadPoint Point, AreaCode Area, bool IsWhole, string Title, DateOnly Day, string State);

/// <summary>Something that moved an entry from one state to another: who, why and when are the change's.</summary>
/// <param name="Act">What was done: see <see cref="Processes"/>.</param>
/// <param name="Day">The day it happened, which may lie before the day it was recorded.</param>
public sealed record ThreadStep(ThreadPoint Point, string Act, string From, string To, DateOnly Day, Change Change);

/// <summary>A stored edge: one point rests on another, since when, by whom and why.</summary>
/// <param name="From">The ground: what the other end rests on.</param>
/// <param name="To">What follows from it.</param>
/// <param name="Owner">The entry that says so.</param>
public sealed record ThreadLink(ThreadPoint From, ThreadPoint To, ThreadPoint Owner, Change Change);

/// <summary>How far the thread has come.</summary>
/// <param name="Entries">The number of the newest version of any entry.</param>
/// <param name="Steps">The number of the newest step.</param>
public readonly record struct ThreadStamp(long Entries, long Steps);

/// <summary>An entry with its past.</summary>
public sealed record ThreadHistory
{
    /// <summary>Oldest first, never empty, each with who kept it.</summary>
    public required IReadOnlyList<(ThreadEntry Entry, Change Change)> Versions { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<ThreadStep> Steps { get; init; }

    public ThreadEntry Newest => Versions[^1].Entry;

    public ThreadPoint Point => Newest.Point;

    /// <summary>Moves with every version and step: a form that was filled in from an earlier state is noticed by it.</summary>
    public int Stamp => Versions.Count + Steps.Count;

    public string State => Steps.Count > 0 ? Steps[^1].To : Processes.Of(Newest.Content).Start;

    /// <summary>As it stood at an instant; null where it was not kept yet.</summary>
    public ThreadHistory? AsAt(DateTimeOffset at) =>
        Versions.TakeWhile(v => v.Change.At <= at).ToList() is { Count: > 0 } kept ? this with { Versions = kept, Steps = [.. Steps.TakeWhile(s => s.Change.At <= at)] } : null;

    /// <summary>The newest step of an act; null where it was never done.</summary>
    public ThreadStep? Last(string act) => Steps.LastOrDefault(s => s.Act == act);
}

/// <summary>An entry of the thread as a pack brings it, with what had been done to it by then.</summary>
public sealed record PackThreadEntry(ThreadEntry Entry, IReadOnlyList<PackThreadStep> Steps);

/// <param name="Why">The source that records it.</param>
public sealed record PackThreadStep(string Act, DateOnly Day, string Why);
