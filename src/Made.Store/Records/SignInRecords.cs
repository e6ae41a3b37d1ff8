using Made.Core;
using Made.Core.Access;
using Made.Core.Accounts;
using Made.Core.Register;
using Made.Core.Sharing;
using Made.Store.Vault;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>What became of trying to sign in.</summary>
public abstract record SignInAnswer
{
    private SignInAnswer()
    {
    }

    /// <summary>Not let in; the reason told is the same whatever it was.</summary>
    public sealed record Refused : SignInAnswer;

    /// <summary>The password was right, and a code is asked for.</summary>
    public sealed record AsksForCode(Guid Account) : SignInAnswer;

    public sealed record Done(Guid Account, SignIn At) : SignInAnswer;
}

/// <summary>
/// Who is signed in where. A password or code is checked inside the transaction that counts it, so that guesses made at once cannot outrun the
/// lock; each leaves its audit row there or is not answered.
/// </summary>
public sealed class SignInRecords
{
    internal const string Open = "open";
    internal const string Ended = "ended";
    private const int LongestPlace = 200;
    private readonly RecordsSource source;
    private readonly SealedFields fields;

    internal SignInRecords(RecordsSource source, SealedFields fields) => (this.source, this.fields) = (source, fields);

    /// <summary>
    /// The account, its grants that are not revoked, and the sign-in of a request; null where the sign-in was ended or the account disabled. One
    /// question of the database, asked for each request, so that a revocation holds from the next.
    /// </summary>
    public async Task<SignedIn?> Find(Guid signIn)
    {
        var rows = await source.Select(
            """
            SELECT a.id, a.sign_in_name, a.name, a.code_key, s.started, s.fresh, s.place, g.id, g.role, g.organisation, g.districts, g.clearance, g."from", g.until, a.kind, s.as_role, s.as_organisation, s.as_districts, s.as_clearance
            FROM sign_ins s JOIN accounts a ON a.id = s.account LEFT JOIN account_grants g ON g.state = 'in-force'
                AND (g.account = a.id OR g.account IN (SELECT m.account FROM sign_in_groups m JOIN accounts held ON held.id = m.account AND held.state = 'enabled' WHERE m.sign_in = s.id))
            WHERE s.id = @id AND s.state = 'open' AND a.state = 'enabled'
            """,
            r => (
                Account: new Account
                {
                    Id = r.GetGuid(0),
                    Kind = AccountRecords.KindOf(r.GetString(14)),
                    SignInName = r.GetString(1),
                    Name = r.GetString(2),
                    IsEnabled = true,
                    HasSecondFactor = r.GetString(3).Length > 0,
                    LockedUntil = DateTimeOffset.UnixEpoch,
                    Grants = r.IsDBNull(7) ? [] :
                    [
                        AccountRecords.Of(new AccountGrantRow
                        {
                            Id = r.GetGuid(7),
                            Account = r.GetGuid(0),
                            Role = r.GetString(8),
                            Organisation = r.GetString(9),
                            Districts = r.GetString(10),
                            Clearance = r.GetString(11),
                            From = r.GetFieldValue<DateOnly>(12),
                            Until = r.GetFieldValue<DateOnly>(13),
                            State = AccountRecords.InForce,
                            ProposedBy = "",
                            DecidedBy = "",
                        }),
                    ],
                },
                At: new SignIn(signIn, Instants.Of(r.GetInt64(4)), Instants.Of(r.GetInt64(5)), r.GetString(6)) { LooksAs = GrantOf(r.GetString(15), r.GetString(16), r.GetString(17), r.GetString(18)) }),
            ("@id", signIn));
        return rows.Count == 0 ? null : new SignedIn(rows[0].Account with { Grants = [.. rows.SelectMany(r => r.Account.Grants)] }, rows[0].At);
    }

    /// <summary>Where an account is signed in, the newest first.</summary>
    public Task<IReadOnlyList<SignIn>> Of(Account account, DateTimeOffset now) => source.Read<IReadOnlyList<SignIn>>(async db =>
        [.. (await db.SignIns.Where(s => s.Account == account.Id && s.State == Open).ToListAsync()).Select(Of).Where(s => s.IsOpenAt(now, account.Kind)).OrderByDescending(s => s.Started)]);

