using Made.Core.Accounts;
using Made.Web.Accounts;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Accounts;

public sealed class ProviderRulesTests
{
    private static readonly IdentityProvider Good = new() { Name = "Quillshire Council", Issuer = "https://login.example.org/tenant/v2.0", ClientId = "made", GroupsClaim = "groups", Hosts = [] };

    [Theory]
    [InlineData("https://login.example.org")]
    [InlineData("https://login.example.org:8443/realms/made")]
    [InlineData("http://127.0.0.1:4000")]
    [InlineData("http://[::1]:4000")]
    public void An_issuer_is_https_or_on_this_machine(string issuer) => ProviderRules.WhyNot(Good with { Issuer = issuer }).ShouldBeNull();

    [Theory]
    [InlineData("http://login.example.org")]
    [InlineData("http://localhost.example.org")]
    [InlineData("https://user@login.example.org")]
    [InlineData("https://login.example.org?tenant=1")]
    [InlineData("https://login.example.org/#x")]
    [InlineData("https://login.example.org/a b")]
    [InlineData("ftp://login.example.org")]
    [InlineData("login.example.org")]
    [InlineData("")]
    public void Nothing_else_is_an_issuer(string issuer) => ProviderRules.WhyNot(Good with { Issuer = issuer })!.Code.ShouldBe("not-an-issuer");

    [Fact]
    public void Name_client_and_claim_are_asked_for()
    {
        ProviderRules.WhyNot(Good with { Name = "Q" })!.Code.ShouldBe("no-provider-name");
        ProviderRules.WhyNot(Good with { Name = "Council (analyst)" })!.Code.ShouldBe("no-provider-name");
        ProviderRules.WhyNot(Good with { ClientId = "" })!.Code.ShouldBe("no-client-id");
        ProviderRules.WhyNot(Good with { GroupsClaim = "the groups" })!.Code.ShouldBe("no-groups-claim");
    }

    [Fact]
    public void A_person_is_called_the_same_at_each_sign_in_and_otherwise_under_another_issuer()
    {
        var name = ProviderRules.NameOf(Good, "subject");
        name.ShouldStartWith("Quillshire Council, person ");
        ProviderRules.NameOf(Good, "subject").ShouldBe(name);
        ProviderRules.NameOf(Good, "subject2").ShouldNotBe(name);
        ProviderRules.NameOf(Good with { Issuer = "https://other.example.org" }, "subject").ShouldNotBe(name);
    }

    [Theory]
    [InlineData("https://login.example.org/token", true)]
    [InlineData("https://login.example.org:443/keys", true)]
    [InlineData("https://keys.example.org/keys", true)]
    [InlineData("https://tokens.example.org:8443/token", true)]
    [InlineData("https://login.example.org:8443/token", false)]
    [InlineData("http://login.example.org/token", false)]
    [InlineData("http://keys.example.org/keys", false)]
    [InlineData("https://tokens.example.org/token", false)]
    [InlineData("https://keys.example.org.evil.example/keys", false)]
    [InlineData("https://evil.example/keys.example.org", false)]
    public void Only_the_issuer_s_host_and_those_that_were_named_are_asked(string address, bool allowed) =>
        ProviderRules.MayBeAsked(Good with { Hosts = ["keys.example.org", "tokens.example.org:8443"] }, new Uri(address)).ShouldBe(allowed);

    [Theory]
    [InlineData("https://login.example.org", "keys.example.org", true)]
    [InlineData("https://login.example.org", "keys.example.org:8443", true)]
    [InlineData("https://login.example.org", "192.0.2.7", true)]
    [InlineData("http://127.0.0.1:4000", "127.0.0.2:4000", true)]
    [InlineData("https://login.example.org", "keys.example.org:443", false)]
    [InlineData("https://login.example.org", "https://keys.example.org", false)]
    [InlineData("https://login.example.org", "keys.example.org/keys", false)]
    [InlineData("https://login.example.org", "Keys.example.org", false)]
    [InlineData("https://login.example.org", "*.example.org", false)]
    [InlineData("https://login.example.org", "somebody@keys.example.org", false)]
    [InlineData("https://login.example.org", "keys.example.org tokens.example.org", false)]
    [InlineData("https://login.example.org", "", false)]
    [InlineData("http://127.0.0.1:4000", "keys.example.org", false)]
    public void A_host_is_named_as_addresses_have_it_and_beside_http_only_on_this_machine(string issuer, string host, bool taken) =>
        (ProviderRules.WhyNot(Good with { Issuer = issuer, Hosts = [host] })?.Code ?? "").ShouldBe(taken ? "" : "not-a-host");

    [Fact]
    public async Task An_address_of_another_host_is_not_asked_at_all()
    {
        using var client = OnlyNamedHosts.Client(Good);
        (await Should.ThrowAsync<UnnamedHostException>(() => client.GetAsync(new Uri("https://tokens.example.org/")))).Host.ShouldBe("tokens.example.org");
    }

    [Fact]
    public void Settings_are_the_same_where_their_hosts_are()
    {
        (Good with { Hosts = ["a.example.org"] }).ShouldBe(Good with { Hosts = ["a.example.org"] });
        (Good with { Hosts = ["a.example.org"] }).ShouldNotBe(Good);
    }

    [Fact]
    public void A_sign_in_by_the_provider_is_renewed_before_it_ends_and_ends_before_that_by_a_password()
    {
        var at = new SignIn(Guid.Empty, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "");
        SignedIn By(AccountKind kind) => new(new Account { Id = Guid.Empty, Kind = kind, SignInName = "", Name = "", IsEnabled = true, HasSecondFactor = false, LockedUntil = DateTimeOffset.UnixEpoch, Grants = [] }, at);
        (bool Renewed, bool Open) After(AccountKind kind, int minutes) => (By(kind).IsToBeRenewedAt(at.Started.AddMinutes(minutes)), By(kind).IsOpenAt(at.Started.AddMinutes(minutes)));
        After(AccountKind.Provider, 29).ShouldBe((false, true));
        After(AccountKind.Provider, 30).ShouldBe((true, true));
        After(AccountKind.Provider, 59).ShouldBe((true, true));
        After(AccountKind.Provider, 60).ShouldBe((true, false));
        After(AccountKind.Own, 479).ShouldBe((false, true));
        After(AccountKind.Own, 480).ShouldBe((false, false));
    }
}
