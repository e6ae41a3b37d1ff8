using Made.Core.Calendar;

namespace Made.Core.Papers;

/// <summary>What papers can hold of each area, or of the whole month.</summary>
public enum PaperPart
{
    /// <summary>The answer, what needs attention, and the analysts' notes.</summary>
    Summary,

    /// <summary>The table of indicators.</summary>
    Indicators,

    /// <summary>The main indicators month by month.</summary>
    Trends,

    /// <summary>What is missing and what to be careful about.</summary>
    Quality,

    /// <summary>What stands out over all areas.</summary>
    Exceptions,
}

/// <summary>What somebody chose to take into a meeting.</summary>
public sealed record PaperChoice
{
    public const int LongestTitle = 120;

    public required string Title { get; init; }

    public required Month Month { get; init; }

    /// <summary>Number of the released edition.</summary>
    public required int Edition { get; init; }

    /// <summary>Codes of CSPs, in the order of the papers.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    public required IReadOnlyList<PaperPart> Parts { get; init; }
}

/// <summary>Papers that were made: one PDF and one Word file, kept as they were with the edition they are taken from.</summary>
public sealed record MeetingPapers
{
    public required Guid Id { get; init; }

    public required PaperChoice Choice { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string PdfSha256 { get; init; }

    public required string WordSha256 { get; init; }
}

public static class PaperParts
{
    public static IReadOnlyList<PaperPart> All { get; } = Enum.GetValues<PaperPart>();

    public static string Code(this PaperPart part) => part.ToString().ToLowerInvariant();

    public static string Words(this PaperPart part) => part switch
    {
        PaperPart.Summary => "Summary: the answer, what needs attention, notes",
        PaperPart.Indicators => "Table of indicators",
        PaperPart.Trends => "Main indicators month by month",
        PaperPart.Quality => "Data quality",
        _ => "What stands out over all partnerships",
    };

    public static bool TryFind(string code, out PaperPart part) => Enum.TryParse(code, ignoreCase: true, out part) && part.Code() == code;
}
