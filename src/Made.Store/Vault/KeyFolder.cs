using System.Globalization;
using System.Text;
using System.Text.Json;
using Made.Store.Records;

namespace Made.Store.Vault;

/// <summary>A data key as it lies on the disk: wrapped by a master key.</summary>
internal sealed record WrappedKey(string Id, string Master, long Made, byte[] Wrapped);

/// <summary>
/// The vault's files in the keys' folder, outside the home and its backups: <c>master/</c>, <c>data/PURPOSE/</c> and the list of destroyed keys.
/// A key is in force because its file is there, so a backup of the home can never bring back what was destroyed here.
/// </summary>
internal sealed class KeyFolder(string keys)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly string folder = Path.Combine(keys, "vault");

    public string Folder => folder;

    public string Tombstones => Path.Combine(folder, "destroyed.jsonl");

    /// <summary>Whoever makes, wraps again or destroys a key holds it meanwhile; whoever only opens does not.</summary>
    public Task<FileLock> Alone()
    {
        Durable.MakeFolder(folder);
        return FileLock.Take(Path.Combine(folder, "lock"), Patience);
    }

    /// <summary>Names of the master keys, oldest first: more than one only while a rotation is under way.</summary>
    public IReadOnlyList<string> Masters() => [.. Names(Path.Combine(folder, "master")).Where(m => NumberOf(m) > 0).OrderBy(NumberOf)];

    /// <summary>Null where there is none, or what is there is no key.</summary>
    public byte[]? Master(string name)
    {
        var key = new byte[Envelope.KeyBytes];
        return Read(MasterFile(name)) is { } text && Convert.TryFromBase64String(text, key, out var length) && length == key.Length ? key : null;
    }

    public string NextMaster() => $"{(Masters() is [.., var last] ? NumberOf(last) : 0) + 1}-{KeyId.RandomMark()}";

    public void WriteMaster(string name, byte[] key) => Durable.WritePrivate(MasterFile(name), Encoding.ASCII.GetBytes(Convert.ToBase64String(key)));

    public void EraseMaster(string name) => Durable.Erase(MasterFile(name));

    /// <summary>The keys of a purpose, oldest version first.</summary>
    public IReadOnlyList<KeyId> Of(string purpose) =>
        [.. Names(Path.Combine(folder, "data", purpose)).Select(n => KeyId.Of($"{purpose}.{n}")).OfType<KeyId>().OrderBy(k => k.Version)];

    public IReadOnlyList<KeyId> All()
    {
        var data = Path.Combine(folder, "data");
        return Directory.Exists(data) ? [.. Directory.EnumerateDirectories(data).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal).SelectMany(Of)] : [];
    }

    public bool Holds(KeyId id) => File.Exists(DataFile(id));

    /// <summary>Null where there is none, or what is there is no key.</summary>
    public WrappedKey? Find(KeyId id)
    {
        try
        {
            return Read(DataFile(id)) is { } text ? Json.Read<WrappedKey>(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Write(WrappedKey key) => Durable.WritePrivate(DataFile(KeyId.Of(key.Id)!), Json.Document(key));

    public void Erase(KeyId id) => Durable.Erase(DataFile(id));

    /// <summary>True after the values that a column held before it was sealed were sealed: from then on text in it is nobody's earlier value.</summary>
    public bool IsSealed(SealedColumn column) => (Read(Columns) ?? "").Split('\n').Contains(column.Name);

    public void MarkSealed(SealedColumn column) => Durable.WritePrivate(Columns, Encoding.UTF8.GetBytes($"{Read(Columns)}{column.Name}\n"));

    public void ForgetSealed() => Durable.Erase(Columns);

    /// <summary>True where a backup was restored that names this key and the key was not here: it lies with the home that was backed up.</summary>
    public bool IsElsewhere(KeyId id) => (Read(Elsewhere) ?? "").Split('\n').Contains(id.ToString());

    public void MarkElsewhere(IEnumerable<string> keys) => Durable.WritePrivate(Elsewhere, Encoding.UTF8.GetBytes(string.Concat(keys.Select(k => k + "\n"))));

    private string Elsewhere => Path.Combine(folder, "elsewhere.txt");

    private string Columns => Path.Combine(folder, "columns.txt");

    private static IEnumerable<string> Names(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.key").Select(f => Path.GetFileNameWithoutExtension(f))
        : [];

    private static int NumberOf(string master) => int.TryParse(master.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string? Read(string file)
    {
        if (!File.Exists(file))
            return null;
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException) // It may be wrapped again or destroyed while we look.
        {
            return null;
        }
    }

    private string MasterFile(string name) => Path.Combine(folder, "master", name + ".key");

    private string DataFile(KeyId id) => Path.Combine(folder, "data", id.Purpose, $"{id.Version}-{id.Mark}.key");
}
