using Made.Core.Calendar;
using Made.Core.Methods;

namespace Made.Core.Indicators;

/// <summary>One month of a series: what is judged and what is drawn.</summary>
/// <param name="Month">The month.</param>
/// <param name="Shown">As drawn: the month's count, or the value of a proportion.</param>
/// <param name="Count">Records, for "too few".</param>
/// <param name="Level">As judged: the daily average, or the value of a proportion; NaN where the month is not held.</param>
/// <param name="Scale">Shown over level: the days of the month, or 1.</param>
internal readonly record struct Observation(Month Month, Quantity Shown, double Count, double Level, double Scale)
{
    public bool IsHeld => Shown.IsNumber;
}

/// <summary>What the chart says of one month. Mean and limits are on the scale of what is drawn; NaN where none are.</summary>
internal readonly record struct Judgement(Variation Variation, XmrCause Cause, VariationBasis Basis, double Mean, Interval Limits, bool IsTrial, double Score)
{
    public static Judgement Without(Variation why) => new(why, XmrCause.Common, VariationBasis.None, double.NaN, Interval.None, false, double.NaN);
}

/// <summary>
/// Judges each month of a series. Limits come from the first up to 24 months held of the stretch recorded alike, and do not creep after that.
/// Seasonal indicators are judged with the season taken out where every calendar month is held three times in the stretch, else by the difference
/// to the same month a year before, over comparable pairs since the last break in recording.
/// </summary>
internal static class RunSeries
{
    /// <summary>Months of a baseline.</summary>
    public const int Baseline = 24;

    /// <summary>Fewer points, or pairs, draw no limits.</summary>
    public const int PointsNeeded = 8;

    /// <summary>Fewer neighbours draw no limits either: one moving range says nothing about spread.</summary>
    public const int RangesNeeded = 5;

    /// <summary>A smaller mean a month is not judged by month.</summary>
    public const double CountNeeded = 10;

    public static Judgement[] Judge(IReadOnlyList<Observation> series, IReadOnlyList<int> regimeOf, Func<int, Regime> regime, bool seasonal, Func<int, int, bool> comparable)
    {
        var judged = new Judgement[series.Count];
        Array.Fill(judged, Judgement.Without(Variation.NotJudged));
        var leftOver = new List<int>();
        foreach (var (from, to) in Stretches(regimeOf, series.Count))
        {
            var factors = seasonal ? SeasonalFactors.Fit([.. Held(series, from, to).Select(i => (series[i].Month, series[i].Level))]) : null;
            if (seasonal && factors is null)
                leftOver.AddRange(Held(series, from, to));
            else
                ByLevel(series, judged, from, to, factors);
        }
        if (leftOver.Count > 0)
            ByYear(series, judged, leftOver, regimeOf, regime, comparable);
        return judged;
    }

    private static void ByLevel(IReadOnlyList<Observation> series, Judgement[] judged, int from, int to, SeasonalFactors? factors)
    {
        var values = Enumerable.Range(from, to - from + 1).Select(i => factors is null ? series[i].Level : factors.Adjust(series[i].Month, series[i].Level)).ToArray();
        var chart = Xmr.Chart(values, new XmrOptions { FixAfter = Baseline, Spread = factors?.Spread ?? 1 });
        var few = TooFew(series, [.. Held(series, from, to)]);
        var basis = factors is null ? VariationBasis.PerDay : VariationBasis.SeasonallyAdjusted;
        foreach (var i in Held(series, from, to))
        {
            var scale = series[i].Scale * (factors?.Of(series[i].Month) ?? 1);
            judged[i] = One(chart, i - from, few, basis, level => level * scale);
        }
    }