    /// <summary>Tries a password.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="isRight">Told the kept hash, says whether it is of the password given.</param>
    /// <param name="place">The browser as it calls itself.</param>
    /// <param name="change">By the account's name.</param>
    public Task<SignInAnswer> Try(Guid account, Func<string, bool> isRight, string place, Change change) => Trying(account, change, async (writing, row) =>
        !isRight(row.PasswordHash) ? Fail(writing, row, "The password was not right")
        : row.CodeKey.Length > 0 ? new SignInAnswer.AsksForCode(account)
        : await Begin(writing, row, place, Instants.Micros(change.At)));

    /// <summary>Tries a code of the authenticator, or a recovery code, after the password was right.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="stepOf">Told the kept key and the last step used, says the code's step or that it is not right.</param>
    /// <param name="recoveryHash">The hash that the code has if it is a recovery code.</param>
    /// <param name="place">The browser as it calls itself.</param>
    /// <param name="change">By the account's name.</param>
    public Task<SignInAnswer> TryCode(Guid account, Func<byte[], long, long?> stepOf, string recoveryHash, string place, Change change) => Trying(account, change, async (writing, row) =>
        TakeCode(writing, row, stepOf, recoveryHash) ? await Begin(writing, row, place, Instants.Micros(change.At)) : Fail(writing, row, "The code was not right or was used before"));

    /// <summary>Password or code were given again, before a deed of weight.</summary>
    public Task<bool> Freshen(SignedIn who, Func<string, bool> isRight, Func<byte[], long, long?> stepOf, Change change) => source.Write(AccountRecords.Turn, change, async writing =>
    {
        if (await writing.Db.Accounts.FindAsync(who.Account.Id) is not { } row || await writing.Db.SignIns.FindAsync(who.At.Id) is not { State: Open } at)
            return false;
        var step = row.CodeKey.Length > 0 && AccountSecrets.KeyOf(fields, row) is { } key ? stepOf(key, row.CodeStep) : null;
        if (row.LockedUntil > Instants.Micros(change.At) || (step is null && !isRight(row.PasswordHash)))
        {
            Fail(writing, row, "Neither password nor code was right");
            return false;
        }
        (row.CodeStep, row.Failures, at.Fresh) = (step ?? row.CodeStep, 0, Instants.Micros(change.At));
        writing.Note(ChangeKinds.SignInRenewed, row.Name);
        return true;
    });

    /// <summary>Looks from the next request on as somebody with another grant would, or, where none is given, as itself again.</summary>
    public Task<bool> Look(SignedIn who, Grant? grant, Change change) => source.Write(AccountRecords.Turn, change, async writing =>
    {
        if (await writing.Db.SignIns.FindAsync(who.At.Id) is not { State: Open } at || (at.AsRole.Length == 0 && grant is null))
            return false;
        writing.Note(ChangeKinds.ViewedAs, who.Account.Name, grant is null ? "Ended to look as another" : $"Began to look as: {GrantWords.Of(grant)}. {change.Why}");
        (at.AsRole, at.AsOrganisation) = (grant?.Role.Code() ?? "", grant?.Organisation ?? "");
        (at.AsDistricts, at.AsClearance) = (string.Join(' ', grant?.Districts ?? []), grant?.Clearance.ToString() ?? "");
        return true;
    });

    /// <summary>Nobody was named by what was typed: the row does not repeat it, people type passwords there.</summary>
    public Task<SignInAnswer> FailUnknown(Change change) => source.Write<SignInAnswer>(AccountRecords.Turn, change, writing =>
    {
        writing.Note(ChangeKinds.SignInFailed, "unknown sign-in name");
        return Task.FromResult<SignInAnswer>(new SignInAnswer.Refused());
    });

    /// <summary>The cookie of this sign-in is worth nothing from now on.</summary>
    public Task<bool> End(SignedIn who, Change change) => source.Write(AccountRecords.Turn, change, async writing =>
    {
        if (await writing.Db.SignIns.FindAsync(who.At.Id) is not { State: Open } row)
            return false;
        row.State = Ended;
        writing.Note(ChangeKinds.SignedOut, who.Account.Name);
        return true;
    });

    /// <summary>Ends every other sign-in of the account.</summary>
    public Task<int> EndOthers(SignedIn who, Change change) => source.Write(AccountRecords.Turn, change, async writing =>
    {
        var ended = await EndAll(writing, who.Account.Id, who.At.Id);
        if (ended > 0)
            writing.Note(ChangeKinds.SignedOut, who.Account.Name, $"Signed out in {ended} other places");
        return ended;
    });

