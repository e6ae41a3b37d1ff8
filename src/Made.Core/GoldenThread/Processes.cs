namespace Made.Core.GoldenThread;

/// <summary>How each kind of entry moves.</summary>
public static class Processes
{
    public const string Agree = "agree";
    public const string Real = "judge-real";
    public const string Artefact = "judge-artefact";
    public const string KnownCause = "judge-known-cause";
    public const string Ask = "ask-lead";
    public const string ToGroup = "to-group";
    public const string ToBoard = "to-board";
    public const string ToLead = "back-to-lead";
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
    public const string Evaluated = "evaluated";

    public const string Approve = "approve";
    public const string ProposeAgain = "propose-again";

    public const string Open = "open";
    public const string Confirmed = "confirmed";
    public const string Asked = "asked";
    public const string WithGroup = "with-group";
    public const string WithBoard = "with-board";
    public const string Accepted = "accepted";
    public const string Closed = "closed";
    public const string Drafted = "drafted";
    public const string Proposed = "proposed";
    public const string Approved = "approved";

    private static readonly Process OfPriority = new(Proposed,
    [
        new(Agree, [Proposed, "ended"], "agreed", "Agree it"),
        new("drop", [Proposed], "dropped", "Drop it"),
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
        new(Ask, [Confirmed], Asked, "Ask the lead for a plan"),
        new(ToGroup, [Asked], WithGroup, "Hand it to the group: the lead's time is over"),
        new(ToBoard, [Asked, WithGroup], WithBoard, "Hand it to the board"),
        new(ToLead, [WithGroup, WithBoard], Asked, "Give it back to the lead, with time as at first"),
        new(Answer, [Asked, WithGroup, WithBoard], "answered", "A plan is drafted"),
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

    private static readonly Process OfComment = new(Open,
    [
        new("resolve", [Open], "resolved", "It is resolved"),
        new("withdraw", [Open], "withdrawn", "It is withdrawn"),
    ], ["resolved", "withdrawn"]);

    private static readonly Process OfIntervention = new("planned",
    [
        new("begin", ["planned"], "running", "It runs"),
        new("end", ["planned", "running"], "ended", "It has ended"),
        new(Evaluated, ["running", "ended"], Evaluated, "It is evaluated"),
    ], [Evaluated]);

    private static readonly Process OfStatus = new(Proposed,
    [
        new(Approve, [Proposed], Approved, "Approve it"),
        new("refuse", [Proposed], "refused", "Refuse it: the computed status stands"),
        new("withdraw", [Approved], "withdrawn", "Withdraw it: the computed status stands again"),
        new(ProposeAgain, ["refused", "withdrawn"], Proposed, "Propose it again"),
    ], [Approved]);

    /// <summary>True for an exception that was asked about and has no plan yet.</summary>
    public static bool OwesPlan(string state) => state is Asked or WithGroup or WithBoard;

    public static Process Of(ThreadContent content) => content switch
    {
        ThreadContent.Priority => OfPriority,
        ThreadContent.Activity => OfActivity,
        ThreadContent.Status => OfStatus,
        ThreadContent.Exception => OfException,
        ThreadContent.Plan => OfPlan,
        ThreadContent.Agreement a => Process.Chain("draft", a.Chain),
        ThreadContent.Assessment a => Process.Chain("planned", [.. a.Stages.Select(s => (s.Act, s.Words))], "Begin it again", (Evaluate, "Record the annual evaluation")),
        ThreadContent.Section => OfSection,
        ThreadContent.KeyFinding => OfKeyFinding,
        ThreadContent.Recommendation => OfRecommendation,
        ThreadContent.Comment => OfComment,
        ThreadContent.Intervention => OfIntervention,
        _ => Process.Still,
    };
}
