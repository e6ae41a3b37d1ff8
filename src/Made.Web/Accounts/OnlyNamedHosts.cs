using Made.Core.Accounts;
using Made.Web.Composition;

namespace Made.Web.Accounts;

/// <summary>A connection that the program makes beyond this machine: to the identity provider that was set, where one was, and to no host that its answers name but was not named when it was set, nor to one that its certificate names.</summary>
internal sealed class OnlyNamedHosts(IdentityProvider provider)
    : DelegatingHandler(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        SslOptions = { CertificateChainPolicy = ShownCertificate.AskingNobody },
    })
{
    private const int LargestAnswer = 1 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static HttpClient Client(IdentityProvider provider) => new(new OnlyNamedHosts(provider)) { MaxResponseContentBufferSize = LargestAnswer, Timeout = Patience };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        ProviderRules.MayBeAsked(provider, request.RequestUri) ? base.SendAsync(request, cancellationToken) : throw new UnnamedHostException(request.RequestUri?.Authority ?? "");
}

/// <summary>The provider names a host that may not be asked. Nothing was sent there.</summary>
internal sealed class UnnamedHostException(string host) : HttpRequestException($"The identity provider names {host}, which was not named when it was set.")
{
    public string Host { get; } = host;
}
