using Made.Core;
using Made.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>What opens an account: its password and its second factor. Audit rows say that they changed, never what they are.</summary>
public sealed class AccountSecrets
{
    private readonly RecordsSource source;

    internal AccountSecrets(RecordsSource source) => this.source = source;

    /// <summary>Sets a password without asking for the old one, unlocks the account and ends all its sign-ins.</summary>
    public Task<Problem?> SetPassword(Guid account, string hash, Change change) => source.Write(AccountRecords.Turn, change, async writing =>
    {
        if (await writing.Db.Accounts.FindAsync(account) is not { } row)
            return Core.Accounts.Problems.NoSuchAccount(account.ToString());
        if (row.Kind != AccountRecords.Own)
            return Core.Accounts.Problems.NotOpenedHere(AccountRecords.Of(row, []));
        await SignInRecords.EndAll(writing, account);
        (row.PasswordHash, row.Failures, row.LockedUntil) = (hash, 0, 0);
        writing.Note(ChangeKinds.PasswordChanged, row.Name);
        return null;
    });

    /// <summary>Changes the own password and ends every other sign-in.</summary>
    public Task<Problem?> ChangePassword(SignedIn who, Func<string, bool> isRight, string hash, Change change) => Confirmed(who, isRight, change, async (writing, row) =>
    {
        await SignInRecords.EndAll(writing, row.Id, who.At.Id);
        row.PasswordHash = hash;
        writing.Note(ChangeKinds.PasswordChanged, row.Name);
        return null;
    });

    /// <summary>Enrols an authenticator, once a code of it was right.</summary>
    /// <param name="who">Who enrols it.</param>
    /// <param name="codeKey">Its key, protected.</param>
    /// <param name="step">The step of that code: it cannot be used again.</param>
    /// <param name="recoveryHashes">Of the recovery codes shown.</param>
    /// <param name="change">By the account's name.</param>
    public Task<Problem?> Enrol(SignedIn who, string codeKey, long step, IEnumerable<string> recoveryHashes, Change change) => source.Write(AccountRecords.Turn, change, async writing =>
    {
        var row = await writing.Db.Accounts.SingleAsync(a => a.Id == who.Account.Id);
        if (row.Kind != AccountRecords.Own)
            return Core.Accounts.Problems.NotOpenedHere(who.Account);
        if (row.CodeKey.Length > 0)
            return Core.Accounts.Problems.SecondFactorAsked();
        await SignInRecords.EndAll(writing, row.Id, who.At.Id);
        (row.CodeKey, row.CodeStep, row.RecoveryCodes) = (codeKey, step, string.Join(' ', recoveryHashes));
        writing.Note(ChangeKinds.SecondFactorEnrolled, row.Name);
        return null;
    });

    /// <summary>Removes the own second factor, with the password.</summary>
    public Task<Problem?> RemoveSecondFactor(SignedIn who, Func<string, bool> isRight, Change change) => Confirmed(who, isRight, change,
        (writing, row) => Task.FromResult(Forget(writing, row)));

    /// <summary>For somebody who lost authenticator and recovery codes: removes the second factor and ends all sign-ins.</summary>
    public Task<Problem?> ForgetSecondFactor(Guid account, Change change) => source.Write(AccountRecords.Turn, change, async writing =>
    {
        if (await writing.Db.Accounts.FindAsync(account) is not { } row)
            return Core.Accounts.Problems.NoSuchAccount(account.ToString());
        if (Forget(writing, row) is { } none)
            return none;
        await SignInRecords.EndAll(writing, account);
        return null;
    });

    private static Problem? Forget(Writing writing, AccountRow row)
    {
        if (row.CodeKey.Length == 0)
            return Core.Accounts.Problems.NoSecondFactor();
        (row.CodeKey, row.RecoveryCodes) = ("", "");
        writing.Note(ChangeKinds.SecondFactorRemoved, row.Name);
        return null;
    }

    // A wrong password counts here as it does at the door: an open screen is no place to guess it.
    private Task<Problem?> Confirmed(SignedIn who, Func<string, bool> isRight, Change change, Func<Writing, AccountRow, Task<Problem?>> body) => source.Write(AccountRecords.Turn, change, async writing =>
    {
        var row = await writing.Db.Accounts.SingleAsync(a => a.Id == who.Account.Id);
        if (row.LockedUntil > Instants.Micros(change.At) || !isRight(row.PasswordHash))
        {
            SignInRecords.Fail(writing, row, "The password was not right");
            return Core.Accounts.Problems.PasswordNotRight();
        }
        return await body(writing, row);
    });
}
