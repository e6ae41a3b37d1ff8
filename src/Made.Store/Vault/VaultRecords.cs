using Made.Core;
using Made.Store.Records;

namespace Made.Store.Vault;

/// <summary>A data key and what it is in use for.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Made">When.</param>
/// <param name="IsNewest">New values are sealed under it; an earlier one only opens, backups of that time included.</param>
/// <param name="Sealed">How many fields or files are sealed under it.</param>
public sealed record KeyStanding(KeyId Id, DateTimeOffset Made, bool IsNewest, long Sealed);

/// <summary>What was found when everything sealed was opened.</summary>
public sealed record SealCheck(long Fields, IReadOnlyList<Problem> Problems);

/// <summary>What was done to renew the keys.</summary>
public sealed record Rotation(string Master, int KeysWrapped, long FieldsSealedAgain, IReadOnlyList<Problem> Refused);

/// <summary>The vault of a home: what is done to its keys, each with its audit row. See docs/adr/0021.</summary>
public sealed class VaultRecords
{
    private const string Turn = "vault";
    private const int Batch = 1_000;
    private const int ProblemsTold = 20;
    private readonly RecordsSource source;

    internal VaultRecords(RecordsSource source, KeyRing ring) => (this.source, Ring, Fields) = (source, ring, new SealedFields(ring));

    public KeyRing Ring { get; }

    public SealedFields Fields { get; }

    /// <summary>The newest key of a purpose; the first is made here.</summary>
    public async Task<Outcome<PurposeKey>> PurposeKey(string name, Change change) =>
        Ring.Newest(KeyRing.PurposeOf(name)) is { } id ? Ring.AsPurpose(name, id) : await RenewPurposeKey(name, change);

    /// <summary>A further version: pseudonyms made with it can not be linked with earlier ones.</summary>
    public Task<Outcome<PurposeKey>> RenewPurposeKey(string name, Change change) => source.Write<Outcome<PurposeKey>>(Turn, change, async writing =>
        (await Make(writing, KeyRing.PurposeOf(name))).Succeeded(out var id, out var problem) ? Ring.AsPurpose(name, id) : problem);

    public async Task<IReadOnlyList<KeyStanding>> Standing()
    {
        var counts = await SealedByKey();
        return
        [
            .. Ring.Files.All().Select(k => new KeyStanding(k, Instants.Of(Ring.Files.Find(k)?.Made ?? 0), Ring.Newest(k.Purpose) == k, counts.GetValueOrDefault(k.ToString()))),
        ];
    }

    /// <summary>Names of the keys without which something in the records could not be opened.</summary>
    public async Task<IReadOnlyList<string>> KeysNeeded() => [.. (await SealedByKey()).Keys.Order(StringComparer.Ordinal)];

    /// <summary>
    /// Whoever puts a backup in place says that it is his: what its columns held before they were sealed is sealed then. Keys that it needs and that are
    /// not here are noted as lying elsewhere, so that what they sealed is known to wait for them.
    /// </summary>
    /// <returns>What to say of such keys; null where all are here, or were destroyed.</returns>
    public static Problem? BackupComes(string keys, IEnumerable<string> needed)
    {
        var folder = new KeyFolder(keys);
        folder.ForgetSealed();
        if (new KeyRing(keys).Missing(needed) is not { Count: > 0 } missing)
            return null;
        folder.MarkElsewhere(missing);
        return Problems.KeysNeeded(missing, keys);
    }

    /// <summary>Opens everything that is sealed.</summary>
    public async Task<SealCheck> Check()
    {
        var (fields, refused, problems) = (0L, 0L, new List<Problem>());
        foreach (var column in SealedColumn.All)
            await foreach (var row in source.Stream(SealedRows.Select(column), r => SealedRows.Row(column, r)))
            {
                fields++;
                if (Fields.Open(row.Place, row.Value).Problem is { } problem && !Problems.IsExpected(problem) && ++refused <= ProblemsTold)
                    problems.Add(problem);
            }
        if (refused > ProblemsTold)
            problems.Add(Problems.MoreRefused(refused - ProblemsTold));
        return new SealCheck(fields, problems);
    }

