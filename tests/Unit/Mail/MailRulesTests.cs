using Made.Core.Mail;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Mail;

/// <summary>Which settings and addresses are taken.</summary>
public sealed class MailRulesTests
{
    private static readonly MailServer Server = new() { Host = "mail.example.org", Port = 587, Sender = "made@example.org", UserName = "made", Tls = MailTls.Start, PublicAddress = "https://made.example.org" };

    [Fact]
    public void A_server_with_TLS_is_taken_and_one_without_on_this_machine_only()
    {
        MailRules.WhyNot(Server).ShouldBeNull();
        MailRules.WhyNot(Server with { Tls = MailTls.None })!.Code.ShouldBe("mail-in-clear");
        MailRules.WhyNot(Server with { Tls = MailTls.None, Host = "192.0.2.1" })!.Code.ShouldBe("mail-in-clear");
        foreach (var host in new[] { "localhost", "127.0.0.1", "127.0.0.9", "::1" })
            MailRules.WhyNot(Server with { Tls = MailTls.None, Host = host }).ShouldBeNull(host);
    }

    [Theory]
    [InlineData("", 587)]
    [InlineData("mail example", 587)]
    [InlineData("mail.example.org/x", 587)]
    [InlineData("made@mail.example.org", 587)]
    [InlineData("mail.example.org", 0)]
    [InlineData("mail.example.org", 65536)]
    public void What_is_no_host_or_port_is_refused(string host, int port) => MailRules.WhyNot(Server with { Host = host, Port = port })!.Code.ShouldBe("not-a-mail-server");

    [Fact]
    public void Links_lead_to_https_or_to_this_machine_and_carry_no_path()
    {
        foreach (var address in new[] { "made.example.org", "http://made.example.org", "https://made.example.org/home", "https://a@made.example.org", "https://made.example.org/?x=1", "ftp://127.0.0.1" })
            MailRules.WhyNot(Server with { PublicAddress = address })!.Code.ShouldBe("not-a-public-address", address);
        MailRules.WhyNot(Server with { PublicAddress = "http://127.0.0.1:5080" }).ShouldBeNull();
    }

    [Theory]
    [InlineData("a@b")]
    [InlineData("ann.o'brien+made@sub.example.org")]
    public void Addresses_are_taken(string address) => MailRules.WhyNotAddress(address).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("ann")]
    [InlineData("ann@")]
    [InlineData("@example.com")]
    [InlineData("ann@b@c")]
    [InlineData("ann@example.org\r\nBcc: x@example.org")]
    [InlineData("Ann <ann@example.org>")]
    [InlineData("ann@example.org,x@example.org")]
    [InlineData("ann@.example.org")]
    [InlineData("änn@example.org")]
    public void What_could_not_be_sent_to_or_would_say_more_than_an_address_is_refused_without_being_repeated(string address)
    {
        var problem = MailRules.WhyNotAddress(address)!;
        problem.Code.ShouldBe("not-a-mail-address");
        if (address.Length > 3)
            problem.ToString().ShouldNotContain(address);
    }

    [Fact]
    public void An_address_longer_than_an_envelope_takes_is_refused()
    {
        MailRules.WhyNotAddress(new string('a', 242) + "@example.org").ShouldBeNull();
        MailRules.WhyNotAddress(new string('a', 243) + "@example.org").ShouldNotBeNull();
    }
}
