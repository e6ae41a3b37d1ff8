using System.Globalization;

namespace Made.Core.Methods.Shares;

/// <summary>What can be expected to go wrong with a table of stages.</summary>
internal static class Problems
{
    public static Problem Negative(string stage, double count) =>
        new("stage-negative", string.Create(CultureInfo.InvariantCulture, $"'{stage}' is {count}, below 0."), "Correct the count.");

    public static Problem PartAboveWhole(Stage stage, double part, double whole) =>
        new("stage-above-whole", string.Create(CultureInfo.InvariantCulture, $"'{stage.Name}' is {part}, more than '{stage.Of}', {whole}."), "Correct the counts, or the denominator the table declares.");
}
