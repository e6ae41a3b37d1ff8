using Made.Store.Records;
using Made.Web.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Indicators;

/// <summary>Asks before an indicator is retired, or its retirement taken back, and says what will happen.</summary>
public sealed class RetireModel(Partnership partnership) : PageModel
{
    public IndicatorHistory Indicator { get; private set; } = null!;

    public bool Retires { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public string Why { get; private set; } = "";

    public string By { get; private set; } = "";

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public IActionResult OnGet(string id, string act) => Load(id, act) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string act, string? why, string? by)
    {
        if (!Load(id, act))
            return NotFound();
        (Why, By) = ((why ?? "").Trim(), HttpContext.Asking().NameOr(by));
        Errors =
        [
            .. Why.Length == 0 ? new[] { ("why", Retires ? "Say why it is retired." : "Say why it is used again.") } : [],
            .. By.Length == 0 ? new[] { ("by", "Say in which role you do this.") } : [],
        ];
        if (Errors.Count == 0)
        {
            var change = partnership.Change(HttpContext.Asking().By("indicators page", By), Why);
            var done = Retires ? await partnership.Records.Indicators.Retire(id, change) : await partnership.Records.Indicators.TakeBack(id, change);
            if (done.Problem is not { } problem)
            {
                await partnership.TakeInDefinitionsAsync();
                return LocalRedirect($"/indicators/{id}?done={(Retires ? "retired" : "taken-back")}");
            }
            Errors = [("why", $"{problem.Message} {problem.Remedy}")];
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private bool Load(string id, string act)
    {
        Retires = act == "retire";
        if (partnership.Indicators.Find(id) is not { } found || found.IsRetired == Retires)
            return false;
        Indicator = found;
        return true;
    }
}
