using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Web.Assessment;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Assessment;

/// <summary>One survey wave of an area: what people said, and what was done.</summary>
public sealed class SurveyModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public AreaEvidence View { get; private set; } = null!;

    public ThreadHistory History { get; private set; } = null!;

    public string Sentence
    {
        get
        {
            var survey = (ThreadContent.Survey)History.Newest.Content;
            return SurveyRules.Shares(survey) is [var first, ..]
                ? $"Named most often: {first.Answer.Wording.ToLowerInvariant()}, {(survey.Base is { } size ? $"by {first.Answer.Count:N0} of {size:N0} who answered" : $"by {first.Answer.Count:N0}; {EvidenceTables.BaseWords(survey)}")}."
                : $"No answers are counted; {EvidenceTables.BaseWords(survey)}.";
        }
    }

    public async Task<IActionResult> OnGetAsync(string gss, string id)
    {
        if (await AreaEvidence.OfAsync(partnership, gss, null) is not { } view || view.Surveys.FirstOrDefault(s => s.Point.Id == id) is not { } history)
            return NotFound();
        (View, History) = (view, history);
        return Page();
    }
}
