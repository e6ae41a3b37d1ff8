using Made.Core;
using Made.Core.Accounts;
using Made.Store.Vault;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>
/// The identity provider of this home, and whom it signs in. A person has the grants of the groups that the provider named at this sign-in, and of
/// no other; a group without a grant lets nobody in. See docs/adr/0022.
/// </summary>
public sealed class ProviderRecords
{
    private const int LongestCalled = 200;
    private readonly RecordsSource source;
    private readonly SealedFields fields;

    internal ProviderRecords(RecordsSource source, SealedFields fields) => (this.source, this.fields) = (source, fields);

    /// <summary>Null where none is set.</summary>
    public async Task<IdentityProvider?> Find() => (await source.Select(
        "SELECT name, issuer, client_id, groups_claim, hosts FROM identity_providers",
        r => new IdentityProvider
        {
            Name = r.GetString(0),
            Issuer = r.GetString(1),
            ClientId = r.GetString(2),
            GroupsClaim = r.GetString(3),
            Hosts = r.GetString(4).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        })) is [var provider, ..] ? provider : null;

    /// <summary>The client secret, opened.</summary>
    public async Task<Outcome<string>> Secret(IdentityProvider provider) =>
        (await source.Select("SELECT client_secret FROM identity_providers WHERE issuer = @issuer", r => r.GetString(0), ("@issuer", provider.Issuer))) is [var kept]
            ? fields.Open(Place(provider), kept)
            : Core.Accounts.Problems.NoProvider();

    /// <summary>Sets the provider in place of any other. Where the issuer is another one, everybody whom the earlier one signed in is signed out.</summary>
    public Task<Problem?> Set(IdentityProvider provider, string secret, Change change) => source.Write<Problem?>(AccountRecords.Turn, change, async writing =>
    {
        if (ProviderRules.WhyNot(provider) is { } unfit)
            return unfit;
        if (!(await fields.Seal(writing, Place(provider), secret)).Succeeded(out var kept, out var problem))
            return problem;
        var earlier = await writing.Db.IdentityProviders.AsNoTracking().ToListAsync();
        if (earlier.Exists(e => e.Issuer != provider.Issuer))
            await EndAll(writing);
        foreach (var row in earlier.Where(e => e.Issuer != provider.Issuer))
            writing.Db.IdentityProviders.Remove(row);
        var next = new IdentityProviderRow
        {
            Issuer = provider.Issuer,
            ClientId = provider.ClientId,
            Name = provider.Name.Trim(),
            GroupsClaim = provider.GroupsClaim,
            Hosts = string.Join(' ', provider.Hosts),
            ClientSecret = kept,
        };
        if (earlier.Exists(e => e.Issuer == provider.Issuer))
            writing.Db.IdentityProviders.Update(next);
        else
            writing.Db.IdentityProviders.Add(next);
        writing.Note(ChangeKinds.ProviderSet, provider.Name.Trim(), $"Issuer {provider.Issuer}, client {provider.ClientId}, groups in '{provider.GroupsClaim}'{(provider.Hosts.Count > 0 ? $", may be asked at {string.Join(", ", provider.Hosts)} as well" : "")}. {change.Why}");
        return null;
    });

    /// <summary>Ends every sign-in that the provider began, and lets nobody in by it any more.</summary>
    public Task<Problem?> Clear(Change change) => source.Write<Problem?>(AccountRecords.Turn, change, async writing =>
    {
        if (await writing.Db.IdentityProviders.ToListAsync() is not { Count: > 0 } rows)
            return Core.Accounts.Problems.NoProvider();
        writing.Db.IdentityProviders.RemoveRange(rows);
        await EndAll(writing);
        writing.Note(ChangeKinds.ProviderCleared, rows[0].Name);
        return null;
    });

    /// <summary>A group of the provider, to hold grants; it has none yet, so it lets nobody in.</summary>
    /// <param name="name">As it will stand in the audit.</param>
    /// <param name="value">As the provider's tokens write it.</param>
    /// <param name="change">Who adds it, and why.</param>
    public Task<Outcome<Account>> AddGroup(string name, string value, Change change) => source.Write<Outcome<Account>>(AccountRecords.Turn, change, async writing =>
        await writing.Db.IdentityProviders.FirstOrDefaultAsync() is not { } provider ? Core.Accounts.Problems.NoProvider()
        : value.Trim() is not { Length: > 0 } group || group.Any(char.IsControl) ? Core.Accounts.Problems.NoGroupValue()
        : (await AccountRecords.Add(writing, name.Trim(), $"group {group} of {provider.Issuer}", AccountRecords.Group, ProviderRules.Key(provider.Issuer, group), "")).Succeeded(out var row, out var problem)
            ? AccountRecords.Of(row, [])
            : problem);

