using System.Buffers;
using System.Runtime.CompilerServices;

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
/// The keyed records of one file by the digests of key and content: a small table of numbers, and the digests in order of arrival, so that a key that
/// is new costs one look at the table. No objects, and the memory is lent. Content holds the key, so only a key that came before needs its contents compared.
/// </summary>
internal sealed class SeenRecords
{
    private const int Fewest = 1 << 14;

    private readonly HashSet<(UInt128 Key, UInt128 Content)> further = [];

    /// <summary>Half of the key's digest above, the record's number and one below; 0 is free.</summary>
    private ulong[] slots = Lent(Fewest);
    private (UInt128 Key, UInt128 Content)[] records = ArrayPool<(UInt128, UInt128)>.Shared.Rent(Fewest);
    private int mask = Fewest - 1;
    private int count;

    public SeenBefore Add(UInt128 key, UInt128 content)
    {
        if (count * 2 > mask)
            Grow();
        for (var at = Start(key); ; at = (at + 1) & mask)
        {
            var slot = slots[at];
            if (slot == 0)
            {
                if (count == records.Length)
                    Lengthen();
                records[count] = (key, content);
                slots[at] = SlotOf(key, count++);
                return SeenBefore.No;
            }
            if (slot >> 32 != Digest.Low(key) >> 32)
                continue;
            ref var before = ref records[(int)(slot & 0xFFFF_FFFF) - 1];
            if (before.Key == key)
                return before.Content == content || !further.Add((key, content)) ? SeenBefore.Whole : SeenBefore.KeyOnly;
        }
    }

    /// <summary>Gives the memory back; nothing can be added after.</summary>
    public void GiveBack()
    {
        ArrayPool<ulong>.Shared.Return(slots);
        ArrayPool<(UInt128, UInt128)>.Shared.Return(records);
        (slots, records) = ([], []);
    }

    private int Start(UInt128 key) => (int)(Digest.Low(key) & (ulong)mask);

    private static ulong SlotOf(UInt128 key, int number) => (Digest.Low(key) & 0xFFFF_FFFF_0000_0000) | (uint)(number + 1);

    private static ulong[] Lent(int size)
    {
        var lent = ArrayPool<ulong>.Shared.Rent(size);
        Array.Clear(lent, 0, size);
        return lent;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Grow()
    {
        ArrayPool<ulong>.Shared.Return(slots);
        mask = ((mask + 1) * 2) - 1;
        slots = Lent(mask + 1);
        for (var number = 0; number < count; number++)
        {
            var at = Start(records[number].Key);
            while (slots[at] != 0)
                at = (at + 1) & mask;
            slots[at] = SlotOf(records[number].Key, number);
        }
    }

    private void Lengthen()
    {
        var longer = ArrayPool<(UInt128, UInt128)>.Shared.Rent(records.Length * 2);
        records.CopyTo(longer, 0);
        ArrayPool<(UInt128, UInt128)>.Shared.Return(records);
        records = longer;
    }
}
