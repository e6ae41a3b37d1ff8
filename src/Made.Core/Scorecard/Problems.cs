using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Core.Scorecard;

/// <summary>What can be expected to stand in the way of looking at all areas together, and of setting a status.</summary>
internal static class Problems
{
    public static Problem OwnProposal(string title) => new(
        "scorecard-own-proposal", $"'{title}' is approved by somebody other than who proposed it.", "Have the board's chair or another analyst approve it.");

    public static Problem FunnelOfWeights(string indicator) => NoFunnel($"{indicator} is a weighted value: its chance variation is not known, so no limits can be drawn.");

    public static Problem FunnelOfReported(string indicator) => NoFunnel($"{indicator} is reported by others without the counts that limits are drawn from.");

    public static Problem FunnelOfCounts(string indicator) => NoFunnel($"{indicator} is a plain count: a larger area has more of everything.");

    public static Problem TooFewAreas(int shown, int needed, string why) => new(
        "funnel-areas",
        $"{(shown == 0 ? "No area has a figure" : shown == 1 ? "Only 1 area has a figure" : $"Only {shown} areas have a figure")} for this period{(why.Length > 0 ? $": {why}" : "")}. A funnel plot needs {needed}.",
        "Choose another month, level or indicator.");

    public static Problem SeverityLevel(AreaLevel level) => new(
        "severity-level", $"Severity is not estimated for a {level.Code()}: one serious crime would be the whole figure.", "Look at districts and larger areas.");

    public static Problem SeverityPeriod() => new(
        "severity-period", "Severity is estimated over 12 months only: few crimes carry most of the weight.", "Look at the rolling 12 months.");

    public static Problem HotspotsSuppressed() => new(
        "hotspots-suppressed", "Hot spots are not shown here: a count is hidden, and scores, shares and points would give it away.", "Choose an indicator from data that are already public, or a larger area.");

    public static Problem HotspotsAbsent(Absence why) => new(
        "hotspots-absent", $"There are no 12 months of counts by small area: {why.Words()}.", "Choose another month or indicator.");

    public static Problem TooFewPlaces(int places, int needed) => new(
        "hotspots-places", $"{(places == 0 ? "No small area" : places == 1 ? "Only 1 small area" : $"Only {places} small areas")} with a boundary {(places > 1 ? "are" : "is")} held for this area; hot spots need {needed}.", "Load the boundaries of 2021 LSOAs, or choose a larger area.");

    public static Problem NothingPlaced() => new(
        "hotspots-nothing", "Nothing was recorded in these small areas over the 12 months.", "Choose another month or indicator.");

    public static Problem NearRepeatsOfPartners() => new(
        "near-repeats-partner", "Near repeats are not shown of a partner's own data: pairs of single records could point at people.", "Choose an indicator from data that are already public.");

    public static Problem NearRepeatMonths(int months, IReadOnlyList<Month> missing) => new(
        "near-repeats-months",
        $"{(missing.Count == months ? $"None of the {months} months is" : $"Not all of the {months} months are")} held{(missing.Count == months ? "" : $": {missing[0].Name}{(missing.Count > 1 ? $" and {missing.Count - 1} more" : "")} {(missing.Count > 1 ? "are" : "is")} missing, and a gap would look like a quiet time")}.",
        "Choose another month or a shorter period.");

    public static Problem TooFewForPairs(int records, int needed) => new(
        "near-repeats-few", $"{(records == 0 ? "No record with a point was" : records == 1 ? "Only 1 record with a point was" : $"Only {records} records with a point were")} found; near repeats need {needed}.", "Choose a longer period, a larger area or another indicator.");

    public static Problem TooManyForPairs(int records, int most) => new(
        "near-repeats-many", $"{records:N0} records are more than can be compared pair by pair here; up to {most:N0} can.", "Choose one kind of record, a shorter period or a smaller area.");

    public static Problem NothingHappened(string plural) => new(
        "funnel-nothing", $"No {plural} were recorded in any of these areas, so there is no common level.", "Choose another month or indicator.");

    private static Problem NoFunnel(string why) => new("funnel-indicator", why, "Choose an indicator that is a rate per residents or a share of records.");
}