    /// <summary>
    /// Signs somebody in of whom the provider told, if a group of theirs has a grant today; their account is made the first time. A sign-in of theirs that
    /// was to be renewed is over, also where no group is left that lets them in.
    /// </summary>
    public Task<SignInAnswer> SignIn(IdentityProvider provider, ProvidedIdentity who, Guid? renews, DateOnly today, string place, Change change) => source.Write<SignInAnswer>(AccountRecords.Turn, change, async writing =>
    {
        // It may have been cleared while somebody was at the provider's page.
        if (!await writing.Db.IdentityProviders.AnyAsync(p => p.Issuer == provider.Issuer && p.ClientId == provider.ClientId))
            return Refuse(writing, provider.Name, "The provider was cleared meanwhile");
        if (renews is { } before)
            await End(writing, before, ProviderRules.Key(provider.Issuer, who.Subject));
        var groups = await Granted(writing, provider, who.Groups, today);
        if (groups.Count == 0)
            return Refuse(writing, ProviderRules.NameOf(provider, who.Subject), $"None of the {who.Groups.Count} groups that the provider named has a grant here");
        if (!(await Held(writing, provider, who)).Succeeded(out var row, out var problem))
            return Refuse(writing, provider.Name, problem.Message);
        if (row.State != AccountRecords.Enabled)
            return Refuse(writing, row.Name, "The account is disabled");
        var done = await SignInRecords.Begin(writing, row, place, Instants.Micros(who.Authenticated ?? DateTimeOffset.UnixEpoch), $"By {provider.Name}, as a member of: {string.Join(", ", groups.Select(g => g.Name))}");
        writing.Db.SignInGroups.AddRange(groups.Select(g => new SignInGroupRow { SignIn = done.At.Id, Account = g.Id }));
        return done;
    });

    /// <summary>Somebody signed in gave password or code at the provider again, before a deed of weight.</summary>
    public Task<bool> Freshen(IdentityProvider provider, ProvidedIdentity who, Guid signIn, Change change) => source.Write(AccountRecords.Turn, change, async writing =>
    {
        if (await writing.Db.SignIns.FindAsync(signIn) is not { State: SignInRecords.Open } at || await writing.Db.Accounts.FindAsync(at.Account) is not { } row)
            return false;
        if (row.Subject != ProviderRules.Key(provider.Issuer, who.Subject) || who.Authenticated is not { } given || given + SignInRules.Fresh < change.At)
        {
            Refuse(writing, row.Name, "The provider did not say that this person gave password or code just now");
            return false;
        }
        at.Fresh = Instants.Micros(given);
        writing.Note(ChangeKinds.SignInRenewed, row.Name);
        return true;
    });

    /// <summary>Notes an answer of the provider, or one made up in its name, that was not taken.</summary>
    public Task<SignInAnswer> Fail(string provider, string why, Change change) => source.Write(AccountRecords.Turn, change, writing =>
        Task.FromResult<SignInAnswer>(Refuse(writing, provider, why)));

    private static SignInAnswer.Refused Refuse(Writing writing, string subject, string why)
    {
        writing.Note(ChangeKinds.SignInFailed, subject, why);
        return new SignInAnswer.Refused();
    }

    private static async Task<List<AccountRow>> Granted(Writing writing, IdentityProvider provider, IReadOnlyList<string> groups, DateOnly today)
    {
        var keys = groups.Select(g => ProviderRules.Key(provider.Issuer, g)).ToList();
        return await writing.Db.Accounts.Where(a => a.Kind == AccountRecords.Group && a.State == AccountRecords.Enabled && keys.Contains(a.Subject)
            && writing.Db.AccountGrants.Any(g => g.Account == a.Id && g.State == AccountRecords.InForce && g.From <= today && today <= g.Until)).OrderBy(a => a.Name).ToListAsync();
    }

    private static async Task<Outcome<AccountRow>> Held(Writing writing, IdentityProvider provider, ProvidedIdentity who)
    {
        var subject = ProviderRules.Key(provider.Issuer, who.Subject);
        // Blanks and the subject: nobody can type it, and nobody else is called so.
        var called = AccountRecords.SignInNameOf($"{who.CalledAs[..Math.Min(who.CalledAs.Length, LongestCalled)]} by {provider.Name} ({who.Subject})");
        if (await writing.Db.Accounts.FirstOrDefaultAsync(a => a.Kind == AccountRecords.Provider && a.Subject == subject) is not { } row)
            return await AccountRecords.Add(writing, ProviderRules.NameOf(provider, who.Subject), called, AccountRecords.Provider, subject, "");
        row.SignInName = called;
        return row;
    }

    private static async Task End(Writing writing, Guid signIn, string subject)
    {
        if (await writing.Db.SignIns.FindAsync(signIn) is { } earlier && await writing.Db.Accounts.AnyAsync(a => a.Id == earlier.Account && a.Subject == subject))
            earlier.State = SignInRecords.Ended;
    }

    private static async Task EndAll(Writing writing)
    {
        var open = await writing.Db.SignIns.Where(s => s.State == SignInRecords.Open && writing.Db.Accounts.Any(a => a.Id == s.Account && a.Kind == AccountRecords.Provider)).ToListAsync();
        open.ForEach(s => s.State = SignInRecords.Ended);
    }

    private static SealedPlace Place(IdentityProvider provider) => SealedColumn.ProviderSecret.At(provider.Issuer, provider.ClientId);
}
