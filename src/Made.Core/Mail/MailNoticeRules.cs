namespace Made.Core.Mail;

/// <summary>When somebody is told by e-mail, and when a message that was not taken is tried again.</summary>
public static class MailNoticeRules
{
    /// <summary>Between two messages to one person, however much is new.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromHours(1);

    /// <summary>So long a message is tried.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    /// <summary>From when on somebody may be told of what is new; null where nothing is new that no message told of.</summary>
    /// <param name="standing">Up to when they were told.</param>
    /// <param name="newest">When the newest of what is new came.</param>
    public static DateTimeOffset? DueAt(MailStanding standing, DateTimeOffset newest) =>
        newest <= standing.Told ? null
        : standing.LastSent == DateTimeOffset.MinValue ? newest
        : standing.LastSent + Between > newest ? standing.LastSent + Between
        : newest;

    /// <summary>
    /// When a message is tried again that was not taken: after one minute, two, four and so on, for the last time a day after it was made. Null after
    /// that.
    /// </summary>
    /// <param name="made">When it was made.</param>
    /// <param name="tries">How often it was tried, this time included.</param>
    /// <param name="at">When it was tried.</param>
    public static DateTimeOffset? NextTry(DateTimeOffset made, int tries, DateTimeOffset at)
    {
        var end = made + Longest;
        if (at >= end)
            return null;
        // Ten doublings are more than half a day.
        var next = at + (FirstPause * (1 << Math.Clamp(tries - 1, 0, 10)));
        return next < end ? next : end;
    }
}
