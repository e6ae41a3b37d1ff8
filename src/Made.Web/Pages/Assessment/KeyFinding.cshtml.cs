using System.Globalization;
using Made.Core.Assessment;
using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Web.Assessment;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.GoldenThread;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Assessment;

/// <summary>One key finding of an area, with what it rests on.</summary>
public sealed class KeyFindingModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Period { get; set; }

    public static IReadOnlyList<Choice> Periods { get; } =
        [new("Rolling12", "12 months"), new("Month", "The month"), new("Quarter", "The quarter that ends with it"), new("Year", "The financial year that ends with it")];

    public AreaEvidence View { get; private set; } = null!;

    public ThreadHistory? Held { get; private set; }

    public EntryForm Form { get; private set; } = EntryForm.Filled(null);

    public IReadOnlyList<Month> Months { get; private set; } = [];

    /// <summary>Those of the edition that is looked at, and those that the key finding rests on already.</summary>
    public IReadOnlyList<Choice> Measures { get; private set; } = [];

    public IReadOnlyList<Choice> Issues => [.. View.Vocabulary.On(partnership.Today, IssueKind.Issue).Concat(View.Vocabulary.On(partnership.Today, IssueKind.Factor)).Select(i => new Choice(i.Id, i.Title))];

    public IReadOnlyList<Choice> Surveys => [.. View.Surveys.Concat(View.WholeSurveys).Select(s => new Choice(s.Point.Id, s.Newest.Title))];

    public async Task<IActionResult> OnGetAsync(string gss, int? number)
    {
        if (!await LoadAsync(gss, number))
            return NotFound();
        if (Held is { Newest: { Content: ThreadContent.KeyFinding k, Title: var title } })
            Form = EntryForm.Filled(Held,
                [
                    ("title", title), ("text", k.Text), .. k.Issues.Select(i => ("issues", i)), .. k.Measures.Select(m => ("measures", Written(m))), .. k.Surveys.Select(s => ("surveys", s)),
                    ("evidence", string.Join('\n', k.Evidence.Select(n => $"{n.Title} => {n.Source}"))),
                ]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string gss, int? number)
    {
        if (!await LoadAsync(gss, number))
            return NotFound();
        Form = EntryForm.Sent(HttpContext);
        var (assessment, whole) = (View.Assessment!, CountyAssessment.WholeOf(partnership).Code);
        var finding = new ThreadContent.KeyFinding
        {
            Of = assessment.Point.Id,
            Text = Form.Need("text", "Say what was found."),
            Issues = Form.Many("issues"),
            Measures = await BoundAsync(),
            Surveys = [.. Form.Many("surveys").Where(s => Surveys.Any(c => c.Value == s))],
            Evidence = [.. Form.Lines("evidence").Select(l => l.Split("=>", 2, StringSplitOptions.TrimEntries)).Select(l => new NamedEvidence(l[0], l.Length > 1 ? l[1] : ""))],
        };
        Form.Refuse(KeyFindingRules.Broken(finding, View.Area.Code, View.Area.Code == whole, View.Vocabulary));
        if (AssessmentRules.WhyNotKept(assessment, Held is null) is { } complete)
            Form.Refuse("text", $"{complete.Message} {complete.Remedy}");
        var next = View.KeyFindings.Select(k => KeyFindingRules.NumberOf(k.Finding.Point)).DefaultIfEmpty(0).Max() + 1;
        var entry = new ThreadEntry
        {
            Point = Held?.Point ?? KeyFindingRules.PointOf(assessment.Point.Id, View.Area.Code, next),
            Area = View.Area.Code,
            IsWhole = View.Area.Code == whole,
            Title = Form.Need("title", "Say it in one line."),
            Day = partnership.Today,
            Source = "Written on the assessment page",
            Content = finding,
        };
        return await Form.KeepAsync(this, partnership, "assessment page", entry, "text", assessment) ? LocalRedirect($"/assessment/{gss}/findings?of={assessment.Point.Id}&done=finding") : Page();
    }

    private async Task<IReadOnlyList<BoundMeasure>> BoundAsync()
    {
        var bound = new List<BoundMeasure>();
        foreach (var text in Form.Many("measures"))
            if (Read(text) is { } measure && await BoundFigure.IsHereAsync(partnership, measure))
                bound.Add(measure);
            else
                Form.Refuse("measures", $"'{text}' is no measure of an edition that is here.");
        return bound;
    }

    private async Task<bool> LoadAsync(string gss, int? number)
    {
        if (await AreaEvidence.OfAsync(partnership, gss, Of) is not { Assessment: not null } view)
            return false;
        View = view;
        Held = number is { } n ? view.KeyFindings.FirstOrDefault(k => KeyFindingRules.NumberOf(k.Finding.Point) == n).Finding : null;
        if (number is not null && Held is null)
            return false;
        Months = [.. (await partnership.Editions.Months()).OrderDescending()];
        var month = Core.Calendar.Month.TryParse(Month, out var chosen) && Months.Contains(chosen) ? chosen : Months is [var newest, ..] ? newest : default;
        var period = Periods.FirstOrDefault(p => p.Value == Period)?.Value ?? nameof(PeriodKind.Rolling12);
        (Month, Period) = (Months.Count > 0 ? $"{month}" : "", period);
        var offered = Months.Count > 0 && await partnership.Editions.Open(month) is { } edition ? BoundFigure.Offered(edition, view.Area.Code, Enum.Parse<PeriodKind>(period)) : [];
        var held = view.KeyFindings.FirstOrDefault(k => k.Finding == Held).Figures ?? [];
        Measures =
        [
            .. held.Where(h => offered.All(o => o.Bound != h.Bound)).Select(h => new Choice(Written(h.Bound), $"{h.Title}: {h.Count}, {h.Value} ({h.EditionName})")),
            .. offered.Select(o => new Choice(Written(o.Bound), o.Words)),
        ];
        return true;
    }

    private static string Written(BoundMeasure m) => string.Create(CultureInfo.InvariantCulture, $"{m.Measure}/{m.Month}/{m.Edition}");

    private static BoundMeasure? Read(string text) =>
        text.Split('/') is [var measure, var month, var number] && Core.Calendar.Month.TryParse(month, out var of) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var edition)
            ? new(measure, of, edition) : null;
}
