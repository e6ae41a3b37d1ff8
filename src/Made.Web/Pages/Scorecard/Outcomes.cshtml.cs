using Made.Core.Access;
using Made.Core.Calendar;
using Made.Core.Register;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Assessment;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Scorecard;

/// <summary>The outcomes of the agreement in a month, each indicator with its status, as they stood on any day.</summary>
public sealed class OutcomesModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? Wanted { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>Null before anything was released.</summary>
    public OutcomesView? View { get; private set; }

    public IReadOnlyList<(string Words, string Href)> Areas { get; private set; } = [];

    public bool MayPropose { get; private set; }

    public bool MaySetTargets { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? gss)
    {
        if (gss is not null && partnership.Areas.CspInstead(gss, Month.Of(partnership.Today)) is { } csp)
            return LocalRedirect($"/scorecard/outcomes/{csp.Code}{Request.QueryString}");
        if (await partnership.LatestMonthAsync() is null)
            return gss is null ? Page() : NotFound();
        if (await OutcomesViews.OfAsync(partnership, gss, Wanted, On) is not { } view)
            return NotFound();
        var person = HttpContext.Asking().Person;
        View = view;
        Areas =
        [
            .. partnership.Areas.At(AreaLevel.Csp, view.Month).OrderBy(a => a.Name, StringComparer.Ordinal).Prepend(CountyAssessment.WholeOf(partnership))
                .Where(a => objects.MayRead(person, a.Code)).Select(a => (Wording.PlaceName(partnership.Areas, a.Code, view.Month), $"/scorecard/outcomes/{a.Code}?{view.Query}")),
        ];
        MayPropose = view.On is null && objects.May(person, Resource.Recovery, Deed.Change, view.Area.Code);
        MaySetTargets = view.On is null && objects.May(person, Resource.Agreement, Deed.Change, view.Area.Code);
        return Page();
    }
}
