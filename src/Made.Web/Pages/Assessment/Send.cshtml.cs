using Made.Core.GoldenThread;
using Made.Web.Accounts;
using Made.Web.Assessment;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Assessment;

/// <summary>Scores of one partnership as a file, in the columns in which they are taken away.</summary>
public sealed class SendModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Cycle { get; set; }

    public AreaAssessment View { get; private set; } = null!;

    public string Why { get; private set; } = "";

    public string By { get; private set; } = "";

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task<IActionResult> OnGetAsync(string gss) => await LoadAsync(gss) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string gss, IFormFile? file, string? why, string? by)
    {
        if (!await LoadAsync(gss))
            return NotFound();
        (Why, By) = ((why ?? "").Trim(), HttpContext.Asking().NameOr(by));
        Errors =
        [
            .. file is null ? new[] { ("file", "Choose a CSV file.") } : [],
            .. Why.Length == 0 ? new[] { ("why", "Say what the scores rest on or who met to agree them.") } : [],
            .. By.Length == 0 ? new[] { ("by", "Say in which role you do this.") } : [],
        ];
        if (Errors.Count == 0 && await KeepAsync(file!) is { } problem)
            Errors = [("file", $"{problem.Message} {problem.Remedy}")];
        else if (Errors.Count == 0)
            return LocalRedirect($"/assessment/{gss}?cycle={View.Cycle}&done=sent");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<Core.Problem?> KeepAsync(IFormFile file)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        if (!ScoreFiles.Read(Path.GetFileName(file.FileName), bytes.ToArray(), View, partnership.Today).Succeeded(out var entries, out var problem))
            return problem;
        var change = partnership.Change(HttpContext.Asking().By("assessment page", By), Why);
        return entries.Count == 0 ? null : (await partnership.Records.Thread.Keep(new ThreadWork { Entries = entries }, partnership.Today, change)).Problem;
    }

    private async Task<bool> LoadAsync(string gss)
    {
        if (await AreaAssessment.OfAsync(partnership, gss, Cycle) is not { Matrix: not null } view)
            return false;
        View = view;
        return true;
    }
}
