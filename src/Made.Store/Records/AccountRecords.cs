using Made.Core;
using Made.Core.Access;
using Made.Core.Accounts;
using Made.Core.Register;
using Made.Core.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>Who may sign in and what they were granted. Accounts and grants are never removed, only disabled and revoked. See docs/adr/0019.</summary>
public sealed class AccountRecords
{
    internal const string Turn = "accounts";
    internal const string Enabled = "enabled";
    internal const string InForce = "in-force";
    internal const string Own = "own";
    internal const string Provider = "provider";
    internal const string Group = "group";
    private const string Disabled = "disabled";
    private const string Revoked = "revoked";
    private const string Proposed = "proposed";
    private const string Declined = "declined";
    private const string Required = "sign-in-required";
    private readonly RecordsSource source;

    internal AccountRecords(RecordsSource source) => this.source = source;

    /// <summary>Every account by name, disabled ones included.</summary>
    public Task<IReadOnlyList<Account>> All() => source.Read<IReadOnlyList<Account>>(async db =>
    {
        var grants = (await db.AccountGrants.ToListAsync()).ToLookup(g => g.Account);
        return [.. (await db.Accounts.ToListAsync()).Select(a => Of(a, grants[a.Id])).OrderBy(a => a.Name, StringComparer.OrdinalIgnoreCase)];
    });

    /// <summary>By name or sign-in name; null where there is none.</summary>
    public Task<Account?> Find(string name) => source.Read(async db =>
    {
        var (asked, typed) = (name.Trim(), SignInNameOf(name));
        return await db.Accounts.FirstOrDefaultAsync(a => a.Name == asked || a.SignInName == typed) is { } row
            ? Of(row, await db.AccountGrants.Where(g => g.Account == row.Id).ToListAsync())
            : null;
    });

    /// <param name="name">As it will stand in the audit.</param>
    /// <param name="signInName">What is typed to sign in.</param>
    /// <param name="passwordHash">As the password hasher writes it.</param>
    /// <param name="change">Who adds it, and why.</param>
    public Task<Outcome<Account>> Add(string name, string signInName, string passwordHash, Change change) => source.Write<Outcome<Account>>(Turn, change, async writing =>
        (await Add(writing, name.Trim(), SignInNameOf(signInName), Own, "", passwordHash)).Succeeded(out var row, out var problem) ? Of(row, []) : problem);

    /// <summary>Whoever is signed in with it is not from the next request on.</summary>
    public Task<Outcome<Account>> Disable(Guid account, Change change) => Move(account, Disabled, ChangeKinds.AccountDisabled, change);

    public Task<Outcome<Account>> Enable(Guid account, Change change) => Move(account, Enabled, ChangeKinds.AccountEnabled, change);

    /// <summary>
    /// Proposes a role: it waits for a second administrator. Only where nobody administers yet is the first administrator made by one person, and
    /// the audit says so. The grant's id is made here.
    /// </summary>
    public Task<Outcome<DatedGrant>> Propose(Guid account, DatedGrant grant, Change change) => source.Write<Outcome<DatedGrant>>(Turn, change, async writing =>
    {
        if (await writing.Db.Accounts.FindAsync(account) is not { } held)
            return Core.Accounts.Problems.NoSuchAccount(account.ToString());
        if (held.Kind == Provider)
            return Core.Accounts.Problems.GrantedByGroup(held.Name);
        var administrator = Role.Administrator.Code();
        var isFirst = grant.Grant.Role == Role.Administrator
            && !await writing.Db.AccountGrants.AnyAsync(g => g.Role == administrator && g.State == InForce && writing.Db.Accounts.Any(a => a.Id == g.Account && a.State == Enabled));
        if (isFirst && held.Kind == Group)
            return Core.Accounts.Problems.FirstNeedsPassword();
        var row = Keep(writing, account, grant, isFirst ? InForce : Proposed);
        writing.Note(isFirst ? ChangeKinds.GrantMade : ChangeKinds.GrantProposed, held.Name, $"{GrantWords.Of(grant.Grant)}. {(isFirst ? "The first administrator, made by one person at the machine. " : "")}{change.Why}");
        return Of(row);
    });

    /// <summary>Gives a role at once, for the demonstration of a fictional county.</summary>
    public Task<Outcome<DatedGrant>> Give(Guid account, DatedGrant grant, Change change) => source.Write<Outcome<DatedGrant>>(Turn, change, async writing =>
    {
        if (await writing.Db.Accounts.FindAsync(account) is not { } held)
            return Core.Accounts.Problems.NoSuchAccount(account.ToString());
        var row = Keep(writing, account, grant, InForce);
        writing.Note(ChangeKinds.GrantMade, held.Name, $"{GrantWords.Of(grant.Grant)}. {change.Why}");
        return Of(row);
    });

    /// <summary>A second administrator approves or declines what was proposed.</summary>
    public Task<Outcome<DatedGrant>> Decide(Guid grant, Account administrator, bool approves, Change change) => source.Write<Outcome<DatedGrant>>(Turn, change, async writing =>
    {
        if (await writing.Db.AccountGrants.FindAsync(grant) is not { } row || await writing.Db.Accounts.FindAsync(row.Account) is not { } held)
            return Core.Accounts.Problems.NoSuchGrant(grant.ToString());
        var isForThem = row.Account == administrator.Id
            || await writing.Db.SignInGroups.AnyAsync(g => g.Account == row.Account && writing.Db.SignIns.Any(s => s.Id == g.SignIn && s.Account == administrator.Id));
        if (GrantRules.WhyNotDecide(Of(row), isForThem, administrator) is { } problem)
            return problem;
        (row.State, row.DecidedBy) = (approves ? InForce : Declined, administrator.Name);
        writing.Note(approves ? ChangeKinds.GrantMade : ChangeKinds.GrantDeclined, held.Name, $"{GrantWords.Of(Of(row).Grant)}. {change.Why}");
        return Of(row);
    });

