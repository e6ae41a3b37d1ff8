using Made.Core.Accounts;
using Made.Store.Records;
using Made.Web.Composition;

namespace Made.Web.Accounts;

/// <summary>The two steps through the door: a password, then a code where the account has a second factor.</summary>
public sealed class SigningIn(Partnership partnership)
{
    private const string Why = "Sign-in page";

    public async Task<SignInAnswer> PasswordAsync(string name, string password, string place)
    {
        var signIns = partnership.Records.SignIns;
        if (await partnership.Records.Accounts.Find(name) is { Kind: AccountKind.Own } account)
            return await signIns.Try(account.Id, hash => Passwords.IsOf(hash, password), place, partnership.Change(account.Name, Why));
        Passwords.CheckInVain(password);
        return await signIns.FailUnknown(partnership.Change("visitor", Why));
    }

    public async Task<SignInAnswer> CodeAsync(Guid account, string code, string place)
    {
        var now = partnership.Now;
        return (await partnership.Records.Accounts.All()).FirstOrDefault(a => a.Id == account) is not { } held
            ? new SignInAnswer.Refused()
            : await partnership.Records.SignIns.TryCode(
                account, (key, last) => OneTimeCode.StepOf(key, code, now, last), RecoveryCodes.Hash(code), place, partnership.Change(held.Name, Why));
    }
}
