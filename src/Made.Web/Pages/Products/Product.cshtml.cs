using Made.Core;
using Made.Core.Access;
using Made.Core.Products;
using Made.Core.Sharing;
using Made.Core.Subscriptions;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Exchange;
using Made.Web.Products;
using Made.Web.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Products;

/// <summary>One intelligence product.</summary>
public sealed class ProductModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    public Versioned<Product> Held { get; private set; } = null!;

    public string Standing { get; private set; } = "";

    public Versioned<Product>? Successor { get; private set; }

    public bool MayChange { get; private set; }

    public bool IsFollowed { get; private set; }

    public string? Done { get; private set; }

    public IReadOnlyList<SummaryRow> Rows { get; private set; } = [];

    public string IssueTitle(string issue) => partnership.Pack.Vocabulary.Title(issue);

    public async Task<IActionResult> OnGetAsync(Guid id, string? done)
    {
        var person = HttpContext.Asking().Person;
        var register = await ProductShelf.OfAsync(partnership, objects, person);
        if (register.Find(id) is not { } held)
            return NotFound();
        (Held, Standing, Successor) = (held, ProductWords.Standing(register, held), register.SuccessorOf(id));
        MayChange = !held.Newest.IsWithdrawn && objects.May(person, Deed.Change, held.Newest);
        IsFollowed = (await partnership.Records.Subscriptions.Of(HomeView.ReaderOf(HttpContext.Asking()))).Any(s => s.Kind == SubscriptionKind.Product && s.Subject == $"{id}");
        Done = done switch { "filed" => "The product is filed.", "withdrawn" => "The product is withdrawn.", _ => null };
        var p = held.Newest;
        var before = p.Supersedes is { } earlier ? register.Find(earlier) : null;
        Rows =
        [
            new("Areas", ProductWords.Areas(partnership, p.Areas, p.Day)), new("Issues", ProductWords.Issues(partnership, p.Issues)), new("Owner", ProductWords.Owner(partnership, p)),
            new("Marking", p.Marking.Words()), new("Who may see it", ProductWords.Meaning(p.Marking)), new("Finished", LondonTime.Day(p.Day)), new("To be reviewed by", LondonTime.Day(p.ReviewBy)),
            .. before is null ? [] : new[] { new SummaryRow("Takes the place of", before.Newest.Title, "Open", ProductWords.Href(before.Id), before.Newest.Title) },
        ];
        return Page();
    }
}
