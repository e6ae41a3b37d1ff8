using System.Globalization;
using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Web.Downloads;
using Made.Web.Exchange;
using Made.Web.GoldenThread;

namespace Made.Web.Assessment;

/// <summary>The strategic assessment and its evidence as tables.</summary>
internal static class EvidenceTables
{
    public static Table Stages(StrategicAssessment a) => new()
    {
        Name = "timeline",
        Title = "Timeline",
        Columns = [new("Stage"), new("Planned for"), new("Passed on"), new("Recorded by"), new("Why")],
        Rows = a.Stages.Select(s => (IReadOnlyList<Cell>)
        [
            Cell.Of(s.Stage.Words), Cell.Of(LondonTime.Day(s.Stage.Planned)), Cell.Of(s.Passed is { } p ? LondonTime.Day(p.Day) : s.IsLate ? "not yet: late" : "not yet"),
            Cell.Of(s.Passed?.Change.By ?? ""), Cell.Of(s.Passed?.Change.Why ?? ""),
        ]),
    };

    public static Table Sections(StrategicAssessment a) => new()
    {
        Name = "sections",
        Title = "Required sections",
        Columns = [new("Section"), new("State"), new("Written by"), new("On")],
        Rows = a.Sections.Select(s => (IReadOnlyList<Cell>)
        [
            Cell.Of(s.Section.Heading, $"#section-{s.Section.Id}"), Cell.Of(s.Text is null ? "missing" : ThreadWords.State(s.Text.State)),
            Cell.Of(s.Text is { } t ? ((ThreadContent.Section)t.Newest.Content).Author : ""), Cell.Of(s.Text is { } of ? LondonTime.Day(of.Newest.Day) : ""),
        ]),
    };

    public static Table Figures(string title, IReadOnlyList<BoundFigure> figures) => new()
    {
        Name = "figures",
        Title = title,
        Columns = [new("Measure"), new("Count"), new("Value, with its 95% interval"), new("Edition"), new("Source"), new("Since")],
        Rows = figures.Select(f => (IReadOnlyList<Cell>)
        [
            Cell.Of(f.Title, f.Href), Cell.Of(f.Count), Cell.Of(f.Value), Cell.Of(f.EditionName), Cell.Of(f.Source), Cell.Of(f.Measure is null ? "" : f.Since.Length > 0 ? f.Since : "unchanged"),
        ]),
    };

    public static Table Recommendations(AreaEvidence e) => new()
    {
        Name = "recommendations",
        Title = $"Recommendations and gaps in what is known, {e.Area.Name}",
        Columns = [new("What"), new("Kind"), new("Owner"), new("Due"), new("State")],
        Rows = e.Recommendations.Select(h => (History: h, Said: (ThreadContent.Recommendation)h.Newest.Content)).Select(r => (IReadOnlyList<Cell>)
        [
            Cell.Of(r.Said.Text, ThreadWords.Href(r.History.Point)), Cell.Of(r.Said.IsGap ? "gap in what is known" : "recommendation"), Cell.Of(e.Bodies.Name(r.Said.Owner)),
            Cell.Of($"{DueWords(r.Said)}{(AreaEvidence.IsOpen(r.History) && r.Said.Due < e.Today ? ": overdue" : "")}"),
            Cell.Of(r.History.Steps.Count == 0 ? ThreadWords.State(r.History.State) : $"{ThreadWords.State(r.History.State)}, {LondonTime.Day(r.History.Steps[^1].Day)}: {r.History.Steps[^1].Change.Why}"),
        ]),
    };

    public static Table Answers(string title, ThreadContent.Survey survey, Vocabulary vocabulary) => new()
    {
        Name = "answers",
        Title = title,
        Columns = [new("Answer"), new("Issue"), new("Count"), new("Share of those who answered"), new("95% interval")],
        Rows = SurveyRules.Shares(survey).Select(s => (IReadOnlyList<Cell>)
        [
            Cell.Of(s.Answer.Wording), Cell.Of(vocabulary.Title(s.Answer.Issue), ThreadWords.Href(ThreadPoint.OfIssue(s.Answer.Issue))), Cell.Of(s.Answer.Count.ToString("N0", CultureInfo.InvariantCulture)),
            Cell.Of(double.IsNaN(s.Share) ? "cannot be calculated" : Percent(s.Share)), Cell.Of(IntervalWords(survey, s)),
        ]),
    };

    public static string DueWords(ThreadContent.Recommendation r) => r.Due == DateOnly.MaxValue ? "not reported" : LondonTime.Day(r.Due);

    /// <summary>"from 1 September 2026 to 31 October 2026"; that the source does not say so where it does not.</summary>
    public static string DaysWords(ThreadContent.Survey survey) => survey.To == DateOnly.MinValue ? "on days that are not reported" : $"from {LondonTime.Day(survey.From)} to {LondonTime.Day(survey.To)}";

    /// <summary>"1,204 answered"; that the source does not say so where it does not.</summary>
    public static string BaseWords(ThreadContent.Survey survey) => survey.Base is { } size ? $"{size.ToString("N0", CultureInfo.InvariantCulture)} answered" : "how many answered is not reported";

    private static string IntervalWords(ThreadContent.Survey survey, AnswerShare share) => share.Interval.IsKnown ? $"{Percent(share.Interval.Lower)} to {Percent(share.Interval.Upper)}"
        : survey.Base is null ? "cannot be calculated" : "not applicable";

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
