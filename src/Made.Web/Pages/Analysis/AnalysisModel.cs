using Made.Core.Calendar;
using Made.Store.Editions;
using Made.Web.Composition;
using Made.Web.Editions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Analysis;

/// <summary>A page that looks at all areas in one month's edition, the newest unless another is asked for.</summary>
public abstract class AnalysisModel(Partnership partnership) : PageModel
{
    private const int MonthsInYear = 12;

    [BindProperty(SupportsGet = true)]
    public int? Edition { get; set; }

    /// <summary>Months with an edition, the newest first.</summary>
    public IReadOnlyList<Month> Months { get; private set; } = [];

    /// <summary>The newest month that can be answered, where it is not the one shown.</summary>
    public Month? Whole { get; private set; }

    /// <summary>Why the page opens an earlier month than the newest; empty where it does not.</summary>
    public string Earlier { get; private set; } = "";

    private protected Partnership Partnership => partnership;

    /// <summary>True where the page says DRAFT over a draft and leads on within it.</summary>
    private protected virtual bool ShowsDrafts => false;

    private protected async Task LoadMonthsAsync() => Months = [.. (await partnership.Editions.Months()).Reverse()];

    /// <summary>Null where the text is no month or the month has no such edition.</summary>
    /// <param name="month">The month that is asked for; none opens the newest.</param>
    /// <param name="answerable">Of the newest edition, the newest month that it can answer for; it is opened instead where nobody asks for a month.</param>
    private protected async Task<EditionReader?> OpenAsync(string? month, Func<EditionReader, Month?>? answerable = null)
    {
        if (Months.Count == 0 || await partnership.Editions.Open(Months[0]) is not { } newest)
            return null;
        var whole = answerable?.Invoke(newest);
        if (!string.IsNullOrEmpty(month) || Edition is not null)
        {
            if (!Month.TryParse(month ?? $"{newest.Manifest.Month}", out var wanted))
                return null;
            Whole = whole == wanted ? null : whole;
            // A number belongs to its month alone.
            Months = Edition is null ? Months : [wanted];
            return await partnership.Editions.Open(wanted, Edition, ShowsDrafts && HttpContext.SeesDrafts());
        }
        if (whole is not { } before || before == newest.Manifest.Month || await partnership.Editions.Open(before) is not { } earlier)
            return newest;
        Earlier = $"{before.Name} is shown: the newest month that ends a full period of these records. They are not held for all of the months to {newest.Manifest.Month.Name}, the newest edition.";
        return earlier;
    }

    /// <summary>The newest month that ends so many months in a row of an indicator's records.</summary>
    private protected static Month? NewestWhole(EditionReader newest, string? indicator, string? otherwise, int months = MonthsInYear) =>
        (newest.Register.Pack.Indicators.FirstOrDefault(i => i.Id == indicator)?.Dataset ?? otherwise) is { } dataset ? newest.Manifest.NewestWhole(dataset, months) : null;
}
