namespace Made.Core.Methods.Forecasting;

/// <summary>What a series that is forecast may hold.</summary>
internal static class Values
{
    /// <summary>What keeps this series from being forecast; nothing where it can be.</summary>
    public static Problem? Fault(IReadOnlyList<double> values, int frequency, int ahead, string method, long needed)
    {
        if (frequency < 1)
            return Problems.NotAbove0("frequency", frequency);
        if (ahead < 1)
            return Problems.NotAbove0("h", ahead);
        if (values.Count < needed)
            return Problems.TooShort(method, values.Count, needed);
        for (var i = 0; i < values.Count; i++)
            if (!double.IsFinite(values[i]))
                return Problems.Gap(i + 1);
        return null;
    }
}
