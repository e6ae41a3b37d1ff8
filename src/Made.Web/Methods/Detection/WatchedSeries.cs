using System.Globalization;
using Made.Core.Calendar;
using Made.Core.Methods.Detection;

namespace Made.Web.Methods.Detection;

/// <summary>The columns every detector reads and writes, and the points it is asked about.</summary>
internal sealed class WatchedSeries
{
    public const string Reads = "CSV t,observed";
    public const string Writes = "CSV t,observed,upperbound,alarm,expected,p,verdict,method";

    public static readonly MethodOption Range = new("range", "", "[first, last] point to judge, from 1; all that can be where it is not set");

    private readonly string[] labels;
    private readonly double[] asked;

    public WatchedSeries(MethodInput input)
    {
        var table = input.Table("t", "observed");
        labels = table.Texts("t");
        Counts = table.NumbersOrGaps("observed", NumberRule.NotNegative);
        asked = input.Options.Has("range") ? input.Options.Numbers("range", NumberRule.AtLeast(1)) : [1, Counts.Length];
        if (input.Fault is not null)
            return;
        if (asked.Length == 0 || asked[^1] > Counts.Length || asked[^1] < asked[0])
            input.Options.Wrong("range", $"names no stretch of the {Counts.Length} points");
        for (var i = 1; i < labels.Length; i++)
            if (Place(labels[i - 1]) is { } before && Place(labels[i]) is { } at && at != before + 1)
                table.Wrong(i, "t", $"'{labels[i]}' does not follow '{labels[i - 1]}'; give every point a row, and leave the count of a missing one empty");
    }

    public double[] Counts { get; }

    /// <summary>The first point asked for, from 1.</summary>
    public int From => (int)asked[0];

    /// <summary>The month of the first point where t holds months.</summary>
    public Month? FirstMonth => labels.Length > 0 && Month.TryParse(labels[0], out var month) ? month : null;

    /// <summary>The points as rows: an alarm is 1, none 0, and a point that was not asked for or could not be judged has no bound.</summary>
    /// <param name="points">What the detector says.</param>
    /// <param name="method">The detector and the choices on which references differ.</param>
    /// <param name="boundOfFewEvents">What stands as bound where too few events came for a judgement: nothing, or the 0 of an original.</param>
    public MethodOutput Written(IReadOnlyList<DetectionPoint> points, string method, double boundOfFewEvents = double.NaN)
    {
        var output = new OutputTable("t", "observed", "upperbound", "alarm", "expected", "p", "verdict", "method");
        for (var i = 0; i < points.Count; i++)
        {
            var point = points[i];
            var isAsked = i + 1 >= asked[0] && i + 1 <= asked[^1];
            if (!isAsked)
            {
                output.Add(labels[i], point.Observed, OutputCell.Gap, OutputCell.Gap, OutputCell.Gap, OutputCell.Gap, "not-asked-for", method);
                continue;
            }
            var isFew = point.Verdict == Verdict.TooFewEvents;
            output.Add(
                labels[i],
                point.Observed,
                isFew ? boundOfFewEvents : point.UpperBound,
                point.IsAlarm ? 1 : isFew || point.IsJudged ? 0 : OutputCell.Gap,
                point.Expected,
                point.P,
                Words(point.Verdict),
                method);
        }
        return new(output.ToString());
    }

    private static string Words(Verdict verdict) => verdict switch
    {
        Verdict.TooEarly => "too-early",
        Verdict.NotObserved => "not-observed",
        Verdict.TooFewEvents => "too-few-events",
        Verdict.BaselineEmpty => "baseline-empty",
        Verdict.NotConverged => "not-converged",
        Verdict.NoSpread => "no-spread",
        Verdict.Alarm => "alarm",
        _ => "usual",
    };

    /// <summary>Where a label stands among whole numbers or months; nothing for other labels.</summary>
    private static long? Place(string label) =>
        Month.TryParse(label, out var month) ? month.Index
        : long.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
