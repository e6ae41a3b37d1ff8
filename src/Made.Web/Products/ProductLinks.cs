using Made.Core;
using Made.Core.Access;
using Made.Core.Products;
using Made.Core.Register;
using Made.Web.Access;
using Made.Web.Composition;
using Made.Web.Exchange;

namespace Made.Web.Products;

/// <summary>The newest products where they belong: a few links on the page of an area or an issue, and the way to all of them.</summary>
/// <param name="Lines">Title, address, and kind with day and standing.</param>
/// <param name="All">The address of the whole list.</param>
/// <param name="More">How many of it are not among the lines.</param>
public sealed record ProductLinks(IReadOnlyList<(string Title, string Href, string Words)> Lines, string All, int More)
{
    private const int Most = 5;

    public static async Task<ProductLinks> AboutAsync(Partnership partnership, AddressedObjects objects, Person person, AreaCode area)
    {
        var register = await ProductShelf.OfAsync(partnership, objects, person);
        return Of(register, register.Matching(new ProductFilter(Area: area.Value)), $"/products?area={area}");
    }

    public static async Task<ProductLinks> OfIssueAsync(Partnership partnership, AddressedObjects objects, Person person, string issue)
    {
        var register = await ProductShelf.OfAsync(partnership, objects, person);
        return Of(register, register.Matching(new ProductFilter(Issue: issue)), $"/products?issue={issue}");
    }

    private static ProductLinks Of(ProductRegister register, IReadOnlyList<Versioned<Product>> found, string all) =>
        new([.. found.Take(Most).Select(p => (p.Newest.Title, ProductWords.Href(p.Id), Words(register, p)))], all, Math.Max(0, found.Count - Most));

    public static string Words(ProductRegister register, Versioned<Product> product) =>
        $"{product.Newest.Kind.Words()}, {LondonTime.Day(product.Newest.Day)}{(register.Standing(product) == ProductStanding.InForce ? "" : $". {ProductWords.Standing(register, product)}")}";
}
