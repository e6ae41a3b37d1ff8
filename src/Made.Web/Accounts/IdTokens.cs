using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Made.Core;
using Made.Core.Accounts;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Made.Web.Accounts;

/// <summary>
/// Whether an id token is one that this provider made for this site and for this sign-in: OpenID Connect Core 1.0, section 3.1.3.7. What it says is
/// looked at only after.
/// </summary>
internal static class IdTokens
{
    private const int LargestToken = 100_000;
    private static readonly TimeSpan ClockDrift = TimeSpan.FromMinutes(1);

    /// <summary>Signatures by a key that only the provider has. "none" is no signature, and a shared secret would let this site sign for it.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LargestToken };

    /// <summary>Whom a token tells of, or why it is not taken. The reason holds nothing of the token.</summary>
    /// <param name="token">As the provider gave it for the code.</param>
    /// <param name="nonce">What this sign-in sent.</param>
    /// <param name="provider">As it was set.</param>
    /// <param name="settings">What the provider publishes, its keys among it.</param>
    /// <param name="now">The instant.</param>
    public static async Task<Outcome<ProvidedIdentity>> ReadAsync(string token, string nonce, IdentityProvider provider, OpenIdConnectConfiguration settings, DateTimeOffset now)
    {
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = provider.ClientId,
            IssuerSigningKeys = settings.SigningKeys,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            RequireAudience = true,
            ClockSkew = ClockDrift,
        });
        if (!result.IsValid)
            return WhyNot(result.Exception);
        var claims = (JsonWebToken)result.SecurityToken;
        var (party, authenticated) = (Text(claims, "azp"), AuthenticatedAt(claims));
        return !Same(Text(claims, JwtRegisteredClaimNames.Nonce), nonce) ? Problems.NotTaken("Its nonce is not the one that this sign-in sent")
            : claims.Subject is not { Length: > 0 } subject || subject.Length > 255 ? Problems.NotTaken("It names nobody")
            : party.Length > 0 && party != provider.ClientId || (party.Length == 0 && claims.Audiences.Count() > 1) ? Problems.NotTaken("It was made for another site")
            // It would keep somebody fresh for ever.
            : authenticated > now + ClockDrift ? Problems.NotTaken("Its password was given in a time to come")
            : new ProvidedIdentity
            {
                Subject = subject,
                CalledAs = new[] { "preferred_username", "email", "name" }.Select(c => Text(claims, c)).FirstOrDefault(c => c.Length > 0) ?? subject,
                Groups = [.. claims.Claims.Where(c => c.Type == provider.GroupsClaim).Select(c => c.Value).Distinct(StringComparer.Ordinal)],
                Authenticated = authenticated,
            };
    }

    private static Problem WhyNot(Exception exception) => exception switch
    {
        SecurityTokenSignatureKeyNotFoundException => Problems.UnknownKey(),
        SecurityTokenInvalidIssuerException => Problems.NotTaken("It names another issuer"),
        SecurityTokenInvalidAudienceException => Problems.NotTaken("It was made for another site"),
        SecurityTokenExpiredException or SecurityTokenNoExpirationException => Problems.NotTaken("It is past its time"),
        SecurityTokenNotYetValidException => Problems.NotTaken("It is of a time to come"),
        SecurityTokenInvalidSignatureException or SecurityTokenInvalidAlgorithmException => Problems.NotTaken("It is not signed, or not by the provider"),
        _ => Problems.NotTaken("It is no token that can be read"),
    };

    private static DateTimeOffset? AuthenticatedAt(JsonWebToken claims) =>
        long.TryParse(Text(claims, JwtRegisteredClaimNames.AuthTime), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static string Text(JsonWebToken claims, string type) => claims.TryGetClaim(type, out var claim) ? claim.Value : "";

    private static bool Same(string given, string sent) => sent.Length > 0 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(sent));
}
