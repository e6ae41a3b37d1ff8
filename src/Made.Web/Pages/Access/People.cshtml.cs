using Made.Core.Access;
using Made.Core.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Access;

/// <summary>Everybody with an account, and the grants that wait for a second administrator.</summary>
public sealed class PeopleModel(Partnership partnership) : PageModel
{
    public IReadOnlyList<Account> Everybody { get; private set; } = [];

    public IReadOnlyList<(Account Account, DatedGrant Grant)> Waiting { get; private set; } = [];

    public string Summary => Waiting.Count switch
    {
        0 => "No grant waits for a decision.",
        1 => "One grant waits for a decision.",
        _ => $"{Waiting.Count} grants wait for a decision.",
    };

    public bool IsLocked(Account account) => account.LockedUntil > partnership.Now;

    public string Roles(Account account) =>
        account.Grants.Where(g => g.HoldsOn(partnership.Today)).Select(g => g.Grant.Role.Words()).Distinct().ToList() is { Count: > 0 } roles ? string.Join(", ", roles) : "nothing";

    public async Task OnGetAsync()
    {
        Everybody = await partnership.Records.Accounts.All();
        Waiting = [.. Everybody.SelectMany(a => a.Grants.Where(g => g.State == GrantState.Proposed).Select(g => (a, g)))];
    }
}
