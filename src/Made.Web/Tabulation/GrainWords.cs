using System.Globalization;
using Made.Core.Calendar;
using Made.Core.Disclosure.Release;
using Made.Core.Register;

namespace Made.Web.Tabulation;

/// <summary>How finely partners' figures are cut, and how much of that is hidden, in words.</summary>
internal static class GrainWords
{
    /// <summary>"wards by 12 months to March"; wards have no other 12 months.</summary>
    public static string Of(Grain grain) =>
        $"{TableWords.Of(grain.Level)} by {(grain.Newest.Kind != PeriodKind.Rolling12 ? TableWords.One(grain.Newest.Kind) : grain.Level == AreaLevel.Ward ? "12 months to March" : "12 months")}";

    /// <summary>"24.0%".</summary>
    public static string Hidden(Grain grain) => string.Create(CultureInfo.InvariantCulture, $"{100 * grain.ShareHidden:0.0}%");

    /// <summary>"wards by 12 months to March 41.2% hidden, districts by month 8.0% hidden; offered first: districts by month."</summary>
    public static string Measured(IReadOnlyList<Grain> grains) =>
        $"{string.Join(", ", grains.Where(g => g.Level <= AreaLevel.District).Select(g => $"{Of(g)} {Hidden(g)} hidden"))}; offered first: {(Grain.OfferedFirst(grains) is { } first ? Of(first) : "none, of each more than 30% is hidden")}.";
}
