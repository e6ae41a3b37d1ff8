using Made.Core;
using Made.Core.Exchange;
using Made.Store.Records;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Vault;

/// <summary>
/// Partners' files as they were received, each sealed under a key of its own until its day comes. Destroying that key destroys the file, in every
/// backup as well. See docs/adr/0021.
/// </summary>
public sealed class Originals
{
    internal const string Turn = "originals";
    private readonly RecordsSource source;
    private readonly Home home;
    private readonly KeyRing ring;
    private readonly SealedFiles files;

    internal Originals(RecordsSource source, Home home, KeyRing ring) => (this.source, this.home, this.ring, files) = (source, home, ring, new SealedFiles(source, ring, "original"));

    /// <summary>Newest first, destroyed ones included.</summary>
    public Task<IReadOnlyList<SealedOriginal>> All() => source.Read<IReadOnlyList<SealedOriginal>>(async db =>
        [.. (await db.Originals.ToListAsync()).Select(r => r.ToOriginal()).OrderByDescending(o => o.Received).ThenByDescending(o => o.Id)]);

    public async Task<SealedOriginal?> Find(Guid id) => await source.Read(db => Row(db, id)) is { } row ? row.ToOriginal() : null;

    /// <summary>Seals a file, unless the same bytes are kept already.</summary>
    /// <param name="file">As it was received.</param>
    /// <param name="dataset">Its dataset.</param>
    /// <param name="supplies">What was made of it.</param>
    /// <param name="days">For how many days it is kept.</param>
    /// <param name="today">The day on which it was received.</param>
    /// <param name="change">Who, and why.</param>
    public async Task<Outcome<SealedOriginal>> Keep(string file, string dataset, IReadOnlyList<string> supplies, int days, DateOnly today, Change change)
    {
        var sha256 = Durable.Sha256(file);
        if (await source.Read(db => db.Originals.FirstOrDefaultAsync(r => r.Sha256 == sha256 && r.Dataset == dataset && r.DestroyedAt == null)) is { } held)
            return held.ToOriginal();
        var id = Guid.NewGuid();
        using var staging = await StagingFolder.Begin(home);
        var staged = staging.File("original.sealed");
        await using var from = File.OpenRead(file);
        if (!(await files.Seal(id, sha256, from, staged, change)).Succeeded(out var key, out var problem))
            return problem;
        CrashPoints.Reached(CrashPoints.OriginalSealed);
        var kept = await source.Write<Outcome<SealedOriginal>>(Turn, change, writing =>
        {
            Durable.Move(staged, home.OriginalFile(id));
            CrashPoints.Reached(CrashPoints.OriginalMoved);
            var row = new OriginalRow
            {
                Id = id.ToString(),
                Dataset = dataset,
                Supplies = string.Join(' ', supplies),
                Sha256 = sha256,
                Bytes = new FileInfo(file).Length,
                Received = today,
                KeptUntil = today.AddDays(days),
                Key = key.ToString(),
                Hold = "",
                DestroyedAt = null,
                By = "",
                Second = "",
                Why = "",
            };
            writing.Db.Originals.Add(row);
            writing.Note(ChangeKinds.OriginalSealed, row.Id);
            return Task.FromResult<Outcome<SealedOriginal>>(row.ToOriginal());
        });
        CrashPoints.Reached(CrashPoints.OriginalRecorded);
        return kept;
    }

    /// <summary>Writes an original out in clear. The row that says so is in the audit before the first byte is read.</summary>
    public async Task<Problem?> Open(Guid id, Stream to, Change change)
    {
        if (await Find(id) is not { } original)
            return Problems.NoSuchOriginal(id);
        await source.Write(Turn, change, writing =>
        {
            writing.Note(ChangeKinds.OriginalOpened, id.ToString());
            return Task.FromResult(id);
        });
        return await Unseal(original, to);
    }

    /// <summary>Null where the original can be opened as what was sealed.</summary>
    public Task<Problem?> Check(SealedOriginal original) => Unseal(original, Stream.Null);

    /// <summary>Keeps an original beyond its day until the hold is lifted.</summary>
    public Task<Outcome<SealedOriginal>> Hold(Guid id, Change change) => Changing(id, change, (writing, row) =>
    {
        row.Hold = change.Why.Trim();
        writing.Note(ChangeKinds.OriginalHeld, row.Id);
    });

    /// <summary>Lifts a hold: that, too, takes two persons.</summary>
    public async Task<Outcome<SealedOriginal>> Release(Guid id, string second, Change change) =>
        TwoPersons.Of(change, second).Succeeded(out var both, out var problem)
            ? await Changing(id, both, (writing, row) =>
            {
                row.Hold = "";
                writing.Note(ChangeKinds.OriginalReleased, row.Id);
            })
            : problem;

    /// <summary>
    /// Destroys an original whose day is past, and which no hold keeps, by destroying its key. The row and its audit are in the database before; killed
    /// between, it is still due and is destroyed by the next run.
    /// </summary>
    public async Task<Outcome<SealedOriginal>> Destroy(Guid id, DateOnly today, string second, Change change)
    {
        if (!TwoPersons.Of(change, second).Succeeded(out var both, out var problem))
            return problem;
        return await source.Write<Outcome<SealedOriginal>>(Turn, both, async writing =>
        {
            if (await Row(writing.Db, id) is not { } row)
                return Problems.NoSuchOriginal(id);
            var original = row.ToOriginal();
            if (original.Standing(today) is not OriginalStanding.Due)
                return Problems.NotDue(original, today);
            (row.DestroyedAt, row.By, row.Second, row.Why) = (Instants.Micros(change.At), change.By.Trim(), second.Trim(), change.Why);
            writing.Note(ChangeKinds.OriginalDestroyed, row.Id);
            writing.Note(ChangeKinds.VaultKeyDestroyed, row.Key);
            await writing.Db.SaveChangesAsync();
            await ring.Destroy(KeyId.Of(row.Key)!, new Tombstone(row.Key, change.At, row.By, row.Second, change.Why));
            File.Delete(home.OriginalFile(id));
            return row.ToOriginal();
        });
    }

    private Task<Outcome<SealedOriginal>> Changing(Guid id, Change change, Action<Writing, OriginalRow> body) => source.Write<Outcome<SealedOriginal>>(Turn, change, async writing =>
    {
        if (await Row(writing.Db, id) is not { } row)
            return Problems.NoSuchOriginal(id);
        if (row.DestroyedAt is not null)
            return Problems.OriginalDestroyed(row.ToOriginal());
        body(writing, row);
        return row.ToOriginal();
    });

    private Task<Problem?> Unseal(SealedOriginal original, Stream to) =>
        files.Open(original.Key, original.Id, original.Sha256, home.OriginalFile(original.Id), to, Problems.OriginalMissing(original));

    private static Task<OriginalRow?> Row(RecordsDb db, Guid id)
    {
        var named = id.ToString();
        return db.Originals.SingleOrDefaultAsync(r => r.Id == named);
    }
}
