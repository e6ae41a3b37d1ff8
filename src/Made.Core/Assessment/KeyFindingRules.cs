using Made.Core.GoldenThread;
using Made.Core.Register;

namespace Made.Core.Assessment;

/// <summary>What a key finding must say and rest on.</summary>
public static class KeyFindingRules
{
    /// <summary>The id of an area's key finding in an assessment, by number.</summary>
    public static ThreadPoint PointOf(string assessment, AreaCode area, int number) => PointOf(ThreadKind.KeyFinding, assessment, area, number);

    /// <summary>The id of an area's recommendation or gap in an assessment, by number.</summary>
    public static ThreadPoint RecommendationOf(string assessment, AreaCode area, int number) => PointOf(ThreadKind.Recommendation, assessment, area, number);

    /// <summary>The number at the end of an id; 0 for an id that has none.</summary>
    public static int NumberOf(ThreadPoint point) => int.TryParse(point.Id[(point.Id.LastIndexOf('-') + 1)..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>What is wrong, by field: it names an issue, and rests on a measure, a survey wave or a named piece of evidence; its measures are those of its own area.</summary>
    /// <param name="finding">The key finding.</param>
    /// <param name="area">Whose it is.</param>
    /// <param name="isWhole">True for the whole partnership, which may rest on any area's measures.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    public static IReadOnlyList<(string Field, string Why)> Broken(ThreadContent.KeyFinding finding, AreaCode area, bool isWhole, Vocabulary vocabulary) =>
    [
        .. finding.Text.Trim().Length == 0 ? new[] { ("text", "it says nothing") } : [],
        .. finding.Issues.Count == 0 ? new[] { ("issues", "it is about no issue") } : [],
        .. finding.Issues.Where(i => vocabulary.Find(i) is null).Select(i => ("issues", $"'{i}' is not in the vocabulary")),
        .. finding.Measures.Count + finding.Surveys.Count + finding.Evidence.Count == 0 ? new[] { ("measures", "it rests on no measure, no survey and no named piece of evidence") } : [],
        .. finding.Measures.Where(m => !new ThreadPoint(ThreadKind.Measure, m.Measure).IsMeasure(out _, out var of, out _) || (!isWhole && of != area)).Select(m => ("measures", $"'{m.Measure}' is no measure of this area")),
        .. finding.Evidence.Any(e => e.Title.Trim().Length == 0 || e.Source.Trim().Length == 0) ? new[] { ("evidence", "a piece of evidence has no title or no source") } : [],
    ];

    private static ThreadPoint PointOf(ThreadKind kind, string assessment, AreaCode area, int number) =>
        new(kind, AreaRanking.Slug(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{assessment}-{area}-{number}")));
}
