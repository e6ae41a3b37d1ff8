using System.Globalization;
using Made.Core;
using Made.Core.Access;
using Made.Core.Accounts;
using Made.Core.Register;
using Made.Core.Sharing;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Access;

/// <summary>One account: its grants, and what an administrator does about them. Every deed has a reason and an audit row.</summary>
public sealed class PersonModel(Partnership partnership) : PageModel
{
    public Account Account { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    /// <summary>Where the problem lies.</summary>
    public string Field { get; private set; } = "";

    public string Act { get; private set; } = "";

    public string Why { get; private set; } = "";

    public string Role { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    public IReadOnlyList<string> District { get; private set; } = [];

    public string Clearance { get; private set; } = "";

    public string Until { get; private set; } = "";

    public bool MayChange => AccessMatrix.May(HttpContext.Asking().Person, Resource.People, Deed.Change, ObjectFacts.Kind).Allowed;

    /// <summary>What can be done now: a proposal decided, a grant revoked, the account disabled or enabled.</summary>
    public IReadOnlyList<Choice> Acts =>
    [
        .. Account.Grants.Where(g => g.State == GrantState.Proposed).SelectMany(g => new[]
        {
            new Choice($"approve {g.Id}", $"Approve: {GrantWords.Of(g.Grant)}"), new Choice($"decline {g.Id}", $"Decline: {GrantWords.Of(g.Grant)}"),
        }),
        .. Account.Grants.Where(g => g.State == GrantState.InForce).Select(g => new Choice($"revoke {g.Id}", $"Revoke: {GrantWords.Of(g.Grant)}")),
        Account.IsEnabled ? new Choice("disable", "Disable the account and end its sign-ins") : new Choice("enable", "Enable the account again"),
    ];

    public IReadOnlyList<Choice> Roles { get; } = [.. GrantRules.Given.Select(r => new Choice(r.Code(), r.Words()))];

    public IReadOnlyList<Choice> Organisations =>
        [new("", "None"), .. new Bodies(partnership.Pack.Organisations).On(partnership.Today).OrderBy(o => o.Name, StringComparer.OrdinalIgnoreCase).Select(o => new Choice(o.Id, o.Name))];

    public IReadOnlyList<Choice> Districts => [.. partnership.Areas.Districts.Select(d => new Choice(d.Code.Value, d.Name))];

    public IReadOnlyList<Choice> Clearances { get; } = [.. Enum.GetValues<Marking>().Select(m => new Choice(m.ToString(), m.Words()))];

    public string? ErrorOf(string field) => Field == field ? Problem?.Message : null;

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? act, string? why, string? role, string? organisation, string[] district, string? clearance, string? until)
    {
        if (!await LoadAsync(id) || HttpContext.Asking().SignedIn is not { } who)
            return NotFound();
        (Act, Why, Role, Organisation, District, Clearance, Until) = (act ?? "", (why ?? "").Trim(), role ?? "", organisation ?? "", district, clearance ?? "", (until ?? "").Trim());
        var proposes = Act == "propose";
        if (Why.Length == 0)
            (Field, Problem) = (proposes ? "propose-why" : "why", Web.Accounts.Problems.NoReason());
        else
            (Field, Problem) = proposes ? await ProposeAsync(partnership.Change(who.Account.Name, Why)) : ("act", await DoAsync(who.Account, partnership.Change(who.Account.Name, Why)));
        if (Problem is null)
            return LocalRedirect($"/access/people/{id}");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<(string Field, Problem? Problem)> ProposeAsync(Change change)
    {
        var last = DateOnly.MaxValue;
        if (!Core.Access.Roles.TryFind(Role, out var given))
            return ("role", Core.Accounts.Problems.NoSuchRole(Role));
        if (Until.Length > 0 && !DateOnly.TryParseExact(Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out last))
            return ("until", Web.Accounts.Problems.NotADay(Until));
        var grant = new DatedGrant
        {
            Id = Guid.Empty,
            Grant = new Grant
            {
                Role = given,
                Organisation = Organisation,
                Districts = [.. District.Select(d => new AreaCode(d))],
                Clearance = Enum.TryParse<Marking>(Clearance, out var marking) ? marking : Marking.Official,
            },
            From = partnership.Today,
            Until = last,
            State = GrantState.Proposed,
            ProposedBy = change.By,
            DecidedBy = "",
        };
        if (GrantRules.WhyNot(grant, partnership.Pack.Organisations.Select(o => o.Id), partnership.Areas.Districts.Select(d => d.Code)) is { } refused)
            return (refused.Code == "ends-before-it-begins" ? "until" : "role", refused);
        return ("role", (await partnership.Records.Accounts.Propose(Account.Id, grant, change)).Problem);
    }

    private async Task<Problem?> DoAsync(Account administrator, Change change)
    {
        var (accounts, parts) = (partnership.Records.Accounts, Act.Split(' '));
        var grant = Account.Grants.FirstOrDefault(g => parts.Length == 2 && g.Id.ToString() == parts[1])?.Id ?? Guid.Empty;
        return parts[0] switch
        {
            "approve" or "decline" => (await accounts.Decide(grant, administrator, parts[0] == "approve", change)).Problem,
            "revoke" => (await accounts.Revoke(grant, change)).Problem,
            "disable" => (await accounts.Disable(Account.Id, change)).Problem,
            "enable" => (await accounts.Enable(Account.Id, change)).Problem,
            _ => Web.Accounts.Problems.NothingChosen(),
        };
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        Account = (await partnership.Records.Accounts.All()).FirstOrDefault(a => a.Id == id)!;
        return Account is not null;
    }
}
