using System.CommandLine;
using Made.Core.Access;
using Made.Core.Accounts;
using Made.Core.Register;
using Made.Core.Sharing;
using Made.Web.Composition;

namespace Made.Web.Commands;

/// <summary>Roles given and taken at the machine.</summary>
internal static class GrantCommand
{
    public static Command Grant()
    {
        var role = new Argument<string>("ROLE") { Description = $"One of {string.Join(", ", GrantRules.Given.Select(r => r.Code()))}." };
        var organisation = new Option<string>("--organisation") { Description = "The body on whose behalf: its id in the pack.", DefaultValueFactory = _ => "" };
        var district = new Option<string[]>("--district") { Description = "A district that it is limited to, by code; may be given several times.", DefaultValueFactory = _ => [] };
        var sensitive = new Option<bool>("--official-sensitive") { Description = "Reaches to OFFICIAL-SENSITIVE; to OFFICIAL otherwise." };
        var from = new Option<DateOnly?>("--from") { Description = "First day (yyyy-MM-dd); today otherwise.", CustomParser = CommandLine.Day };
        var until = new Option<DateOnly?>("--until") { Description = "Last day (yyyy-MM-dd); without end otherwise.", CustomParser = CommandLine.Day };
        var name = AccountCommand.Name();
        var command = AccountCommand.OnAccount(new Command("grant", "Proposes a role for an account, for a time; an administrator approves it at /access/people."), name, async (partnership, account, parsed) =>
            !Roles.TryFind(parsed.GetValue(role)!, out var given)
                ? Say.Refused(Core.Accounts.Problems.NoSuchRole(parsed.GetValue(role)!))
                : await GiveAsync(partnership, account, new Grant
                {
                    Role = given,
                    Organisation = parsed.GetValue(organisation)!,
                    Districts = [.. parsed.GetValue(district)!.Select(d => new AreaCode(d))],
                    Clearance = parsed.GetValue(sensitive) ? Marking.OfficialSensitive : Marking.Official,
                }, parsed.GetValue(from) ?? partnership.Today, parsed.GetValue(until) ?? DateOnly.MaxValue));
        foreach (var option in new Option[] { organisation, district, sensitive, from, until })
            command.Add(option);
        command.Add(role);
        return command;
    }

    public static Command Revoke()
    {
        var role = new Argument<string>("ROLE") { Description = "The role to take away, or the id of one grant (made account list --json)." };
        var reason = new Option<string>("--reason") { Description = "Why; kept with the change.", Required = true };
        var command = AccountCommand.OnAccount(new Command("revoke", "Takes a role away; it holds from the next request.") { reason }, AccountCommand.Name(), async (partnership, account, parsed) =>
        {
            var what = parsed.GetValue(role)!;
            var grants = account.Grants.Where(g => g.State is GrantState.InForce or GrantState.Proposed && (g.Id.ToString() == what || g.Grant.Role.Code() == what)).ToList();
            if (grants.Count == 0)
                return Say.Refused(Core.Accounts.Problems.NoSuchGrant(what));
            foreach (var grant in grants)
            {
                if (!(await partnership.Records.Accounts.Revoke(grant.Id, partnership.Change("made account revoke", parsed.GetValue(reason)!))).Succeeded(out var revoked, out var problem))
                    return Say.Refused(problem);
                Say.Result($"{account.Name} no longer: {GrantWords.Of(revoked.Grant)}.");
            }
            return 0;
        });
        command.Add(role);
        return command;
    }

    public static async Task<int> GiveAsync(Partnership partnership, Account account, Grant grant, DateOnly from, DateOnly until)
    {
        var dated = new DatedGrant { Id = Guid.Empty, Grant = grant, From = from, Until = until, State = GrantState.Proposed, ProposedBy = "", DecidedBy = "" };
        if (GrantRules.WhyNot(dated, partnership.Pack.Organisations.Select(o => o.Id), partnership.Areas.Districts.Select(d => d.Code)) is { } refused)
            return Say.Refused(refused);
        if (!(await partnership.Records.Accounts.Propose(account.Id, dated, partnership.Change("made account grant", "At the machine"))).Succeeded(out var given, out var problem))
            return Say.Refused(problem);
        Say.Result($"{account.Name}: {GrantWords.Of(given)}.");
        Say.Message(given.State == GrantState.Proposed
            ? "It takes effect when an administrator approves it at /access/people."
            : "FIRST ADMINISTRATOR: made by one person, and the audit says so. Every further grant needs an administrator who did not propose it.");
        return 0;
    }
}
