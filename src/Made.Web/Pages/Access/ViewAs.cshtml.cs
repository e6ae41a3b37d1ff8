using Made.Core;
using Made.Core.Access;
using Made.Core.Accounts;
using Made.Core.Register;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Access;

/// <summary>Begins and ends to look at the site as somebody with another grant would.</summary>
public sealed class ViewAsModel(Partnership partnership) : PageModel
{
    /// <summary>Whom one looks as now; null where as oneself.</summary>
    public Grant? Now => HttpContext.Asking().SignedIn?.At.LooksAs;

    /// <summary>A page that opens to them and whose content is not shown.</summary>
    public string Open { get; private set; } = "";

    public bool Refused { get; private set; }

    public Problem? Problem { get; private set; }

    public string Field { get; private set; } = "";

    public string Role { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    public IReadOnlyList<string> District { get; private set; } = [];

    public string Why { get; private set; } = "";

    public IReadOnlyList<Choice> Roles { get; } = [.. GrantRules.Viewed.Select(r => new Choice(r.Code(), r.Words()))];

    public IReadOnlyList<Choice> Organisations =>
        [new("", "None"), .. new Bodies(partnership.Pack.Organisations).On(partnership.Today).OrderBy(o => o.Name, StringComparer.OrdinalIgnoreCase).Select(o => new Choice(o.Id, o.Name))];

    public IReadOnlyList<Choice> Districts => [.. partnership.Areas.Districts.Select(d => new Choice(d.Code.Value, d.Name))];

    public string? ErrorOf(string field) => Field == field ? Problem?.Message : null;

    public IActionResult OnGet(string? open, string? refused)
    {
        (Open, Refused) = (Url.IsLocalUrl(open) ? open! : "", refused is not null);
        return HttpContext.Asking().SignedIn is null ? LocalRedirect("/sign-in") : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? act, string? role, string? organisation, string[] district, string? why)
    {
        if (HttpContext.Asking().SignedIn is not { } who)
            return LocalRedirect("/sign-in");
        var change = partnership.Change(who.Account.Name, (why ?? "").Trim());
        if (act == "end")
        {
            await partnership.Records.SignIns.Look(who, null, change);
            return LocalRedirect("/access/people");
        }
        (Role, Organisation, District, Why) = (role ?? "", organisation ?? "", district, change.Why);
        if (Why.Length == 0)
            (Field, Problem) = ("why", Web.Accounts.Problems.NoReason());
        else if (!Core.Access.Roles.TryFind(Role, out var viewed))
            (Field, Problem) = ("role", Core.Accounts.Problems.NoSuchRole(Role));
        else
        {
            var grant = new Grant { Role = viewed, Organisation = Organisation, Districts = [.. District.Select(d => new AreaCode(d))], Clearance = Core.Sharing.Marking.OfficialSensitive };
            (Field, Problem) = ("role", GrantRules.WhyNotLookAs(grant, partnership.Pack.Organisations.Select(o => o.Id), partnership.Areas.Districts.Select(d => d.Code)));
            if (Problem is null)
                await partnership.Records.SignIns.Look(who, grant, change);
        }
        if (Problem is null)
            return LocalRedirect("/");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
