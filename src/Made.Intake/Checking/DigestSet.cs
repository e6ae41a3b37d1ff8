namespace Made.Intake.Checking;

/// <summary>A set of 128-bit digests by open addressing: 16 bytes for each, no objects.</summary>
internal sealed class DigestSet
{
    private UInt128[] slots = new UInt128[1 << 12];
    private bool hasZero;

    public int Count { get; private set; }

    /// <summary>True if it was not there before.</summary>
    public bool Add(UInt128 digest)
    {
        if (digest == UInt128.Zero)
        {
            var first = !hasZero;
            hasZero = true;
            return first;
        }
        if (Count * 2 >= slots.Length)
            Grow();
        if (!Place(slots, digest))
            return false;
        Count++;
        return true;
    }

    private static bool Place(UInt128[] slots, UInt128 digest)
    {
        var mask = slots.Length - 1;
        for (var at = (int)(Digest.Low(digest) & (ulong)mask); ; at = (at + 1) & mask)
        {
            if (slots[at] == UInt128.Zero)
            {
                slots[at] = digest;
                return true;
            }
            if (slots[at] == digest)
                return false;
        }
    }

    private void Grow()
    {
        var wider = new UInt128[slots.Length * 2];
        foreach (var digest in slots)
            if (digest != UInt128.Zero)
                Place(wider, digest);
        slots = wider;
    }
}
