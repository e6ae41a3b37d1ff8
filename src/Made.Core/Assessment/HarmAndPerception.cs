using System.Globalization;

namespace Made.Core.Assessment;

/// <summary>What counts as high harm and as a concern to the public, by criteria of the matrix.</summary>
/// <param name="Harm">Ids of the criteria whose weighted mean is the harm.</param>
/// <param name="HarmFrom">Harm is high from this mean on.</param>
/// <param name="Perception">Id of the criterion that says how much the public is concerned.</param>
/// <param name="PerceptionFrom">It is a concern from this value on.</param>
public sealed record QuadrantRule(IReadOnlyList<string> Harm, decimal HarmFrom, string Perception, decimal PerceptionFrom);

/// <summary>Where an issue stands in the quadrant.</summary>
/// <param name="Issue">Its id.</param>
/// <param name="Harm">Mean of the harm criteria; null where one of them has no score.</param>
/// <param name="Perception">The public's concern; null where nobody scored it.</param>
/// <param name="IsHarmful">True from the threshold on.</param>
/// <param name="IsConcern">True from the threshold on.</param>
public sealed record QuadrantPlace(string Issue, decimal? Harm, decimal? Perception, bool IsHarmful, bool IsConcern)
{
    /// <summary>False where a score is missing: it then stands in no quadrant.</summary>
    public bool IsPlaced => Harm is not null && Perception is not null;
}

/// <summary>
/// Harm against public perception: the issues of an area in four fields, by thresholds of the matrix that are shown with them.
/// <para>Harm is the weighted mean of the rule's criteria, perception the value of one criterion, both after scorers are averaged. A value on a threshold is above it.</para>
/// <para>Units: points of the scales. Edges: an issue without a score on one of them is in no field and is named; nothing placed cannot be calculated; an empty field is said, not left out.
/// Source: harm and perception as the strategic assessments of English partnerships draw them. Worked example: docs/methods/ranking-matrix.md, harm against public perception.</para>
/// </summary>
public static class HarmAndPerception
{
    /// <summary>Every issue with its place, in the order of the ranking; none where the matrix has no rule.</summary>
    public static IReadOnlyList<QuadrantPlace> Of(RankingMatrix matrix, IEnumerable<IssueScore> ranked) => matrix.Quadrant is not { } rule ? [] :
        [.. ranked.Select(r => Place(matrix, rule, r))];

    /// <summary>What stands in the field of both, also where it is empty.</summary>
    /// <param name="places">All issues.</param>
    /// <param name="title">The title of an issue.</param>
    public static string Sentence(IReadOnlyList<QuadrantPlace> places, Func<string, string> title)
    {
        var placed = places.Where(p => p.IsPlaced).ToList();
        var missing = places.Count - placed.Count;
        var rest = missing == 0 ? "" : $" {missing.ToString(CultureInfo.InvariantCulture)} {(missing == 1 ? "issue lacks" : "issues lack")} a score for it and cannot be placed.";
        var both = placed.Where(p => p is { IsHarmful: true, IsConcern: true }).Select(p => title(p.Issue)).ToList();
        return placed.Count == 0 ? "No issue has been scored for both harm and public concern, so none can be placed."
            : both.Count == 0 ? $"No issue is both a concern to the public and causes a high level of harm.{rest}"
            : $"{(both.Count == 1 ? both[0] : $"{string.Join(", ", both[..^1])} and {both[^1]}")} {(both.Count == 1 ? "is" : "are")} both a concern to the public and {(both.Count == 1 ? "causes" : "cause")} a high level of harm.{rest}";
    }

    /// <summary>The thresholds in words: "High harm: a mean of 2 or more over …", "A concern: …".</summary>
    public static (string Harm, string Perception) Thresholds(RankingMatrix matrix, QuadrantRule rule)
    {
        var perception = matrix.Criteria.First(c => c.Id == rule.Perception);
        var worded = rule.PerceptionFrom == decimal.Truncate(rule.PerceptionFrom) && rule.PerceptionFrom < perception.Scale.Count ? $" ({perception.Scale[(int)rule.PerceptionFrom].ToLowerInvariant()})" : "";
        return ($"a mean of {Number(rule.HarmFrom)} or more over {string.Join(", ", rule.Harm.Select(h => matrix.Criteria.First(c => c.Id == h).Title.ToLowerInvariant()))}",
            $"{perception.Title.ToLowerInvariant()} of {Number(rule.PerceptionFrom)} or more{worded}");
    }

    private static QuadrantPlace Place(RankingMatrix matrix, QuadrantRule rule, IssueScore score)
    {
        var criteria = matrix.Criteria.Where(c => rule.Harm.Contains(c.Id) && c.Weight > 0).ToList();
        decimal? harm = criteria.Count > 0 && criteria.TrueForAll(c => score.Values.ContainsKey(c.Id)) ? criteria.Sum(c => c.Weight * score.Values[c.Id]) / criteria.Sum(c => c.Weight) : null;
        decimal? perception = score.Values.TryGetValue(rule.Perception, out var value) ? value : null;
        return new(score.Issue, harm, perception, harm >= rule.HarmFrom, perception >= rule.PerceptionFrom);
    }

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
