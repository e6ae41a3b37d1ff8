using Made.Core;
using Made.Core.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Made.Web.Accounts;

/// <summary>
/// The identity provider as the records have it now: it may be set, changed or cleared by a command beside the site. Only somebody who signs in with it
/// makes the site ask it anything, so a start needs no network.
/// </summary>
internal sealed class ProviderDoor(Partnership partnership, ProviderSettings settings, IAuthenticationSchemeProvider schemes, IOptionsMonitorCache<ProviderOptions> kept) : IDisposable
{
    public const string Scheme = "made-provider";
    public const string Begin = "/sign-in/provider";
    public const string Renew = Begin + "?renew=yes";
    public const string Back = "/sign-in/provider/back";
    public const string SignedOut = "/sign-out/back";
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Takes in the provider and what it publishes; tells why nobody can be sent to it.</summary>
    public async Task<Problem?> OpenAsync(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            if (await TakeInAsync() is { } none)
                return none;
            var now = settings.Now!;
            if (!(await AskAsync(now, cancel)).Succeeded(out var published, out var problem))
                return problem;
            Use(now with
            {
                AuthorizationEndpoint = published.AuthorizationEndpoint,
                TokenEndpoint = published.TokenEndpoint,
                SignOutAddress = ProviderRules.MayBeAsked(now.Provider, Address(published.EndSessionEndpoint)) ? published.EndSessionEndpoint : "",
            });
            return null;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Where a browser signs out at the provider as well (OpenID Connect RP-Initiated Logout 1.0), to come back to an address here. Null where the provider
    /// names no such place, or not on a host that may be asked, and where it does not answer.
    /// </summary>
    public async Task<string?> SignOutAsync(string back, CancellationToken cancel) => await OpenAsync(cancel) is null && settings.Now is { SignOutAddress.Length: > 0 } now
        // By the client's id and not by a token: none is kept here.
        ? QueryHelpers.AddQueryString(now.SignOutAddress, new Dictionary<string, string?> { ["client_id"] = now.Provider.ClientId, ["post_logout_redirect_uri"] = back })
        : null;

    public void Dispose() => turn.Dispose();

    private async Task<Problem?> TakeInAsync()
    {
        var provider = await partnership.Records.Providers.Find();
        if (provider is null)
        {
            schemes.RemoveScheme(Scheme);
            settings.Now = null;
            return Core.Accounts.Problems.NoProvider();
        }
        if (!(await partnership.Records.Providers.Secret(provider)).Succeeded(out var secret, out var problem))
            return problem;
        if (settings.Now is { } now && now.Provider == provider && now.Secret == secret)
            return null;
        var client = OnlyNamedHosts.Client(provider);
        settings.Now = new(provider, secret, client, new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{provider.Issuer.TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(client) { RequireHttps = provider.Issuer.StartsWith("https:", StringComparison.Ordinal) }), "", "", "");
        return null;
    }

    /// <summary>What it publishes; why not where it does not answer, answers as another issuer, or names addresses where it may not be asked.</summary>
    private static async Task<Outcome<OpenIdConnectConfiguration>> AskAsync(ProviderNow now, CancellationToken cancel)
    {
        var (provider, scheme) = (now.Provider, new Uri(now.Provider.Issuer).Scheme);
        try
        {
            var published = await now.Published.GetConfigurationAsync(cancel);
            return published.Issuer != provider.Issuer || Address(published.AuthorizationEndpoint)?.Scheme != scheme || Address(published.TokenEndpoint) is not { } token || token.Scheme != scheme
                ? Problems.ProviderSilent(provider.Name)
                : ProviderRules.MayBeAsked(provider, token) ? published
                : Problems.ProviderElsewhere(provider.Name, token.Authority);
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException)
        {
            return UnnamedHost(e) is { } host ? Problems.ProviderElsewhere(provider.Name, host) : Problems.ProviderSilent(provider.Name);
        }
    }

    private static string? UnnamedHost(Exception? why) => why is UnnamedHostException other ? other.Host : why is null ? null : UnnamedHost(why.InnerException);

    private void Use(ProviderNow now)
    {
        if (settings.Now != now)
        {
            settings.Now = now;
            kept.TryRemove(Scheme);
        }
        schemes.TryAddScheme(new AuthenticationScheme(Scheme, now.Provider.Name, typeof(ProviderFlow)));
    }

    private static Uri? Address(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : null;
}
