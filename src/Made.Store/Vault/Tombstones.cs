using System.Text;
using Made.Store.Records;

namespace Made.Store.Vault;

/// <summary>That a key was destroyed: which, when, by whom, with whom, and why.</summary>
public sealed record Tombstone(string Key, DateTimeOffset At, string By, string Second, string Why);

/// <summary>
/// The list of destroyed keys, only ever added to. A key on it is never used again, also where a copy of its file was put back.
/// </summary>
internal sealed class Tombstones(string file)
{
    private readonly Lock gate = new();
    private long readTo = -1;
    private Dictionary<string, Tombstone> known = [];

    public IReadOnlyCollection<Tombstone> All() => Read().Values;

    public Tombstone? Find(KeyId id) => Read().GetValueOrDefault(id.ToString());

    /// <summary>On the disk before the key itself is destroyed. The caller holds the vault's lock.</summary>
    public void Add(Tombstone tombstone)
    {
        // After a power cut the last line may be half written; the next begins a line of its own.
        using (var stream = new FileStream(file, FileMode.Append, FileAccess.Write))
            stream.Write(Encoding.UTF8.GetBytes("\n" + Json.Text(tombstone) + "\n"));
        Durable.Flush(file);
    }

    private Dictionary<string, Tombstone> Read()
    {
        var found = new FileInfo(file);
        var length = found.Exists ? found.Length : 0;
        lock (gate)
        {
            if (length != readTo)
                // A half written line: its key's file is still there, and destroying it is done again.
                known = (length == 0 ? [] : File.ReadAllLines(file)).Where(l => l.EndsWith('}')).Select(Json.Read<Tombstone>)
                    .GroupBy(t => t.Key).ToDictionary(g => g.Key, g => g.First());
            readTo = length;
            return known;
        }
    }
}
