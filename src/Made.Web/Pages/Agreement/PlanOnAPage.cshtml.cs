using Made.Core.GoldenThread;
using Made.Web.Agreement;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Agreement;

/// <summary>The agreement on one side of A4: evidence, key issues, approach, activity. The PDF is this page printed.</summary>
public sealed class PlanOnAPageModel(Partnership partnership) : PageModel
{
    public AgreementView View { get; private set; } = null!;

    /// <summary>Each priority with what it rests on, in a line.</summary>
    public IReadOnlyList<(string Title, string Evidence)> Evidence { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await AgreementView.OfAsync(partnership, id) is not { } view)
            return NotFound();
        View = view;
        var county = await CountyOf(view);
        Evidence = [.. view.Priorities.Select(p => (p.Newest.Title, EvidenceOf((ThreadContent.Priority)p.Newest.Content, county)))];
        return Page();
    }

    private async Task<Web.Assessment.CountyAssessment?> CountyOf(AgreementView view) =>
        view.Priorities.Count == 0 ? null : await Web.Assessment.CountyAssessment.OfAsync(partnership, ((ThreadContent.Priority)view.Priorities[0].Newest.Content).Cycle);

    private static string EvidenceOf(ThreadContent.Priority priority, Web.Assessment.CountyAssessment? county)
    {
        var raised = priority.Local.Count == 0 ? "raised by no partnership" : $"a priority of {priority.Local.Select(l => l.Split('-')[0]).Distinct().Count()} partnerships";
        if (county?.Ranking is not { } ranking)
            return raised;
        var listed = priority.Issues.Max(i => ranking.Issues.ToList().IndexOf(i) is var at and >= 0 ? ranking.TimesListed[at] : 0);
        return $"in {listed} of {county.Areas.Count(a => a.Ranking is not null)} rankings, {raised}";
    }
}
