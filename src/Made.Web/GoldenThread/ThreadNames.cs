using Made.Core.Assessment;
using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Web.Composition;

namespace Made.Web.GoldenThread;

/// <summary>What the points are called that are no entries: issues, measures and leads.</summary>
public sealed class ThreadNames(Partnership partnership)
{
    private readonly Vocabulary vocabulary = partnership.Pack.Vocabulary;
    private readonly Dictionary<string, Issue> issues = partnership.Pack.Issues.ToDictionary(i => i.Id, StringComparer.Ordinal);
    private readonly Bodies bodies = new(partnership.Pack.Organisations);
    private readonly Areas areas = partnership.Areas;

    public bool IsKnown(ThreadPoint point) => point.Kind switch
    {
        ThreadKind.Issue => issues.ContainsKey(point.Id),
        ThreadKind.Lead => bodies.Knows(point.Id),
        _ => point.IsMeasure(out var indicator, out var area, out _) && areas.TryFind(area, out _) && partnership.Indicators.Find(indicator) is not null,
    };

    public string Title(ThreadPoint point) => point.Kind switch
    {
        ThreadKind.Issue => vocabulary.Title(point.Id),
        ThreadKind.Lead => bodies.Name(point.Id),
        _ when point.IsMeasure(out var indicator, out var area, out var period) =>
            $"{partnership.Indicators.Find(indicator)?.Current.Title ?? indicator}, {NameOf(area)}, {PeriodName(period)}",
        _ => point.Id,
    };

    public string NameOf(AreaCode area) => areas.TryFind(area, out var found) ? found.Name : area.Value;

    /// <summary>The page where a measure stands with its source; null where its period is none of the dashboards'.</summary>
    public static string? PageOf(ThreadPoint measure) =>
        measure.IsMeasure(out var indicator, out var area, out var period) && period.Length >= 7 && Month.TryParse(period.AsSpan(0, 7), out var month) ? $"/dashboard/{area}/{month}/{indicator}" : null;

    private static string PeriodName(string period) => period.Length >= 7 && Month.TryParse(period.AsSpan(0, 7), out var month)
        ? period.EndsWith("-r12", StringComparison.Ordinal) ? $"12 months to {month.Name}" : month.Name
        : period;
}
