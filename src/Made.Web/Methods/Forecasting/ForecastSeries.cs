using Made.Core.Methods.Forecasting;

namespace Made.Web.Methods.Forecasting;

/// <summary>What every forecast reads and writes: a column of values, or JSON with the values and the points in a season.</summary>
internal sealed class ForecastSeries
{
    public const string Reads = "CSV y, or JSON {train, frequency}";
    public const string Writes = "CSV h,mean,lo80,hi80,lo95,hi95,method";

    private const int Furthest = 10_000;

    public static readonly MethodOption Steps = new("h", "12", "steps to forecast");
    public static readonly MethodOption Season = new("frequency", "", "points in a season; that of the JSON, else 12");

    public ForecastSeries(MethodInput input)
    {
        Ahead = input.Options.Whole("h", 1);
        if (Ahead > Furthest)
            input.Options.Wrong("h", $"is above {Furthest}");
        Frequency = 12;
        if (input.IsJson)
        {
            var json = input.Json();
            Values = json.Numbers("train");
            if (json.NumberOrGap("frequency", NumberRule.AtLeast(1)) is var given && given <= int.MaxValue)
                Frequency = (int)given;
        }
        else
            Values = input.Table("y").Numbers("y");
        if (input.Options.Has("frequency"))
            Frequency = input.Options.Whole("frequency", 1);
    }

    public double[] Values { get; }

    public int Frequency { get; }

    public int Ahead { get; }

    public static MethodOutput Written(Forecast forecast, string method)
    {
        var output = new OutputTable("h", "mean", "lo80", "hi80", "lo95", "hi95", "method");
        foreach (var point in forecast.Points)
            output.Add(point.Ahead, point.Mean, point.Likely.Lower, point.Likely.Upper, point.Wide.Lower, point.Wide.Upper, method);
        return new(output.ToString());
    }
}
