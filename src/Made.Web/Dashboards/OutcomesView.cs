using Made.Core.Assessment;
using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Store.Editions;
using Made.Web.Components;
using Made.Web.Downloads;
using Made.Web.Exchange;
using Made.Web.GoldenThread;

namespace Made.Web.Dashboards;

/// <summary>The outcomes of the agreement in a month, as they stood on a day: a pure function of the edition released by then and of the thread as it was.</summary>
public sealed record OutcomesView
{
    public required Area Area { get; init; }

    public required string Place { get; init; }

    public required Month Month { get; init; }

    public required EditionReader Edition { get; init; }

    /// <summary>The end of this day; null for now.</summary>
    public required DateOnly? On { get; init; }

    /// <summary>Days on which the month's figures, targets or statuses changed, newest first.</summary>
    public required IReadOnlyList<DateOnly> Days { get; init; }

    public required IReadOnlyList<Month> Months { get; init; }

    /// <summary>Null where no agreement names an outcome.</summary>
    public required ThreadHistory? Agreement { get; init; }

    public required IReadOnlyList<(Issue Outcome, IReadOnlyList<OutcomeLine> Lines)> Outcomes { get; init; }

    /// <summary>Exceptions of the outcomes' indicators that are being worked on.</summary>
    public required IReadOnlyList<ThreadHistory> Exceptions { get; init; }

    public IEnumerable<OutcomeLine> Lines => Outcomes.SelectMany(o => o.Lines);

    public string Sentence => Agreement is null ? "No agreement names an outcome yet, so there is nothing to report on."
        : !Lines.Any() ? $"None of {Count(Outcomes.Count, "outcome", "outcomes")} has an indicator here: not applicable."
        : $"{Count(Outcomes.Count, "outcome", "outcomes")} in {Month.Name}. {Sentences.OutcomeTogether([.. Lines.DistinctBy(l => (l.Outcome.Id, l.Indicator.Id)).Select(l => l.Status)])}";

    /// <summary>Whose outcomes these are, and whether the agreement was in force.</summary>
    public string Basis
    {
        get
        {
            if (Agreement is not { } held)
                return "";
            var a = (ThreadContent.Agreement)held.Newest.Content;
            return OutcomeRules.IsInForce(a, Month) ? $"In force in {Month.Name}, from {LondonTime.Day(a.From)} to {LondonTime.Day(a.To)}."
                : a.To < Month.FirstDay ? $"No agreement that names outcomes was in force in {Month.Name}: these are those of the last one, which ended on {LondonTime.Day(a.To)}."
                : $"No agreement that names outcomes was in force in {Month.Name}: these are those of the next one, which begins on {LondonTime.Day(a.From)}.";
        }
    }

    /// <summary>The report in plain sentences: what is off track or worsening, what people set, what is being worked on; each with where it is worked on.</summary>
    public IReadOnlyList<(string Words, string Href)> Highlights =>
    [
        .. Lines.Where(l => l.Status.NeedsAttention()).DistinctBy(l => l.Indicator.Id).Select(l => ($"{l.Status.Words()}. {l.Sentence}", $"#{Anchor(l)}")),
        .. Lines.Where(l => l.IsSet && !l.Status.NeedsAttention()).Select(l => ($"{l.Indicator.Title}: {Lower(l.SetWords)}", $"#{Anchor(l)}")),
        .. Exceptions.Select(e => ($"An exception is {ThreadWords.State(e.State)}: {e.Newest.Title}.", ThreadWords.Home(e.Point))),
    ];

    public Table Table => new()
    {
        Name = "outcomes",
        Title = $"Outcomes, {Place}, {Month.Name}",
        Columns =
        [
            new("Outcome"), new("Indicator"), new("Figure", ColumnKind.Figure, "", 1), new("Usual from", ColumnKind.Figure, "", 1), new("Usual to", ColumnKind.Figure, "", 1),
            new("Trajectory", ColumnKind.Figure, "", 1), new("Status by rule"), new("Why it is not judged"), new("Status"), new("Set by people"), new("Target"),
        ],
        Rows = Lines.Select(l => (IReadOnlyList<Cell>)
        [
            Cell.Of(l.Outcome.Title), Cell.Of(l.Indicator.Title), Cell.Of(l.Judged.Value), Cell.Of(l.Judged.Lower), Cell.Of(l.Judged.Upper), Cell.Of(l.Judged.Planned),
            Cell.Of(l.Judged.Status.Words()), Cell.Of(l.Judged.Status == OutcomeStatus.NotJudged ? Core.Indicators.Absences.Words(l.Judged.Absence) : ""), Cell.Of(l.Status.Words()),
            Cell.Of(l.SetWords), Cell.Of(l.TargetWords),
        ]).ToList(),
    };

    public string Query => $"month={Month}{(On is { } on ? $"&on={on:yyyy-MM-dd}" : "")}";

    public string Address => $"/scorecard/outcomes/{Area.Code}";

    public IReadOnlyList<Take> Downloads => [.. Takes.Tables.Select(f => new Take(f, $"{Address}.{f.ToLowerInvariant()}?{Query}"))];

    public static string Anchor(OutcomeLine line) => $"{line.Outcome.Id}-{line.Indicator.Id}";

    private static string Count(int n, string one, string many) => n == 1 ? $"1 {one}" : $"{n} {many}";

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
