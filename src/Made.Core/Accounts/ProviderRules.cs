using System.Security.Cryptography;
using System.Text;

namespace Made.Core.Accounts;

/// <summary>What an identity provider's settings have to be, and what somebody it signs in is called here.</summary>
public static class ProviderRules
{
    private const int NameBytes = 5;

    /// <summary>Null where the provider may be used: https, or loopback for a trial.</summary>
    public static Problem? WhyNot(IdentityProvider provider) =>
        provider.Name.Trim().Length is < 3 or > 80 || provider.Name.Any(c => char.IsControl(c) || c is '(' or ')') ? Problems.NoProviderName()
        : !IsIssuer(provider.Issuer) ? Problems.NotAnIssuer(provider.Issuer)
        : provider.Hosts.FirstOrDefault(h => !IsHost(h, new Uri(provider.Issuer))) is { } host ? Problems.NotAHost(host)
        : provider.ClientId.Length == 0 || provider.ClientId.Any(char.IsWhiteSpace) ? Problems.NoClientId()
        : provider.GroupsClaim.Length == 0 || provider.GroupsClaim.Any(char.IsWhiteSpace) ? Problems.NoGroupsClaim()
        : null;

    /// <summary>Whether the site may ask this address: on the issuer's host or one that was named, and as safely as the issuer itself.</summary>
    public static bool MayBeAsked(IdentityProvider provider, Uri? address) =>
        address is { IsAbsoluteUri: true } && new Uri(provider.Issuer) is var issuer && address.Scheme == issuer.Scheme
        && (address.Authority == issuer.Authority || provider.Hosts.Contains(address.Authority, StringComparer.Ordinal));

    /// <summary>
    /// As it stands in the audit: the provider's name and a mark of the person, the same at every sign-in. The provider knows whose it is; the audit,
    /// which is kept for good, holds nobody's name.
    /// </summary>
    public static string NameOf(IdentityProvider provider, string subject) =>
        $"{provider.Name}, person {Base32.Text(SHA256.HashData(Encoding.UTF8.GetBytes(Key(provider.Issuer, subject))).AsSpan(0, NameBytes))}";

    /// <summary>A person or group of one issuer: another provider may use the same words for others.</summary>
    public static string Key(string issuer, string value) => $"{issuer} {value}";

    // What is written is what an address is compared with, so it has to be written as addresses have it.
    private static bool IsHost(string host, Uri issuer) =>
        Uri.TryCreate($"{issuer.Scheme}://{host}/", UriKind.Absolute, out var uri) && uri.Authority == host && uri.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6
        && (issuer.Scheme == "https" || uri.IsLoopback);

    private static bool IsIssuer(string issuer) =>
        Uri.TryCreate(issuer, UriKind.Absolute, out var uri) && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0 && !issuer.Any(char.IsWhiteSpace)
        && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback));
}
