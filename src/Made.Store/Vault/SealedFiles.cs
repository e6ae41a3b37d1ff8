using Made.Core;
using Made.Store.Records;

namespace Made.Store.Vault;

/// <summary>Whole files, each sealed under a key of its own: destroying that key destroys the file, in every backup as well.</summary>
/// <param name="source">The records, in whose audit the making of a key stands.</param>
/// <param name="ring">The keys.</param>
/// <param name="kind">What kind of file: part of the key's name, and what the file is bound to.</param>
internal sealed class SealedFiles(RecordsSource source, KeyRing ring, string kind)
{
    /// <summary>Seals into a staged file. Its key is made before, in a change of its own, so that a long file does not keep others waiting.</summary>
    public async Task<Outcome<KeyId>> Seal(Guid id, string sha256, Stream from, string staged, Change change)
    {
        if (!(await MakeKey(id, change)).Succeeded(out var key, out var problem) || !ring.KeyOf(key).Succeeded(out var bytes, out problem))
            return problem;
        await using (var to = File.Create(staged))
            await SealedStream.Seal(bytes, Bound(key, id, sha256), from, to);
        Durable.Flush(staged);
        return key;
    }

    /// <summary>Null where all of it was opened as what was sealed; what was written before a refusal is not the whole.</summary>
    public async Task<Problem?> Open(string key, Guid id, string sha256, string file, Stream to, Problem missing)
    {
        if (KeyId.Of(key) is not { } named)
            return Problems.NoSuchKey(key);
        if (!ring.KeyOf(named).Succeeded(out var bytes, out var problem))
            return problem;
        if (!File.Exists(file))
            return missing;
        await using var from = File.OpenRead(file);
        return await SealedStream.Open(bytes, Bound(named, id, sha256), from, to) ? null : Problems.Broken($"{char.ToUpperInvariant(kind[0])}{kind[1..].Replace('-', ' ')} {id}");
    }

    private Task<Outcome<KeyId>> MakeKey(Guid id, Change change) => source.Write<Outcome<KeyId>>(kind, change, async writing =>
    {
        if (!(await ring.Make($"{kind}-{id:N}", change.At)).Succeeded(out var key, out var problem))
            return problem;
        writing.Note(ChangeKinds.VaultKeyMade, key.ToString());
        return key;
    });

    private byte[] Bound(KeyId key, Guid id, string sha256) => Envelope.Bound(kind, key.ToString(), id.ToString(), sha256);
}
