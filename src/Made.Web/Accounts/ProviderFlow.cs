using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Made.Core;
using Made.Core.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Made.Web.Accounts;

/// <summary>What became of a sign-in at the provider, for the page that answers: whom it told of, or why that is not taken.</summary>
/// <param name="Identity">Whom.</param>
/// <param name="To">The page somebody came from.</param>
/// <param name="Again">The sign-in that was to be confirmed; null where somebody signs in anew.</param>
/// <param name="Renews">The sign-in that this one takes the place of; null where there is none.</param>
internal sealed record ProviderAnswer(Outcome<ProvidedIdentity> Identity, string To, Guid? Again, Guid? Renews);

internal sealed class ProviderOptions : OAuthOptions
{
    public IdentityProvider Provider { get; set; } = null!;

    public IConfigurationManager<OpenIdConnectConfiguration> Published { get; set; } = null!;
}

/// <summary>
/// The framework's code flow, with its state, correlation cookie and proof key (PKCE), and the id token looked at. It leaves a
/// <see cref="ProviderAnswer"/> and lets the page answer, whatever happened.
/// </summary>
internal sealed class ProviderFlow(IOptionsMonitor<ProviderOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : OAuthHandler<ProviderOptions>(options, logger, encoder)
{
    public const string To = "to";
    public const string Again = "again";
    public const string Renews = "renews";
    private const string Nonce = "nonce";
    private const int NonceBytes = 32;

    /// <summary>In seconds: as a password of this site is, the provider's is asked for again after so long, however often a sign-in was renewed meanwhile.</summary>
    private static readonly string LongestHere = ((int)SignInRules.Longest.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    /// <summary>What the framework refused by itself, or the provider answered in place of a code: none of it is repeated, anybody can send it.</summary>
    public static Task Refused(RemoteFailureContext failed)
    {
        var why = failed.Failure?.Message ?? "";
        Answer(failed.HttpContext, Problems.NotTaken(
            why.Contains("state", StringComparison.OrdinalIgnoreCase) ? "Its state was not made here, or was changed"
            : why.Contains("Correlation", StringComparison.Ordinal) ? "This browser began no such sign-in, or ended it already"
            : why.Contains("denied", StringComparison.OrdinalIgnoreCase) ? "The provider refused, or somebody declined there"
            : "The provider gave no token for the code"), failed.Properties);
        failed.SkipHandler();
        return Task.CompletedTask;
    }

    public static Task Received(TicketReceivedContext received)
    {
        received.SkipHandler();
        return Task.CompletedTask;
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(NonceBytes));
        properties.Items[Nonce] = nonce;
        var asked = new Dictionary<string, string?> { ["nonce"] = nonce, ["max_age"] = LongestHere };
        if (Item(properties, Again).Length > 0)
            (asked["prompt"], asked["max_age"]) = ("login", "0");
        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), asked);
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var token = tokens.Response!.RootElement.TryGetProperty("id_token", out var given) ? given.GetString() ?? "" : "";
        Answer(Context, await ReadAsync(token, properties.Items.TryGetValue(Nonce, out var nonce) ? nonce ?? "" : ""), properties);
        // The framework's own ticket is used for nothing: the answer is taken by the page.
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    private async Task<Outcome<ProvidedIdentity>> ReadAsync(string token, string nonce)
    {
        var read = await IdTokens.ReadAsync(token, nonce, Options.Provider, await Options.Published.GetConfigurationAsync(Context.RequestAborted), TimeProvider.GetUtcNow());
        if (read.Problem != Problems.UnknownKey())
            return read;
        // It may have begun to sign with a key that it published since.
        Options.Published.RequestRefresh();
        return await IdTokens.ReadAsync(token, nonce, Options.Provider, await Options.Published.GetConfigurationAsync(Context.RequestAborted), TimeProvider.GetUtcNow());
    }

    private static void Answer(HttpContext context, Outcome<ProvidedIdentity> identity, AuthenticationProperties? properties) => context.Features.Set(new ProviderAnswer(
        identity, Item(properties, To), Id(properties, Again), Id(properties, Renews)));

    private static Guid? Id(AuthenticationProperties? properties, string name) => Guid.TryParse(Item(properties, name), out var id) ? id : null;

    private static string Item(AuthenticationProperties? properties, string name) => properties?.Items.TryGetValue(name, out var value) == true ? value ?? "" : "";
}
