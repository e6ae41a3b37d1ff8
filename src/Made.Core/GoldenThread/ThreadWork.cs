namespace Made.Core.GoldenThread;

/// <summary>An act on an entry, asked for.</summary>
/// <param name="Why">Its own reason, where one change holds acts of different reasons; the change's otherwise.</param>
public sealed record ThreadAct(ThreadPoint Point, string Act, DateOnly Day, string Why = "");

/// <summary>
/// What one change does to the thread, kept together or not at all: entries (a new one, or a further version), acts on entries, and the state that each changed
/// entry was seen in.
/// </summary>
public sealed record ThreadWork
{
    public IReadOnlyList<ThreadEntry> Entries { get; init; } = [];

    public IReadOnlyList<ThreadAct> Acts { get; init; } = [];

    /// <summary>The <see cref="ThreadHistory.Stamp"/> that a form was filled in from; 0 for what must not be there yet.</summary>
    public IReadOnlyDictionary<ThreadPoint, int> Seen { get; init; } = new Dictionary<ThreadPoint, int>();

    /// <summary>The thread as it was when rules that look at other entries allowed this; null where none does. Where anything was kept since, they are asked again.</summary>
    public ThreadStamp? AsOf { get; init; }
}
