using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Core.Access;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Recovery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Recovery;

/// <summary>A board asks about a figure that no rule opened.</summary>
public sealed class AskModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    public string Indicator { get; private set; } = "";

    public string Area { get; private set; } = "";

    public string Month { get; private set; } = "";

    public string Why { get; private set; } = "";

    public string By { get; private set; } = "";

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public IReadOnlyList<Choice> Indicators => [.. partnership.Pack.Indicators.Select(i => new Choice(i.Id, i.Title))];

    public IReadOnlyList<Choice> Areas =>
    [
        .. partnership.Areas.At(AreaLevel.Csp, Core.Calendar.Month.Of(partnership.Today)).Append(Web.Assessment.CountyAssessment.WholeOf(partnership))
            .Where(a => MayAsk(a.Code)).Select(a => new Choice(a.Code.Value, a.Name)),
    ];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task OnGetAsync() => Month = $"{await partnership.LatestMonthAsync()}";

    public async Task<IActionResult> OnPostAsync(string? indicator, string? area, string? month, string? why, string? by)
    {
        (Indicator, Area, Month, Why, By) = (indicator ?? "", area ?? "", (month ?? "").Trim(), (why ?? "").Trim(), HttpContext.Asking().NameOr(by));
        var asked = Core.Calendar.Month.TryParse(Month, out var of);
        Errors =
        [
            .. Indicators.Any(i => i.Value == Indicator) ? [] : new[] { ("indicator", "Choose an indicator.") },
            .. Areas.Any(a => a.Value == Area) ? [] : new[] { ("area", "Choose an area.") },
            .. asked ? [] : new[] { ("month", "Write the month as year and month, such as 2026-09.") },
            .. Why.Length == 0 ? new[] { ("why", "Say which board asks, and why.") } : [],
            .. By.Length == 0 ? new[] { ("by", "Say in which role you do this.") } : [],
        ];
        if (Errors.Count > 0)
            return Refused();
        var thread = partnership.Records.Thread;
        var entry = ExceptionOpening.Entry(
            partnership, Indicator, new AreaCode(Area), new Period(PeriodKind.Month, of), $"A board asked without a rule: {Why}", await thread.All(ThreadKind.Priority), await thread.All(ThreadKind.Agreement));
        var work = new ThreadWork { Entries = [entry], Seen = new Dictionary<ThreadPoint, int> { [entry.Point] = 0 } };
        if ((await thread.Keep(work, partnership.Today, partnership.Change(HttpContext.Asking().By("recovery page", By), Why))).Problem is not { } problem)
            return LocalRedirect($"/recovery/{entry.Point.Id}");
        Errors = [("indicator", problem.Code == "thread-changed-meanwhile" ? "There is an exception of this figure already." : $"{problem.Message} {problem.Remedy}")];
        return Refused();
    }

    private bool MayAsk(AreaCode area) => objects.May(HttpContext.Asking().Person, Resource.Recovery, Deed.Change, area);

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
