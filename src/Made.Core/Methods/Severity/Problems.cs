using System.Globalization;
using Made.Core.Register;

namespace Made.Core.Methods.Severity;

/// <summary>What can be expected to go wrong when offences are weighed.</summary>
internal static class Problems
{
    public static Problem NoPopulation(double population) =>
        new("severity-population", string.Create(CultureInfo.InvariantCulture, $"The population {population} is not above 0."), "Give the residents at mid-year.");

    public static Problem NoWeight(string code) =>
        new("severity-weight", $"There is no weight for '{code}'.", "Use the codes of the loaded weights, give weights of your own, or leave out what has none (anti-social behaviour, fraud).");

    public static Problem NegativeCount(string code, double count) =>
        new("severity-count", string.Create(CultureInfo.InvariantCulture, $"The count {count} of '{code}' is not 0 or more."), "Correct the count.");

    public static Problem TooSmall(AreaLevel level) =>
        new("severity-level", $"Severity is not estimated for a {level.Code()}: one serious crime would be the whole figure.", "Estimate it for districts and larger.");

    public static Problem NotAYear(int months) =>
        new("severity-period", $"Severity is not estimated over {months} months: few crimes carry most of the weight.", "Estimate it over 12 months.");
}
