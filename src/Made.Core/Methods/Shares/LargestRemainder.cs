using System.Numerics;

namespace Made.Core.Methods.Shares;

/// <summary>One share of a total.</summary>
/// <param name="Units">Whole units given.</param>
/// <param name="Numerator">The exact share is this over <see cref="Denominator"/>.</param>
/// <param name="Denominator">Sum of the weights, above 0.</param>
public readonly record struct Share(BigInteger Units, BigInteger Numerator, BigInteger Denominator)
{
    /// <summary>The exact share to so many decimals, half up, without trailing zeros but with one decimal at least: "9691.432769", "300.0".</summary>
    public string Text(int decimals = 6)
    {
        var scale = BigInteger.Pow(10, decimals);
        var rounded = ((2 * Numerator * scale) + Denominator) / (2 * Denominator);
        var (whole, rest) = BigInteger.DivRem(rounded, scale);
        var after = rest.ToString().PadLeft(decimals, '0').TrimEnd('0');
        return $"{whole}.{(after.Length == 0 ? "0" : after)}";
    }
}

/// <summary>
/// Divides a whole total in proportion to weights so that nothing is lost: largest remainders (Hamilton, Hare quota).
/// <para>Each takes the whole part of total x weight / sum of weights; what is left goes by one to the largest remainders, ties by order in the list.</para>
/// <para>Units: whole units, pence for money; exact integers throughout. Edges: weight 0 takes 0; all weights 0, or none, is refused; a total of 0 gives all 0. One more
/// unit in total can take one from somebody (Alabama paradox).</para>
/// <para>Source: Balinski and Young 1982, Fair Representation. Worked example: docs/methods/apportionment.md.</para>
/// </summary>
public static class LargestRemainder
{
    /// <summary>The shares, in the order of the weights.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The total or a weight is negative, or all weights are 0.</exception>
    public static IReadOnlyList<Share> Of(BigInteger total, IReadOnlyList<BigInteger> weights)
    {
        if (total < 0)
            throw new ArgumentOutOfRangeException(nameof(total), total, "A total is 0 or more.");
        if (weights.Any(w => w < 0))
            throw new ArgumentOutOfRangeException(nameof(weights), "Weights are 0 or more.");
        var sum = weights.Aggregate(BigInteger.Zero, (a, b) => a + b);
        if (sum.IsZero)
            throw new ArgumentOutOfRangeException(nameof(weights), "Weights add up to more than 0.");
        var parts = weights.Select(w => BigInteger.DivRem(total * w, sum)).ToArray();
        var left = (int)(total - parts.Aggregate(BigInteger.Zero, (a, p) => a + p.Quotient));
        var more = parts.Select((p, i) => (p.Remainder, Index: i)).OrderByDescending(p => p.Remainder).ThenBy(p => p.Index).Take(left).Select(p => p.Index).ToHashSet();
        return [.. weights.Select((w, i) => new Share(parts[i].Quotient + (more.Contains(i) ? 1 : 0), total * w, sum))];
    }
}
