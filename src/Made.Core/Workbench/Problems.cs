using System.Globalization;

namespace Made.Core.Workbench;

/// <summary>What can keep a series from being studied.</summary>
public static class Problems
{
    public static Problem NothingHeld() => new("study-nothing-held", "No month of this period has a number.", "Choose another period, area or indicator.");

    public static Problem UnknownSeries(string indicator, string area) =>
        new("study-unknown", $"There is no series of '{indicator}' for '{area}' here.", "Choose an indicator and an area from the lists.");

    /// <summary>Of a partner's own figures only the protected run chart is safe: every other method would let a hidden month be computed back.</summary>
    public static Problem PartnersOwn() => new(
        "study-partners-own",
        "These are a partner's own figures. Only the protected run chart is drawn of them: from the result of any other method a hidden month could be computed back.",
        "Choose the run chart as on the dashboards.");

    public static Problem NeedsDenominator(string method) =>
        new("study-needs-denominator", $"{method} divides each month by a denominator, and this series has none.", "Choose an XmR or c chart, or give a third column.");

    public static Problem NotAPart() =>
        new("study-not-a-part", "A chart of proportions is for a part of a whole, and these events are no part of their denominator.", "Choose a u chart, which draws rates.");

    public static Problem PartAboveWhole(string month, double part, double whole) => new(
        "study-part-above-whole",
        string.Create(CultureInfo.InvariantCulture, $"In {month} the value, {part}, is more than the denominator, {whole}: it is no part of it."),
        "Choose a u chart, which draws rates.");

    public static Problem NeedsCounts(string method) =>
        new("study-needs-counts", $"{method} is for counts of events, and this series is not one.", "Choose an XmR chart or the seasonal adjustment.");

    public static Problem BreakOutside(string month, string first, string last) =>
        new("study-break-outside", $"A break in {month} lies outside the period, {first} to {last}, or at its start.", "Choose a month after the first one.");

    public static Problem BreakWithoutReason(string month) =>
        new("study-break-without-reason", $"The break in {month} has no reason.", "Say why recording differs from that month on: the reason stands on the chart and in the note.");
}
