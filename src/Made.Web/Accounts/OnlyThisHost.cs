namespace Made.Web.Accounts;

/// <summary>The one connection that the program makes beyond this machine: to the identity provider that was set, where one was, and to no other host that its answers name.</summary>
internal sealed class OnlyThisHost(Uri issuer) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
{
    private const int LargestAnswer = 1 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static HttpClient Client(string issuer) => new(new OnlyThisHost(new Uri(issuer))) { MaxResponseContentBufferSize = LargestAnswer, Timeout = Patience };

    public static bool Allows(Uri issuer, Uri? address) => address is { IsAbsoluteUri: true } && address.Scheme == issuer.Scheme && address.Authority == issuer.Authority;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Allows(issuer, request.RequestUri) ? base.SendAsync(request, cancellationToken) : throw new HttpRequestException($"The identity provider names {request.RequestUri?.Authority}, and only {issuer.Authority} is asked.");
}
