using Made.Core;
using Made.Web.Composition;
using Microsoft.AspNetCore.Authentication;
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
    public const string Back = "/sign-in/provider/back";
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
            return await AskAsync(now, cancel) is { } published ? Use(now with { AuthorizationEndpoint = published.AuthorizationEndpoint, TokenEndpoint = published.TokenEndpoint }) : Problems.ProviderSilent(now.Provider.Name);
        }
        finally
        {
            turn.Release();
        }
    }

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
        var client = OnlyThisHost.Client(provider.Issuer);
        settings.Now = new(provider, secret, client, new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{provider.Issuer.TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(client) { RequireHttps = provider.Issuer.StartsWith("https:", StringComparison.Ordinal) }), "", "");
        return null;
    }

    /// <summary>Null where it does not answer, or not as the one that was set: another issuer, or addresses elsewhere.</summary>
    private static async Task<OpenIdConnectConfiguration?> AskAsync(ProviderNow now, CancellationToken cancel)
    {
        try
        {
            var (issuer, published) = (new Uri(now.Provider.Issuer), await now.Published.GetConfigurationAsync(cancel));
            return published.Issuer == now.Provider.Issuer && OnlyThisHost.Allows(issuer, Address(published.TokenEndpoint)) && Address(published.AuthorizationEndpoint)?.Scheme == issuer.Scheme
                ? published
                : null;
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException)
        {
            return null;
        }
    }

    private Problem? Use(ProviderNow now)
    {
        if (settings.Now != now)
        {
            settings.Now = now;
            kept.TryRemove(Scheme);
        }
        schemes.TryAddScheme(new AuthenticationScheme(Scheme, now.Provider.Name, typeof(ProviderFlow)));
        return null;
    }

    private static Uri? Address(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : null;
}
