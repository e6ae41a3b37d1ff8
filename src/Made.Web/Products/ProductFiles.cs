using Made.Core.Products;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;

namespace Made.Web.Products;

/// <summary>The register as a file, and what is attached to a product: as a download, never inside a page.</summary>
internal static class ProductFiles
{
    public static void MapProductFiles(this WebApplication app)
    {
        app.MapGet("/products.{kind:regex(^(csv|xlsx|ods)$)}", RegisterAsync).ExcludeFromDescription();
        app.MapGet("/products/{id:guid}/file", AttachedAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> RegisterAsync(Partnership partnership, AddressedObjects objects, HttpContext context, string kind, string? words, string? issue, string? area, string? of, string? standing)
    {
        var register = await ProductShelf.OfAsync(partnership, objects, context.Asking().Person);
        var table = ProductShelf.Table(partnership, register, register.Matching(new ProductFilter(words ?? "", issue ?? "", area ?? "", of ?? "", standing ?? "")));
        var origin = new Origin("products filed by the partners", "none, the register as it stands", LondonTime.Day(partnership.Today), "OFFICIAL", partnership.Pack.Synthetic);
        return FileAnswers.Sheet(Workbook.Of(table, origin, "The register of intelligence products, as whoever took it may see it. The products themselves carry their own marking.", []), kind, "products");
    }

    private static async Task<IResult> AttachedAsync(Partnership partnership, HttpContext context, Guid id)
    {
        if (await partnership.Records.Products.Find(id) is not { Newest.File: { } file })
            return Results.NotFound();
        using var bytes = new MemoryStream((int)file.Bytes);
        return await partnership.Records.Products.Open(file, bytes, partnership.Change(context.Asking().By("products page"), "Taken away on the page")) is { } problem
            ? FileAnswers.Refused(problem)
            : Results.File(bytes.ToArray(), "application/octet-stream", file.Name);
    }
}
