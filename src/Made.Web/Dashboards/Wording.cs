using System.Globalization;
using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Web.Dashboards;

/// <summary>Short words for table cells; whole sentences are made in Core.</summary>
public static class Wording
{
    public static string Change(SafeMeasure m) => m.Comparable switch
    {
        Comparable.PlacementChanged => "not comparable: placement changed",
        Comparable.RecordingChanged => "not comparable: break in recording",
        _ when m.ChangeYear.IsShown => Percent(m.ChangeYear),
        _ when !m.Count.IsShown => m.Count.Text(),
        _ => m.CountYearBefore.IsShown ? "cannot be calculated" : $"{m.CountYearBefore.Text()} a year before",
    };

    /// <summary>"+12%", "−3.4%" under ten, "0%".</summary>
    public static string Percent(SafeNumber change)
    {
        var value = change.ForDrawing;
        var text = Math.Abs(value).ToString(Math.Abs(value) < 10 ? "0.#" : "#,0", CultureInfo.InvariantCulture);
        return text == "0" ? "0%" : value > 0 ? $"+{text}%" : $"\u2212{text}%";
    }

    /// <summary>The rate over 12 months and, in words, how it stands against the rest of the comparator: "68.7, lower (75.2)".</summary>
    public static string Rate(SafeMeasure m) => !m.Value.IsShown ? m.Value.Text() : m.Comparison switch
    {
        Comparison.Higher => $"{m.Value.Text(1)}, higher ({m.ComparatorValue.Text(1)})",
        Comparison.Lower => $"{m.Value.Text(1)}, lower ({m.ComparatorValue.Text(1)})",
        Comparison.Similar => $"{m.Value.Text(1)}, similar ({m.ComparatorValue.Text(1)})",
        _ => m.Value.Text(1),
    };

    /// <summary>The state of the month in words: "in its usual range", "not judged (rests on hidden months)".</summary>
    public static string Judged(SafeMeasure m)
    {
        var words = Charts.VariationIcon.Words(m.Variation);
        return m.NotJudgedFor == Reason.HiddenMonths ? $"{words} ({m.NotJudgedFor.Words()})" : words;
    }

    /// <summary>A share from 0 to 1 as per cent: "94%".</summary>
    public static string Share(SafeNumber share) =>
        (share.ForDrawing * 100).ToString("0", CultureInfo.InvariantCulture) + "%";

    /// <summary>For sorting in the browser: what is absent sorts below every number.</summary>
    public static string SortValue(SafeNumber? number) => number is { IsShown: true } shown ? shown.Digits() : "-1e300";

    /// <summary>"8,123 (68.7 per 1,000 residents)"; the count alone where there is no rate.</summary>
    public static string CountAndValue(SafeMeasure m, IndicatorDefinition indicator) =>
        !m.Count.IsShown ? m.Count.Text()
        : m.Value.IsShown && indicator.Denominator != DenominatorKind.None ? $"{m.Count.Text()} ({m.Value.Text(1)} {indicator.Unit})"
        : m.Count.Text();

    /// <summary>What a CSP or area is called on its own page: a CSP by its districts, so "Northfield" rather than "Northfield CSP".</summary>
    public static string PlaceName(Areas areas, AreaCode code, Core.Calendar.Month month)
    {
        if (!areas.TryFind(code, out var area))
            return code.IsNotDetermined ? "Ward not determined" : code.Value;
        if (area.Level != AreaLevel.Csp)
            return area.Name;
        var names = areas.DistrictsOf(code, month).Select(d => areas.TryFind(d, out var found) ? found.Name : d.Value).ToList();
        return names.Count switch { 0 => area.Name, 1 => names[0], _ => $"{string.Join(", ", names[..^1])} and {names[^1]}" };
    }
}
