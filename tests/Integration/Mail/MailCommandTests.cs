using Made.TestKit.Site;
using Shouldly;
using Xunit;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Mail;

/// <summary>The mail server set, shown, tried and cleared at the machine.</summary>
public sealed class MailCommandTests
{
    private const string Password = "canary-password-of-mail";

    [Fact]
    public async Task A_server_is_set_with_its_password_sealed_tried_shown_without_it_and_cleared()
    {
        using var sink = new MailSink(user: "made", password: Password);
        using var home = (await DemoHome.Empty).Copy();
        (await home.Made("account", "mail", "show")).Exits(0).Output.ShouldContain("No mail server is set");
        (await home.Made("account", "mail", "test", "--to", "a@example.org")).Exits(1).Messages.ShouldContain("no-mail-server");
        (await home.MadeWith("", [.. Set(sink, "none"), "--user", "made"])).Exits(1).Messages.ShouldContain("no-secret-given");
        (await home.MadeWith(Password, [.. Set(sink, "none"), "--user", "made"])).Exits(0);
        (await home.Made("account", "mail", "test", "--to", "a@example.org")).Exits(0).Output.ShouldContain("answered: 2.0.0 Taken as 1");
        sink.Messages.ShouldHaveSingleItem().Text.ShouldContain("Subject: Trial of e-mail notices");
        (await home.Made("account", "mail", "show", "--json")).Exits(0).Output.ShouldSatisfyAllConditions(
            r => r.ShouldContain("\"user\":\"made\""), r => r.ShouldContain("\"publicAddress\":\"https://made.example.org\""), r => r.ShouldNotContain("canary"));

        (await home.MadeWith("another", [.. Set(sink, "none"), "--user", "made"])).Exits(0);
        (await home.Made("account", "mail", "test", "--to", "a@example.org")).Exits(1).Messages.ShouldContain("did not take user name and password");
        sink.Refuses = _ => true;
        (await home.MadeWith(Password, [.. Set(sink, "none"), "--user", "made"])).Exits(0);
        (await home.Made("account", "mail", "test", "--to", "a@example.org")).Exits(1).Messages.ShouldContain("550 5.1.1 <a@example.org>: Recipient address rejected");
        (await home.Made("account", "mail", "clear", "--reason", "moved")).Exits(0);
        (await home.Made("account", "mail", "clear", "--reason", "moved")).Exits(1).Messages.ShouldContain("no-mail-server");
        new DiskScan("canary", [Password, "canary"]).In(home.Home, home.Keys).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_TLS_is_asked_for_and_not_offered_nothing_is_said_and_beyond_this_machine_it_is_asked_for()
    {
        using var sink = new MailSink(user: "made", password: Password);
        using var home = (await DemoHome.Empty).Copy();
        (await home.MadeWith(Password, [.. Set(sink, "start"), "--user", "made"])).Exits(0);
        (await home.Made("account", "mail", "test", "--to", "a@example.org")).Exits(1).Messages.ShouldContain("does not offer what the settings ask of it, such as TLS");
        sink.Commands.ShouldNotContain("AUTH");
        sink.Commands.ShouldNotContain("MAIL");
        (await home.Made(["account", "mail", "set", "--host", "mail.example.org", "--port", "25", "--from", "made@example.org", "--tls", "none", "--public-address", "https://made.example.org"])).Exits(1).Messages.ShouldContain("mail-in-clear");
        (await home.Made(Set(sink, "perhaps"))).Exits(1).Messages.ShouldContain("not-a-tls-choice");
    }

    [Fact]
    public async Task An_administrator_gives_an_address_for_somebody_and_it_is_not_repeated()
    {
        using var home = (await DemoHome.Empty).Copy();
        (await home.MadeWith(Given.Password, "account", "add", "Analyst", "--sign-in-name", "analyst")).Exits(0);
        (await home.MadeWith("ann@example.org", "account", "mail", "address", "analyst", "--tell")).Exits(0).Output.ShouldBe("Analyst is told by e-mail of what is new from now on.\n");
        (await home.MadeWith("ann at example", "account", "mail", "address", "analyst")).Exits(1).Messages.ShouldNotContain("ann");
        (await home.Made("account", "mail", "address", "analyst", "--clear")).Exits(0);
        (await home.Made("account", "mail", "address", "analyst", "--clear")).Exits(1).Messages.ShouldContain("no-mail-address");
        (await home.MadeWith("ann@example.org", "account", "mail", "address", "nobody")).Exits(1).Messages.ShouldContain("no-such-account");
    }

    private static string[] Set(MailSink sink, string tls) =>
        ["account", "mail", "set", "--host", "127.0.0.1", "--port", $"{sink.Port}", "--from", "made@example.org", "--tls", tls, "--public-address", "https://made.example.org"];
}
