using Made.Core;
using Made.Core.GoldenThread;
using Made.Web.Accounts;
using Made.Web.Agreement;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Agreement;

/// <summary>Progress of an agreement's activities as a file, in the columns in which it is taken away.</summary>
public sealed class ProgressModel(Partnership partnership) : PageModel
{
    public AgreementView View { get; private set; } = null!;

    public string By { get; private set; } = "";

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task<IActionResult> OnGetAsync(string id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, IFormFile? file, string? by)
    {
        if (!await LoadAsync(id))
            return NotFound();
        By = HttpContext.Asking().NameOr(by);
        Errors = [.. file is null ? new[] { ("file", "Choose a CSV file.") } : [], .. By.Length == 0 ? new[] { ("by", "Say in which role you do this.") } : []];
        if (Errors.Count == 0 && await KeepAsync(file!) is { } problem)
            Errors = [("file", $"{problem.Message} {problem.Remedy}")];
        else if (Errors.Count == 0)
            return LocalRedirect($"/agreement/{id}?done=progress");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<Problem?> KeepAsync(IFormFile file)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        if (!ProgressFiles.Read(Path.GetFileName(file.FileName), bytes.ToArray(), View, partnership.Today).Succeeded(out var acts, out var problem))
            return problem;
        var change = partnership.Change(HttpContext.Asking().By("agreement page", By), "Progress sent as a file");
        return acts.Count == 0 ? null : (await partnership.Records.Thread.Keep(new ThreadWork { Acts = acts }, partnership.Today, change)).Problem;
    }

    private async Task<bool> LoadAsync(string id)
    {
        if (await AgreementView.OfAsync(partnership, id) is not { } view)
            return false;
        View = view;
        return true;
    }
}
