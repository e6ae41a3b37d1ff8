using System.CommandLine;
using System.Text.Json;
using Made.Core.Accounts;
using Made.Web.Accounts;
using Made.Web.Exchange;

namespace Made.Web.Commands;

/// <summary>The identity provider, and its groups that hold grants: set at the machine, because its secret is.</summary>
internal static class ProviderCommand
{
    private const string By = "made account provider";

    public static Command Provider() => new("provider", "Works on the identity provider that people sign in with besides passwords (OpenID Connect).") { Set(), Show(), Clear() };

    public static Command AddGroup()
    {
        var name = new Argument<string>("NAME") { Description = "As it will stand in the audit, such as \"County analysts of the council\"." };
        var value = new Option<string>("--value") { Description = "As the provider's tokens write it: for Entra ID the group's object id, or the application role's value.", Required = true };
        return new Command("add-group", "Adds a group of the identity provider; whoever signs in as its member has what 'made account grant' gives it.") { name, value }.Runs(async (partnership, parsed, _) =>
        {
            var (called, written) = (parsed.GetValue(name)!, parsed.GetValue(value)!);
            if (SignInRules.WhyNot(called, "group") is { } unnamed)
                return Say.Refused(unnamed);
            if (!(await partnership.Records.Providers.AddGroup(called, written, partnership.Change("made account add-group", "Added at the machine"))).Succeeded(out var group, out var problem))
                return Say.Refused(problem);
            Say.Result($"{group.Name} is {group.SignInName}. It lets nobody in before it is granted a role.");
            return 0;
        });
    }

    private static Command Set()
    {
        var name = new Option<string>("--name") { Description = "Whose people sign in with it; stands on the button and in the audit.", Required = true };
        var issuer = new Option<string>("--issuer") { Description = "The issuer, exactly as its tokens name it.", Required = true };
        var client = new Option<string>("--client-id") { Description = "By which it knows this site.", Required = true };
        var groups = new Option<string>("--groups-claim") { Description = "The claim that holds groups: 'groups', or 'roles' for application roles.", DefaultValueFactory = _ => "groups" };
        var hosts = new Option<string[]>("--host") { Description = "A further host that may be asked, where tokens or keys lie on another than the issuer's; given once for each." };
        return new Command("set", "Sets it, in place of any other; its client secret is asked for on standard input and kept sealed.") { name, issuer, client, groups, hosts }.Runs(async (partnership, parsed, _) =>
        {
            var provider = new IdentityProvider
            {
                Name = parsed.GetValue(name)!.Trim(),
                Issuer = parsed.GetValue(issuer)!.Trim(),
                ClientId = parsed.GetValue(client)!.Trim(),
                GroupsClaim = parsed.GetValue(groups)!.Trim(),
                Hosts = [.. (parsed.GetValue(hosts) ?? []).Select(h => h.Trim()).Distinct(StringComparer.Ordinal)],
            };
            if (ProviderRules.WhyNot(provider) is { } unfit)
                return Say.Refused(unfit);
            if (!PasswordPrompt.Secret("Client secret (not shown): ").Succeeded(out var secret, out var problem))
                return Say.Refused(problem);
            if (await partnership.Records.Providers.Set(provider, secret, partnership.Change($"{By} set", "Set at the machine")) is { } refused)
                return Say.Refused(refused);
            Say.Result($"People may sign in with {provider.Name}. Register these addresses there: https://THIS-SITE{ProviderDoor.Back} and, to come back to after signing out, https://THIS-SITE{ProviderDoor.SignedOut}");
            Say.Message($"This site asks {Asked(provider)}, and no other host.");
            Say.Message("Nobody gets in by it before a group holds a grant: made account add-group, then made account grant.");
            return 0;
        });
    }

    private static Command Show() => new Command("show", "Shows it, without its secret.").Runs(async (partnership, parsed, _) =>
    {
        var provider = await partnership.Records.Providers.Find();
        if (parsed.GetValue(CommandLine.Json))
            Say.Result(JsonSerializer.Serialize(provider is null ? null : new { name = provider.Name, issuer = provider.Issuer, clientId = provider.ClientId, groupsClaim = provider.GroupsClaim, hosts = provider.Hosts }, ReceiptJson.Options));
        else
            Say.Result(provider is null ? "No identity provider is set; people sign in with passwords of this site." : $"{provider.Name}: issuer {provider.Issuer}, client {provider.ClientId}, groups in the claim '{provider.GroupsClaim}'. This site asks {Asked(provider)}, and no other host.");
        return 0;
    });

    private static string Asked(IdentityProvider provider) => string.Join(", ", [new Uri(provider.Issuer).Authority, .. provider.Hosts]);

    private static Command Clear()
    {
        var reason = new Option<string>("--reason") { Description = "Why; kept with the change.", Required = true };
        return new Command("clear", "Takes it away, and ends every sign-in that it began.") { reason }.Runs(async (partnership, parsed, _) =>
        {
            if (await partnership.Records.Providers.Clear(partnership.Change($"{By} clear", parsed.GetValue(reason)!)) is { } problem)
                return Say.Refused(problem);
            Say.Result("Nobody signs in with an identity provider any more.");
            return 0;
        });
    }
}
