using Made.Core;
using Made.Core.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

internal sealed class ReaderRow
{
    /// <summary>Id of the account, or "machine".</summary>
    public required string Reader { get; init; }

    public required long ReadUntil { get; set; }
}

internal sealed class SubscriptionRow
{
    public required string Reader { get; init; }

    public required string Subject { get; init; }

    public required long At { get; init; }
}

/// <summary>What readers subscribed to, and up to when they have read what was released.</summary>
public sealed class Subscriptions
{
    private const string Turn = "subscriptions";
    private readonly RecordsSource source;

    internal Subscriptions(RecordsSource source) => this.source = source;

    /// <summary>A reader's subscriptions, oldest first.</summary>
    public async Task<IReadOnlyList<Subscription>> Of(string reader)
    {
        var found = new List<Subscription>();
        foreach (var code in await source.Select("SELECT subject FROM subscriptions WHERE reader = @reader ORDER BY at, subject", r => r.GetString(0), ("@reader", reader)))
            if (Subscription.TryParse(code, out var subscription))
                found.Add(subscription);
        return found;
    }

    /// <summary>Up to when a reader has read; the beginning of time where that was never said.</summary>
    public async Task<DateTimeOffset> Standing(string reader) =>
        (await source.Select("SELECT read_until FROM readers WHERE reader = @reader", r => Instants.Of(r.GetInt64(0)), ("@reader", reader))) is [var until] ? until : DateTimeOffset.MinValue;

    /// <summary>Subscribes; asked twice it is done once.</summary>
    public Task<bool> Add(string reader, Subscription subscription, Change change) => source.Write(Turn, change, async writing =>
    {
        var subject = subscription.Code;
        if (await writing.Db.Subscriptions.AnyAsync(r => r.Reader == reader && r.Subject == subject))
            return false;
        writing.Db.Subscriptions.Add(new SubscriptionRow { Reader = reader, Subject = subject, At = Instants.Micros(change.At) });
        writing.Note(ChangeKinds.Subscribed, subject);
        return true;
    });

    public Task<bool> Remove(string reader, Subscription subscription, Change change) => source.Write(Turn, change, async writing =>
    {
        var subject = subscription.Code;
        if (await writing.Db.Subscriptions.SingleOrDefaultAsync(r => r.Reader == reader && r.Subject == subject) is not { } row)
            return false;
        writing.Db.Subscriptions.Remove(row);
        writing.Note(ChangeKinds.Unsubscribed, subject);
        return true;
    });

    /// <summary>Notes that a reader has read what was released up to an instant; never back.</summary>
    public Task<bool> MarkRead(string reader, DateTimeOffset until, Change change) => source.Write(Turn, change, async writing =>
    {
        var micros = Instants.Micros(until);
        var row = await writing.Db.Readers.SingleOrDefaultAsync(r => r.Reader == reader);
        if (row is not null && row.ReadUntil >= micros)
            return false;
        if (row is null)
            writing.Db.Readers.Add(new ReaderRow { Reader = reader, ReadUntil = micros });
        else
            row.ReadUntil = micros;
        writing.Note(ChangeKinds.ReleasesRead, reader == "machine" ? "the person at the machine" : "own account");
        return true;
    });
}
