using System.Security.Cryptography;
using Made.Core;
using Made.Core.Accounts;
using Made.Web.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Accounts;

/// <summary>Enrols an authenticator once a code of it was right, and shows the recovery codes that one time; or removes it.</summary>
[ResponseCache(NoStore = true)]
public sealed class SecondFactorModel(Partnership partnership, CodeKeys keys) : PageModel
{
    private const string Why = "Own account page";
    private SignedIn who = null!;

    public bool Enrols { get; private set; }

    /// <summary>The key that is offered, as it is typed into the app.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The same key on its way through the form, encrypted.</summary>
    public string Offer { get; private set; } = "";

    public string Link => $"otpauth://totp/MADE:{Uri.EscapeDataString(who.Account.Name)}?secret={Key}&issuer=MADE";

    public IReadOnlyList<string> Recovery { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public IActionResult OnGet(string act)
    {
        if (!Begin(act))
            return LocalRedirect("/sign-in");
        if (who.Account.Kind != AccountKind.Own || Enrols == who.Account.HasSecondFactor)
            return LocalRedirect("/account");
        if (Enrols)
            Show(RandomNumberGenerator.GetBytes(OneTimeCode.KeyBytes));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string act, string? offer, string? code, string? current)
    {
        if (!Begin(act))
            return LocalRedirect("/sign-in");
        var change = partnership.Change(who.Account.Name, Why);
        if (!Enrols)
        {
            Problem = await partnership.Records.AccountSecrets.RemoveSecondFactor(who, hash => Passwords.IsOf(hash, current ?? ""), change);
            return Problem is null ? LocalRedirect("/account?done=removed") : Refused();
        }
        if (keys.Taken(who.Account.Id, offer ?? "") is not { } key)
            return LocalRedirect("/account/second-factor/enrol");
        Show(key);
        if (OneTimeCode.StepOf(key, code ?? "", change.At, 0) is not { } step)
        {
            Problem = Core.Accounts.Problems.CodeNotRight();
            return Refused();
        }
        var made = Enumerable.Range(0, RecoveryCodes.Count).Select(_ => RecoveryCodes.Words(RandomNumberGenerator.GetBytes(RecoveryCodes.Bytes))).ToList();
        Problem = await partnership.Records.AccountSecrets.Enrol(who, key, step, made.Select(RecoveryCodes.Hash), change);
        if (Problem is not null)
            return Refused();
        Recovery = made;
        return Page();
    }

    private bool Begin(string act)
    {
        Enrols = act == "enrol";
        who = HttpContext.Asking().SignedIn!;
        return who is not null;
    }

    private void Show(byte[] key) => (Key, Offer) = (Base32.Text(key), keys.Offer(who.Account.Id, key));

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
