using System.Buffers.Binary;
using System.Numerics;

namespace Made.Intake.Checking;

/// <summary>From the bytes of a cell to a number, without making a string of a cell that was seen before.</summary>
internal sealed class TextTable
{
    private readonly List<byte[]> texts = [];
    private readonly List<int> values = [];
    private int[] slots = new int[256];
    private int last = -1;

    public int Count => texts.Count;

    public bool TryFind(ReadOnlySpan<byte> text, out int value)
    {
        if (last >= 0 && text.SequenceEqual(texts[last]))
        {
            value = values[last];
            return true;
        }
        var mask = slots.Length - 1;
        for (var at = SlotOf(text, mask); slots[at] != 0; at = (at + 1) & mask)
        {
            var entry = slots[at] - 1;
            if (!text.SequenceEqual(texts[entry]))
                continue;
            last = entry;
            value = values[entry];
            return true;
        }
        value = 0;
        return false;
    }

    public void Add(ReadOnlySpan<byte> text, int value)
    {
        texts.Add(text.ToArray());
        values.Add(value);
        if (texts.Count * 2 > slots.Length)
        {
            slots = new int[slots.Length * 2];
            for (var entry = 0; entry < texts.Count - 1; entry++)
                Place(entry);
        }
        Place(texts.Count - 1);
    }

    private void Place(int entry)
    {
        var mask = slots.Length - 1;
        var at = SlotOf(texts[entry], mask);
        while (slots[at] != 0)
            at = (at + 1) & mask;
        slots[at] = entry + 1;
    }

    /// <summary>From its length, beginning, middle and end: a whole digest would cost more than the look into the table. Texts that share all of them lie side by side.</summary>
    private static int SlotOf(ReadOnlySpan<byte> text, int mask)
    {
        ulong front = 0, back = 0;
        if (text.Length >= 8)
        {
            front = BinaryPrimitives.ReadUInt64LittleEndian(text) ^ BitOperations.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(text[((text.Length - 8) / 2)..]), 23);
            back = BinaryPrimitives.ReadUInt64LittleEndian(text[^8..]);
        }
        else
        {
            foreach (var b in text)
                front = (front << 8) | b;
        }
        var high = Math.BigMul(front ^ 0x9E3779B97F4A7C15, back ^ unchecked((ulong)text.Length * 0xC2B2AE3D27D4EB4F), out var low);
        return (int)((high ^ low) & (ulong)mask);
    }
}
