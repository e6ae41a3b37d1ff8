using Made.Core;
using Made.Core.Access;
using Made.Core.Products;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Products;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Products;

/// <summary>The register of intelligence products.</summary>
public sealed class IndexModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    private ProductRegister register = null!;

    public ProductFilter Filter { get; private set; } = new();

    public IReadOnlyList<Versioned<Product>> Found { get; private set; } = [];

    public bool MayFile { get; private set; }

    public IReadOnlyList<Choice> Issues => ProductShelf.Issues(partnership);

    public IReadOnlyList<Choice> Areas => ProductShelf.Areas(partnership);

    public Table Table => ProductShelf.Table(partnership, register, Found);

    /// <summary>The choice as the query of a link.</summary>
    public string Query => QueryString.Create(Request.Query.Where(q => q.Key is "words" or "issue" or "area" or "of" or "standing")).Value ?? "";

    public string Sentence => (register.Readable.Count(register.IsInForce), register.Readable.Count(p => register.Standing(p) == ProductStanding.DueForReview)) switch
    {
        (0, _) => "No product is in force that you may see.",
        (1, 0) => "1 product is in force, and it is not due for review.",
        (var n, 0) => $"{n} products are in force, and none is due for review.",
        (1, _) => "1 product is in force, and it is due for review.",
        var (n, due) => $"{n} products are in force; {due} of them {(due == 1 ? "is" : "are")} due for review.",
    };

    public string Heading => Found.Count switch { 0 => "None found", 1 => "1 product", var n => $"{n} products" };

    public string Nothing => register.Readable.Count == 0 ? "Nothing has been filed yet. Assessments, profiles and research that are about the partnership's issues belong here, with their owner, marking and day of review." : "No product is all of what was chosen. Choose less.";

    public async Task OnGetAsync(string? words, string? issue, string? area, string? of, string? standing)
    {
        var person = HttpContext.Asking().Person;
        Filter = new(words?.Trim() ?? "", issue ?? "", area ?? "", of ?? "", standing ?? "");
        register = await ProductShelf.OfAsync(partnership, objects, person);
        Found = register.Matching(Filter);
        MayFile = AccessMatrix.May(person, Resource.Products, Deed.Change, ObjectFacts.Kind).Allowed;
    }
}
