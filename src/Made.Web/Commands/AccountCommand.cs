using System.CommandLine;
using System.Text.Json;
using Made.Core;
using Made.Core.Access;
using Made.Core.Accounts;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Exchange;

namespace Made.Web.Commands;

/// <summary>Accounts from the machine itself: the first administrator is made here, and whoever locked himself out is helped here.</summary>
internal static class AccountCommand
{
    private const string By = "made account";

    public static Command Build() => new("account", "Works on who may sign in, and with which roles.")
    {
        Add(), List(), Password(),
        Done("disable", "Ends every sign-in of an account and lets nobody in with it.", "is disabled.",
            async (p, a, change) => (await p.Records.Accounts.Disable(a.Id, change)).Problem),
        Done("enable", "Lets a disabled account in again.", "is enabled.",
            async (p, a, change) => (await p.Records.Accounts.Enable(a.Id, change)).Problem),
        Done("drop-second-factor", "For somebody who lost authenticator and recovery codes: the password alone opens the account until a new one is enrolled.", "has no second factor.",
            (p, a, change) => p.Records.AccountSecrets.ForgetSecondFactor(a.Id, change)),
        GrantCommand.Grant(), GrantCommand.Revoke(), ProviderCommand.Provider(), ProviderCommand.AddGroup(), MailCommand.Mail(),
        Required("require", "Asks everybody to sign in, also at this machine.", true), Required("release", "Lets the person at this machine act without signing in again.", false),
    };

    /// <summary>Finds the account that a command names and does something to it.</summary>
    public static Command OnAccount(Command command, Argument<string> name, Func<Partnership, Account, ParseResult, Task<int>> body)
    {
        command.Add(name);
        return command.Runs(async (partnership, parsed, _) =>
            await partnership.Records.Accounts.Find(parsed.GetValue(name)!) is { } account
                ? await body(partnership, account, parsed)
                : Say.Refused(Core.Accounts.Problems.NoSuchAccount(parsed.GetValue(name)!)));
    }

    public static Argument<string> Name() => new("NAME") { Description = "The account's name or sign-in name." };

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = "As it will stand in the audit, such as \"Analyst, northern districts\"." };
        var signInName = new Option<string>("--sign-in-name") { Description = "What is typed to sign in, such as a work e-mail address; stands in no audit row.", Required = true };
        var administrator = new Option<bool>("--administrator") { Description = "With the role of administrator." };
        return new Command("add", "Adds an account; its password is asked for on standard input.") { name, signInName, administrator }.Runs(async (partnership, parsed, _) =>
        {
            var (called, typed) = (parsed.GetValue(name)!, parsed.GetValue(signInName)!);
            if (SignInRules.WhyNot(called, typed) is { } unnamed)
                return Say.Refused(unnamed);
            var draft = new Account { Id = Guid.Empty, Kind = AccountKind.Own, Name = called, SignInName = typed, IsEnabled = true, HasSecondFactor = false, LockedUntil = DateTimeOffset.UnixEpoch, Grants = [] };
            if (!PasswordPrompt.Ask(draft).Succeeded(out var password, out var problem))
                return Say.Refused(problem);
            if (!(await partnership.Records.Accounts.Add(called, typed, Passwords.Hash(password), partnership.Change($"{By} add", "Added at the machine"))).Succeeded(out var account, out problem))
                return Say.Refused(problem);
            Say.Result($"{account.Name} can sign in as {account.SignInName}.");
            return parsed.GetValue(administrator)
                ? await GrantCommand.GiveAsync(partnership, account, new Grant { Role = Role.Administrator }, partnership.Today, DateOnly.MaxValue)
                : 0;
        });
    }

    private static Command List() => new Command("list", "Lists accounts with their grants.").Runs(async (partnership, parsed, _) =>
    {
        var all = await partnership.Records.Accounts.All();
        if (parsed.GetValue(CommandLine.Json))
            Say.Result(JsonSerializer.Serialize(all.Select(a => new
            {
                name = a.Name,
                signInName = a.SignInName,
                kind = a.Kind.ToString().ToLowerInvariant(),
                enabled = a.IsEnabled,
                secondFactor = a.HasSecondFactor,
                locked = a.LockedUntil > partnership.Now,
                grants = a.Grants.Select(g => new { id = g.Id, role = g.Grant.Role.Code(), organisation = g.Grant.Organisation, districts = g.Grant.Districts.Select(d => d.Value), clearance = g.Grant.Clearance.ToString(), from = g.From, until = g.Until, inForce = g.HoldsOn(partnership.Today) }),
            }), ReceiptJson.Options));
        else
            foreach (var a in all)
            {
                Say.Result(a.Kind != AccountKind.Own ? $"{a.Name} ({a.SignInName}), opened by {AccountWords.Of(a)}{(a.IsEnabled ? "" : ", disabled")}" : $"{a.Name} ({a.SignInName}){(a.IsEnabled ? "" : ", disabled")}{(a.LockedUntil > partnership.Now ? ", locked" : "")}, {(a.HasSecondFactor ? "with" : "without")} second factor");
                foreach (var g in a.Grants)
                    Say.Result($"  {g.Grant.Role.Code()}: {GrantWords.Of(g)}");
            }
        Say.Message(partnership.IsSignInRequired ? "Everybody signs in, also at this machine." : "At this machine one may act without signing in: made account require ends that.");
        return 0;
    });

    private static Command Password() => OnAccount(new Command("password", "Sets a new password, asked for on standard input; ends every sign-in and unlocks the account."), Name(), async (partnership, account, _) =>
    {
        if (!PasswordPrompt.Ask(account).Succeeded(out var password, out var problem))
            return Say.Refused(problem);
        problem = await partnership.Records.AccountSecrets.SetPassword(account.Id, Passwords.Hash(password), partnership.Change($"{By} password", "Set at the machine"));
        return problem is null ? Told($"{account.Name} has a new password.") : Say.Refused(problem);
    });

    private static Command Done(string verb, string words, string told, Func<Partnership, Account, Change, Task<Problem?>> body)
    {
        var reason = new Option<string>("--reason") { Description = "Why; kept with the change.", Required = true };
        return OnAccount(new Command(verb, words) { reason }, Name(), async (partnership, account, parsed) =>
            await body(partnership, account, partnership.Change($"{By} {verb}", parsed.GetValue(reason)!)) is { } problem ? Say.Refused(problem) : Told($"{account.Name} {told}"));
    }

    private static Command Required(string verb, string words, bool required) => new Command(verb, words).Runs(async (partnership, _, _) =>
    {
        await partnership.Records.Accounts.RequireSignIn(required, partnership.Change($"{By} {verb}", "Decided at the machine"));
        return Told(required ? "Everybody signs in from now on, also at this machine." : "The person at this machine may act without signing in.");
    });

    private static int Told(string line)
    {
        Say.Result(line);
        return 0;
    }
}
