using System.Net.Sockets;
using System.Text;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>What is answered where the program itself fails, or is sent more than it takes: with every security header, and nothing of its inside.</summary>
public sealed class FaultAnswerTests : IAsyncLifetime
{
    private const string Planted = "x-planted-fault";
    private const string Inside = "what-only-the-log-may-hold";
    private LiveSite site = null!;

    public async Task InitializeAsync() => site = await LiveSite.Over((await DemoHome.Empty).Copy(), app => app.Use((context, next) =>
        context.Request.Headers[Planted] == "everywhere" || (context.Request.Headers.ContainsKey(Planted) && context.Request.Path != "/problem") ? throw new InvalidOperationException(Inside) : next(context)));

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Theory]
    [InlineData("GET", "/glossary")]
    [InlineData("POST", "/sign-in")]
    [InlineData("GET", "/api/v1/areas")]
    [InlineData("GET", "/exchange/audit.csv")]
    [InlineData("GET", "/embed/E22990001/asb")]
    public async Task A_fault_answers_500_with_every_header_and_nothing_of_the_fault(string verb, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri(path, UriKind.Relative));
        request.Headers.Add(Planted, "1");
        if (verb == "POST")
            request.Content = new FormUrlEncodedContent([new("name", "analyst")]);
        using var answer = await site.Client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(500, body);
        RouteHeaderTests.Missing(answer).ShouldBeEmpty();
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue("a fault is not kept");
        SaysNothing(body);
        if (path.StartsWith("/api", StringComparison.Ordinal))
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        else
            body.ShouldContain("Sorry, something is wrong on our side");
    }

    [Fact]
    public async Task A_fault_in_the_page_that_answers_faults_still_answers_with_every_header()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/glossary", UriKind.Relative));
        request.Headers.Add(Planted, "everywhere");
        using var answer = await site.Client.SendAsync(request);
        ((int)answer.StatusCode).ShouldBe(500);
        RouteHeaderTests.Missing(answer).ShouldBeEmpty();
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/exchange", 600L << 20)]
    [InlineData("/products/write", 30L << 20)]
    public async Task More_than_is_taken_answers_413_with_every_header_before_it_is_read(string path, long bytes)
    {
        var answer = await Announce(path, bytes);
        var (head, body) = (answer[..answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)], answer[answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)..]);
        head.ShouldStartWith("HTTP/1.1 413", customMessage: answer);
        RouteHeaderTests.Headers.Where(h => !head.Contains($"\r\n{h}: ", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        body.ShouldContain("The file is too large");
        SaysNothing(body);
    }

    [Theory]
    [InlineData("/products/write")]
    [InlineData("/workbench/own")]
    public async Task More_than_is_taken_without_saying_so_before_answers_413_with_every_header_while_it_is_read(string path)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(site.Address.Host, site.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {site.Address.Authority}\r\nContent-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"));
        var sending = ChunksAsync(stream, "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n");
        var head = await HeadAsync(stream);
        head.ShouldStartWith("HTTP/1.1 413");
        RouteHeaderTests.Headers.Where(h => !head.Contains($"\r\n{h}: ", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        (await sending).ShouldBeLessThan(200, "nobody reads on for ever");
    }

    /// <summary>A mebibyte after the other until nobody takes any more; tells how many.</summary>
    private static async Task<int> ChunksAsync(NetworkStream stream, string start)
    {
        var chunk = new byte[1 << 20];
        Encoding.ASCII.GetBytes(start).CopyTo(chunk, 0);
        for (var sent = 0; sent < 200; sent++)
            try
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"));
                await stream.WriteAsync(chunk);
                await stream.WriteAsync("\r\n"u8.ToArray());
                Array.Clear(chunk, 0, start.Length);
            }
            catch (IOException)
            {
                return sent;
            }
        return 200;
    }

    /// <summary>The head of an answer alone: what follows it may be cut off where the sender still sends.</summary>
    private static async Task<string> HeadAsync(NetworkStream stream)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var (head, one) = (new StringBuilder(), new byte[1]);
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, patience.Token) == 1)
            head.Append((char)one[0]);
        return head.ToString();
    }

    private static void SaysNothing(string body)
    {
        foreach (var inside in new[] { Inside, "InvalidOperation", "BadHttpRequest", "   at Made", ".cs:line", "Microsoft.AspNetCore", "stack trace" })
            body.ShouldNotContain(inside);
    }

    /// <summary>Says that so much comes and sends none of it: a client of the framework would send it all.</summary>
    private async Task<string> Announce(string path, long bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(site.Address.Host, site.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {site.Address.Authority}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {bytes}\r\nConnection: close\r\n\r\n"));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var answer = new StreamReader(stream, Encoding.UTF8);
        return await answer.ReadToEndAsync(patience.Token);
    }
}