    /// <summary>Takes effect at the account's next request.</summary>
    public Task<Outcome<DatedGrant>> Revoke(Guid grant, Change change) => source.Write<Outcome<DatedGrant>>(Turn, change, async writing =>
    {
        if (await writing.Db.AccountGrants.FindAsync(grant) is not { State: InForce or Proposed } row || await writing.Db.Accounts.FindAsync(row.Account) is not { } held)
            return Core.Accounts.Problems.NoSuchGrant(grant.ToString());
        row.State = Revoked;
        writing.Note(ChangeKinds.GrantRevoked, held.Name, $"{GrantWords.Of(Of(row).Grant)}. {change.Why}");
        return Of(row);
    });

    /// <summary>True where also the person at the machine has to sign in.</summary>
    public async Task<bool> IsSignInRequired() =>
        (await source.Select($"SELECT value FROM access_settings WHERE name = '{Required}'", r => r.GetString(0))) is ["yes"];

    public Task<bool> RequireSignIn(bool required, Change change) => source.Write(Turn, change, async writing =>
    {
        var value = required ? "yes" : "no";
        if (await writing.Db.AccessSettings.FindAsync(Required) is not { } row)
            writing.Db.AccessSettings.Add(new AccessSettingRow { Name = Required, Value = value });
        else if (row.Value == value)
            return required;
        else
            row.Value = value;
        writing.Note(required ? ChangeKinds.SignInRequired : ChangeKinds.SignInNotRequired, "home");
        return required;
    });

    internal static string SignInNameOf(string typed) => typed.Trim().ToLowerInvariant();

    internal static Account Of(AccountRow row, IEnumerable<AccountGrantRow> grants) => new()
    {
        Id = row.Id,
        Kind = KindOf(row.Kind),
        SignInName = row.SignInName,
        Name = row.Name,
        IsEnabled = row.State == Enabled,
        HasSecondFactor = row.CodeKey.Length > 0,
        LockedUntil = Instants.Of(row.LockedUntil),
        Grants = [.. grants.Select(Of).OrderBy(g => g.From).ThenBy(g => g.Grant.Role)],
    };

    internal static AccountKind KindOf(string kind) => kind switch
    {
        Own => AccountKind.Own,
        Provider => AccountKind.Provider,
        _ => AccountKind.Group,
    };

    /// <summary>Inside a change: a further account, unless its names are taken.</summary>
    internal static async Task<Outcome<AccountRow>> Add(Writing writing, string name, string signInName, string kind, string subject, string passwordHash)
    {
        if (await writing.Db.Accounts.AnyAsync(a => a.Name == name || a.SignInName == signInName || a.Name == signInName || a.SignInName == name))
            return Core.Accounts.Problems.AccountExists();
        var row = new AccountRow
        {
            Id = Guid.NewGuid(),
            SignInName = signInName,
            Name = name,
            Kind = kind,
            Subject = subject,
            State = Enabled,
            PasswordHash = passwordHash,
            CodeKey = "",
            CodeStep = 0,
            RecoveryCodes = "",
            Failures = 0,
            LockedUntil = 0,
            MailAddress = "",
            MailSince = 0,
            Made = Instants.Micros(writing.Change.At),
        };
        writing.Db.Accounts.Add(row);
        writing.Note(ChangeKinds.AccountAdded, row.Name);
        return row;
    }

    internal static DatedGrant Of(AccountGrantRow row) => new()
    {
        Id = row.Id,
        Grant = new Grant
        {
            Role = Roles.Of(row.Role),
            Organisation = row.Organisation,
            Districts = [.. row.Districts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(d => new AreaCode(d))],
            Clearance = Enum.Parse<Marking>(row.Clearance),
        },
        From = row.From,
        Until = row.Until,
        State = row.State switch
        {
            Proposed => GrantState.Proposed,
            InForce => GrantState.InForce,
            Declined => GrantState.Declined,
            _ => GrantState.Revoked,
        },
        ProposedBy = row.ProposedBy,
        DecidedBy = row.DecidedBy,
    };

    private static AccountGrantRow Keep(Writing writing, Guid account, DatedGrant grant, string state)
    {
        var row = new AccountGrantRow
        {
            Id = Guid.NewGuid(),
            Account = account,
            Role = grant.Grant.Role.Code(),
            Organisation = grant.Grant.Organisation,
            Districts = string.Join(' ', grant.Grant.Districts),
            Clearance = grant.Grant.Clearance.ToString(),
            From = grant.From,
            Until = grant.Until,
            State = state,
            ProposedBy = writing.Change.By,
            DecidedBy = "",
        };
        writing.Db.AccountGrants.Add(row);
        return row;
    }

    private Task<Outcome<Account>> Move(Guid account, string state, string what, Change change) => source.Write<Outcome<Account>>(Turn, change, async writing =>
    {
        if (await writing.Db.Accounts.FindAsync(account) is not { } row)
            return Core.Accounts.Problems.NoSuchAccount(account.ToString());
        var grants = await writing.Db.AccountGrants.Where(g => g.Account == account).ToListAsync();
        if (row.State == state)
            return Of(row, grants);
        row.State = state;
        await SignInRecords.EndAll(writing, account);
        writing.Note(what, row.Name);
        return Of(row, grants);
    });
}