    internal static async Task<int> EndAll(Writing writing, Guid account, Guid? but = null)
    {
        var open = await writing.Db.SignIns.Where(s => s.Account == account && s.State == Open).ToListAsync();
        open.RemoveAll(s => s.Id == but);
        open.ForEach(s => s.State = Ended);
        return open.Count;
    }

    internal static SignInAnswer Fail(Writing writing, AccountRow row, string why)
    {
        row.Failures++;
        writing.Note(ChangeKinds.SignInFailed, row.Name, why);
        if (row.Failures >= SignInRules.MostFailures)
        {
            (row.Failures, row.LockedUntil) = (0, Instants.Micros(writing.Change.At + SignInRules.Locked));
            writing.Note(ChangeKinds.AccountLocked, row.Name, $"{SignInRules.MostFailures} failures in a row");
        }
        return new SignInAnswer.Refused();
    }

    private Task<SignInAnswer> Trying(Guid account, Change change, Func<Writing, AccountRow, Task<SignInAnswer>> body) => source.Write(AccountRecords.Turn, change, async writing =>
    {
        if (await writing.Db.Accounts.FindAsync(account) is not { } row)
            return new SignInAnswer.Refused();
        if (row.State == AccountRecords.Enabled && row.LockedUntil <= Instants.Micros(change.At))
            return await body(writing, row);
        writing.Note(ChangeKinds.SignInFailed, row.Name, row.State == AccountRecords.Enabled ? "The account is locked" : "The account is disabled");
        return new SignInAnswer.Refused();
    });

    private bool TakeCode(Writing writing, AccountRow row, Func<byte[], long, long?> stepOf, string recoveryHash)
    {
        if (row.CodeKey.Length == 0)
            return false;
        if (AccountSecrets.KeyOf(fields, row) is { } key && stepOf(key, row.CodeStep) is { } step)
        {
            row.CodeStep = step;
            return true;
        }
        var left = row.RecoveryCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (!left.Remove(recoveryHash))
            return false;
        row.RecoveryCodes = string.Join(' ', left);
        writing.Note(ChangeKinds.RecoveryCodeUsed, row.Name, $"{left.Count} recovery codes are left");
        return true;
    }

    /// <summary>Inside a change: a sign-in from now on.</summary>
    /// <param name="writing">The change.</param>
    /// <param name="row">Whose.</param>
    /// <param name="place">The browser as it calls itself.</param>
    /// <param name="fresh">When password or code were given.</param>
    /// <param name="why">What the audit says of it; the change's own reason where empty.</param>
    internal static async Task<SignInAnswer.Done> Begin(Writing writing, AccountRow row, string place, long fresh, string why = "")
    {
        row.Failures = 0;
        var now = Instants.Micros(writing.Change.At);
        // Past its longest time a sign-in opens nothing; the audit remembers it.
        var past = Instants.Micros(writing.Change.At - SignInRules.Longest);
        var ended = await writing.Db.SignIns.Where(s => s.Account == row.Id && s.Started < past).ToListAsync();
        writing.Db.SignIns.RemoveRange(ended);
        var gone = ended.ConvertAll(e => e.Id);
        if (row.Kind == AccountRecords.Provider)
            writing.Db.SignInGroups.RemoveRange(await writing.Db.SignInGroups.Where(g => gone.Contains(g.SignIn)).ToListAsync());
        var at = new SignInRow { Id = Guid.NewGuid(), Account = row.Id, Started = now, Fresh = fresh, Place = place[..Math.Min(place.Length, LongestPlace)], State = Open, AsRole = "", AsOrganisation = "", AsDistricts = "", AsClearance = "" };
        writing.Db.SignIns.Add(at);
        writing.Note(ChangeKinds.SignedIn, row.Name, why);
        return new SignInAnswer.Done(row.Id, Of(at));
    }

    private static SignIn Of(SignInRow row) => new(row.Id, Instants.Of(row.Started), Instants.Of(row.Fresh), row.Place) { LooksAs = GrantOf(row.AsRole, row.AsOrganisation, row.AsDistricts, row.AsClearance) };

    private static Grant? GrantOf(string role, string organisation, string districts, string clearance) => role.Length == 0 ? null : new Grant
    {
        Role = Roles.Of(role),
        Organisation = organisation,
        Districts = [.. districts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(d => new AreaCode(d))],
        Clearance = Enum.Parse<Marking>(clearance),
    };
}
