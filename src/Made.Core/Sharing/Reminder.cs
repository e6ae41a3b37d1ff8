using Made.Core.Register;

namespace Made.Core.Sharing;

/// <summary>Whether it is the review or the expiry that comes near.</summary>
public enum ReminderKind
{
    Review,
    Expiry,
}

/// <summary>An agreement whose review or last day is 90 days off or less, or has passed.</summary>
/// <param name="Within">The step it has reached: 90, 30 or 0 days.</param>
/// <param name="DaysLeft">Days until then; below 0 once it has passed.</param>
public sealed record Reminder(SharingHistory Agreement, ReminderKind Kind, DateOnly On, int Within, int DaysLeft)
{
    private static readonly int[] Steps = [0, 30, 90];

    /// <summary>The nearest day first. Only the version in force, or the newest where none is, is reminded of; an ended agreement never.</summary>
    public static IReadOnlyList<Reminder> Due(IEnumerable<SharingHistory> agreements, Bodies bodies, DateOnly today) =>
    [
        .. agreements
            .Where(a => a.End is not { } end || end.Day >= today)
            .SelectMany(a => Of(a, SharingStanding.Of(a, bodies, today) is SharingStanding.InForce f ? f.Version : a.Newest, today))
            .OrderBy(r => r.On).ThenBy(r => r.Agreement.Id, StringComparer.Ordinal),
    ];

    /// <summary>The reminder that a day calls for; null where it is more than 90 days off.</summary>
    public static int? Step(DateOnly on, DateOnly today)
    {
        var left = on.DayNumber - today.DayNumber;
        return Steps.Where(s => left <= s).Select(s => (int?)s).FirstOrDefault();
    }

    private static IEnumerable<Reminder> Of(SharingHistory agreement, SharingAgreement version, DateOnly today)
    {
        if (Step(version.Review, today) is { } review)
            yield return new(agreement, ReminderKind.Review, version.Review, review, version.Review.DayNumber - today.DayNumber);
        if (version.To != DateOnly.MaxValue && Step(version.To, today) is { } expiry)
            yield return new(agreement, ReminderKind.Expiry, version.To, expiry, version.To.DayNumber - today.DayNumber);
    }
}
