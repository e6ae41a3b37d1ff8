using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Web.Charts;

namespace Made.Web.Dashboards;

/// <summary>Turns a safe run chart into the pictures of a page.</summary>
public static class TrendCharts
{
    public const int SparklineMonths = 24;

    public static Chart.Sparkline Spark(SafeRunChart run, IndicatorDefinition indicator, string place)
    {
        var last = run.Points[^1];
        return new Chart.Sparkline
        {
            Id = $"spark-{indicator.Id}",
            Title = $"{indicator.Title}, {place}, {run.Points.Count} months to {last.Month.Name}",
            Sentence = last.Value.IsShown
                ? $"{last.Month.Name}: {last.Value.Text()}.{(last.Lower.IsShown ? $" Usual range {last.Lower.Text()} to {last.Upper.Text()}." : "")}"
                : $"{last.Month.Name}: {last.Value.TextWithReason()}.",
            Values = [.. run.Points.Select(p => p.Value)],
            Usual = Limits(last),
            Mark = Mark(last),
            Polarity = indicator.Polarity,
        };
    }

    public static Chart.Trend Trend(SafeRunChart run, IndicatorDefinition indicator, string place, string sentence) => new()
    {
        Id = "trend",
        Title = $"{indicator.Title} each month, {place}",
        Sentence = sentence,
        Unit = run.Unit,
        Decimals = indicator.Denominator is DenominatorKind.Records or DenominatorKind.Reported ? 1 : 0,
        Polarity = indicator.Polarity,
        // Months before anything was ever held say nothing; gaps after that are shown.
        Points = [.. run.Points.SkipWhile(p => !p.Value.IsShown).Select(p => new TrendPoint(p.Month, p.Value, Limits(p), Mark(p)))],
        Breaks = [.. run.Breaks.Select(b => new TrendBreak(b.Month, b.Reason))],
    };

    private static TrendLimits? Limits(SafeRunPoint point) =>
        point.Mean.IsShown ? new TrendLimits(point.Mean, point.Lower, point.Upper, point.IsTrial) : null;

    private static PointMark Mark(SafeRunPoint point) => point.State switch
    {
        Variation.SpecialHigh => PointMark.High,
        Variation.SpecialLow => PointMark.Low,
        _ => PointMark.Common,
    };
}
