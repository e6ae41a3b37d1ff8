namespace Made.Core.Products;

/// <summary>How a product stands on a day.</summary>
public enum ProductStanding
{
    InForce,

    /// <summary>In force, but its day of review has come.</summary>
    DueForReview,

    /// <summary>Another product took its place.</summary>
    Superseded,
    Withdrawn,
}

public static class ProductStandings
{
    public static IReadOnlyList<ProductStanding> All { get; } = Enum.GetValues<ProductStanding>();

    public static string Code(this ProductStanding standing) => standing switch
    {
        ProductStanding.InForce => "in-force",
        ProductStanding.DueForReview => "due-for-review",
        ProductStanding.Superseded => "superseded",
        _ => "withdrawn",
    };

    public static string Words(this ProductStanding standing) => standing switch
    {
        ProductStanding.InForce => "In force",
        ProductStanding.DueForReview => "Due for review",
        ProductStanding.Superseded => "Superseded",
        _ => "Withdrawn",
    };
}
