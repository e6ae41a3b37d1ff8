namespace Made.Web.Methods.Detection;

/// <summary>Where sums begin: the points before are learned from, so another start is another result.</summary>
internal static class WatchStart
{
    private const int YearsToLearn = 5;

    public static readonly MethodOption Frequency = new("frequency", "12", "points in a year");

    public static readonly MethodOption From = new("from", "", "first point watched, from 1; the first of range, or after five years");

    public static int Of(MethodInput input, WatchedSeries series)
    {
        var frequency = input.Options.Whole("frequency", 1);
        if (input.Options.Has("from"))
            return input.Options.Whole("from", 1);
        if (input.Options.Has("range") && input.Fault is null)
            return series.From;
        return (int)Math.Min(int.MaxValue, ((long)YearsToLearn * frequency) + 1);
    }
}
