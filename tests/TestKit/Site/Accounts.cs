using Made.Core;
using Made.Core.Access;
using Made.Core.Accounts;
using Made.Web.Accounts;
using Made.Web.Composition;

namespace Made.TestKit.Site;

/// <summary>Accounts of a test's own site.</summary>
public static class Accounts
{
    public const string Password = "correct horse battery";

    private static readonly Lazy<string> Hash = new(() => Passwords.Hash(Password));

    /// <summary>An account that signs in under its name, with roles in force from today on.</summary>
    public static async Task<Account> AddAsync(Partnership partnership, string name, params Grant[] grants)
    {
        var (accounts, change) = (partnership.Records.Accounts, partnership.Change("test", "Made by a test"));
        var account = Got(await accounts.Add(name, name, Hash.Value, change));
        foreach (var grant in grants)
            Got(await accounts.Give(account.Id, new DatedGrant { Id = Guid.Empty, Grant = grant, From = partnership.Today, Until = DateOnly.MaxValue, State = GrantState.InForce, ProposedBy = "", DecidedBy = "" }, change));
        return account;
    }

    /// <summary>A browser in which somebody signed in, as from another machine: signed out it is a visitor's.</summary>
    public static async Task<Caller> SignedInAsync(LiveSite site, string name)
    {
        var caller = Visitor(site);
        var answer = await caller.SignIn(name, Password);
        return answer.Status == 302 && answer.Headers["Location"] != "/sign-in/code" ? caller : throw new InvalidOperationException($"{name} was not signed in: {answer.Status}");
    }

    public static Caller Visitor(LiveSite site) => new(site.Address, "192.0.2.7");

    private static T Got<T>(Outcome<T> outcome) => outcome.Succeeded(out var value, out var problem) ? value : throw new InvalidOperationException(problem.ToString());
}
