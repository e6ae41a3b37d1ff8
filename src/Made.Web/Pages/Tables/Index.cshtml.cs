using Made.Core;
using Made.Store.Records;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Editions;
using Made.Web.Tabulation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Tables;

/// <summary>Builds a table of areas, periods and indicators; the whole choice is the link. Saves one under a name.</summary>
public sealed class IndexModel(Partnership partnership) : PageModel
{
    public TableChoices Choices { get; private set; } = null!;

    public TableView? View { get; private set; }

    /// <summary>Why no table stands here.</summary>
    public Problem? Problem { get; private set; }

    public IReadOnlyList<SavedTable> Saved { get; private set; } = [];

    /// <summary>A table just removed, which may be taken back.</summary>
    public SavedTable? Removed { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public string Name { get; private set; } = "";

    public string By { get; private set; } = "";

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task OnGetAsync(string? removed)
    {
        await LoadAsync(Request.QueryString.Value ?? "");
        if (Problem is not null && Problem.Code != "nothing-built")
            Response.StatusCode = StatusCodes.Status400BadRequest;
        Removed = removed is not null && await partnership.Records.SavedTables.Find(removed) is { IsRemoved: true } found ? found : null;
    }

    public async Task<IActionResult> OnPostAsync(string? selection, string? name, string? by)
    {
        await LoadAsync(selection ?? "");
        (Name, By) = ((name ?? "").Trim(), HttpContext.Asking().NameOr(by));
        var address = TableNames.Of(Name);
        Errors =
        [
            .. View is null ? new[] { ("name", "There is no table to save.") } : [],
            .. View is { IsDraft: true } ? new[] { ("name", "This is a draft: a table is saved once its edition is released.") } : [],
            .. address.Length == 0 ? new[] { ("name", "Give the table a short name, such as Burglary by district.") } : [],
            .. By.Length == 0 ? new[] { ("by", "Say in which role you save it.") } : [],
        ];
        if (Errors.Count == 0)
        {
            var change = partnership.Change(HttpContext.Asking().By("tables page", By), $"Saved the table {Name}");
            var table = new SavedTable
            {
                Name = address,
                Title = Name,
                Selection = (View!.Selection with { Edition = null }).Query(),
                Month = View.Month,
                Edition = View.Edition.Manifest.Number,
                At = change.At,
                By = change.By,
                IsRemoved = false,
            };
            if ((await partnership.Records.SavedTables.Save(table, change)).Succeeded(out var kept, out var problem))
                return LocalRedirect($"/tables/{kept.Name}?done=saved");
            Errors = [("name", $"{problem.Message} {problem.Remedy}")];
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task LoadAsync(string query)
    {
        await partnership.TakeInDefinitionsAsync();
        Choices = await TableChoices.OfAsync(partnership);
        Saved = [.. (await partnership.Records.SavedTables.All()).Where(t => !t.IsRemoved)];
        if (!SelectionQuery.Read(query, partnership).Succeeded(out var selection, out var problem) || !(await TableViews.OfAsync(partnership, selection, HttpContext.SeesDrafts())).Succeeded(out var view, out problem))
            Problem = problem;
        else
            View = view;
    }
}
