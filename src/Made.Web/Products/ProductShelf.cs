using Made.Core;
using Made.Core.Access;
using Made.Core.Assessment;
using Made.Core.Calendar;
using Made.Core.Products;
using Made.Core.Register;
using Made.Web.Access;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Downloads;
using Made.Web.Exchange;

namespace Made.Web.Products;

/// <summary>The register of products as somebody may see it: what pages, files and other pages' small lists are made from.</summary>
public static class ProductShelf
{
    public static async Task<ProductRegister> OfAsync(Partnership partnership, AddressedObjects objects, Person person) =>
        Of(partnership, objects, person, await partnership.Records.Products.All());

    /// <summary>The same of products that were read already.</summary>
    public static ProductRegister Of(Partnership partnership, AddressedObjects objects, Person person, IReadOnlyList<Versioned<Product>> all) =>
        new(all, p => objects.May(person, Deed.Read, p), partnership.Today);

    public static IReadOnlyList<Choice> Issues(Partnership partnership) =>
        [.. partnership.Pack.Vocabulary.On(partnership.Today, IssueKind.Issue).Select(i => new Choice(i.Id, i.Title))];

    public static IReadOnlyList<Choice> Areas(Partnership partnership)
    {
        var month = Month.Of(partnership.Today);
        return [.. partnership.Areas.At(AreaLevel.Csp, month).Select(a => new Choice(a.Code.Value, Wording.PlaceName(partnership.Areas, a.Code, month))).OrderBy(c => c.Text, StringComparer.Ordinal)];
    }

    public static IReadOnlyList<Choice> Kinds { get; } = [.. ProductKinds.All.Select(k => new Choice(k.Code(), k.Words()))];

    public static Table Table(Partnership partnership, ProductRegister register, IEnumerable<Versioned<Product>> products) => new()
    {
        Name = "products",
        Title = "Intelligence products, newest first",
        Columns = [new("Product"), new("Kind"), new("Areas"), new("Issues"), new("Owner"), new("Marking"), new("Finished"), new("Standing")],
        Rows = products.Select(p => (IReadOnlyList<Cell>)
        [
            Cell.Of(p.Newest.Title, ProductWords.Href(p.Id)), Cell.Of(p.Newest.Kind.Words()), Cell.Of(ProductWords.Areas(partnership, p.Newest.Areas, p.Newest.Day)), Cell.Of(ProductWords.Issues(partnership, p.Newest.Issues)),
            Cell.Of(ProductWords.Owner(partnership, p.Newest)), Cell.Of(Core.Sharing.Markings.Words(p.Newest.Marking)), Cell.Of(LondonTime.Day(p.Newest.Day)), Cell.Of(ProductWords.Standing(register, p)),
        ]),
    };
}
