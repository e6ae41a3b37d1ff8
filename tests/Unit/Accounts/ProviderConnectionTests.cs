using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Made.TestKit.Site;
using Made.Web.Accounts;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Accounts;

/// <summary>A provider whose certificate says where the one that signed it is to be had: another host, which is not asked.</summary>
public sealed class ProviderConnectionTests
{
    [Fact]
    public async Task The_certificate_of_a_provider_sends_nobody_to_another_host()
    {
        (await AskedElsewhere(issuer => OnlyNamedHosts.Client(new() { Name = "Quillshire Council", Issuer = issuer, ClientId = "made", GroupsClaim = "groups", Hosts = [] }))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_client_that_is_not_told_so_asks_there()
    {
        (await AskedElsewhere(_ => new HttpClient { Timeout = TimeSpan.FromSeconds(10) })).ShouldBeTrue();
    }

    private static async Task<bool> AskedElsewhere(Func<string, HttpClient> client)
    {
        using var authority = new PrivateAuthority();
        using var elsewhere = new TcpListener(IPAddress.Loopback, 0);
        elsewhere.Start();
        var answered = Answer(elsewhere);
        using var provider = new TcpListener(IPAddress.Loopback, 0);
        provider.Start();
        var shown = Shows(provider, authority.LeadingElsewhere(IPAddress.Loopback, $"http://{elsewhere.LocalEndpoint}/below.cer"));
        using (var asking = client($"https://{provider.LocalEndpoint}"))
            (await Should.ThrowAsync<HttpRequestException>(() => asking.GetAsync(new Uri($"https://{provider.LocalEndpoint}/")))).InnerException.ShouldBeOfType<AuthenticationException>();
        await shown;
        elsewhere.Stop();
        return await answered > 0;
    }

    /// <summary>Tells whoever comes that there is nothing, until it is stopped; how many came.</summary>
    private static async Task<int> Answer(TcpListener elsewhere)
    {
        for (var came = 0; ; came++)
        {
            try
            {
                using var one = await elsewhere.AcceptTcpClientAsync();
                await one.GetStream().WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
            }
            catch (SocketException)
            {
                return came;
            }
        }
    }

    private static async Task Shows(TcpListener provider, SslStreamCertificateContext identity)
    {
        using var one = await provider.AcceptTcpClientAsync();
        await using var secured = new SslStream(one.GetStream());
        try
        {
            await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = identity });
            await secured.ReadExactlyAsync(new byte[1]);
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            // The client does not trust it and goes.
        }
    }
}
