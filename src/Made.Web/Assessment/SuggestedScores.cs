using Made.Core.Assessment;
using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.GoldenThread;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Web.Composition;
using Made.Web.Dashboards;

namespace Made.Web.Assessment;

/// <summary>A value that a measure suggests for a criterion, and what it was read from.</summary>
public sealed record SuggestedScore(string Criterion, int? Value, string Words, ThreadPoint Measure);

/// <summary>What the measures of the newest edition suggest for an issue: beside the human score, never in its place.</summary>
public static class SuggestedScores
{
    public static async Task<IReadOnlyList<SuggestedScore>> OfAsync(Partnership partnership, Area area, RankingMatrix matrix, string issue)
    {
        var known = partnership.Pack.Indicators.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        if (partnership.Pack.Vocabulary.Find(issue)?.Indicators.FirstOrDefault(known.Contains) is not { } id
            || await partnership.LatestMonthAsync() is not { } month || await partnership.Editions.Open(month) is not { } edition
            || edition.Register.Pack.Indicators.FirstOrDefault(i => i.Id == id) is not { } indicator)
            return [];
        var measure = edition.Now(area.Code).FirstOrDefault(m => m.Indicator == id && m.Period.Kind == PeriodKind.Rolling12);
        return measure is null ? [] :
        [
            .. matrix.Criteria.Where(c => c.Suggestion is not null).Select(c => new SuggestedScore(
                c.Id, c.Suggestion!.Of(measure), Words(c.Suggestion, measure, indicator, area, edition.Areas), ThreadPoint.OfMeasure(id, area.Code, measure.Period.Code))),
        ];
    }

    private static string Words(Suggestion suggestion, SafeMeasure m, IndicatorDefinition indicator, Area area, Areas areas) => suggestion.By == SuggestedBy.ChangeOnYear
        ? $"{indicator.Title}, {m.Period.Name}: change on a year before {Wording.Change(m)}"
        : $"{indicator.Title}, {m.Period.Name}: {m.Value.Text(1)} {indicator.Unit}, {areas.ComparatorOf(area.Code)?.Name ?? "no comparator"} {m.ComparatorValue.Text(1)}";
}