    /// <summary>
    /// Renews the keys while others work: a new master key wraps every data key again, and each sealed column gets a new data key under which its
    /// fields are sealed again. Every step leaves everything readable, so one that was killed is simply done again.
    /// </summary>
    public async Task<Outcome<Rotation>> Rotate(Change change)
    {
        var master = await source.Write(Turn, change, async writing =>
        {
            writing.Note(ChangeKinds.VaultRotationBegun, "vault");
            await writing.Db.SaveChangesAsync();
            return await Ring.MakeMaster();
        });
        if (!(await Ring.WrapAgain()).Succeeded(out var wrapped, out var damaged))
            return damaged;
        var (fields, refused) = (0L, new List<Problem>());
        foreach (var column in SealedColumn.All.Where(c => Ring.Newest(c.Purpose) is not null))
        {
            var made = await source.Write<Outcome<KeyId>>(Turn, change, writing => Make(writing, column.Purpose));
            if (!made.Succeeded(out var key, out var problem))
                return problem;
            fields += await SealAgain(column, key, change, refused);
        }
        await source.Write(Turn, change, writing =>
        {
            writing.Note(ChangeKinds.VaultRotated, master);
            return Task.FromResult(master);
        });
        return new Rotation(master, wrapped, fields, refused);
    }

    /// <summary>
    /// Destroys a key, and with it all that it sealed, in backups as well. The audit row is in the database before the key is gone. A key that is lost may
    /// be declared destroyed, so that what it sealed no longer stops its readers.
    /// </summary>
    /// <param name="key">Its name.</param>
    /// <param name="second">The second person; the first is the change's.</param>
    /// <param name="change">Who, and why.</param>
    public async Task<Problem?> Destroy(string key, string second, Change change)
    {
        if (!TwoPersons.Of(change, second).Succeeded(out var both, out var wrong))
            return wrong;
        return await source.Write<Problem?>(Turn, both, async writing =>
        {
            var fields = (await SealedByKey()).GetValueOrDefault(key);
            if (KeyId.Of(key) is not { } id || (fields == 0 && !Ring.Files.Holds(id)))
                return Problems.NoSuchKey(key);
            if (Ring.Files.Holds(id) && fields > 0)
                return Problems.KeyInUse(id, fields);
            writing.Note(ChangeKinds.VaultKeyDestroyed, key);
            await writing.Db.SaveChangesAsync();
            await Ring.Destroy(id, new Tombstone(key, change.At, change.By.Trim(), second.Trim(), change.Why));
            return null;
        });
    }

    private async Task<Outcome<KeyId>> Make(Writing writing, string purpose)
    {
        if (!(await Ring.Make(purpose, writing.Change.At)).Succeeded(out var id, out var problem))
            return problem;
        writing.Note(ChangeKinds.VaultKeyMade, id.ToString());
        return id;
    }

    /// <summary>In small transactions. What others write meanwhile is sealed under the new key already; the earlier key stays and opens.</summary>
    private async Task<long> SealAgain(SealedColumn column, KeyId key, Change change, List<Problem> refused)
    {
        var (count, after) = (0L, (object?)null);
        while (true)
        {
            var last = await source.Write(Turn, change, async writing =>
            {
                var rows = await SealedRows.Next(writing, column, after, Batch);
                var before = count;
                foreach (var row in rows.Where(r => SealedFields.KeyIn(r.Value) != key))
                    if (Again(row, key).Succeeded(out var value, out var problem))
                    {
                        await SealedRows.Put(writing, row, value);
                        count++;
                    }
                    else
                    {
                        refused.Add(problem);
                    }
                if (count > before)
                    writing.Note(ChangeKinds.VaultFieldsSealedAgain, $"{column.Name} under {key}");
                return rows is [.., var lastRow] ? lastRow.Key : null;
            });
            CrashPoints.Reached(CrashPoints.FieldsSealedAgain);
            if (last is null)
                return count;
            after = last;
        }
    }

    private Outcome<string> Again(SealedRow row, KeyId key) =>
        Fields.Open(row.Place, row.Value).Succeeded(out var text, out var problem) ? Fields.Seal(key, row.Place, text) : problem;

    private async Task<Dictionary<string, long>> SealedByKey()
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var column in SealedColumn.All)
            await foreach (var value in source.Stream($"SELECT {column.Column} FROM {column.Rows}", r => r.GetString(0)))
                if (SealedFields.KeyIn(value)?.ToString() is { } key)
                    counts[key] = counts.GetValueOrDefault(key) + 1;
        foreach (var files in new[] { "SELECT key FROM originals WHERE destroyed_at IS NULL", "SELECT key FROM product_files" })
            await foreach (var key in source.Stream(files, r => r.GetString(0)))
                counts[key] = 1;
        return counts;
    }
}
