namespace Made.Core.Disclosure.Rounding;

/// <summary>Chooses which cells rise to the base: one by one those whose margins miss most, then exchanges the one whose margins have most to spare while that changes anything.</summary>
/// <param name="missing">For each cell, what its margins miss, summed over its margins; kept up to date as cells rise and fall.</param>
/// <param name="overlap">For each pair of cells, the base times the number of margins they share.</param>
/// <param name="order">The order in which the first of equals is looked for.</param>
internal sealed class RoundingChoice(long[] missing, long[,] overlap, int[] order)
{
    private readonly List<int> low = [.. order];
    private readonly List<int> raised = [];

    public bool[] Raise(int count)
    {
        if (count < missing.Length)
        {
            while (raised.Count < count)
                Up();
            for (var i = 0; i < count + 100 && Down(); i++)
                Up();
        }
        var result = new bool[missing.Length];
        foreach (var cell in count < missing.Length ? raised : low)
            result[cell] = true;
        return result;
    }

    private void Up()
    {
        var cell = low.MaxBy(c => missing[c]);
        low.Remove(cell);
        raised.Insert(0, cell);
        Shift(cell, -1);
    }

    /// <summary>False where the one to fall would be the one that rose last: nothing improves any more.</summary>
    private bool Down()
    {
        var cell = raised.MinBy(c => missing[c]);
        if (cell == raised[0])
            return false;
        raised.Remove(cell);
        low.Insert(0, cell);
        Shift(cell, 1);
        return true;
    }

    private void Shift(int cell, int sign)
    {
        for (var other = 0; other < missing.Length; other++)
            missing[other] += sign * overlap[cell, other];
    }
}
