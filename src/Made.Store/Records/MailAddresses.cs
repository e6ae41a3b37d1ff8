using Made.Core;
using Made.Core.Mail;
using Made.Store.Vault;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>E-mail addresses of accounts, sealed, and who asked to be told. Audit rows say that there is one, never which.</summary>
public sealed class MailAddresses
{
    private readonly RecordsSource source;
    private readonly SealedFields fields;

    internal MailAddresses(RecordsSource source, SealedFields fields) => (this.source, this.fields) = (source, fields);

    /// <summary>What an account's owner said about e-mail. An address that cannot be opened here is as good as none.</summary>
    public async Task<MailChoice> Of(Guid account) =>
        (await source.Select("SELECT mail_address, mail_since FROM accounts WHERE id = @id", r => (Kept: r.GetString(0), Since: r.GetInt64(1)), ("@id", account))) is [var (kept, since)]
            ? Opened(account, kept, since)
            : new("", false);

    /// <summary>Every enabled account that asked to be told, with its grants.</summary>
    public Task<IReadOnlyList<MailReader>> All() => source.Read<IReadOnlyList<MailReader>>(async db =>
    {
        var accounts = await db.Accounts.Where(a => a.MailSince > 0 && a.MailAddress != "" && a.State == AccountRecords.Enabled).ToListAsync();
        var grants = (await db.AccountGrants.Where(g => db.Accounts.Any(a => a.Id == g.Account && a.MailSince > 0)).ToListAsync()).ToLookup(g => g.Account);
        return [.. accounts.Select(a => new MailReader(AccountRecords.Of(a, grants[a.Id]), Instants.Of(a.MailSince)))];
    });

    /// <summary>Keeps an address, and whether its owner is told: of what comes from now on, where they were not before.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="choice">What they say now.</param>
    /// <param name="change">Who, why, when.</param>
    /// <param name="seen">What they had before their eyes; null for a command, which shows nothing before it sets it.</param>
    public Task<Problem?> Set(Guid account, MailChoice choice, Change change, MailChoice? seen = null) => source.Write<Problem?>(AccountRecords.Turn, change, async writing =>
    {
        if (MailRules.WhyNotAddress(choice.Address) is { } unfit)
            return unfit;
        if (await writing.Db.Accounts.FindAsync(account) is not { } row)
            return Core.Accounts.Problems.NoSuchAccount(account.ToString());
        if (row.Kind == AccountRecords.Group)
            return Core.Mail.Problems.NobodyToTell(row.Name);
        if (seen is not null && seen != Opened(account, row.MailAddress, row.MailSince))
            return Core.Mail.Problems.MailChangedMeanwhile();
        if (!(await fields.Seal(writing, Place(account), choice.Address)).Succeeded(out var kept, out var problem))
            return problem;
        row.MailAddress = kept;
        row.MailSince = !choice.IsTold ? 0 : row.MailSince > 0 ? row.MailSince : Instants.Micros(change.At);
        writing.Note(ChangeKinds.MailAddressGiven, row.Name, $"{(choice.IsTold ? "Told by e-mail" : "Not told by e-mail")}. {change.Why}");
        return null;
    });

    /// <param name="account">Whose.</param>
    /// <param name="change">Who, why, when.</param>
    /// <param name="seen">As for <see cref="Set"/>.</param>
    public Task<Problem?> Clear(Guid account, Change change, MailChoice? seen = null) => source.Write<Problem?>(AccountRecords.Turn, change, async writing =>
    {
        if (await writing.Db.Accounts.FindAsync(account) is not { MailAddress.Length: > 0 } row)
            return Core.Mail.Problems.NoMailAddress();
        if (seen is not null && seen != Opened(account, row.MailAddress, row.MailSince))
            return Core.Mail.Problems.MailChangedMeanwhile();
        (row.MailAddress, row.MailSince) = ("", 0);
        writing.Note(ChangeKinds.MailAddressRemoved, row.Name);
        return null;
    });

    private MailChoice Opened(Guid account, string kept, long since) =>
        kept.Length > 0 && fields.Open(Place(account), kept).Succeeded(out var address, out _) ? new(address, since > 0) : new("", false);

    private static SealedPlace Place(Guid account) => SealedColumn.MailAddress.At(account.ToString());
}
