using Made.Core.Calendar;
using Made.Store.Editions;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Analysis;

/// <summary>A page that looks at all areas in one month's edition, the newest unless another is asked for.</summary>
public abstract class AnalysisModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Edition { get; set; }

    /// <summary>Months with an edition, the newest first.</summary>
    public IReadOnlyList<Month> Months { get; private set; } = [];

    private protected Partnership Partnership => partnership;

    private protected async Task LoadMonthsAsync() => Months = [.. (await partnership.Editions.Months()).Reverse()];

    /// <summary>Null where the text is no month or the month has no such edition.</summary>
    private protected async Task<EditionReader?> OpenAsync(string? month) =>
        Month.TryParse(month ?? $"{await partnership.LatestMonthAsync()}", out var wanted) ? await partnership.Editions.Open(wanted, Edition) : null;
}
