using System.Globalization;
using Made.Core;
using Made.Core.Access;
using Made.Core.Register;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Exchange;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Access;

/// <summary>Keys by which programs send files: made here, shown once, revoked here.</summary>
public sealed class KeysModel(Partnership partnership) : PageModel
{
    public IReadOnlyList<SendingKey> Keys { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public string Field { get; private set; } = "";

    /// <summary>The text of the key that was just made; null on every other view.</summary>
    public string? Shown { get; private set; }

    public string Name { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    public string Until { get; private set; } = "";

    public string Why { get; private set; } = "";

    public bool MayChange => HttpContext.Asking().SignedIn is not null && AccessMatrix.May(HttpContext.Asking().Person, Resource.People, Deed.Change, ObjectFacts.Kind).Allowed;

    public IReadOnlyList<Choice> Organisations =>
        [.. new Bodies(partnership.Pack.Organisations).On(partnership.Today).OrderBy(o => o.Name, StringComparer.OrdinalIgnoreCase).Select(o => new Choice(o.Id, o.Name))];

    public IReadOnlyList<Choice> Open => [.. Keys.Where(k => k.IsOpen(partnership.Today)).Select(k => new Choice(k.Id.ToString(), $"{k.Name}, for {NameOf(k.Organisation)}"))];

    public string Summary => Open.Count switch
    {
        0 => "No key is open.",
        1 => "One key is open.",
        _ => $"{Open.Count:N0} keys are open.",
    };

    public string NameOf(string organisation) => partnership.Pack.Organisations.FirstOrDefault(o => o.Id == organisation)?.Name ?? organisation;

    public string Standing(SendingKey key) => key.Revoked is { } at ? $"Revoked on {LondonTime.Text(at)}"
        : key.IsOpen(partnership.Today) ? $"Open until {LondonTime.Day(key.Until)}" : $"Ended on {LondonTime.Day(key.Until)}";

    public string? ErrorOf(string field) => Field == field ? Problem?.Message : null;

    public async Task OnGetAsync() => Keys = await partnership.Records.SendingKeys.All();

    public async Task<IActionResult> OnPostAsync(string? act, string? name, string? organisation, string? until, Guid? key, string? why)
    {
        if (HttpContext.Asking().SignedIn is not { } who)
            return NotFound();
        (Name, Organisation, Until, Why) = ((name ?? "").Trim(), organisation ?? "", (until ?? "").Trim(), (why ?? "").Trim());
        var change = partnership.Change(who.Account.Name, Why);
        if (act == "revoke")
            (Field, Problem) = Why.Length == 0 ? ("revoke-why", Web.Accounts.Problems.NoReason()) : ("key", (await partnership.Records.SendingKeys.Revoke(key ?? Guid.Empty, change)).Problem);
        else
            (Field, Problem) = await MakeAsync(change);
        Keys = await partnership.Records.SendingKeys.All();
        if (Problem is not null)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        // Neither a cache nor the way back shows the key again.
        Response.Headers.CacheControl = "no-store";
        return Problem is null && Shown is null ? LocalRedirect("/access/keys") : Page();
    }

    private async Task<(string Field, Problem? Problem)> MakeAsync(Change change)
    {
        if (!DateOnly.TryParseExact(Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last))
            return ("until", Web.Accounts.Problems.NotADay(Until));
        if (SendingKey.WhyNot(Name, Organisation, last, partnership.Pack.Organisations.Select(o => o.Id), partnership.Today) is { } problem)
            return (problem.Code switch { "not-a-key-name" => "name", "not-a-key-day" => "until", _ => "organisation" }, problem);
        if (Why.Length == 0)
            return ("make-why", Web.Accounts.Problems.NoReason());
        (_, Shown) = await partnership.Records.SendingKeys.Add(Name, Organisation, last, change);
        (Name, Organisation, Until, Why) = ("", "", "", "");
        return ("", null);
    }
}
