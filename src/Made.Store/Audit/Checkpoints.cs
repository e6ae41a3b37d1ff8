using System.Globalization;
using Made.Core;
using Made.Store.Records;

namespace Made.Store.Audit;

/// <summary>
/// Signs where the audit has come to, in the keys' folder: a chain alone cannot see that its tail was cut off or that the whole database was
/// put back to an earlier day.
/// </summary>
public sealed class Checkpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly RecordsSource source;
    private readonly Home home;

    internal Checkpoints(RecordsSource source, Home home) => (this.source, this.home) = (source, home);

    /// <summary>The file of signed lines.</summary>
    public string File => Path.Combine(Folder, "checkpoints.jsonl");

    internal string Folder => Path.Combine(home.Keys, "audit");

    /// <summary>Number of the row up to which the audit is signed; 0 before the first checkpoint.</summary>
    public long Covered => Checkpoint.Of(CheckpointLines.Last(File))?.Number ?? 0;

    /// <summary>Signs the last row, unless it is signed already. Never on top of a history that contradicts what was signed before.</summary>
    /// <returns>Number of the row up to which the audit is signed now.</returns>
    public Task<Outcome<long>> Keep(DateTimeOffset now) => Sign(now, restored: false);

    /// <summary>Signs after a backup was put in place: earlier checkpoints of rows that the backup has not, speak of these records no longer.</summary>
    public Task<Outcome<long>> KeepRestored(DateTimeOffset now) => Sign(now, restored: true);

    private async Task<Outcome<long>> Sign(DateTimeOffset now, bool restored)
    {
        if (Checkpoint.Of(CheckpointLines.Last(File)) is { } last && await Head() is [var head] && head == (last.Number, last.Head))
            return last.Number;
        try
        {
            Durable.MakeFolder(Folder);
            using var alone = await FileLock.Take(Path.Combine(Folder, "lock"), Patience);
            return await SignAlone(now, restored);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Problems.CheckpointNotKept(e.Message);
        }
    }

    private async Task<Outcome<long>> SignAlone(DateTimeOffset now, bool restored)
    {
        if (await Head() is not [var (number, hash)])
            return 0;
        var line = CheckpointLines.Last(File);
        var last = Checkpoint.Of(line);
        if (last is not null && (last.Number, last.Head) == (number, hash))
            return number;
        if ((line.Length > 0 && last is null) || !CheckpointLines.IsBegunBy(File, home.CheckpointsCopy))
            return Problems.CheckpointsDamaged(File);
        var voids = restored && last is not null ? await LastAgreeing() : -1;
        if (!restored && last is not null && !await Agrees(last))
            return Problems.AuditDoesNotContinue(last.Order, last.Number);
        using var key = CheckpointKey.Find(Folder) ?? (last is null ? CheckpointKey.Make(Folder) : null);
        if (key is null)
            return Problems.CheckpointKeyMissing(Folder);
        var next = new Checkpoint
        {
            Order = (last?.Order ?? 0) + 1,
            Home = home.Settings.Id,
            Number = number,
            Head = hash,
            At = Instants.Micros(now),
            VoidsAfter = voids,
            Previous = CheckpointLines.HashOf(line),
            Key = key.Fingerprint,
            Signature = "",
        };
        CheckpointLines.Append(File, (next with { Signature = key.Sign(next.SignedText) }).ToLine());
        CheckpointLines.Follow(File, home.CheckpointsCopy);
        return number;
    }

    /// <summary>Number of the last row that a checkpoint and the records agree on; 0 where they agree on none.</summary>
    private async Task<long> LastAgreeing()
    {
        foreach (var checkpoint in CheckpointLines.Read(File).Select(Checkpoint.Of).OfType<Checkpoint>().OrderByDescending(c => c.Number))
            if (await Agrees(checkpoint))
                return checkpoint.Number;
        return 0;
    }

    private async Task<bool> Agrees(Checkpoint checkpoint) =>
        await HashAt(string.Create(CultureInfo.InvariantCulture, $"WHERE number = {checkpoint.Number}")) is [var held] && held.Hash == checkpoint.Head;

    private Task<List<(long Number, string Hash)>> Head() => HashAt("ORDER BY number DESC LIMIT 1");

    private Task<List<(long Number, string Hash)>> HashAt(string which) =>
        source.Select($"SELECT number, hash FROM changes {which}", r => (r.GetInt64(0), r.GetString(1)));
}
