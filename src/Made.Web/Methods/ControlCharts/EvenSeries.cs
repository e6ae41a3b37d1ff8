namespace Made.Web.Methods.ControlCharts;

/// <summary>The places of dates in an even series, so that a date left out is a gap and not a neighbour.</summary>
internal static class EvenSeries
{
    /// <summary>For dates in order: months where all stand on one day of the month, else steps of as many days as the shortest; one after another where they fit neither.</summary>
    public static int[] Slots(DateOnly[] dates)
    {
        if (dates.Length < 2)
            return [.. dates.Select((_, i) => i)];
        var months = dates.Select(d => (d.Year * 12) + d.Month).ToArray();
        if (dates.All(d => d.Day == dates[0].Day) || dates.All(d => d.Day == DateTime.DaysInMonth(d.Year, d.Month)))
            return Even(months);
        return Even([.. dates.Select(d => d.DayNumber)]);
    }

    /// <summary>Values at their places, this one between.</summary>
    public static double[] Spread(double[] values, int[] slots, double between)
    {
        var spread = new double[slots.Length == 0 ? 0 : slots[^1] + 1];
        Array.Fill(spread, between);
        for (var i = 0; i < slots.Length; i++)
            spread[slots[i]] = values[i];
        return spread;
    }

    /// <summary>Values at their places, each held until the next.</summary>
    public static double[] Carry(double[] values, int[] slots)
    {
        var carried = Spread(values, slots, double.NaN);
        for (var i = 1; i < carried.Length; i++)
            if (double.IsNaN(carried[i]))
                carried[i] = carried[i - 1];
        return carried;
    }

    private static int[] Even(int[] times)
    {
        var steps = times.Zip(times.Skip(1), (a, b) => b - a).ToArray();
        var step = steps.Min();
        // A few dates years apart are no series with gaps.
        return steps.Any(s => s % step != 0) || steps.Sum() / step > 10 * times.Length
            ? [.. times.Select((_, i) => i)]
            : [.. times.Select(t => (t - times[0]) / step)];
    }
}
