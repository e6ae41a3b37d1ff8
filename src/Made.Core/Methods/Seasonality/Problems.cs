namespace Made.Core.Methods.Seasonality;

/// <summary>What can be wrong with a series that should be decomposed.</summary>
public static class Problems
{
    /// <summary>A season needs at least two points.</summary>
    public static Problem NoPeriod(int period) => new("season-no-period", $"The period is {period}; a season has 2 points or more.", "Give the points in a year, such as 12.");

    /// <summary>Fewer than two whole seasons and one point.</summary>
    public static Problem TooShort(int points, int period) => new(
        "season-too-short",
        $"The series has {(points == 1 ? "1 point" : $"{points} points")}; a season of {period} needs more than {2L * period}.",
        "Supply a longer series.");

    /// <summary>A value is missing or infinite.</summary>
    public static Problem Gap(int point) => new("season-gap", $"Point {point} has no value, and the decomposition cannot bridge a gap.", "Start after the gap, or supply the value.");

    /// <summary>The seasonal span is too short.</summary>
    public static Problem NoSpan(int span) => new("season-no-span", $"The seasonal span is {span}; it is 3 or more, or periodic.", "Give an odd number of seasons such as 7 or 13, or periodic.");
}
