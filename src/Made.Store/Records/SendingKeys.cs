using System.Security.Cryptography;
using System.Text;
using Made.Core;
using Made.Core.Access;
using Made.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

internal sealed class SendingKeyRow
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Organisation { get; init; }

    /// <summary>SHA-256 of the key. It has 256 random bits, so that nothing slower is needed.</summary>
    public required string Hash { get; init; }

    public required long Made { get; init; }

    public required string By { get; init; }

    public required DateOnly Until { get; init; }

    public required long? Revoked { get; set; }
}

/// <summary>The keys by which programs send files.</summary>
public sealed class SendingKeys
{
    private const string Turn = "sending-keys";
    private readonly RecordsSource source;

    internal SendingKeys(RecordsSource source) => this.source = source;

    /// <summary>Every key ever made, by organisation and name.</summary>
    public Task<IReadOnlyList<SendingKey>> All() => source.Read<IReadOnlyList<SendingKey>>(async db =>
        [.. (await db.SendingKeys.ToListAsync()).Select(Of).OrderBy(k => k.Organisation, StringComparer.Ordinal).ThenBy(k => k.Name, StringComparer.Ordinal).ThenBy(k => k.Made)]);

    /// <summary>The key as it is sent, revoked or not; null where there is none like it.</summary>
    public Task<SendingKey?> Find(string key)
    {
        var hash = HashOf(key);
        return source.Read(async db => await db.SendingKeys.SingleOrDefaultAsync(r => r.Hash == hash) is { } row ? Of(row) : null);
    }

    /// <summary>Makes a key. Its text is told here and never again.</summary>
    public Task<(SendingKey Key, string Text)> Add(string name, string organisation, DateOnly until, Change change) => source.Write(Turn, change, writing =>
    {
        var text = SendingKey.Beginning + Base32.Text(RandomNumberGenerator.GetBytes(32));
        var row = new SendingKeyRow
        {
            Id = Guid.CreateVersion7(change.At),
            Name = name,
            Organisation = organisation,
            Hash = HashOf(text),
            Made = Instants.Micros(change.At),
            By = change.By,
            Until = until,
            Revoked = null,
        };
        writing.Db.SendingKeys.Add(row);
        writing.Note(ChangeKinds.SendingKeyMade, row.Id.ToString());
        return Task.FromResult((Of(row), text));
    });

    /// <summary>From the next request on it opens nothing.</summary>
    public Task<Outcome<SendingKey>> Revoke(Guid id, Change change) => source.Write<Outcome<SendingKey>>(Turn, change, async writing =>
    {
        if (await writing.Db.SendingKeys.SingleOrDefaultAsync(r => r.Id == id) is not { } row)
            return Problems.NoSuchKey();
        if (row.Revoked is not null)
            return Problems.KeyRevoked();
        row.Revoked = Instants.Micros(change.At);
        writing.Note(ChangeKinds.SendingKeyRevoked, id.ToString());
        return Of(row);
    });

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static SendingKey Of(SendingKeyRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Organisation = row.Organisation,
        Made = Instants.Of(row.Made),
        By = row.By,
        Until = row.Until,
        Revoked = row.Revoked is { } at ? Instants.Of(at) : null,
    };
}
