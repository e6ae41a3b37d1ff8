using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Made.TestKit.Site;

/// <summary>A message that the sink took: for whom, and its header and body as they were sent.</summary>
public sealed record SunkMessage(string To, string Text);

/// <summary>
/// A mail server on loopback that keeps what it is sent: as much of SMTP (RFC 5321) as a real client needs, with AUTH PLAIN where a password is
/// asked for. It offers no TLS.
/// </summary>
public sealed class MailSink : IDisposable
{
    private readonly TcpListener listener;
    private readonly string login;
    private readonly ConcurrentQueue<SunkMessage> messages = new();
    private readonly ConcurrentQueue<string> commands = new();

    /// <param name="port">0 for a free one.</param>
    /// <param name="user">Who has to sign in; nobody where it is empty.</param>
    /// <param name="password">With which password.</param>
    public MailSink(int port = 0, string user = "", string password = "")
    {
        login = user.Length == 0 ? "" : Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{password}"));
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _ = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The recipients it refuses, as servers do: with their address in its answer.</summary>
    public Func<string, bool> Refuses { get; set; } = _ => false;

    public IReadOnlyList<SunkMessage> Messages => [.. messages];

    /// <summary>Every command that was given, without what followed it.</summary>
    public IReadOnlyList<string> Commands => [.. commands];

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
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            var (signedIn, to) = (login.Length == 0, "");
            await writer.WriteLineAsync("220 sink");
            while (await reader.ReadLineAsync() is { } line)
            {
                var command = line.Split(' ', ':')[0].ToUpperInvariant();
                commands.Enqueue(command);
                switch (command)
                {
                    case "EHLO":
                        await writer.WriteLineAsync(login.Length == 0 ? "250 sink" : "250-sink\r\n250 AUTH PLAIN");
                        break;
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
                        return;
                    default:
                        await writer.WriteLineAsync("250 Ok");
                        break;
                }
            }
        }
    }

    private static async Task<string> DataAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            text.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
        return text.ToString();
    }
}
