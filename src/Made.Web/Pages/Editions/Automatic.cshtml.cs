using System.Globalization;
using Made.Core.Editions;
using Made.Core.Register;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Editions;

/// <summary>Whether editions are released by themselves, for each partnership and from a day on.</summary>
public sealed class AutomaticModel(Partnership partnership) : PageModel
{
    private ReleaseHistory history = new([]);

    public static IReadOnlyList<Choice> Settings { get; } =
        [new("automatic", "May be released by themselves"), new("checked", "Are checked first, and wait until somebody releases them")];

    /// <summary>No choice says "every partnership": each answers for itself.</summary>
    public IReadOnlyList<Choice> Csps => [new("", "Choose"), .. All.Select(a => new Choice(a.Code.Value, a.Name))];

    public string Csp { get; private set; } = "";

    public string Setting { get; private set; } = "";

    public string From { get; private set; } = "";

    public string Why { get; private set; } = "";

    public string By { get; private set; } = "";

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    private IEnumerable<Area> All => partnership.Areas.All.Where(a => a.Level == AreaLevel.Csp && a.To >= partnership.Today).OrderBy(a => a.Name, StringComparer.Ordinal);

    public Table Table => new()
    {
        Name = "release-settings",
        Title = "Whether editions are released by themselves",
        Columns = [new("Partnership"), new("Now"), new("Since"), new("Set by"), new("Why")],
        Rows = All.Select(a => history.On(a.Code.Value, partnership.Today) is { } s
            ? (IReadOnlyList<Cell>)[Cell.Of(a.Name), Cell.Of(s.IsAutomatic ? "released by themselves" : "checked first"), Cell.Of(LondonTime.Day(s.From)), Cell.Of(s.Change.By), Cell.Of(s.Change.Why)]
            : [Cell.Of(a.Name), Cell.Of("released by themselves"), Cell.Of("the beginning"), Cell.Of(""), Cell.Of("nobody has set it")]),
    };

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task OnGetAsync()
    {
        history = await partnership.Records.ReleaseSettings.All();
        From = partnership.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public async Task<IActionResult> OnPostAsync(string? csp, string? setting, string? from, string? why, string? by)
    {
        history = await partnership.Records.ReleaseSettings.All();
        (Csp, Setting, From, Why, By) = (csp ?? "", setting ?? "", (from ?? "").Trim(), (why ?? "").Trim(), HttpContext.Asking().NameOr(by));
        var errors = new List<(string Field, string Message)>();
        if (!All.Any(a => a.Code.Value == Csp))
            errors.Add(("csp", "Choose a partnership."));
        if (!Settings.Any(s => s.Value == Setting))
            errors.Add(("setting", "Choose whether its editions are checked first."));
        if (!DateOnly.TryParseExact(From, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day < partnership.Today)
            errors.Add(("from", "Give today or a later day, as 2026-12-01."));
        if (Why.Length == 0)
            errors.Add(("why", "Say why."));
        if (By.Length == 0)
            errors.Add(("by", "Say in which role you do this."));
        if (errors.Count > 0)
        {
            (Errors, Response.StatusCode) = (errors, StatusCodes.Status422UnprocessableEntity);
            return Page();
        }
        await partnership.Records.ReleaseSettings.Make(Csp, Setting == "automatic", day, partnership.Change(HttpContext.Asking().By("editions page", By), Why));
        return LocalRedirect("/editions/automatic");
    }
}
