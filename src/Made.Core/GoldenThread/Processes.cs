namespace Made.Core.GoldenThread;

/// <summary>How each kind of entry moves.</summary>
public static class Processes
{
    public const string Agree = "agree";
    public const string Real = "judge-real";
    public const string Artefact = "judge-artefact";
    public const string KnownCause = "judge-known-cause";
    public const string Ask = "ask-lead";
    public const string Answer = "answer";
    public const string Submit = "submit";
    public const string Accept = "accept";
    public const string SendBack = "send-back";
    public const string Close = "close";
    public const string CloseAnyway = "close-anyway";
    public const string Ready = "ready";
    public const string Confirm = "confirm";
    public const string Outdate = "outdate";
    public const string Evaluate = "evaluate";

    public const string Open = "open";
    public const string Confirmed = "confirmed";
    public const string Accepted = "accepted";
    public const string Closed = "closed";
    public const string Drafted = "drafted";

    private static readonly Process OfPriority = new("proposed",
    [
        new(Agree, ["proposed", "ended"], "agreed", "Agree it"),
        new("drop", ["proposed"], "dropped", "Drop it"),
        new("end", ["agreed"], "ended", "End it"),
    ], ["dropped"]);

    private static readonly string[] Working = ["not-started", "on-track", "behind", "at-risk"];

    private static readonly Process OfActivity = new("not-started",
    [
        new("on-track", [.. Working, "done"], "on-track", "On track"),
        new("behind", Working, "behind", "Behind"),
        new("at-risk", Working, "at-risk", "At risk"),
        new("done", Working, "done", "Done"),
    ], []);

    private static readonly Process OfException = new(Open,
    [
        new(Real, [Open], Confirmed, "Judge it real"),
        new(Artefact, [Open], "artefact", "Judge it an artefact of recording"),
        new(KnownCause, [Open], "known-cause", "Judge it explained by a known cause"),
        new(Ask, [Confirmed], "asked", "Ask the lead for a plan"),
        new(Answer, ["asked"], "answered", "A plan is drafted"),
        new(Close, ["answered"], Closed, "Its plan is closed"),
    ], ["artefact", "known-cause", Closed]);

    private static readonly Process OfPlan = new(Drafted,
    [
        new(Submit, [Drafted, "returned"], "submitted", "Submit it to the board"),
        new(Accept, ["submitted"], Accepted, "Accept it"),
        new(SendBack, ["submitted"], "returned", "Return it"),
        new(Close, [Accepted], Closed, "Close it: the exit rule holds"),
        new(CloseAnyway, [Accepted], Closed, "Close it although the exit rule does not hold"),
    ], ["submitted", Accepted, Closed]);

    private static readonly Process OfSection = new(Drafted,
    [
        new(Ready, [Drafted], Ready, "It is ready"),
        new("reopen", [Ready], Drafted, "Take it back to be written further"),
    ], [Ready]);

    private static readonly Process OfKeyFinding = new("found",
    [
        new(Confirm, ["found", "confirmed"], "confirmed", "It still holds"),
        new(Outdate, ["found", "confirmed"], "outdated", "It no longer holds"),
    ], ["outdated"]);

    private static readonly Process OfRecommendation = new(Open,
    [
        new("take-up", [Open], "in-hand", "It is taken up"),
        new("done", [Open, "in-hand"], "done", "It is done"),
        new("decline", [Open, "in-hand"], "declined", "It is not taken up"),
    ], ["done", "declined"]);

    public static Process Of(ThreadContent content) => content switch
    {
        ThreadContent.Priority => OfPriority,
        ThreadContent.Activity => OfActivity,
        ThreadContent.Exception => OfException,
        ThreadContent.Plan => OfPlan,
        ThreadContent.Agreement a => Process.Chain("draft", a.Chain),
        ThreadContent.Assessment a => Process.Chain("planned", [.. a.Stages.Select(s => (s.Act, s.Words))], "Begin it again", (Evaluate, "Record the annual evaluation")),
        ThreadContent.Section => OfSection,
        ThreadContent.KeyFinding => OfKeyFinding,
        ThreadContent.Recommendation => OfRecommendation,
        _ => Process.Still,
    };
}
