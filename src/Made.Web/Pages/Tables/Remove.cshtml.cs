using Made.Store.Records;
using Made.Web.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Tables;

/// <summary>Asks before a saved table is removed; a removed one is taken back by a single button.</summary>
public sealed class RemoveModel(Partnership partnership) : PageModel
{
    public SavedTable Saved { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string name, string act)
    {
        if (act != "remove" || await partnership.Records.SavedTables.Find(name) is not { IsRemoved: false } found)
            return NotFound();
        Saved = found;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string name, string act)
    {
        var tables = partnership.Records.SavedTables;
        var done = act == "remove"
            ? await tables.Remove(name, partnership.Change(HttpContext.Asking().By("tables page"), "Removed on the page"))
            : await tables.TakeBack(name, partnership.Change(HttpContext.Asking().By("tables page"), "Taken back on the page"));
        return done.Problem is not null ? NotFound() : LocalRedirect(act == "remove" ? $"/tables?removed={name}" : $"/tables/{name}");
    }
}
