namespace Made.Core.Methods.Detection;

/// <summary>What can be wrong with the options of a detector.</summary>
public static class Problems
{
    /// <summary>An option lies outside what the method is defined for.</summary>
    public static Problem OptionOutOfRange(string option, double value, string rule) => new(
        "detection-option-out-of-range",
        $"{option} is {value}, but {rule}.",
        $"Choose another {option}.");

    /// <summary>The method has no start, or nothing before it to learn from.</summary>
    public static Problem NothingToLearnFrom(int from, int points) => new(
        "detection-nothing-to-learn-from",
        $"Watching is to begin at point {from}, but the series has {points} points and needs an event before that one.",
        "Begin later, or supply a longer series.");

    /// <summary>The seasonal mean could not be fitted.</summary>
    public static Problem SeasonNotFitted(int points) => new(
        "detection-season-not-fitted",
        $"The seasonal mean of the first {points} points could not be fitted: the regression did not settle.",
        "Begin later, or use fewer harmonics.");

    /// <summary>A count is negative or infinite.</summary>
    public static Problem NotACount(int point, double value) => new(
        "detection-not-a-count",
        $"Point {point} is {value}, which is not a count.",
        "Supply counts of 0 or more, and leave missing ones empty.");
}
