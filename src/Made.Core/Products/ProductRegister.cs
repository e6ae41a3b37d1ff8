using Made.Core.Register;

namespace Made.Core.Products;

/// <summary>What a reader looks for; what is empty does not narrow.</summary>
/// <param name="Words">All of these words stand in the title or the summary.</param>
/// <param name="Issue">Id of an issue.</param>
/// <param name="Area">Code of a partnership: products about it, and those about all.</param>
/// <param name="Kind">Code of a kind.</param>
/// <param name="Standing">Code of a standing; empty for what is in force, due for review included; "all" for everything.</param>
public sealed record ProductFilter(string Words = "", string Issue = "", string Area = "", string Kind = "", string Standing = "");

/// <summary>The products that a reader may see, with how each stands on a day. What took a product's place counts even where it may not be seen.</summary>
public sealed class ProductRegister
{
    private readonly Dictionary<Guid, Versioned<Product>> successors;
    private readonly DateOnly today;

    /// <param name="all">Every product.</param>
    /// <param name="mayRead">Which of them the reader may see.</param>
    /// <param name="today">The day.</param>
    public ProductRegister(IReadOnlyList<Versioned<Product>> all, Func<Product, bool> mayRead, DateOnly today)
    {
        this.today = today;
        successors = Successors(all);
        Readable = [.. all.Where(p => mayRead(p.Newest)).OrderByDescending(p => p.Newest.Day).ThenBy(p => p.Newest.Title, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Versioned<Product>> Readable { get; }

    public Versioned<Product>? Find(Guid id) => Readable.FirstOrDefault(p => p.Id == id);

    /// <summary>What took its place; null for nothing, or for what the reader may not see.</summary>
    public Versioned<Product>? SuccessorOf(Guid id) => successors.TryGetValue(id, out var next) ? Find(next.Id) : null;

    public ProductStanding Standing(Versioned<Product> product) =>
        product.Newest.IsWithdrawn ? ProductStanding.Withdrawn
        : successors.ContainsKey(product.Id) ? ProductStanding.Superseded
        : today >= product.Newest.ReviewBy ? ProductStanding.DueForReview
        : ProductStanding.InForce;

    public bool IsInForce(Versioned<Product> product) => Standing(product) is ProductStanding.InForce or ProductStanding.DueForReview;

    public IReadOnlyList<Versioned<Product>> Matching(ProductFilter filter)
    {
        var words = filter.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return
        [
            .. Readable.Where(p => filter.Standing switch { "" => IsInForce(p), "all" => true, _ => Standing(p).Code() == filter.Standing }
                && (filter.Kind.Length == 0 || p.Newest.Kind.Code() == filter.Kind)
                && (filter.Issue.Length == 0 || p.Newest.Issues.Contains(filter.Issue))
                && (filter.Area.Length == 0 || IsAbout(p.Newest, [new AreaCode(filter.Area)]))
                && words.All(w => p.Newest.Title.Contains(w, StringComparison.OrdinalIgnoreCase) || p.Newest.Summary.Contains(w, StringComparison.OrdinalIgnoreCase))),
        ];
    }

    /// <summary>About one of the areas, or about all areas together.</summary>
    public static bool IsAbout(Product product, IReadOnlyCollection<AreaCode> areas) => product.Areas.Count == 0 || product.Areas.Any(areas.Contains);

    /// <summary>By the product whose place was taken. What was withdrawn takes nobody's place.</summary>
    internal static Dictionary<Guid, Versioned<Product>> Successors(IEnumerable<Versioned<Product>> all)
    {
        var found = new Dictionary<Guid, Versioned<Product>>();
        foreach (var product in all.Where(p => !p.Newest.IsWithdrawn))
            if (product.Newest.Supersedes is { } earlier)
                found.TryAdd(earlier, product);
        return found;
    }
}
