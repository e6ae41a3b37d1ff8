using Made.Core.Register;

namespace Made.Core.Methods.Severity;

/// <summary>
/// An estimate of severity from published crime types, where offence codes are not known.
/// <para>Mean weight of a type = sum of count x weight over the national offences of its codes, divided by their count; estimate = sum over types of records x mean weight,
/// divided by residents.</para>
/// <para>Units: weighted crimes per resident and year. Edges: for districts and larger, over 12 months, else refused; a type without a mean weight is refused. It is not the
/// ONS score: within a type every record weighs alike. It follows one area over time and ranks none.</para>
/// <para>Source: own estimate after ONS, as <see cref="CrimeSeverity"/>; docs/packs.md says from which files. Worked example: docs/methods/severity.md.</para>
/// </summary>
public static class SeverityEstimate
{
    /// <summary>Months an estimate covers.</summary>
    public const int Months = 12;

    /// <summary>The mean weight of each type. Negative counts are corrections between periods and are taken as published; a type whose counts do not add up to more than 0 has none.</summary>
    public static IReadOnlyDictionary<string, double> MeanWeights(IEnumerable<(string Type, double Count, double Weight)> offences) => offences
        .GroupBy(o => o.Type, StringComparer.OrdinalIgnoreCase)
        .Select(t => (t.Key, Weighted: t.Sum(o => o.Count * o.Weight), Count: t.Sum(o => o.Count)))
        .Where(t => t.Count > 0)
        .ToDictionary(t => t.Key, t => t.Weighted / t.Count, StringComparer.OrdinalIgnoreCase);

    /// <summary>The estimate of one area.</summary>
    /// <param name="records">Records by type over the months.</param>
    /// <param name="meanWeights">Mean weights by type.</param>
    /// <param name="population">Residents, above 0.</param>
    /// <param name="level">The area's level: district or larger.</param>
    /// <param name="months">How many months the records cover: 12.</param>
    public static Outcome<SeverityScore> Of(
        IReadOnlyDictionary<string, double> records, IReadOnlyDictionary<string, double> meanWeights, double population, AreaLevel level, int months) =>
        level < AreaLevel.District ? Problems.TooSmall(level)
        : months != Months ? Problems.NotAYear(months)
        : CrimeSeverity.Score(records, meanWeights, population);
}
