namespace Made.Core.Accounts;

/// <summary>The one provider that may sign people in here besides passwords: any that speaks OpenID Connect. Its client secret is kept apart, sealed.</summary>
public sealed record IdentityProvider
{
    /// <summary>As the button and the audit call it, such as "Borchester County Council".</summary>
    public required string Name { get; init; }

    /// <summary>As its tokens name it, exactly. Settings are read below it, at /.well-known/openid-configuration, and nothing is asked of another host.</summary>
    public required string Issuer { get; init; }

    /// <summary>How it knows this site.</summary>
    public required string ClientId { get; init; }

    /// <summary>The claim of its tokens that holds groups: "groups", or "roles" for application roles.</summary>
    public required string GroupsClaim { get; init; }
}

/// <summary>What a token of the provider said of somebody, once it was found to be good.</summary>
public sealed record ProvidedIdentity
{
    /// <summary>Who, as the provider tells them apart for this site; never given to another person.</summary>
    public required string Subject { get; init; }

    /// <summary>What the provider calls them, for administrators to read. It may change, and decides nothing.</summary>
    public required string CalledAs { get; init; }

    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>When they last gave password or code there; null where the provider does not say.</summary>
    public required DateTimeOffset? Authenticated { get; init; }
}
