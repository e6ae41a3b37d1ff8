using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using Made.Core.Mail;
using Made.Web.Composition;
using MimeKit;

namespace Made.Web.Mail;

/// <summary>What became of a message.</summary>
/// <param name="Taken">The server took it.</param>
/// <param name="Words">For the records: in our words with the server's number, because servers repeat addresses in theirs.</param>
/// <param name="Said">What server or connection said; kept nowhere.</param>
internal sealed record MailAnswer(bool Taken, string Words, string Said)
{
    public static MailAnswer Accepted(string said) => new(true, "Taken", said);
}

/// <summary>One conversation with the mail server, and with no other host.</summary>
internal sealed class MailDelivery(MailServer server) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // Looking a certificate up on its revocation list would be a connection to another host; a greeting must not tell this machine's name.
    private readonly Client client = new() { CheckCertificateRevocation = false, LocalDomain = new Uri(server.PublicAddress).IdnHost };

    /// <summary>False once the connection is gone: what is left cannot be sent with it.</summary>
    public bool IsOpen => client.IsConnected;

    /// <summary>Null where it is open and messages may be sent.</summary>
    public Task<MailAnswer?> OpenAsync(string password, CancellationToken cancel) => AskAsync<MailAnswer?>(async patience =>
    {
        await client.ConnectAsync(server.Host, server.Port, Options, patience);
        if (server.UserName.Length > 0)
            await client.AuthenticateAsync(server.UserName, password, patience);
        return null;
    }, answer => answer, cancel);

    /// <summary>Sends one message. It is not broken off by a stop, so that a message that the server took is known to be taken.</summary>
    public Task<MailAnswer> SendAsync(MimeMessage message) => AskAsync(async patience =>
        MailAnswer.Accepted(await client.SendAsync(message, patience)), answer => answer, CancellationToken.None);

    /// <summary>Says good-bye; a server that does not answer that is left.</summary>
    public async Task CloseAsync() => await AskAsync(async patience =>
    {
        if (client.IsConnected)
            await client.DisconnectAsync(quit: true, patience);
        return true;
    }, _ => false, CancellationToken.None);

    public void Dispose() => client.Dispose();

    private SecureSocketOptions Options => server.Tls switch
    {
        MailTls.Start => SecureSocketOptions.StartTls,
        MailTls.Always => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    private static async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, Func<MailAnswer, T> failed, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return await ask(patience.Token);
        }
        // Whatever the library throws is about this server and this message; it must not stop the site.
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            return failed(AnswerOf(e));
        }
    }

    private static MailAnswer AnswerOf(Exception e) => new(
        false,
        e switch
        {
            SmtpCommandException command => $"{WordsOf(command.ErrorCode)} ({((int)command.StatusCode).ToString(CultureInfo.InvariantCulture)})",
            AuthenticationException => "The server did not take user name and password",
            SslHandshakeException { ServerCertificate: not null } => "The server's certificate is not trusted here, or is not the one of this server",
            SslHandshakeException => "The connection could not be secured: the server's TLS is too old, or it is none",
            NotSupportedException => "The server does not offer what the settings ask of it, such as TLS",
            OperationCanceledException or TimeoutException => $"The server did not answer within {Patience.TotalSeconds:0} seconds",
            SocketException or IOException => "The server cannot be reached, or broke the connection off",
            _ => "The message could not be sent",
        },
        e switch
        {
            SmtpCommandException said => $"{((int)said.StatusCode).ToString(CultureInfo.InvariantCulture)} {said.Message}",
            SslHandshakeException { ServerCertificate: { } shown } => $"It showed one for {shown.Subject} by {shown.Issuer}: where that is right, add its authority to those that this machine trusts.",
            _ => e.Message,
        });

    private static string WordsOf(SmtpErrorCode code) => code switch
    {
        SmtpErrorCode.RecipientNotAccepted => "The server refused the address",
        SmtpErrorCode.SenderNotAccepted => "The server refused the sender",
        SmtpErrorCode.MessageNotAccepted => "The server refused the message",
        _ => "The server refused",
    };

    private sealed class Client : SmtpClient
    {
        protected override SslClientAuthenticationOptions GetSslClientAuthenticationOptions(string host, RemoteCertificateValidationCallback remoteCertificateValidationCallback)
        {
            var options = base.GetSslClientAuthenticationOptions(host, remoteCertificateValidationCallback);
            options.CertificateChainPolicy = ShownCertificate.AskingNobody;
            return options;
        }
    }
}
