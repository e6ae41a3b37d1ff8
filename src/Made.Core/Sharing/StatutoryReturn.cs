using Made.Core.Calendar;
using Made.Core.Register;

namespace Made.Core.Sharing;

public enum ReturnStepKind
{
    Received,
    Chased,

    /// <summary>The provider said that it does not hold the information: the duty is on who holds it.</summary>
    NotHeld,

    /// <summary>What was recorded last is taken back.</summary>
    TakenBack,
}

/// <summary>Something recorded about one return.</summary>
public sealed record ReturnStep(int Set, string Organisation, Month Quarter, ReturnStepKind Kind, DateOnly Day, Change Change);

public enum ReturnState
{
    NotYetDue,
    Late,
    Chased,
    Received,
    ReceivedLate,
    NotHeld,
}

/// <summary>One prescribed set that one provider owes for one quarter.</summary>
public sealed record StatutoryReturn
{
    public required PrescribedSet Set { get; init; }

    /// <summary>Who is asked: the provider, or the body that followed it.</summary>
    public required Organisation Provider { get; init; }

    /// <summary>The provider that the register names, where another followed it; otherwise the same.</summary>
    public required string NamedProvider { get; init; }

    public required Period Quarter { get; init; }

    public required bool Certain { get; init; }

    public required string Note { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<ReturnStep> Steps { get; init; }

    public DateOnly Due => StatutoryExchange.DueDay(Quarter);

    /// <summary>What counts: steps that were taken back do not.</summary>
    public IReadOnlyList<ReturnStep> Standing => [.. Steps.Aggregate(new List<ReturnStep>(), (kept, step) =>
    {
        if (step.Kind != ReturnStepKind.TakenBack)
            kept.Add(step);
        else if (kept.Count > 0)
            kept.RemoveAt(kept.Count - 1);
        return kept;
    })];

    public ReturnState State(DateOnly today)
    {
        var standing = Standing;
        if (standing.LastOrDefault(s => s.Kind is ReturnStepKind.Received or ReturnStepKind.NotHeld) is { } settled)
            return settled.Kind == ReturnStepKind.NotHeld ? ReturnState.NotHeld : settled.Day > Due ? ReturnState.ReceivedLate : ReturnState.Received;
        return today <= Due ? ReturnState.NotYetDue : standing.Count > 0 ? ReturnState.Chased : ReturnState.Late;
    }

    public bool IsOverdue(DateOnly today) => State(today) is ReturnState.Late or ReturnState.Chased;

    /// <summary>Null where the step may be recorded.</summary>
    public Problem? WhyNot(ReturnStepKind kind, DateOnly day, DateOnly today)
    {
        var settled = Standing.Any(s => s.Kind is ReturnStepKind.Received or ReturnStepKind.NotHeld);
        return day > today ? Problems.DayAhead(day)
            : kind == ReturnStepKind.TakenBack ? Standing.Count == 0 ? ReturnProblems.NothingToTakeBack() : null
            : settled ? ReturnProblems.Settled(this)
            : day <= Quarter.End && kind != ReturnStepKind.NotHeld ? ReturnProblems.QuarterNotOver(Quarter)
            : kind == ReturnStepKind.Chased && day <= Due ? ReturnProblems.NotYetDue(Due)
            : null;
    }
}

/// <summary>Why a step of the statutory exchange is refused.</summary>
public static class ReturnProblems
{
    public static Problem NotOwed() => new(
        "return-not-owed", "The register names no such provider for this set and quarter.", "Choose a return from the list of the quarter.");

    public static Problem ChangedMeanwhile() => new(
        "return-changed-meanwhile", "Somebody else recorded something about this return in the meantime; nothing of yours was saved.", "Look at what was recorded, then save yours again if it still holds.");

    public static Problem NothingToTakeBack() => new(
        "return-nothing-to-take-back", "Nothing is recorded about this return.", "Nothing needs to be done.");

    public static Problem Settled(StatutoryReturn r) => new(
        "return-settled", $"This return is recorded already as {(r.Standing[^1].Kind == ReturnStepKind.NotHeld ? "not held" : "received")}.", "Take that back first if it was wrong.");

    public static Problem QuarterNotOver(Period quarter) => new(
        "return-quarter-not-over", $"{quarter.Name} is not over on that day.", "Check the day and the quarter.");

    public static Problem NotYetDue(DateOnly due) => new(
        "return-not-yet-due", $"The return is in time until {Problems.Day(due)}; there is nothing to chase before.", "Record the letter on the day it is sent, after the due day.");
}
