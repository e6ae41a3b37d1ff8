using System.Data.Common;
using Made.Core;
using Made.Core.Mail;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>
/// The outbox: one message for each person waits at most. It stands here before it is tried and says "sent" as soon as the server took it, so a stopped
/// program goes on where it was.
/// </summary>
public sealed class MailNotices
{
    internal const string Waiting = "waiting";
    private const string Sent = "sent";
    private const string GivenUp = "given-up";
    private const string Dropped = "dropped";
    private const string Columns = "n.id, n.account, n.covers, n.state, n.made, n.tries, n.next_try, n.last_answer";
    private readonly RecordsSource source;

    internal MailNotices(RecordsSource source) => this.source = source;

    /// <summary>Up to when each account was told, and when last.</summary>
    public async Task<IReadOnlyDictionary<Guid, MailStanding>> Standing() => (await source.Select(
        $"SELECT account, MAX(covers), MAX(CASE state WHEN '{Sent}' THEN last_try ELSE 0 END) FROM mail_notices WHERE state IN ('{Sent}', '{GivenUp}') GROUP BY account",
        r => (Account: r.GetGuid(0), Told: Instants.Of(r.GetInt64(1)), LastSent: r.GetInt64(2))))
        .ToDictionary(r => r.Account, r => new MailStanding(r.Told, r.LastSent == 0 ? DateTimeOffset.MinValue : Instants.Of(r.LastSent)));

    /// <summary>What waits, the oldest first.</summary>
    public async Task<IReadOnlyList<MailNotice>> Current() => await source.Select($"SELECT {Columns} FROM mail_notices n WHERE n.state = '{Waiting}' ORDER BY n.made, n.id", Of);

    /// <summary>What was tried and not taken yet, and what was given up with nothing sent since, of those who are still to be told; with their names.</summary>
    public async Task<IReadOnlyList<(string Name, MailNotice Notice)>> Failing() => await source.Select(
        $"""
        SELECT {Columns}, a.name FROM mail_notices n JOIN accounts a ON a.id = n.account AND a.mail_since > 0 AND a.state = '{AccountRecords.Enabled}'
        WHERE (n.state = '{Waiting}' AND n.tries > 0)
            OR (n.state = '{GivenUp}' AND NOT EXISTS (SELECT 1 FROM mail_notices l WHERE l.account = n.account AND l.made > n.made AND l.state IN ('{Sent}', '{GivenUp}')))
        ORDER BY a.name, n.made
        """,
        r => (r.GetString(8), Of(r)));

    /// <summary>Puts a message for each account into the outbox, unless one waits already.</summary>
    public Task<IReadOnlyList<MailNotice>> Queue(IReadOnlyList<(Guid Account, DateTimeOffset Covers)> told, Change change) => source.Write<IReadOnlyList<MailNotice>>(MailRecords.Turn, change, async writing =>
    {
        var waiting = await writing.Db.MailNotices.Where(n => n.State == Waiting).Select(n => n.Account).ToListAsync();
        var at = Instants.Micros(change.At);
        var rows = told.Where(t => !waiting.Contains(t.Account)).Select(t => new MailNoticeRow
        {
            Id = Guid.NewGuid(),
            Account = t.Account,
            Covers = Instants.Micros(t.Covers),
            State = Waiting,
            Made = at,
            Tries = 0,
            NextTry = at,
            LastTry = 0,
            LastAnswer = "",
        }).ToList();
        if (rows.Count == 0)
            return [];
        writing.Db.MailNotices.AddRange(rows);
        writing.Note(ChangeKinds.MailNoticesQueued, Number(rows.Count));
        return [.. rows.Select(Of)];
    });

    /// <summary>The server took a message, which told of everything up to what it covers.</summary>
    public Task<bool> MarkSent(MailNotice notice, string answer, Change change) => source.Write(MailRecords.Turn, change, async writing =>
    {
        if (await writing.Db.MailNotices.FindAsync(notice.Id) is not { } row || await writing.Db.Accounts.FindAsync(row.Account) is not { } account)
            return false;
        (row.State, row.Covers, row.Tries) = (Sent, Instants.Micros(notice.Covers), row.Tries + 1);
        (row.LastTry, row.LastAnswer) = (Instants.Micros(change.At), answer);
        writing.Note(ChangeKinds.MailNoticeSent, account.Name);
        return true;
    });

    /// <summary>Messages were not taken: each waits for its next try, or is given up after a day.</summary>
    /// <returns>When the first of them is tried again; the end of time where none is.</returns>
    public Task<DateTimeOffset> MarkFailed(IReadOnlyList<(MailNotice Notice, string Answer)> failed, Change change) => source.Write(MailRecords.Turn, change, async writing =>
    {
        var first = DateTimeOffset.MaxValue;
        foreach (var (notice, answer) in failed)
        {
            if (await writing.Db.MailNotices.FindAsync(notice.Id) is not { State: Waiting } row)
                continue;
            (row.Tries, row.LastTry, row.LastAnswer) = (row.Tries + 1, Instants.Micros(change.At), answer);
            if (MailNoticeRules.NextTry(notice.Made, row.Tries, change.At) is { } next)
            {
                row.NextTry = Instants.Micros(next);
                first = next < first ? next : first;
            }
            else if (await writing.Db.Accounts.FindAsync(row.Account) is { } account)
            {
                row.State = GivenUp;
                writing.Note(ChangeKinds.MailNoticeGivenUp, account.Name, answer);
            }
        }
        writing.Note(ChangeKinds.MailNoticesFailed, Number(failed.Count), string.Join("; ", failed.Select(f => f.Answer).Distinct()));
        return first;
    });

    /// <summary>Nobody needs these any more.</summary>
    public Task<int> Drop(IReadOnlyList<MailNotice> notices, Change change) => source.Write(MailRecords.Turn, change, async writing =>
    {
        var ids = notices.Select(n => n.Id).ToList();
        var rows = await writing.Db.MailNotices.Where(n => ids.Contains(n.Id) && n.State == Waiting).ToListAsync();
        rows.ForEach(r => r.State = Dropped);
        if (rows.Count > 0)
            writing.Note(ChangeKinds.MailNoticesDropped, Number(rows.Count));
        return rows.Count;
    });

    private static string Number(int count) => count == 1 ? "1 message" : $"{count} messages";

    private static MailNotice Of(DbDataReader r) => Of(new MailNoticeRow
    {
        Id = r.GetGuid(0),
        Account = r.GetGuid(1),
        Covers = r.GetInt64(2),
        State = r.GetString(3),
        Made = r.GetInt64(4),
        Tries = r.GetInt32(5),
        NextTry = r.GetInt64(6),
        LastTry = 0,
        LastAnswer = r.GetString(7),
    });

    private static MailNotice Of(MailNoticeRow row) => new()
    {
        Id = row.Id,
        Account = row.Account,
        Covers = Instants.Of(row.Covers),
        State = row.State switch
        {
            Waiting => MailNoticeState.Waiting,
            Sent => MailNoticeState.Sent,
            GivenUp => MailNoticeState.GivenUp,
            _ => MailNoticeState.Dropped,
        },
        Made = Instants.Of(row.Made),
        Tries = row.Tries,
        NextTry = Instants.Of(row.NextTry),
        LastAnswer = row.LastAnswer,
    };
}
