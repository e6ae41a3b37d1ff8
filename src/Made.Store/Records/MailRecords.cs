using Made.Core;
using Made.Core.Mail;
using Made.Store.Vault;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>The mail server of this home. See docs/adr/0029.</summary>
public sealed class MailRecords
{
    internal const string Turn = "mail";
    private readonly RecordsSource source;
    private readonly SealedFields fields;

    internal MailRecords(RecordsSource source, SealedFields fields) => (this.source, this.fields) = (source, fields);

    /// <summary>Null where none is set.</summary>
    public async Task<MailServer?> Find() => (await source.Select(
        "SELECT host, port, sender, user_name, tls, public_address FROM mail_servers",
        r => new MailServer { Host = r.GetString(0), Port = r.GetInt32(1), Sender = r.GetString(2), UserName = r.GetString(3), Tls = Enum.Parse<MailTls>(r.GetString(4)), PublicAddress = r.GetString(5) })) is [var server, ..] ? server : null;

    /// <summary>The password, opened; empty where the server asks nobody to sign in.</summary>
    public async Task<Outcome<string>> Secret(MailServer server) =>
        (await source.Select("SELECT password FROM mail_servers WHERE host = @host", r => r.GetString(0), ("@host", server.Host))) is not [var kept] ? Core.Mail.Problems.NoMailServer()
        : kept.Length == 0 ? ""
        : fields.Open(Place(server), kept);

    /// <summary>Sets the server in place of any other.</summary>
    /// <param name="server">The server.</param>
    /// <param name="password">Empty where it asks nobody to sign in.</param>
    /// <param name="change">Who sets it, and why.</param>
    public Task<Problem?> Set(MailServer server, string password, Change change) => source.Write<Problem?>(Turn, change, async writing =>
    {
        if (MailRules.WhyNot(server) is { } unfit)
            return unfit;
        var kept = "";
        if (password.Length > 0 && !(await fields.Seal(writing, Place(server), password)).Succeeded(out kept, out var problem))
            return problem;
        var earlier = await writing.Db.MailServers.AsNoTracking().ToListAsync();
        writing.Db.MailServers.RemoveRange(earlier.Where(e => e.Host != server.Host));
        var next = new MailServerRow { Host = server.Host, Port = server.Port, Sender = server.Sender, UserName = server.UserName, Tls = server.Tls.ToString(), PublicAddress = server.PublicAddress, Password = kept };
        if (earlier.Exists(e => e.Host == server.Host))
            writing.Db.MailServers.Update(next);
        else
            writing.Db.MailServers.Add(next);
        writing.Note(ChangeKinds.MailServerSet, server.Host, $"Port {server.Port}, TLS {server.Tls.ToString().ToLowerInvariant()}, links to {server.PublicAddress}. {change.Why}");
        return null;
    });

    /// <summary>Nothing is sent any more; what waits goes on waiting.</summary>
    public Task<Problem?> Clear(Change change) => source.Write<Problem?>(Turn, change, async writing =>
    {
        if (await writing.Db.MailServers.ToListAsync() is not { Count: > 0 } rows)
            return Core.Mail.Problems.NoMailServer();
        writing.Db.MailServers.RemoveRange(rows);
        writing.Note(ChangeKinds.MailServerCleared, rows[0].Host);
        return null;
    });

    private static SealedPlace Place(MailServer server) =>
        SealedColumn.MailPassword.At(server.Host, server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), server.UserName, server.Tls.ToString());
}
