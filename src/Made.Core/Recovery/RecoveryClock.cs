using System.Globalization;
using Made.Core.GoldenThread;

namespace Made.Core.Recovery;

/// <summary>How long one level has to answer for an exception, counted from the day on which the lead was asked. Levels are in the pack, in order: lead, group, board.</summary>
/// <param name="Level">"lead", "group" or "board".</param>
/// <param name="Days">Until so many days after the lead was asked it has time.</param>
/// <param name="Body">Id of the organisation; empty where the pack names none, and always for the lead, which each exception names itself.</param>
/// <param name="Source">Who set the time.</param>
public sealed record EscalationLevel(string Level, int Days, string Body, string Source);

/// <summary>Where an exception stands by the clock.</summary>
/// <param name="Level">The level that has to answer now.</param>
/// <param name="Asked">The day from which the clock runs.</param>
/// <param name="Due">The last day on which the level has time.</param>
/// <param name="Today">The day it is told on.</param>
public sealed record ClockStanding(EscalationLevel Level, DateOnly Asked, DateOnly Due, DateOnly Today)
{
    public bool IsLate => Today > Due;

    /// <summary>"asked 3 days ago; an answer is due on 14 December 2026".</summary>
    public string Words
    {
        get
        {
            var days = Today.DayNumber - Asked.DayNumber;
            var ago = days switch { 0 => "asked today", 1 => "asked yesterday", _ => $"asked {days.ToString(CultureInfo.InvariantCulture)} days ago" };
            var due = Due.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
            return IsLate ? $"{ago}; an answer was due on {due}" : Today == Due ? $"{ago}; an answer is due today" : $"{ago}; an answer is due on {due}";
        }
    }
}

/// <summary>
/// The clock of exceptions: a lead that was asked has time until its day; then the group has, then the board. Nothing waits with nobody, and each handing on is a step with its day.
/// </summary>
public static class RecoveryClock
{
    /// <summary>Codes of the levels, in order.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["lead", "group", "board"];

    /// <summary>Null where nobody owes a plan, or the pack names no times.</summary>
    public static ClockStanding? Standing(ThreadHistory exception, IReadOnlyList<EscalationLevel> levels, DateOnly today)
    {
        if (!Processes.OwesPlan(exception.State) || Started(exception) is not { } asked)
            return null;
        var code = exception.State switch { Processes.WithGroup => "group", Processes.WithBoard => "board", _ => "lead" };
        return levels.FirstOrDefault(l => l.Level == code) is { } level ? new(level, asked, asked.AddDays(level.Days), today) : null;
    }

    /// <summary>
    /// What the clock does on a day: exceptions whose level is out of time are handed on, as far as the days that have passed carry them. The board is the last: what it leaves
    /// unanswered stays with it and is late.
    /// </summary>
    public static IReadOnlyList<ThreadAct> HandedOn(IEnumerable<ThreadHistory> exceptions, IReadOnlyList<EscalationLevel> levels, DateOnly today)
    {
        var acts = new List<ThreadAct>();
        foreach (var exception in exceptions)
        {
            if (Standing(exception, levels, today) is not { IsLate: true } standing || levels.SkipWhile(l => l.Level != standing.Level.Level).Skip(1).ToList() is not { Count: > 0 } next)
                continue;
            var to = next.Find(l => today <= standing.Asked.AddDays(l.Days)) ?? next[^1];
            acts.Add(new(exception.Point, to.Level == "group" ? Processes.ToGroup : Processes.ToBoard, today,
                $"No plan by {standing.Due.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, {standing.Level.Days.ToString(CultureInfo.InvariantCulture)} days after it was asked for"));
        }
        return acts;
    }

    private static DateOnly? Started(ThreadHistory exception) => exception.Steps.LastOrDefault(s => s.Act is Processes.Ask or Processes.ToLead)?.Day;
}
