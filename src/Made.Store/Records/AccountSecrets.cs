using Made.Core;
using Made.Core.Accounts;
using Made.Store.Vault;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>What opens an account: its password and its second factor. Audit rows say that they changed, never what they are.</summary>
public sealed class AccountSecrets
{
    private readonly RecordsSource source;
    private readonly SealedFields fields;

    internal AccountSecrets(RecordsSource source, SealedFields fields) => (this.source, this.fields) = (source, fields);

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
    /// <param name="codeKey">Its key.</param>
    /// <param name="step">The step of that code: it cannot be used again.</param>
    /// <param name="recoveryHashes">Of the recovery codes shown.</param>
    /// <param name="change">By the account's name.</param>
    public Task<Problem?> Enrol(SignedIn who, byte[] codeKey, long step, IEnumerable<string> recoveryHashes, Change change) => source.Write(AccountRecords.Turn, change, async writing =>
    {
        var row = await writing.Db.Accounts.SingleAsync(a => a.Id == who.Account.Id);
        if (row.Kind != AccountRecords.Own)
            return Core.Accounts.Problems.NotOpenedHere(who.Account);
        if (row.CodeKey.Length > 0)
            return Core.Accounts.Problems.SecondFactorAsked();
        if (!(await Sealed(writing, row.Id, codeKey)).Succeeded(out var kept, out var problem))
            return problem;
        await SignInRecords.EndAll(writing, row.Id, who.At.Id);
        (row.CodeKey, row.CodeStep, row.RecoveryCodes) = (kept, step, string.Join(' ', recoveryHashes));
        writing.Note(ChangeKinds.SecondFactorEnrolled, row.Name);
        return null;
    });

    /// <summary>
    /// Takes over, once, what a home of an earlier version kept in place of keys. What cannot be read is left: its owner gets in by a recovery code and
    /// enrols anew.
    /// </summary>
    /// <param name="earlier">Told the account and what was kept, gives the key; null where it is not to be read.</param>
    /// <param name="change">Who starts the program.</param>
    /// <returns>How many were taken over.</returns>
    public async Task<int> TakeOver(Func<Guid, string, byte[]?> earlier, Change change)
    {
        if ((await source.Select($"SELECT code_key FROM {SealedColumn.CodeKey.Rows}", r => r.GetString(0))).Count == 0)
            return 0;
        return await source.Write(AccountRecords.Turn, change, async writing =>
        {
            var taken = 0;
            foreach (var row in await writing.Db.Accounts.Where(a => a.CodeKey != "").ToListAsync())
                if (fields.Open(Place(row.Id), row.CodeKey).Succeeded(out var text, out _) && KeyOf(text) is null && earlier(row.Id, text) is { } key
                    && (await Sealed(writing, row.Id, key)).Succeeded(out var kept, out _))
                {
                    row.CodeKey = kept;
                    taken++;
                }
            if (taken > 0)
                writing.Note(ChangeKinds.VaultColumnSealed, $"{SealedColumn.CodeKey.Name}: {taken} of an earlier version");
            return taken;
        });
    }

    /// <summary>The key of an account's authenticator; null where it is broken, destroyed or of an earlier version.</summary>
    internal static byte[]? KeyOf(SealedFields fields, AccountRow row) => fields.Open(Place(row.Id), row.CodeKey).Succeeded(out var text, out _) ? KeyOf(text) : null;

    private static byte[]? KeyOf(string text)
    {
        var key = new byte[OneTimeCode.KeyBytes];
        return Convert.TryFromBase64String(text, key, out var length) && length == key.Length ? key : null;
    }

    private static SealedPlace Place(Guid account) => SealedColumn.CodeKey.At(account.ToString());

    private Task<Outcome<string>> Sealed(Writing writing, Guid account, byte[] key) => fields.Seal(writing, Place(account), Convert.ToBase64String(key));

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
