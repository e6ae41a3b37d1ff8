using System.Globalization;
using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Web.Assessment;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.GoldenThread;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Assessment;

/// <summary>A recommendation of an assessment for one area, or a gap in what is known, with owner and due day.</summary>
public sealed class RecommendationModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    public AreaEvidence View { get; private set; } = null!;

    public ThreadHistory? Held { get; private set; }

    public EntryForm Form { get; private set; } = EntryForm.Filled(null);

    public IReadOnlyList<Choice> Owners => [new("", "Choose one"), .. View.Bodies.On(partnership.Today).Where(o => o.Kind is not ("publisher" or "partnership")).OrderBy(o => o.Name, StringComparer.Ordinal).Select(o => new Choice(o.Id, o.Name))];

    public async Task<IActionResult> OnGetAsync(string gss, int? number)
    {
        if (!await LoadAsync(gss, number))
            return NotFound();
        if (Held?.Newest.Content is ThreadContent.Recommendation r)
            Form = EntryForm.Filled(Held,
                [("kind", r.IsGap ? "gap" : "recommendation"), ("text", r.Text), ("owner", r.Owner), ("due", r.Due == DateOnly.MaxValue ? "" : r.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), .. r.KeyFindings.Select(k => ("findings", k))]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string gss, int? number)
    {
        if (!await LoadAsync(gss, number))
            return NotFound();
        Form = EntryForm.Sent(HttpContext);
        if (Form.Of("kind") is not ("gap" or "recommendation"))
            Form.Refuse("kind", "Say whether it is to be done or to be known.");
        if (Owners.All(o => o.Value != Form.Of("owner") || o.Value.Length == 0))
            Form.Refuse("owner", "Choose who owns it.");
        var text = Form.Need("text", "Say what is to be done, or what is not known.");
        var assessment = View.Assessment!;
        var next = View.Recommendations.Select(r => KeyFindingRules.NumberOf(r.Point)).DefaultIfEmpty(0).Max() + 1;
        var entry = new ThreadEntry
        {
            Point = Held?.Point ?? KeyFindingRules.RecommendationOf(assessment.Point.Id, View.Area.Code, next),
            Area = View.Area.Code,
            IsWhole = assessment.Newest.Area == View.Area.Code,
            Title = EntryForm.Short(text),
            Day = partnership.Today,
            Source = "Written on the assessment page",
            Content = new ThreadContent.Recommendation
            {
                Of = assessment.Point.Id,
                IsGap = Form.Of("kind") == "gap",
                Text = text,
                Owner = Form.Of("owner"),
                Due = Form.Day("due", "the day it is due"),
                KeyFindings = [.. Form.Many("findings").Where(k => View.KeyFindings.Any(f => f.Finding.Point.Id == k))],
            },
        };
        return await Form.KeepAsync(this, partnership, "assessment page", entry, "text") ? LocalRedirect($"/assessment/{gss}/findings?of={assessment.Point.Id}&done=recommendation") : Page();
    }

    private async Task<bool> LoadAsync(string gss, int? number)
    {
        if (await AreaEvidence.OfAsync(partnership, gss, Of) is not { Assessment: not null } view)
            return false;
        View = view;
        Held = number is { } n ? view.Recommendations.FirstOrDefault(r => KeyFindingRules.NumberOf(r.Point) == n) : null;
        return number is null || Held is not null;
    }
}
