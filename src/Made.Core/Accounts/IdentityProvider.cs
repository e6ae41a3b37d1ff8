namespace Made.Core.Accounts;

/// <summary>The one provider that may sign people in here besides passwords: any that speaks OpenID Connect. Its client secret is kept apart, sealed.</summary>
public sealed record IdentityProvider
{
    /// <summary>As the button and the audit call it, such as "Borchester County Council".</summary>
    public required string Name { get; init; }

    /// <summary>As its tokens name it, exactly. Settings are read below it, at /.well-known/openid-configuration, and nothing is asked of a host that is neither its own nor one of <see cref="Hosts"/>.</summary>
    public required string Issuer { get; init; }

    /// <summary>Further hosts that may be asked, where token endpoint or keys lie elsewhere than the issuer: "keys.example.org", with a port where it is not the usual one.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>How it knows this site.</summary>
    public required string ClientId { get; init; }

    /// <summary>The claim of its tokens that holds groups: "groups", or "roles" for application roles.</summary>
    public required string GroupsClaim { get; init; }

    /// <summary>The same settings, further hosts in the same order.</summary>
    public bool Equals(IdentityProvider? other) => other is not null
        && (Name, Issuer, ClientId, GroupsClaim) == (other.Name, other.Issuer, other.ClientId, other.GroupsClaim) && Hosts.SequenceEqual(other.Hosts, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Name, Issuer, ClientId, GroupsClaim, Hosts.Count);
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
