using Made.Core.Indicators;
using Made.Core.Methods.Seasonality;

namespace Made.Core.Workbench;

/// <summary>Seasonal adjustment by decomposition, over the last stretch without break or gap.</summary>
internal static class SeasonStudy
{
    public static Outcome<Study> Of(StudySeries whole, StudyOptions options)
    {
        var basis = whole.Kind == SeriesKind.Shares ? StudyBasis.Rate : options.Basis;
        var start = Stretches.LastStart(whole, Stretches.Used(whole, options), bridgesGaps: false);
        var end = Stretches.LastHeld(whole);
        var values = whole.Values(basis);
        if (!Stl.Decompose(values[start..(end + 1)], options.Stl).Succeeded(out var parts, out var problem))
            return Stretches.Explained(problem, whole, options, start);
        var numbers = Numbers.For(values);
        var adjusted = parts.SeasonallyAdjusted;
        return new Study
        {
            Method = StudyMethod.Season,
            Unit = $"{whole.Unit(basis)}, seasonally adjusted",
            Decimals = Math.Max(1, numbers.Decimals),
            Polarity = options.Polarity,
            CentreName = "Trend",
            Points = [.. whole.Months.Select((m, i) => i < start || i > end
                ? new StudyPoint { Month = m.Month, Value = Numbers.Shown(double.NaN, m.IsHeld ? Absence.NotApplicable : m.Why), Reading = m.IsHeld ? "before the last break or gap: not decomposed" : "" }
                : new StudyPoint { Month = m.Month, Value = Numbers.Shown(adjusted[i - start]), Centre = Numbers.Shown(parts.Trend[i - start]), Reading = "" })],
            Behind = new("Recorded", [.. values.Zip(whole.Months, (v, m) => Numbers.Shown(v, m.IsHeld ? Absence.CannotBeCalculated : m.Why))], numbers.Decimals),
            Further =
            [
                Padded("Seasonal part", parts.Seasonal, start, whole.Months.Count),
                Padded("Remainder", parts.Remainder, start, whole.Months.Count),
            ],
            Breaks = Stretches.Dated(whole, options),
            Shifts = Stretches.Shifts(whole),
            Verdict = Verdict(whole, values, parts, (start, end), whole.After(basis)),
            Warnings =
            [
                .. start > 0 ? new[] { $"Only the months from {whole.Months[start].Month.Name} on are decomposed: a break or a gap lies before them." } : [],
                .. StudyWarnings.Of(whole, options, basis, seasonMatters: false),
            ],
            Assumptions =
            [
                options.Stl.SeasonalSpan == StlOptions.Periodic ? "The season is the same in every year of the stretch." : "The season changes slowly from year to year.",
                "Season and trend add up; where the swing grows with the level, the season is only roughly taken out.",
                "The last months of a trend are the least certain: they move when later months arrive.",
            ],
        };
    }

    private static StudyColumn Padded(string name, IReadOnlyList<double> values, int start, int length) => new(
        name, [.. Enumerable.Range(0, length).Select(i => Numbers.Shown(i >= start && i - start < values.Count ? values[i - start] : double.NaN))], 1);

    private static string[] Verdict(StudySeries series, double[] values, Decomposition parts, (int Start, int End) stretch, string after)
    {
        var (start, end) = stretch;
        var numbers = Numbers.For(values);
        var at = end - start;
        var fine = new Numbers(Math.Max(1, numbers.Decimals));
        var month = series.Months[end].Month;
        var season = parts.Seasonal[at];
        var strength = StudyWarnings.Strength(parts);
        var usual = $"{month.NameOfMonth} usually {(season < 0 ? "takes" : "adds")} {fine.Say(Math.Abs(season))}{(season < 0 ? " off" : "")}";
        var trend = at >= 12 && parts.Trend[at - 12] > 0 ? parts.Trend[at] / parts.Trend[at - 12] - 1 : double.NaN;
        return
        [
            $"{month.Name}: {fine.Say(parts.SeasonallyAdjusted[at])} {after} with the season taken out ({numbers.Say(values[end])} recorded; {usual}).",
            double.IsNaN(trend)
                ? $"The trend stands at {fine.Say(parts.Trend[at])}."
                : $"The trend stands at {fine.Say(parts.Trend[at])}, {Math.Abs(trend) * 100:0.#}% {(trend < 0 ? "below" : "above")} a year before. No test was made of that difference.",
            .. double.IsNaN(strength) ? [] : new[] { $"Strength of the season: {strength:0.00} of 1{(strength > StudyWarnings.StrongSeason ? ", strong" : "; below 0.64, so there is little to adjust for")}." },
        ];
    }
}
