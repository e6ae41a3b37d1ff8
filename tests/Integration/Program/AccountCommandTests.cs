using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Program;

/// <summary>Accounts from the machine itself.</summary>
public sealed class AccountCommandTests
{
    private const string Password = "three random words";

    [Fact]
    public async Task The_first_administrator_is_made_at_the_machine_with_a_password_from_standard_input()
    {
        var home = (await DemoHome.Empty).Copy();
        var added = (await home.MadeWith(Password, "account", "add", "Administrator", "--sign-in-name", "Admin@Example.org", "--administrator")).Exits(0);
        added.Output.ShouldContain("can sign in as admin@example.org");
        added.Output.ShouldContain("System administrator");
        added.Messages.ShouldContain("FIRST ADMINISTRATOR");
        var list = (await home.Made("account", "list", "--json")).Exits(0);
        list.Json[0].GetProperty("grants")[0].GetProperty("role").GetString().ShouldBe("administrator");
        list.Json[0].GetProperty("secondFactor").GetBoolean().ShouldBeFalse();
        list.Output.ShouldNotContain("hash", Case.Insensitive);
        await using var site = await LiveSite.Over(home);
        (await new Caller(site.Address, "192.0.2.7").SignIn("admin@example.org", Password)).Status.ShouldBe(302);
        foreach (var file in Directory.EnumerateFiles(home.Home, "records.db*"))
            System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)).ShouldNotContain(Password);
        (await home.Made("serve", "--urls", "https://0.0.0.0:0")).Exits(1).Messages.ShouldContain("no-administrator", customMessage: "no second factor yet");
    }

    [Theory]
    [InlineData("no-password-given", "", "account", "add", "Analyst", "--sign-in-name", "analyst")]
    [InlineData("password-too-short", "short", "account", "add", "Analyst", "--sign-in-name", "analyst")]
    [InlineData("no-name", Password, "account", "add", "A", "--sign-in-name", "analyst")]
    [InlineData("no-such-account", Password, "account", "password", "Nobody")]
    [InlineData("no-such-account", "", "account", "grant", "Nobody", "county-analyst")]
    public async Task What_is_wrong_is_said_and_nothing_is_kept(string code, string input, params string[] arguments)
    {
        using var home = (await DemoHome.Empty).Copy();
        (await home.MadeWith(input, arguments)).Exits(1).Messages.ShouldContain(code);
        (await home.Made("account", "list", "--json")).Exits(0).Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Roles_are_granted_for_a_time_listed_and_revoked()
    {
        using var home = (await DemoHome.Empty).Copy();
        (await home.MadeWith(Password, "account", "add", "Manager, Amberwick", "--sign-in-name", "manager")).Exits(0);
        (await home.Made("account", "grant", "manager", "district-manager")).Exits(1).Messages.ShouldContain("needs-district");
        (await home.Made("account", "grant", "manager", "king")).Exits(1).Messages.ShouldContain("no-such-role");
        (await home.Made("account", "grant", "manager", "district-manager", "--district", "E07990099")).Exits(1).Messages.ShouldContain("no-such-district");
        (await home.Made("account", "grant", "manager", "district-manager", "--district", "E07990001", "--until", "2027-03-31", "--official-sensitive")).Exits(0)
            .Output.ShouldContain("District CSP manager, inside E07990001, OFFICIAL-SENSITIVE, from 2026-11-22 to 2027-03-31, proposed by made account grant, waits for an administrator");
        (await home.Made("account", "list")).Exits(0).Output.ShouldContain("district-manager");
        (await home.Made("account", "revoke", "manager", "county-analyst", "--reason", "none")).Exits(1).Messages.ShouldContain("no-such-grant");
        (await home.Made("account", "revoke", "manager", "district-manager", "--reason", "moved on")).Exits(0);
        (await home.Made("account", "list")).Exits(0).Output.ShouldContain("revoked");
    }

    [Fact]
    public async Task An_identity_provider_is_set_shown_and_cleared_and_its_secret_is_nowhere_in_clear()
    {
        const string Secret = "a-client-secret-for-looking";
        using var home = (await DemoHome.Empty).Copy();
        string[] set = ["account", "provider", "set", "--name", "Quillshire Council", "--client-id", "made", "--issuer"];
        (await home.Made("account", "add-group", "Analysts", "--value", "g1")).Exits(1).Messages.ShouldContain("no-identity-provider");
        (await home.MadeWith(Secret, [.. set, "http://login.example.org"])).Exits(1).Messages.ShouldContain("not-an-issuer");
        (await home.MadeWith(Secret, [.. set, "https://login.example.org/t", "--host", "https://keys.example.org"])).Exits(1).Messages.ShouldContain("not-a-host");
        (await home.MadeWith("", [.. set, "https://login.example.org/t"])).Exits(1).Messages.ShouldContain("no-secret-given");
        var made = (await home.MadeWith(Secret, [.. set, "https://login.example.org/t", "--host", "keys.example.org", "--host", "tokens.example.org:8443"])).Exits(0);
        made.Output.ShouldContain("/sign-in/provider/back");
        made.Output.ShouldContain("/sign-out/back");
        made.Messages.ShouldContain("This site asks login.example.org, keys.example.org, tokens.example.org:8443, and no other host.");
        var shown = (await home.Made("account", "provider", "show", "--json")).Exits(0).Json;
        shown.GetProperty("issuer").GetString().ShouldBe("https://login.example.org/t");
        shown.GetProperty("hosts").EnumerateArray().Select(h => h.GetString()).ShouldBe(["keys.example.org", "tokens.example.org:8443"]);
        (await home.Made("account", "add-group", "Analysts", "--value", "g1")).Exits(0);
        (await home.Made("account", "grant", "Analysts", "administrator")).Exits(1).Messages.ShouldContain("first-needs-password");
        (await home.Made("account", "grant", "Analysts", "county-analyst")).Exits(0).Output.ShouldContain("waits for an administrator");
        (await home.Made("verify")).Exits(0);
        (await home.Made("account", "provider", "clear", "--reason", "another one comes")).Exits(0);
        (await home.Made("account", "provider", "show")).Exits(0).Output.ShouldContain("No identity provider is set");
        new DiskScan(Secret, [Secret]).In(home.Home, home.Keys).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_demonstration_prints_its_sign_ins_and_they_open()
    {
        var prepared = await DemoHome.Prepared;
        var line = (await File.ReadAllLinesAsync(prepared.File("sign-ins.txt"))).Single();
        var password = line.Split("the password ")[1].Split(':')[0];
        await using var site = await LiveSite.Of(prepared);
        foreach (var name in line.Split(": ")[1].Split(", "))
            (await new Caller(site.Address, "192.0.2.7").SignIn(name, password)).Status.ShouldBe(302, name);
        (await site.Partnership.Records.Audit.Newest(0, 500)).ShouldAllBe(r => !r.ToString().Contains(password));
    }
}
