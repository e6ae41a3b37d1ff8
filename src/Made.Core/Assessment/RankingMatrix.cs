using System.Text.Json.Serialization;
using Made.Core.Disclosure;
using Made.Core.Indicators;

namespace Made.Core.Assessment;

/// <summary>How the sections of a matrix make one number.</summary>
public enum CombiningRule
{
    /// <summary>The weighted sum of each section that counts, multiplied with one another: risk = harm x likelihood.</summary>
    ProductOfSections,

    /// <summary>The weighted sum of all criteria.</summary>
    WeightedSum,
}

/// <summary>
/// Criteria, scales, weights and combining rule by which areas rank their issues. Configuration of the pack, printed with every result; a changed matrix
/// is a new one under its own id.
/// <para>Source: METHODS on MoRiLE: its scale tables are not public, so every scale here is the partnership's own.</para>
/// </summary>
public sealed record RankingMatrix
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The cycle it is used for, such as "2026-29".</summary>
    public required string Cycle { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required CombiningRule Rule { get; init; }

    public required IReadOnlyList<MatrixSection> Sections { get; init; }

    public required string Source { get; init; }

    /// <summary>What counts as high harm and as a concern to the public; left out where the matrix does not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuadrantRule? Quadrant { get; init; }

    /// <summary>Every criterion, in order.</summary>
    [JsonIgnore]
    public IReadOnlyList<Criterion> Criteria => [.. Sections.SelectMany(s => s.Criteria)];

    /// <summary>The rule as a sentence.</summary>
    [JsonIgnore]
    public string RuleWords
    {
        get
        {
            var counting = Sections.Where(s => s.Counts).Select(s => s.Title.ToLowerInvariant()).ToList();
            return Rule == CombiningRule.ProductOfSections
                ? $"The weighted scores of each section are added, and the sums multiplied: {string.Join(" × ", counting)}."
                : $"All scores are added, each times its weight: {string.Join(" + ", counting)}.";
        }
    }
}

/// <param name="Title">"Harm".</param>
/// <param name="Counts">False for what stands beside the result and not in it, such as the capacity to respond.</param>
/// <param name="Criteria">In order.</param>
public sealed record MatrixSection(string Title, bool Counts, IReadOnlyList<Criterion> Criteria);

/// <summary>One thing that is scored.</summary>
public sealed record Criterion
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>0 or more.</summary>
    public required decimal Weight { get; init; }

    /// <summary>The wording of each value, from 0 up.</summary>
    public required IReadOnlyList<string> Scale { get; init; }

    /// <summary>How a measure suggests a value; left out where none does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Suggestion? Suggestion { get; init; }
}

/// <summary>What a suggested score is read from.</summary>
public enum SuggestedBy
{
    /// <summary>The change of the last 12 months on the 12 before, in per cent.</summary>
    ChangeOnYear,

    /// <summary>The rate of the last 12 months as a percentage of the comparator's: 100 is the same.</summary>
    RateAgainstComparator,
}

/// <summary>A score for a measure: the number of steps that it reaches or passes.</summary>
/// <param name="By">What is looked at.</param>
/// <param name="Steps">Rising; with as many steps as the scale has values above 0, each value can come out.</param>
public sealed record Suggestion(SuggestedBy By, IReadOnlyList<double> Steps)
{
    /// <summary>
    /// The suggested value of a number: how many steps lie at or below it. Edges: NaN, where the measure is absent or suppressed, suggests nothing (null), never 0.
    /// </summary>
    public int? Of(double number) => double.IsNaN(number) ? null : Steps.Count(s => s <= number);

    /// <summary>The suggested value of a measure over 12 months; none where what is looked at is absent, suppressed or not comparable, or the comparator's rate is 0.</summary>
    public int? Of(SafeMeasure measure) => By == SuggestedBy.ChangeOnYear
        ? Of(measure.Comparable == Comparable.Yes ? measure.ChangeYear.Number : double.NaN)
        : Of(measure.ComparatorValue.Number > 0 ? 100 * measure.Value.Number / measure.ComparatorValue.Number : double.NaN);
}
