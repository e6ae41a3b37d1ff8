using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Made.TestKit.Site;

/// <summary>A message that the sink took: for whom, and its header and body as they were sent.</summary>
public sealed record SunkMessage(string To, string Text);

/// <summary>
/// A mail server on loopback that keeps what it is sent: as much of SMTP (RFC 5321) as a real client needs, with AUTH PLAIN where a password is
/// asked for. With a certificate it offers STARTTLS (RFC 3207), and AUTH only after it.
/// </summary>
public sealed class MailSink : IDisposable
{
    private readonly TcpListener listener;
    private readonly string login;
    private readonly SslStreamCertificateContext? identity;
    private readonly ConcurrentQueue<SunkMessage> messages = new();
    private readonly ConcurrentQueue<string> commands = new();
    private readonly ConcurrentQueue<string> inClear = new();

    /// <param name="port">0 for a free one.</param>
    /// <param name="user">Who has to sign in; nobody where it is empty.</param>
    /// <param name="password">With which password.</param>
    /// <param name="identity">Who it says it is; null where it offers no TLS.</param>
    /// <param name="address">An address of this machine; the usual one where none is given.</param>
    public MailSink(int port = 0, string user = "", string password = "", SslStreamCertificateContext? identity = null, IPAddress? address = null)
    {
        this.identity = identity;
        login = user.Length == 0 ? "" : Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{password}"));
        listener = new TcpListener(address ?? IPAddress.Loopback, port);
        listener.Start();
        _ = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The recipients it refuses, as servers do: with their address in its answer.</summary>
    public Func<string, bool> Refuses { get; set; } = _ => false;

    public IReadOnlyList<SunkMessage> Messages => [.. messages];

    /// <summary>Every command that was given, without what followed it.</summary>
    public IReadOnlyList<string> Commands => [.. commands];

    /// <summary>Every line as it came that anybody on the way could read.</summary>
    public IReadOnlyList<string> InClear => [.. inClear];

    /// <summary>Waits until so many messages were taken.</summary>
    public async Task<IReadOnlyList<SunkMessage>> Until(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (messages.Count < count)
            await Task.Delay(50, patience.Token);
        return Messages;
    }

    public void Dispose() => listener.Dispose();

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It was stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
            if (await TalkAsync(client.GetStream(), isSecured: false) == Ended.ToSecure)
            {
                await using var secured = new SslStream(client.GetStream());
                try
                {
                    await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = identity! });
                    await TalkAsync(secured, isSecured: true);
                }
                catch (Exception e) when (e is AuthenticationException or IOException)
                {
                    // The client did not like the certificate and went.
                }
            }
    }

    private async Task<Ended> TalkAsync(Stream stream, bool isSecured)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        await using var writer = new StreamWriter(stream, Encoding.Latin1, leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        var (signedIn, to, offersTls) = (login.Length == 0, "", identity is not null && !isSecured);
        if (!isSecured)
            await writer.WriteLineAsync("220 sink");
        while (await reader.ReadLineAsync() is { } line)
        {
            var command = line.Split(' ', ':')[0].ToUpperInvariant();
            commands.Enqueue(command);
            if (!isSecured)
                inClear.Enqueue(line);
            switch (command)
            {
                case "EHLO":
                    await writer.WriteLineAsync(offersTls ? "250-sink\r\n250 STARTTLS" : login.Length == 0 ? "250 sink" : "250-sink\r\n250 AUTH PLAIN");
                    break;
                case "STARTTLS" when offersTls:
                    await writer.WriteLineAsync("220 Go ahead");
                    return Ended.ToSecure;
                case "AUTH":
                    signedIn = line == $"AUTH PLAIN {login}";
                    await writer.WriteLineAsync(signedIn ? "235 2.7.0 Welcome" : "535 5.7.8 Credentials are not right");
                    break;
                case "MAIL" when !signedIn:
                    await writer.WriteLineAsync("530 5.7.0 Sign in first");
                    break;
                case "RCPT":
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.LastIndexOf('>')];
                    await writer.WriteLineAsync(Refuses(to) ? $"550 5.1.1 <{to}>: Recipient address rejected" : "250 2.1.5 Ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 Go on");
                    messages.Enqueue(new SunkMessage(to, await DataAsync(reader)));
                    await writer.WriteLineAsync($"250 2.0.0 Taken as {messages.Count}");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 Bye");
                    return Ended.Done;
                default:
                    await writer.WriteLineAsync("250 Ok");
                    break;
            }
        }
        return Ended.Done;
    }

    /// <summary>How a conversation ended.</summary>
    private enum Ended
    {
        Done,

        /// <summary>It goes on secured.</summary>
        ToSecure,
    }

    private static async Task<string> DataAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            text.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
        return text.ToString();
    }
}
