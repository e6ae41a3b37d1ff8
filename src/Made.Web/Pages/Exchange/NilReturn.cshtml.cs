using Made.Core;
using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Exchange;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Exchange;

/// <summary>States a true zero for one period of a dataset, with a receipt.</summary>
public sealed class NilReturnModel(Partnership partnership) : PageModel
{
    private const int MostPeriods = 24;

    public DatasetDefinition Dataset { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    public string Month { get; private set; } = "";

    public string Reason { get; private set; } = "";

    /// <summary>The field that the problem concerns.</summary>
    public string Field { get; private set; } = "month";

    public string Asks => Dataset.FrequencyMonths == 1 ? "For which month?" : Dataset.FrequencyMonths == 3 ? "For which quarter?" : "For which year?";

    /// <summary>Periods that are over and owed, the newest first, each with what is held of it.</summary>
    public IReadOnlyList<Choice> Months { get; private set; } = [];

    public string? ErrorOf(string field) => Field == field ? Problem?.Message : null;

    public async Task<IActionResult> OnGetAsync(string id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string? month, string? reason, CancellationToken cancel)
    {
        if (!await LoadAsync(id))
            return NotFound();
        (Month, Reason) = (month ?? "", (reason ?? "").Trim());
        if (!Core.Calendar.Month.TryParse(Month, out var stated))
            Problem = new Problem("no-month", "Choose the period.", "It has to be over.");
        else if (Reason.Length == 0)
            (Problem, Field) = (new Problem("no-reason", "Say how it is known.", "One sentence is enough."), "reason");
        else if ((await new NilReturns(partnership).StateAsync(id, stated, partnership.Change(HttpContext.Asking().By("exchange page"), Reason), cancel)).Succeeded(out var kept, out var refused))
            return LocalRedirect($"/exchange/receipts/{kept.Id}");
        else
            Problem = refused;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> LoadAsync(string id)
    {
        if (partnership.Pack.Datasets.FirstOrDefault(d => d.Id == id && !d.Open) is not { } found)
            return false;
        Dataset = found;
        var current = await partnership.Supplies.Current(id);
        var newest = NilReturns.PeriodOf(found, Core.Calendar.Month.Of(partnership.Today)).Last;
        Months =
        [
            .. Enumerable.Range(0, MostPeriods).Select(i => NilReturns.PeriodOf(found, newest.Plus(-i * found.FrequencyMonths)))
                .Where(p => NilReturns.WhyNot(found, p.Last, partnership.Today) is null)
                .Select(p => new Choice(p.Last.ToString(), $"{(p.First == p.Last ? p.First.Name : $"{p.First.Name} to {p.Last.Name}")}{Held(current, p.First, p.Last)}")),
        ];
        return true;
    }

    private static string Held(IReadOnlyList<Supply> current, Month first, Month last) =>
        current.FirstOrDefault(s => s.First <= last && s.Last >= first) is { } held ? $" ({held.Id} is held)" : "";
}
