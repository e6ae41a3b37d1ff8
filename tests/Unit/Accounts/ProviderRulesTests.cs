using Made.Core.Accounts;
using Made.Web.Accounts;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Accounts;

public sealed class ProviderRulesTests
{
    private static readonly IdentityProvider Good = new() { Name = "Quillshire Council", Issuer = "https://login.example.org/tenant/v2.0", ClientId = "made", GroupsClaim = "groups" };

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
    [InlineData("https://login.example.org:8443/token", false)]
    [InlineData("http://login.example.org/token", false)]
    [InlineData("https://tokens.example.org/token", false)]
    [InlineData("https://login.example.org.evil.example/token", false)]
    public void Only_the_provider_s_own_host_is_asked(string address, bool allowed) => OnlyThisHost.Allows(new Uri(Good.Issuer), new Uri(address)).ShouldBe(allowed);

    [Fact]
    public async Task An_address_of_another_host_is_not_asked_at_all()
    {
        using var client = OnlyThisHost.Client(Good.Issuer);
        (await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri("https://tokens.example.org/")))).Message.ShouldContain("only login.example.org is asked");
    }
}
