using System.Globalization;

namespace Made.Core.GoldenThread;

/// <summary>Why a change to the thread is refused.</summary>
public static class Problems
{
    public static Problem NotFromHere(string title, string act, string state, IReadOnlyList<string> allowed) => new(
        "thread-not-from-here",
        $"'{title}' is {Words(state)}, and from there '{Words(act)}' is not possible.",
        allowed.Count == 0 ? "Nothing more can be done to it." : $"Possible now: {string.Join("; ", allowed)}.");

    public static Problem Frozen(string title, string state) => new(
        "thread-frozen", $"'{title}' is {Words(state)}, and its text no longer changes.", "Write a new one, or have it returned first where that is possible.");

    public static Problem ChangedMeanwhile(string title) => new(
        "thread-changed-meanwhile", $"Somebody else changed '{title}' in the meantime; nothing of yours was saved.",
        "What you wrote is still here. Look at what changed, then save it again if it still holds.");

    public static Problem MovedOn() => new(
        "thread-moved-on", "The thread changed while this was checked; nothing was saved.", "Try again.");

    public static Problem NoSuchPoint(ThreadPoint point) => new(
        "thread-no-such-point", $"There is no {point.Kind.Words().ToLowerInvariant()} '{point.Id}' here.", "Look for it at /thread.");

    public static Problem OtherArea(string title, ThreadPoint other) => new(
        "thread-other-area", $"'{title}' would rest on the {other.Kind.Words().ToLowerInvariant()} '{other.Id}' of another area.",
        "Link only what belongs to the same area, or to the whole partnership.");

    public static Problem NothingChanged(string title) => new(
        "thread-nothing-changed", $"Nothing of '{title}' differs from what is kept.", "Change something, or leave it as it is.");

    public static Problem DayAhead(DateOnly day) => new(
        "thread-day-ahead", $"{day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} has not come yet.", "Record it on the day, or correct the date.");

    /// <summary>"known-cause" as words.</summary>
    public static string Words(string code) => code.Replace('-', ' ');
}
