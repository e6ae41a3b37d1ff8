using Made.Core.GoldenThread;

namespace Made.Core.Recovery;

/// <summary>Why an exception or a recovery plan does not go on.</summary>
public static class Problems
{
    public static Problem ExitRuleOpen(string title, ExitRule exit, int held) => new(
        "recovery-exit-rule-open", $"'{title}' ends when the count is {RecoveryRules.Words(exit)}; so far it is for {held}.",
        "Close it when the rule holds, or close it although it does not, with the reason.");

    public static Problem ExitRuleHolds(string title) => new(
        "recovery-exit-rule-holds", $"The exit rule of '{title}' holds, so there is nothing to override.", "Close it by its rule.");

    public static Problem NotAsked(string title) => new(
        "recovery-not-asked", $"Nobody has been asked for a plan about '{title}': only an exception that was judged real asks its lead.", "Have it judged first, then ask the lead.");
}
