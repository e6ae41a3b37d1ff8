namespace Made.Core.Disclosure.Rounding;

/// <summary>
/// Random draws that are the same for the same seed on every machine and in R (4.x, set.seed and sample.int): a table rounded twice, here or there, is rounded alike.
/// <para>Source: Matsumoto and Nishimura 1998 (MT19937); seeded by the congruential sequence 69069 s + 1; whole numbers by rejection on random bits.</para>
/// </summary>
public sealed class SeededDraws
{
    private const int Size = 624;
    private const int Apart = 397;

    private readonly uint[] state = new uint[Size];
    private int next = Size;

    /// <summary>Starts at a seed.</summary>
    public SeededDraws(int seed)
    {
        // Fifty steps to scramble, and one for the position that stands before the state.
        var s = unchecked((uint)seed);
        for (var i = 0; i < 51; i++)
            s = Congruential(s);
        for (var i = 0; i < Size; i++)
            state[i] = s = Congruential(s);
    }

    /// <summary>The first <paramref name="size"/> of the numbers 0 to <paramref name="count"/> - 1 in random order.</summary>
    public int[] Sample(int count, int size)
    {
        var left = Enumerable.Range(0, count).ToArray();
        var drawn = new int[size];
        for (var i = 0; i < size; i++)
        {
            var last = count - i - 1;
            var at = Below(last + 1);
            drawn[i] = left[at];
            left[at] = left[last];
        }
        return drawn;
    }

    /// <summary>A number from 0 up to 1, to 32 bits.</summary>
    public double Unit() => Word() * 2.3283064365386963e-10;

    private int Below(int count)
    {
        var bits = 32 - int.LeadingZeroCount(count - 1);
        while (true)
        {
            long value = 0;
            for (var taken = 0; taken <= bits; taken += 16)
                value = (65_536 * value) + (long)Math.Floor(Unit() * 65_536);
            value &= (1L << bits) - 1;
            if (value < count)
                return (int)value;
        }
    }

    private uint Word()
    {
        if (next == Size)
            Turn();
        var y = state[next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >> 18);
    }

    private void Turn()
    {
        for (var i = 0; i < Size; i++)
        {
            var y = (state[i] & 0x80000000) | (state[(i + 1) % Size] & 0x7fffffff);
            state[i] = state[(i + Apart) % Size] ^ (y >> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        next = 0;
    }

    private static uint Congruential(uint s) => unchecked((69_069 * s) + 1);
}
