namespace Made.Web.Charts;

/// <summary>A value axis from zero with few round ticks.</summary>
internal sealed class Scale
{
    private Scale(double top, double step, int decimals)
    {
        Top = top;
        Step = step;
        Decimals = decimals;
    }

    public double Top { get; }

    public double Step { get; }

    public int Decimals { get; }

    public static Scale For(IEnumerable<double> values, int decimals, int ticks)
    {
        var largest = values.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        var smallestStep = Math.Pow(10, -decimals);
        if (largest <= 0)
            return new Scale(smallestStep, smallestStep, decimals);
        var rough = Math.Max(largest / ticks, smallestStep);
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.Select(f => f * power).First(s => s >= rough * 0.999999 && IsWhole(s / smallestStep));
        return new Scale(Math.Ceiling((largest / step) - 1e-9) * step, step, decimals);
    }

    public IEnumerable<double> Ticks()
    {
        for (var i = 0; i * Step <= Top * 1.000001; i++)
            yield return i * Step;
    }

    public string Label(double tick) => tick.ToString(Step >= 1 && IsWhole(Step) ? "N0" : "N" + Math.Max(1, Decimals).ToString(System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) < 1e-6;
}