    private static void ByYear(
        IReadOnlyList<Observation> series, Judgement[] judged, List<int> months, IReadOnlyList<int> regimeOf, Func<int, Regime> regime, Func<int, int, bool> comparable)
    {
        foreach (var epoch in Epochs(series, regimeOf, regime))
        {
            var differences = epoch.Select(i => i - 12 >= epoch[0] && series[i].IsHeld && series[i - 12].IsHeld && comparable(i, i - 12)
                ? series[i].Level - series[i - 12].Level : double.NaN).ToArray();
            var chart = Xmr.Chart(differences, new XmrOptions { FixAfter = Baseline });
            var few = TooFew(series, [.. epoch.Where(i => series[i].IsHeld)]);
            foreach (var i in months.Where(i => i >= epoch[0] && i <= epoch[^1]))
            {
                var at = i - epoch[0];
                var unpaired = double.IsNaN(differences[at]);
                var pairHeld = at >= 12 && series[i - 12].IsHeld;
                judged[i] = few ? Judgement.Without(Variation.TooFew)
                    : unpaired ? Judgement.Without(pairHeld ? Variation.NotComparable : Variation.TooShort)
                    : One(chart, at, few, VariationBasis.YearOnYear, d => (series[i - 12].Level + d) * series[i].Scale);
            }
        }
    }

    private static Judgement One(XmrChart chart, int at, bool few, VariationBasis basis, Func<double, double> drawn)
    {
        var (point, group) = (chart.Points[at], chart.Groups[0]);
        if (few)
            return Judgement.Without(Variation.TooFew);
        if (group.Points < PointsNeeded || group.Ranges < RangesNeeded)
            return Judgement.Without(Variation.TooShort);
        var state = point.Direction > 0 ? Variation.SpecialHigh : point.Direction < 0 ? Variation.SpecialLow : Variation.Common;
        var limits = new Interval(Math.Max(0, drawn(point.Limits.Lower)), drawn(point.Limits.Upper));
        var score = group.Sigma > 0 ? (point.Value - group.Mean) / group.Sigma : point.Side == 0 ? 0 : point.Side * double.PositiveInfinity;
        return new(state, point.Cause, basis, drawn(group.Mean), limits, group.IsTrial, score);
    }

    /// <summary>By the baseline's mean, or where the stretch is too short to have one by the last two years held.</summary>
    private static bool TooFew(IReadOnlyList<Observation> series, int[] stretch)
    {
        if (stretch.Length == 0)
            return false;
        var months = stretch.Length >= PointsNeeded
            ? stretch.Take(Baseline)
            : Enumerable.Range(0, stretch[^1] + 1).Where(i => series[i].IsHeld).TakeLast(Baseline);
        return months.Average(i => series[i].Count) < CountNeeded;
    }

    private static IEnumerable<int> Held(IReadOnlyList<Observation> series, int from, int to) =>
        Enumerable.Range(from, to - from + 1).Where(i => series[i].IsHeld);

    private static IEnumerable<(int From, int To)> Stretches(IReadOnlyList<int> regimeOf, int count) =>
        Enumerable.Range(0, count).Where(i => regimeOf[i] >= 0).GroupBy(i => regimeOf[i]).Select(g => (g.First(), g.Last()));

    /// <summary>Stretches between breaks in recording, whatever placement did: a pair's own placement decides whether it counts.</summary>
    private static IEnumerable<int[]> Epochs(IReadOnlyList<Observation> series, IReadOnlyList<int> regimeOf, Func<int, Regime> regime)
    {
        var starts = Enumerable.Range(0, series.Count).Where(i => regimeOf[i] >= 0)
            .Where(i => i == 0 || !Enumerable.Range(0, i).Any(j => regimeOf[j] >= 0) || NewRecording(i)).ToList();
        for (var e = 0; e < starts.Count; e++)
            yield return [.. Enumerable.Range(starts[e], (e + 1 < starts.Count ? starts[e + 1] : series.Count) - starts[e])];

        bool NewRecording(int i)
        {
            var before = i - 1;
            while (before >= 0 && regimeOf[before] < 0)
                before--;
            return before >= 0 && regimeOf[before] != regimeOf[i] && regime(regimeOf[i]).IsRecording;
        }
    }
}
