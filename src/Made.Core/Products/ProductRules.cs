using Made.Core.Assessment;
using Made.Core.Register;

namespace Made.Core.Products;

/// <summary>What a product must have before it is filed.</summary>
public static class ProductRules
{
    /// <summary>Each field that breaks a rule, with why, in the words of a sentence.</summary>
    /// <param name="product">As it is to be filed.</param>
    /// <param name="hasFile">A file is attached now, or was before.</param>
    /// <param name="vocabulary">The issues there are.</param>
    /// <param name="bodies">The organisations there are.</param>
    /// <param name="areas">The partnerships that may be named.</param>
    /// <param name="today">The day of filing.</param>
    public static IReadOnlyList<(string Field, string Why)> Broken(Product product, bool hasFile, Vocabulary vocabulary, Bodies bodies, IReadOnlyCollection<AreaCode> areas, DateOnly today)
    {
        var broken = new List<(string Field, string Why)>();
        void Unless(bool holds, string field, string why)
        {
            if (!holds)
                broken.Add((field, why));
        }
        Unless(product.Title.Length is > 0 and <= Product.LongestTitle, "title", $"Give a title of at most {Product.LongestTitle} characters.");
        Unless(product.Summary.Length is > 0 and <= Product.LongestSummary, "summary", $"Say what it finds, in at most {Product.LongestSummary:N0} characters.");
        Unless(product.Issues.Count > 0 && product.Issues.All(i => vocabulary.Find(i) is not null), "issues", "Choose at least one issue of the list.");
        Unless(product.Areas.All(areas.Contains), "areas", "Choose partnerships of the list, or none where it is about all of them.");
        Unless(product.OwnerRole.Length > 0, "ownerRole", "Say which role answers for it.");
        Unless(bodies.Knows(product.OwnerOrganisation), "ownerOrganisation", "Choose the organisation it belongs to.");
        Unless(product.Day <= today, "day", "The day it was finished has not come yet.");
        Unless(product.ReviewBy > product.Day, "reviewBy", "The day of review comes after the day it was finished.");
        Unless(product.Link.Length == 0 || IsAddress(product.Link), "link", "Write a whole web address, such as https://www.example.org/profile, or one of this site that begins with /.");
        Unless(product.Link.Length > 0 || hasFile, "link", "Give a link to it, or attach it as a file.");
        return broken;
    }

    /// <summary>A web address, or an address of this site. What a browser would run is none.</summary>
    public static bool IsAddress(string link) =>
        link.Length <= 500 && !link.Any(c => char.IsControl(c) || c is ' ' or '\\')
        && ((link[0] == '/' && !link.StartsWith("//", StringComparison.Ordinal))
            || (Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0));

    /// <summary>
    /// Null where the product may take the place that it names: of one that is there, that nothing else has taken, and that does not follow from itself.
    /// </summary>
    public static Problem? WhyNot(Guid id, Product product, IReadOnlyList<Versioned<Product>> all)
    {
        if (product.Supersedes is not { } earlier || product.IsWithdrawn)
            return null;
        if (all.FirstOrDefault(p => p.Id == earlier) is not { } held)
            return Problems.NoSuchProduct();
        if (ProductRegister.Successors(all).TryGetValue(earlier, out var taken) && taken.Id != id)
            return Problems.AlreadySuperseded(held.Newest.Title, taken.Newest.Title);
        for (Guid? at = earlier; at is { } place; at = all.FirstOrDefault(p => p.Id == place)?.Newest.Supersedes)
            if (place == id)
                return Problems.SupersedesItself(product.Title);
        return null;
    }
}
