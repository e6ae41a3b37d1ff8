namespace Made.Core.Methods.Detection;

/// <summary>A count of the baseline: where it lies and which seasonal period it belongs to.</summary>
/// <param name="At">Place in the series, from 0.</param>
/// <param name="Period">Seasonal period, from 1; the windows and the present point are the last one.</param>
public readonly record struct BaselinePoint(int At, int Period);

/// <summary>
/// The points that Farrington's method compares with: w points either side of the same point in each of b earlier years; in the flexible form with p periods also all points
/// between, in p - 1 blocks a year of as equal length as can be, the longer ones first.
/// <para>Units: points. Edges: the present point is never part of it, nor are the last ones that the options leave out. Source: Noufaily and others 2013, section 2.</para>
/// </summary>
public static class FarringtonBaseline
{
    /// <summary>The first point, from 0, that has its whole baseline.</summary>
    public static int First(FarringtonOptions options) => (options.Frequency * options.Years) + options.HalfWindow;

    /// <summary>The baseline of a point, in order of time.</summary>
    public static IReadOnlyList<BaselinePoint> Of(int at, FarringtonOptions options)
    {
        var period = new int[at + 1];
        var (w, flexible) = (options.HalfWindow, options.Variant == FarringtonVariant.Flexible);
        var periods = flexible ? options.Periods : 1;
        Array.Fill(period, periods, at - w, w + 1);
        for (var year = 1; year <= options.Years; year++)
        {
            var same = at - (options.Frequency * year);
            Array.Fill(period, periods, same - w, (2 * w) + 1);
            if (periods > 1)
                FillBlocks(period.AsSpan(same + w + 1, options.Frequency - (2 * w) - 1), periods - 1);
        }
        var last = flexible ? at - options.NotIncluded : at - w;
        return [.. Enumerable.Range(0, last).Where(i => period[i] > 0).Select(i => new BaselinePoint(i, period[i]))];
    }

    private static void FillBlocks(Span<int> between, int blocks)
    {
        var (length, longer) = Math.DivRem(between.Length, blocks);
        var from = 0;
        for (var block = 1; block <= blocks; block++)
        {
            var size = length + (block <= longer ? 1 : 0);
            between.Slice(from, size).Fill(block);
            from += size;
        }
    }
}
