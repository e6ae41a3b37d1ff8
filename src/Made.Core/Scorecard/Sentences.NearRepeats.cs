using Made.Core.Exchange;
using Made.Core.Indicators;

namespace Made.Core.Scorecard;

public static partial class Sentences
{
    private const int BandsNamed = 3;

    /// <summary>"Burglaries in Northfield come together on the same map point and in the same month more often than chance would have it: 412 pairs against 231 expected, 1.8 times as many."</summary>
    public static string NearRepeats(string place, IndicatorDefinition indicator, NearRepeats found)
    {
        var more = found.All.Where(b => b.IsMore).ToList();
        if (more.Count == 0)
            return $"{Start(indicator.Plural)} in {place} do not follow each other nearby more quickly than chance would have it: no band of distance and time holds more pairs than expected.";
        var first = more.MaxBy(b => b.Ratio.Number)!;
        var rest = more.Where(b => b != first).OrderByDescending(b => b.Ratio.Number).ToList();
        var further = rest.Count == 0 ? "No other band of distance and time stands out."
            : $"So {(rest.Count == 1 ? "does 1 other band" : $"do {rest.Count} other bands")}{(rest.Count > BandsNamed ? $", most of all" : "")}: {string.Join("; ", rest.Take(BandsNamed).Select(b => $"{b.Space} and {b.Time} ({b.Ratio.Text(1)} times)"))}.";
        return $"{Start(indicator.Plural)} in {place} come {first.Space} and {first.Time} more often than chance would have it: {first.Observed.Text()} pairs against {first.Expected.Text(first.Expected.Number < 10 ? 1 : 0)} expected, {first.Ratio.Text(1)} times as many. {further}";
    }

    /// <summary>What was compared, and what not.</summary>
    public static string NearRepeatsOf(IndicatorDefinition indicator, NearRepeats found, string when, bool isExact)
    {
        var without = found.WithoutPoint.Number > 0 ? $" {found.WithoutPoint.Text()} more without one take no part." : "";
        return $"{Counted(indicator, found.Events)} with a {(isExact ? "point" : "map point")}, {when}, each compared with every other.{without} Expected is the exact mean over every way to hand the {(found.InDays ? "days" : "months")} out to the places.";
    }

    /// <summary>What keeps the pairs from being read as more than they are.</summary>
    public static IEnumerable<string> NearRepeatCautions(DatasetDefinition dataset, NearRepeats found)
    {
        if (found.WithoutDay.Number > 0)
            yield return $"{found.WithoutDay.Text()} of these records were kept before days were, so bands are months. To have days, withdraw their files on the exchange and send them again.";
        else if (!found.InDays)
            yield return "Only the month of each record is known. Two records of the same month can be 30 days apart, and two of neighbouring months one day: what happens within days, which is where near repeats are strongest, cannot be seen here.";
        if (!dataset.ExactPoints)
            yield return MapPointsAreMoved + " Two records on one point are somewhere along the same street or place: whether the same home, shop or person met it again cannot be told.";
        if (!dataset.ExactPoints || !found.InDays)
            yield return "One event that is recorded as several crimes is a pair on its point in its month.";
        yield return "Only records of this area are compared: those across its border are not seen.";
        yield return "A place that was busier in one part of the period than in another, for whatever reason, has more pairs close in time as well: roadworks, a season, a change in recording. The test cannot tell this from one event leading to the next.";
        yield return $"Probabilities are from {NearRepeatPermutations} permutations of the times (seed {Scorecard.NearRepeats.Seed}), one-sided: only more pairs than chance are looked for. Of the bands named, about one in twenty may be chance.";
    }

    private static string NearRepeatPermutations => Scorecard.NearRepeats.Permutations.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
