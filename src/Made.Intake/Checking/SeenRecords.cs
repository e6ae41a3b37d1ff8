using System.Buffers;

namespace Made.Intake.Checking;

/// <summary>What of a record stood in the file before.</summary>
internal enum SeenBefore
{
    No,

    /// <summary>Its key, with other content.</summary>
    KeyOnly,

    /// <summary>All of it.</summary>
    Whole,
}

/// <summary>
/// The keyed records of one file by the digests of key and content, in open addressing: 32 bytes for each, no objects, and the memory is lent.
/// Content holds the key, so only a key that came before needs its contents compared.
/// </summary>
internal sealed class SeenRecords
{
    private const int Fewest = 1 << 14;

    private readonly HashSet<(UInt128 Key, UInt128 Content)> further = [];
    private Slot[] slots = Lent(Fewest);
    private int mask = Fewest - 1;
    private int count;

    public SeenBefore Add(UInt128 key, UInt128 content)
    {
        // An empty slot has the key 0.
        key = key == UInt128.Zero ? UInt128.One : key;
        if (count * 2 > mask)
            Grow();
        ref var slot = ref Find(slots, mask, key);
        if (slot.Key == UInt128.Zero)
        {
            slot = new Slot(key, content);
            count++;
            return SeenBefore.No;
        }
        return slot.Content == content || !further.Add((key, content)) ? SeenBefore.Whole : SeenBefore.KeyOnly;
    }

    /// <summary>Gives the memory back; nothing can be added after.</summary>
    public void GiveBack()
    {
        ArrayPool<Slot>.Shared.Return(slots);
        slots = [];
    }

    private static ref Slot Find(Slot[] slots, int mask, UInt128 key)
    {
        var at = (int)(Digest.Low(key) & (ulong)mask);
        while (slots[at].Key != UInt128.Zero && slots[at].Key != key)
            at = (at + 1) & mask;
        return ref slots[at];
    }

    private static Slot[] Lent(int size)
    {
        var lent = ArrayPool<Slot>.Shared.Rent(size);
        Array.Clear(lent, 0, size);
        return lent;
    }

    private void Grow()
    {
        var (old, size) = (slots, (mask + 1) * 4);
        slots = Lent(size);
        for (var at = 0; at <= mask; at++)
            if (old[at].Key != UInt128.Zero)
                Find(slots, size - 1, old[at].Key) = old[at];
        mask = size - 1;
        ArrayPool<Slot>.Shared.Return(old);
    }

    private readonly record struct Slot(UInt128 Key, UInt128 Content);
}
