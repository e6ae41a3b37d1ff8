namespace Made.Core.Coarsening;

/// <summary>A quarter of the day, by the clock on the wall of the place.</summary>
public enum PartOfDay
{
    /// <summary>00:00 up to 06:00.</summary>
    Night,

    /// <summary>06:00 up to 12:00.</summary>
    Morning,

    /// <summary>12:00 up to 18:00.</summary>
    Afternoon,

    /// <summary>18:00 up to 24:00.</summary>
    Evening,
}

/// <summary>
/// Times of day as parts of the day. Times are local as the sender writes them, so that the clock's change in spring and autumn moves nothing:
/// an hour that comes twice is night both times, and one that the clock skips is night if somebody writes it all the same.
/// </summary>
public static class PartsOfDay
{
    private const int Hours = 6;

    public static IReadOnlyList<PartOfDay> All { get; } = Enum.GetValues<PartOfDay>();

    public static PartOfDay Of(TimeOnly local) => (PartOfDay)(local.Hour / Hours);

    /// <summary>The first minute of the part: the only time of day that what is kept still tells.</summary>
    public static TimeOnly Start(this PartOfDay part) => new((int)part * Hours, 0);

    /// <summary>As it is kept.</summary>
    public static string Code(this PartOfDay part) => part.ToString().ToLowerInvariant();

    /// <summary>"night (00:00 to 05:59)".</summary>
    public static string Words(this PartOfDay part) => $"{part.Code()} ({(int)part * Hours:00}:00 to {((int)part * Hours) + Hours - 1:00}:59)";
}
