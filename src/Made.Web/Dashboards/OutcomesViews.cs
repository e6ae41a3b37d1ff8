using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Store.Editions;
using Made.Store.Records;
using Made.Web.Assessment;
using Made.Web.Composition;
using Made.Web.Exchange;

namespace Made.Web.Dashboards;

/// <summary>Puts the outcomes of a month together from the edition that was released by a day and the thread as it stood then.</summary>
public static class OutcomesViews
{
    private const int ChartMonths = 36;

    /// <summary>Null where the area, the month or the day is not known, or nothing was released by then.</summary>
    /// <param name="partnership">The home.</param>
    /// <param name="gss">A CSP or a wider area; the whole partnership where none is named.</param>
    /// <param name="wanted">The month; the newest where none is named.</param>
    /// <param name="on">The day; now where none is named.</param>
    public static async Task<OutcomesView?> OfAsync(Partnership partnership, string? gss, string? wanted, string? on)
    {
        var area = CountyAssessment.WholeOf(partnership);
        if (!string.IsNullOrEmpty(gss) && !(partnership.Areas.TryFind(new AreaCode(gss), out area!) && area.Level >= AreaLevel.Csp))
            return null;
        DateOnly? day = null;
        if (!string.IsNullOrEmpty(on))
            if (DateOnly.TryParseExact(on, "yyyy-MM-dd", out var parsed))
                day = parsed;
            else
                return null;
        var until = day is { } last ? LondonTime.Instant(last.AddDays(1), TimeOnly.MinValue).AddTicks(-1) : DateTimeOffset.MaxValue;
        var releases = (await partnership.Records.Releases.All()).Where(s => s.Step == ReleaseRecords.Released).ToList();
        var months = releases.Select(r => r.Month).Distinct().OrderDescending().ToList();
        var newest = await partnership.LatestMonthAsync();
        if (!string.IsNullOrEmpty(wanted) && !Month.TryParse(wanted, out _))
            return null;
        var month = Month.TryParse(wanted, out var asked) ? asked : newest ?? default;
        if (releases.Where(r => r.Month == month && r.Change.At <= until).MaxBy(r => r.Number) is not { } released || await partnership.Editions.Open(month, released.Number) is not { } reader)
            return null;
        return await OfAsync(partnership, area, reader, day, until, months, [.. releases.Where(r => r.Month == month).Select(r => r.Change.At)]);
    }

    private static async Task<OutcomesView> OfAsync(
        Partnership partnership, Area area, EditionReader reader, DateOnly? day, DateTimeOffset until, IReadOnlyList<Month> months, IReadOnlyList<DateTimeOffset> released)
    {
        var (thread, vocabulary, month) = (partnership.Records.Thread, partnership.Pack.Vocabulary, reader.Manifest.Month);
        IReadOnlyList<ThreadHistory> Then(IEnumerable<ThreadHistory> all) => [.. all.Select(h => h.AsAt(until)).OfType<ThreadHistory>()];
        var (targets, statuses) = (await thread.All(ThreadKind.Target, area.Code), (await thread.All(ThreadKind.Status, area.Code)).Where(s => ((ThreadContent.Status)s.Newest.Content).Month == month).ToList());
        var agreement = OutcomeRules.Speaking(Then(await thread.All(ThreadKind.Agreement)), vocabulary, area.Code, month);
        var (targetsThen, statusesThen) = (Then(targets).ToDictionary(t => t.Point), Then(statuses).ToDictionary(s => s.Point));
        var defined = reader.Register.Pack.Indicators.ToDictionary(i => i.Id, StringComparer.Ordinal);
        OutcomeLine Line(Core.Assessment.Issue outcome, string indicator)
        {
            var target = targetsThen.GetValueOrDefault(OutcomeRules.TargetOf(outcome.Id, indicator, area.Code));
            return new()
            {
                Outcome = outcome,
                Indicator = defined[indicator],
                Area = area.Code,
                Month = month,
                Judged = OutcomeRules.Judge(reader.RunChart(indicator, area.Code, ChartMonths), month, target?.Newest.Content as ThreadContent.Target),
                Target = target,
                Set = statusesThen.GetValueOrDefault(OutcomeRules.StatusOf(outcome.Id, indicator, area.Code, month)),
            };
        }

        var outcomes = (agreement is null ? [] : OutcomeRules.Outcomes(agreement, vocabulary))
            .Select(o => (o, (IReadOnlyList<OutcomeLine>)[.. o.Indicators.Where(defined.ContainsKey).Select(i => Line(o, i))])).ToList();
        var indicators = outcomes.SelectMany(o => o.Item2).Select(l => l.Indicator.Id).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Area = area,
            Place = Wording.PlaceName(reader.Areas, area.Code, month),
            Month = month,
            Edition = reader,
            On = day,
            Days = [.. released.Concat(targets.Concat(statuses).SelectMany(h => h.Versions.Select(v => v.Change.At).Concat(h.Steps.Select(s => s.Change.At)))).Select(LondonTime.DayOf).Distinct().OrderDescending()],
            Months = months,
            Agreement = agreement,
            Outcomes = outcomes,
            Exceptions =
            [
                .. Then(await thread.All(ThreadKind.Exception, area.Code)).Where(e => e.Newest.Content is ThreadContent.Exception x && indicators.Contains(x.Indicator) && x.Month <= month
                    && !Processes.Of(x).Frozen.Contains(e.State)).OrderBy(e => e.Newest.Title, StringComparer.Ordinal),
            ],
        };
    }
}
