using Made.Core.Calendar;

namespace Made.Core.Editions;

/// <summary>Why a draft is not changed or released.</summary>
public static class Problems
{
    public static Problem NoDraft(Month month) => new("no-draft", $"No draft of {month.Name} waits.", "See /editions for what is released.");

    public static Problem DraftChanged(Month month) => new(
        "draft-changed", $"The draft of {month.Name} was built again since you looked at it.", "Look at what changed, then release it.");

    public static Problem NoteChanged() => new(
        "note-changed", "Somebody else changed this note meanwhile.", "What is held now stands beside what you wrote. Save again to put yours in its place.");

    public static Problem NoteTooLong(int length) => new(
        "note-too-long", $"The note has {length:N0} characters; {EditionNote.LongestText:N0} fit.", "Shorten it, or put the rest into a product.");

    public static Problem NoReason() => new(
        "release-without-reason", "This month was released before, and nothing says why it is released again.", "Say it in one sentence: it stands on the page.");

    public static Problem TimePassed() => new("release-time-passed", "The time lies in the past.", "Give a later time, or release it now.");

    public static Problem NothingScheduled(Month month) => new("release-not-set", $"No time is set for the draft of {month.Name}.", "There is nothing to take back.");

    public static Problem WouldDisclose(Month month, string first, int more) => new(
        "release-would-disclose",
        $"Held against the edition of {month.Name} that was released before, {first}{(more > 0 ? $", and {more} more figures likewise" : "")}.",
        "It is not released. Keep what is released until the next files come: figures are then decided anew.");
}
