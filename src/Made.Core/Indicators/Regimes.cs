using Made.Core.Calendar;
using Made.Core.Methods;

namespace Made.Core.Indicators;

/// <summary>A stretch of months recorded alike.</summary>
/// <param name="From">Its first month.</param>
/// <param name="Reason">Why the one before ended; empty for the first.</param>
/// <param name="IsRecording">True for a dated break in recording, false for a shift in placement.</param>
internal sealed record Regime(Month From, string Reason, bool IsRecording);

/// <summary>
/// Divides the months of one indicator into stretches recorded alike. A new one begins at a dated break in recording and, below the force, where the share of
/// records placed leaves the mean of the stretch so far by more than 3 points and by more than chance (a share of 90 robberies moves 3 points by itself: p under 0.01).
/// Months not held end no stretch. Depends only on earlier months, so a later month never moves it.
/// </summary>
internal sealed class Regimes(History history, int indicator, RecordingBreak[] breaks, bool byPlacement, Month first)
{
    private const double Chance = 0.01;

    private readonly List<int> regimeOf = [];
    private readonly List<Regime> regimes = [];
    private double months, shares, all, placed;
    private Month lastHeld;

    /// <summary>The regime of each month from the first of history on; -1 where the month is not held.</summary>
    public IReadOnlyList<int> UpTo(Month last)
    {
        while (regimeOf.Count <= last.Index - first.Index)
            Next(first.Plus(regimeOf.Count));
        return regimeOf;
    }

    public Regime At(int number) => regimes[number];

    private void Next(Month month)
    {
        if (!history.Holds(indicator, month))
        {
            regimeOf.Add(-1);
            return;
        }
        var (n, lost) = history.Placed(indicator, month);
        var began = Began(month, n, n - lost);
        if (began is not null)
        {
            regimes.Add(began);
            (months, shares, all, placed) = (0, 0, 0, 0);
        }
        if (n > 0)
        {
            months++;
            shares += (n - lost) / n;
            all += n;
            placed += n - lost;
        }
        lastHeld = month;
        regimeOf.Add(regimes.Count - 1);
    }

    private Regime? Began(Month month, double n, double kept)
    {
        if (regimes.Count == 0)
            return new(month, "", IsRecording: false);
        if (Array.FindLast(breaks, b => b.Month > lastHeld && b.Month <= month) is { } dated)
            return new(dated.Month, dated.Reason, IsRecording: true);
        if (!byPlacement || n == 0 || months == 0 || !Changes.PlacementMoved(kept / n, shares / months))
            return null;
        var pooled = (placed + kept) / (all + n);
        var error = Math.Sqrt(pooled * (1 - pooled) * ((1 / n) + (1 / all)));
        return RateRatio.NormalP(((kept / n) - (placed / all)) / error) < Chance
            ? new(month, $"Placement changed: {kept / n * 100:0}% of the force's records placed, {shares / months * 100:0}% before", IsRecording: false)
            : null;
    }
}
