using Made.Core;
using Made.Core.Products;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Products;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Products;

/// <summary>Asks for the reason before a product is withdrawn.</summary>
public sealed class WithdrawModel(Partnership partnership) : PageModel
{
    public Versioned<Product> Held { get; private set; } = null!;

    public int Seen { get; private set; }

    public string Why { get; private set; } = "";

    public string By { get; private set; } = "";

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Seen = Held.Stamp;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? why, string? by, int seen)
    {
        if (!await LoadAsync(id))
            return NotFound();
        var asking = HttpContext.Asking();
        (Why, By, Seen) = ((why ?? "").Trim(), asking.NameOr(by), seen);
        Errors = [.. Why.Length == 0 ? new[] { ("why", "Say why it is withdrawn.") } : [], .. By.Length == 0 ? new[] { ("by", "Say in which role you do this.") } : []];
        if (Errors.Count > 0)
            return Refused(StatusCodes.Status422UnprocessableEntity);
        if ((await partnership.Records.Products.Withdraw(id, seen, partnership.Change(asking.By("products page", By), Why))).Problem is not { } problem)
            return LocalRedirect($"{ProductWords.Href(id)}?done=withdrawn");
        (Errors, Seen) = ([("why", $"{problem.Message} {problem.Remedy}")], Held.Stamp);
        return Refused(StatusCodes.Status409Conflict);
    }

    private PageResult Refused(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await partnership.Records.Products.Find(id) is not { Newest.IsWithdrawn: false } held)
            return false;
        Held = held;
        return true;
    }
}
