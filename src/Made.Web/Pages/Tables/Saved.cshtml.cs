using Made.Core;
using Made.Store.Records;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Tabulation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Tables;

/// <summary>A saved table, from the newest edition or as it was when it was saved.</summary>
public sealed class SavedModel(Partnership partnership) : PageModel
{
    /// <summary><c>then</c> for the edition it was saved from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? As { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public SavedTable Saved { get; private set; } = null!;

    public TableView? View { get; private set; }

    public Problem? Problem { get; private set; }

    public bool IsThen => As == "then";

    public string Then => $"{Saved.Month.Name}, edition {Saved.Edition}";

    public string Sentence { get; private set; } = "";

    /// <summary>The builder filled with this choice.</summary>
    public string BuilderHref => $"/tables?{Saved.Selection}";

    public async Task<IActionResult> OnGetAsync(string name)
    {
        await partnership.TakeInDefinitionsAsync();
        if (await partnership.Records.SavedTables.Find(name) is not { IsRemoved: false } found)
            return NotFound();
        Saved = found;
        if (!SelectionQuery.Read(found.Selection, partnership).Succeeded(out var selection, out var problem)
            || !(await TableViews.OfAsync(partnership, IsThen ? selection with { Edition = (found.Month, found.Edition) } : selection, drafts: false)).Succeeded(out var view, out problem))
        {
            Problem = problem;
            return Page();
        }
        View = view;
        var read = EditionWords.Name(view.Edition);
        Sentence = (read == Then, IsThen) switch
        {
            (true, true) => $"As it was when it was saved: read from {read}.",
            (true, false) => $"Read from {read}, the newest, which is also the one it was saved from.",
            _ => $"Read from {read}, the newest. It was saved from {Then}.",
        };
        return Page();
    }
}
