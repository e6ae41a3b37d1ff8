using Made.Core.Calendar;
using Made.Core.Methods;

namespace Made.Core.Indicators;

/// <summary>A change on the same period a year before, or the named reason why there is none to speak of.</summary>
internal readonly record struct YearChange(Comparable Comparable, Quantity Percent, Interval Limits, ChangeVerdict Verdict, double P);

/// <summary>
/// Compares a period with the same one a year before. Not comparable where a value is absent, where the share of records placed moved by more than
/// <see cref="PlacementTolerance"/>, or where a break in recording lies after the earlier period began and not after the later one ended.
/// </summary>
internal static class Changes
{
    /// <summary>3 percentage points.</summary>
    public const double PlacementTolerance = 0.03;

    // A share such as 0.945 is not exact in binary: a difference of exactly 3 points must not tip over.
    private const double Rounding = 1e-12;

    public static bool PlacementMoved(double a, double b) => Math.Abs(a - b) > PlacementTolerance + Rounding;

    public static Comparable Judge(Figure now, Figure before, Period period, IEnumerable<RecordingBreak> breaks)
    {
        if (!now.Value.IsNumber || !before.Value.IsNumber)
            return Comparable.NoBase;
        if (PlacementMoved(now.Coverage, before.Coverage))
            return Comparable.PlacementChanged;
        return breaks.Any(b => b.Month > period.YearBefore.First && b.Month <= period.Last) ? Comparable.RecordingChanged : Comparable.Yes;
    }

    public static YearChange Of(IndicatorDefinition indicator, Figure now, Figure before, Comparable comparable, bool withLimits)
    {
        if (comparable != Comparable.Yes)
            return new(comparable, Quantity.Missing(Absence.CannotBeCalculated), Interval.None, ChangeVerdict.NotJudged, double.NaN);
        var (a, b) = (now.Value.Number, before.Value.Number);
        var percent = b != 0 ? Quantity.Of(((a / b) - 1) * 100) : Quantity.Missing(Absence.CannotBeCalculated);
        if (Ratio(indicator, now, before, withLimits) is not { } ratio)
            return new(comparable, percent, Interval.None, ChangeVerdict.NotJudged, double.NaN);
        var limits = percent.IsNumber ? new Interval((ratio.Limits.Lower - 1) * 100, (ratio.Limits.Upper - 1) * 100) : Interval.None;
        return new(comparable, percent, limits, (ChangeVerdict)(ratio.Direction() + (int)ChangeVerdict.Similar), ratio.P);
    }

    /// <summary>The test of two figures of one indicator; null where its values have no interval.</summary>
    public static RatioResult? Ratio(IndicatorDefinition indicator, Figure a, Figure b, bool withLimits = true)
    {
        var (x1, x2) = (a.Tally.Count, b.Tally.Count);
        switch (indicator.Denominator)
        {
            case var _ when indicator.IsWeighted:
            case DenominatorKind.Reported:
                return null;
            case DenominatorKind.Records when indicator.BaseDataset is null:
                return RateRatio.OfProportions(x1, a.Tally.Base, x2, b.Tally.Base);
            case DenominatorKind.Records:
                return RateRatio.OfRates(x1, a.Tally.Base, x2, b.Tally.Base);
            default:
                var (n1, n2) = indicator.Denominator == DenominatorKind.None ? (1, 1) : (a.Denominator.Number, b.Denominator.Number);
                return withLimits
                    ? RateRatio.OfRates(x1, n1, x2, n2)
                    : new(x1 / n1 < x2 / n2 ? 0.5 : 2, Interval.None, RateRatio.PoissonP(x1, n1, x2, n2));
        }
    }
}
