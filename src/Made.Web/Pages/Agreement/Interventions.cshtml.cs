using Made.Core.Access;
using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Agreement;
using Made.Web.Assessment;
using Made.Web.Composition;
using Made.Web.Downloads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Agreement;

/// <summary>The register of interventions, as far as the reader may see their areas.</summary>
public sealed class InterventionsModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<ThreadHistory> Listed { get; private set; } = [];

    /// <summary>The areas for which the reader may add one.</summary>
    public IReadOnlyList<Area> MayWrite { get; private set; } = [];

    public Table Table => RegisterTables.Interventions(partnership, Listed);

    public string Sentence
    {
        get
        {
            if (Listed.Count == 0)
                return "No intervention is recorded yet.";
            var evaluated = Listed.Count(i => ((ThreadContent.Intervention)i.Newest.Content).Evaluation.Length > 0);
            return $"{(Listed.Count == 1 ? "1 intervention is" : $"{Listed.Count} interventions are")} recorded; {(evaluated == 0 ? "none says" : evaluated == 1 ? "1 says" : $"{evaluated} say")} what its evaluation found.";
        }
    }

    public async Task OnGetAsync()
    {
        var person = HttpContext.Asking().Person;
        Listed = [.. (await partnership.Records.Thread.All(ThreadKind.Intervention)).Where(i => objects.MayRead(person, Resource.Agreement, i.Newest.Area)).OrderBy(i => i.Newest.Title, StringComparer.Ordinal)];
        MayWrite =
        [
            .. partnership.Areas.At(AreaLevel.Csp, Month.Of(partnership.Today)).OrderBy(a => a.Name, StringComparer.Ordinal).Prepend(CountyAssessment.WholeOf(partnership))
                .Where(a => objects.May(person, Resource.Agreement, Deed.Change, a.Code)),
        ];
    }
}
