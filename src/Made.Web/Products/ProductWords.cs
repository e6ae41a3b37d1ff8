using System.Globalization;
using Made.Core;
using Made.Core.Calendar;
using Made.Core.Products;
using Made.Core.Register;
using Made.Core.Sharing;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Exchange;

namespace Made.Web.Products;

/// <summary>What pages and files say of a product.</summary>
internal static class ProductWords
{
    public static string Href(Guid id) => $"/products/{id}";

    public static string Areas(Partnership partnership, IReadOnlyList<AreaCode> areas, DateOnly day) =>
        areas.Count == 0 ? "The whole partnership" : string.Join(", ", areas.Select(a => Wording.PlaceName(partnership.Areas, a, Month.Of(day))).Order(StringComparer.Ordinal));

    public static string Issues(Partnership partnership, IReadOnlyList<string> issues) => string.Join(", ", issues.Select(partnership.Pack.Vocabulary.Title));

    public static string Owner(Partnership partnership, Product product) => $"{product.OwnerRole}, {new Bodies(partnership.Pack.Organisations).Name(product.OwnerOrganisation)}";

    public static string Standing(ProductRegister register, Versioned<Product> product) => register.Standing(product) switch
    {
        ProductStanding.InForce => $"In force, to be reviewed by {LondonTime.Day(product.Newest.ReviewBy)}",
        ProductStanding.DueForReview => $"Due for review since {LondonTime.Day(product.Newest.ReviewBy)}",
        ProductStanding.Superseded => register.SuccessorOf(product.Id) is { } next ? $"Superseded by “{next.Newest.Title}”" : "Superseded",
        _ => $"Withdrawn on {LondonTime.Day(LondonTime.DayOf(product.Last.At))}",
    };

    public static string Meaning(Marking marking) => marking == Marking.Official
        ? "Everybody whose role in the partnership reads products, inside their districts."
        : "Only those whose grant reaches to OFFICIAL-SENSITIVE, inside their districts.";

    public static string Size(long bytes) => bytes >= 1 << 20 ? (bytes / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture) + " MB" : Math.Max(1, bytes / 1024).ToString(CultureInfo.InvariantCulture) + " KB";
}
