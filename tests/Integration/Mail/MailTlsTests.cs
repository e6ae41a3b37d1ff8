using System.Net;
using System.Net.Sockets;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Mail;

/// <summary>STARTTLS with a server whose certificate a council's own authority signed: trusted where the machine is told to trust it, and never else.</summary>
public sealed class MailTlsTests
{
    private const string Password = "canary-password-of-mail";

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_refused_and_nothing_is_said_in_clear_or_asked_of_another_host()
    {
        using var authority = new PrivateAuthority();
        using var elsewhere = new TcpListener(IPAddress.Loopback, 0);
        elsewhere.Start();
        var asked = elsewhere.AcceptTcpClientAsync();
        using var home = (await DemoHome.Empty).Copy();
        foreach (var identity in new[] { authority.For(IPAddress.Loopback), authority.LeadingElsewhere(IPAddress.Loopback, $"http://{elsewhere.LocalEndpoint}/below.cer") })
        {
            using var sink = new MailSink(user: "made", password: Password, identity: identity);
            (await home.MadeWith(Password, Set(sink))).Exits(0);
            var refused = (await home.Made(Try)).Exits(1);
            refused.Messages.ShouldContain("The server's certificate is not trusted here");
            refused.Messages.ShouldContain("It showed one for CN=127.0.0.1 by CN=");
            refused.Messages.ShouldContain("add its authority to those that this machine trusts");
            refused.Messages.Split('\n').Length.ShouldBeLessThan(4);
            sink.InClear.Select(l => l.Split(' ')[0]).ShouldBe(["EHLO", "STARTTLS"]);
            sink.Commands.Count.ShouldBe(2, "and nothing after it");
        }
        asked.IsCompleted.ShouldBeFalse("a certificate names an address, and it is not asked");
    }

    [Fact]
    public async Task Where_the_machine_trusts_its_authority_the_password_and_the_message_go_over_TLS_alone()
    {
        using var authority = new PrivateAuthority();
        using var home = (await DemoHome.Empty).Copy();
        var trusted = home.File("authority.pem");
        await File.WriteAllTextAsync(trusted, authority.Pem);
        using (var sink = new MailSink(user: "made", password: Password, identity: authority.For(IPAddress.Loopback)))
        {
            (await home.MadeWith(Password, Set(sink))).Exits(0);
            (await MadeProgram.Run("", home.OnThis(Try), trusted: trusted)).Exits(0).Output.ShouldContain("answered: 2.0.0 Taken as 1");
            sink.Messages.ShouldHaveSingleItem().To.ShouldBe("a@example.org");
            sink.Commands.ShouldContain("AUTH");
            sink.InClear.Select(l => l.Split(' ')[0]).ShouldBe(["EHLO", "STARTTLS"]);
        }
        // Trusted, and of another host.
        using var other = new MailSink(user: "made", password: Password, identity: authority.For(IPAddress.Parse("127.0.0.9")));
        (await home.MadeWith(Password, Set(other))).Exits(0);
        (await MadeProgram.Run("", home.OnThis(Try), trusted: trusted)).Exits(1).Messages.ShouldContain("It showed one for CN=127.0.0.9");
        other.Commands.Count.ShouldBe(2);
    }

    private static readonly string[] Try = ["account", "mail", "test", "--to", "a@example.org"];

    private static string[] Set(MailSink sink) =>
        ["account", "mail", "set", "--host", "127.0.0.1", "--port", $"{sink.Port}", "--from", "made@example.org", "--user", "made", "--tls", "start", "--public-address", "https://made.example.org"];
}
