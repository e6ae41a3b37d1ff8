namespace Made.Intake.Synthetic;

/// <summary>
/// A small seeded generator (SplitMix64, Steele, Lea and Flood 2014) with arithmetic that IEEE 754 defines exactly, so that
/// every platform and every version of the framework draws the same county. <c>Math.Exp</c> and <c>Random</c> promise neither.
/// </summary>
internal sealed class Dice
{
    private ulong state;

    public Dice(ulong seed, params ReadOnlySpan<int> stream)
    {
        state = Mix(seed);
        foreach (var part in stream)
            state = Mix(unchecked(state + (0x9E3779B97F4A7C15UL * (ulong)(uint)(part + 1))));
    }

    public ulong Next()
    {
        state = unchecked(state + 0x9E3779B97F4A7C15UL);
        return Mix(state);
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + ((high - low) * Unit());

    /// <summary>From 0 up to, not including, the bound.</summary>
    public int Below(int bound) => (int)(Unit() * bound);

    public bool Chance(double share) => Unit() < share;

    /// <summary>A position in the weights, each as likely as its weight.</summary>
    public int Pick(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
            sum += weight;
        var at = Unit() * sum;
        for (var i = 0; i < weights.Length - 1; i++)
        {
            at -= weights[i];
            if (at < 0)
                return i;
        }
        return weights.Length - 1;
    }

    /// <summary>A Poisson count (Knuth's product of uniforms, in portions so that the limit never underflows).</summary>
    public int Count(double mean)
    {
        var count = 0;
        for (; mean > 8; mean -= 8)
            count += Portion(8);
        return count + Portion(mean);
    }

    private int Portion(double mean)
    {
        if (mean <= 0)
            return 0;
        var limit = 1 / Exponential(mean);
        var product = Unit();
        var count = 0;
        for (; product > limit; count++)
            product *= Unit();
        return count;
    }

    /// <summary>e to the power of 0 to 8 by its series: only additions, products and quotients, which round alike everywhere.</summary>
    private static double Exponential(double power)
    {
        var (sum, term) = (1.0, 1.0);
        for (var i = 1; i < 60; i++)
        {
            term *= power / i;
            sum += term;
        }
        return sum;
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
