using System.Collections.Concurrent;
using System.Security.Cryptography;
using Made.Core;
using Made.Store.Records;

namespace Made.Store.Vault;

/// <summary>
/// The keys of a home: data keys, each wrapped by the master key, in the keys' folder. Opening takes no lock and sees at once what another process
/// made, wrapped again or destroyed.
/// </summary>
public sealed class KeyRing
{
    private readonly KeyFolder folder;
    private readonly Tombstones tombstones;
    private readonly ConcurrentDictionary<KeyId, byte[]> opened = new();

    internal KeyRing(string keys)
    {
        folder = new KeyFolder(keys);
        tombstones = new Tombstones(folder.Tombstones);
    }

    internal KeyFolder Files => folder;

    public IReadOnlyCollection<Tombstone> Destroyed => tombstones.All();

    /// <summary>A purpose's key of one version: earlier versions open what was made with them.</summary>
    public Outcome<PurposeKey> PurposeKey(string name, int version) =>
        folder.Of(PurposeOf(name)).FirstOrDefault(k => k.Version == version) is { } id ? AsPurpose(name, id) : Problems.NoKey($"{name}, version {version}");

    /// <summary>Those of these keys that are neither in the folder nor on the list of destroyed ones.</summary>
    public IReadOnlyList<string> Missing(IEnumerable<string> keys) =>
        [.. keys.Distinct().Where(k => KeyId.Of(k) is not { } id || (!folder.Holds(id) && tombstones.Find(id) is null)).Order(StringComparer.Ordinal)];

    internal static string PurposeOf(string name) => $"purpose-{name}";

    /// <summary>The key that new values are sealed under; null before the first of its purpose.</summary>
    internal KeyId? Newest(string purpose) => folder.Of(purpose).LastOrDefault(k => tombstones.Find(k) is null);

    internal Outcome<PurposeKey> AsPurpose(string name, KeyId id) => KeyOf(id).Succeeded(out var key, out var problem) ? new PurposeKey(name, id, key) : problem;

    internal Outcome<byte[]> KeyOf(KeyId id)
    {
        if (tombstones.Find(id) is { } tombstone)
        {
            opened.TryRemove(id, out _);
            return Problems.KeyDestroyed(tombstone);
        }
        if (!folder.Holds(id))
            return folder.IsElsewhere(id) ? Problems.KeyElsewhere(id, folder.Folder) : Problems.KeyMissing(id, folder.Folder);
        if (opened.TryGetValue(id, out var known))
            return known;
        // Between our two looks a rotation may wrap the key again and take the master key away: then we look again.
        for (var look = 0; look < 3; look++)
            if (folder.Find(id) is { } wrapped && folder.Master(wrapped.Master) is { } master)
                return Envelope.Open(master, BoundOf(id, wrapped.Master), wrapped.Wrapped) is { Length: Envelope.KeyBytes } key
                    ? opened[id] = key
                    : Problems.KeyDamaged(id, folder.Folder);
        return Problems.KeyDamaged(id, folder.Folder);
    }

    /// <summary>A further version of a purpose's key, on the disk before anything is sealed under it.</summary>
    internal async Task<Outcome<KeyId>> Make(string purpose, DateTimeOffset at)
    {
        try
        {
            using var alone = await folder.Alone();
            var last = folder.Of(purpose).Concat(tombstones.All().Select(t => KeyId.Of(t.Key)).OfType<KeyId>().Where(k => k.Purpose == purpose)).Max(k => (int?)k.Version) ?? 0;
            var id = KeyId.New(purpose, last + 1);
            var master = folder.Masters() is [.., var newest] ? newest : NewMaster();
            if (folder.Master(master) is null)
                return Problems.NotWritten(folder.Folder, "its master key cannot be read");
            Write(id, master, RandomNumberGenerator.GetBytes(Envelope.KeyBytes), Instants.Micros(at));
            return id;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TimeoutException)
        {
            return Problems.NotWritten(folder.Folder, e.Message);
        }
    }

    /// <summary>Destroys a key: named on the list first, so that after a power cut it is never used again either.</summary>
    internal async Task Destroy(KeyId id, Tombstone tombstone)
    {
        using var alone = await folder.Alone();
        if (tombstones.Find(id) is null)
            tombstones.Add(tombstone);
        folder.Erase(id);
        opened.TryRemove(id, out _);
    }

    /// <summary>A new master key: data keys are wrapped by it from now on.</summary>
    /// <returns>Its name.</returns>
    internal async Task<string> MakeMaster()
    {
        using var alone = await folder.Alone();
        return NewMaster();
    }

    /// <summary>
    /// Wraps every data key by the newest master key, one at a time so that others may work between, then destroys the earlier master keys. Killed
    /// anywhere, every key can be opened, and the next rotation does the rest.
    /// </summary>
    /// <returns>How many were wrapped again.</returns>
    internal async Task<Outcome<int>> WrapAgain()
    {
        var count = 0;
        foreach (var id in folder.All().Where(k => tombstones.Find(k) is null))
        {
            using var alone = await folder.Alone();
            var newest = folder.Masters()[^1];
            if (!folder.Holds(id) || folder.Find(id)?.Master == newest)
                continue;
            if (!KeyOf(id).Succeeded(out var key, out var problem))
                return problem;
            Write(id, newest, key, folder.Find(id)!.Made);
            CrashPoints.Reached(CrashPoints.KeyWrapped);
            count++;
        }
        using var last = await folder.Alone();
        foreach (var master in folder.Masters().SkipLast(1).Except(folder.All().Select(k => folder.Find(k)?.Master ?? "")))
            folder.EraseMaster(master);
        return count;
    }

    private string NewMaster()
    {
        var name = folder.NextMaster();
        folder.WriteMaster(name, RandomNumberGenerator.GetBytes(Envelope.KeyBytes));
        return name;
    }

    private void Write(KeyId id, string master, byte[] key, long made) =>
        folder.Write(new WrappedKey(id.ToString(), master, made, Envelope.Seal(folder.Master(master)!, BoundOf(id, master), key)));

    private static byte[] BoundOf(KeyId id, string master) => Envelope.Bound("key", id.ToString(), master);
}
