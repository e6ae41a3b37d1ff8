namespace Made.Core.Subscriptions;

public enum SubscriptionKind
{
    Everything,
    Area,
    Indicator,
    Product,
}

/// <summary>What a reader wants to be told of when it is released or filed.</summary>
/// <param name="Kind">What the subject is.</param>
/// <param name="Subject">Code of a CSP, or id of an indicator or of an intelligence product; empty for everything.</param>
public sealed record Subscription(SubscriptionKind Kind, string Subject)
{
    public string Code => Kind == SubscriptionKind.Everything ? "everything" : $"{Kind.ToString().ToLowerInvariant()}:{Subject}";

    public static bool TryParse(string code, out Subscription subscription)
    {
        var parts = code.Split(':', 2);
        subscription = new(SubscriptionKind.Everything, "");
        if (code == "everything")
            return true;
        if (parts is not [var kind, { Length: > 0 } subject] || !Enum.TryParse<SubscriptionKind>(kind, ignoreCase: true, out var found) || found == SubscriptionKind.Everything || kind.Any(char.IsAsciiDigit))
            return false;
        subscription = new(found, subject);
        return true;
    }
}
