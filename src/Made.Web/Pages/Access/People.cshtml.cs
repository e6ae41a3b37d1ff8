using Made.Core.Access;
using Made.Core.Accounts;
using Made.Core.Mail;
using Made.Web.Composition;
using Made.Web.Exchange;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Access;

/// <summary>Everybody with an account, and the grants that wait for a second administrator.</summary>
public sealed class PeopleModel(Partnership partnership) : PageModel
{
    public IReadOnlyList<Account> Everybody { get; private set; } = [];

    public IReadOnlyList<(Account Account, DatedGrant Grant)> Waiting { get; private set; } = [];

    /// <summary>Whom the mail server's answers keep from being told, and how often it was tried.</summary>
    public IReadOnlyList<string> Unsent { get; private set; } = [];

    public string Summary => Waiting.Count switch
    {
        0 => "No grant waits for a decision.",
        1 => "One grant waits for a decision.",
        _ => $"{Waiting.Count} grants wait for a decision.",
    };

    public string ProviderWords { get; private set; } = "";

    public bool IsLocked(Account account) => account.LockedUntil > partnership.Now;

    public string Roles(Account account) =>
        account.Grants.Where(g => g.HoldsOn(partnership.Today)).Select(g => g.Grant.Role.Words()).Distinct().ToList() is { Count: > 0 } roles ? string.Join(", ", roles) : "nothing";

    public async Task OnGetAsync()
    {
        ProviderWords = await partnership.Records.Providers.Find() is { } provider
            ? $"People may also sign in with {provider.Name}: what they may do is what the groups hold that it names at each sign-in, and nobody gets in without such a group."
            : "";
        Unsent = await partnership.Records.Mail.Find() is null ? [] : [.. (await partnership.Records.MailNotices.Failing()).Select(f => $"{f.Name}: {(f.Notice.State == MailNoticeState.GivenUp ? "given up" : $"next try at {LondonTime.Text(f.Notice.NextTry)},")} after {(f.Notice.Tries == 1 ? "one try" : $"{f.Notice.Tries} tries")} since {LondonTime.Text(f.Notice.Made)}. {f.Notice.LastAnswer}.")];
        Everybody = await partnership.Records.Accounts.All();
        Waiting = [.. Everybody.SelectMany(a => a.Grants.Where(g => g.State == GrantState.Proposed).Select(g => (a, g)))];
    }
}
