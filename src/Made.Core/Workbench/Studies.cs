namespace Made.Core.Workbench;

/// <summary>Runs a method over a series. Pure; the same series and options give the same study.</summary>
public static class Studies
{
    /// <summary>The study, or what keeps the method from being used on this series.</summary>
    public static Outcome<Study> Of(StudySeries series, StudyOptions options)
    {
        if (!series.Months.Any(m => m.IsHeld))
            return Problems.NothingHeld();
        if ((Unfit(series, options) ?? Misplaced(series, options)) is { } problem)
            return problem;
        return options.Method switch
        {
            StudyMethod.U or StudyMethod.UPrime or StudyMethod.C or StudyMethod.P or StudyMethod.PPrime => AttributeStudy.Of(series, options),
            StudyMethod.Farrington or StudyMethod.Ears or StudyMethod.Cusum => WatchStudy.Of(series, options),
            StudyMethod.Season => SeasonStudy.Of(series, options),
            StudyMethod.Forecast => ForecastStudy.Of(series, options),
            _ => XmrStudy.Of(series, options),
        };
    }

    private static Problem? Unfit(StudySeries series, StudyOptions options) => options.Method switch
    {
        StudyMethod.P or StudyMethod.PPrime => !series.HasDenominators ? Problems.NeedsDenominator("A chart of proportions") : !series.IsPart ? Problems.NotAPart() : PartAboveWhole(series),
        StudyMethod.U or StudyMethod.UPrime => !series.HasDenominators ? Problems.NeedsDenominator("A chart of rates") : NotCounts(series, "A chart of rates"),
        StudyMethod.C => NotCounts(series, "A c chart"),
        StudyMethod.Farrington or StudyMethod.Ears or StudyMethod.Cusum => NotCounts(series, "Early detection"),
        StudyMethod.Forecast => NotCounts(series, "The forecast"),
        _ when options.Basis == StudyBasis.Rate && !series.HasDenominators => Problems.NeedsDenominator("A rate"),
        _ => null,
    };

    private static Problem? NotCounts(StudySeries series, string method) => series.Kind == SeriesKind.Counts ? null : Problems.NeedsCounts(method);

    private static Problem? PartAboveWhole(StudySeries series) =>
        series.Months.FirstOrDefault(m => m.Value > m.Denominator) is { } above ? Problems.PartAboveWhole(above.Month.Name, above.Value, above.Denominator) : null;

    private static Problem? Misplaced(StudySeries series, StudyOptions options)
    {
        var (first, last) = (series.Months[0].Month, series.Months[^1].Month);
        if (options.Rebases.FirstOrDefault(b => b.Reason.Length == 0) is { } silent)
            return Problems.BreakWithoutReason(silent.Month.Name);
        return options.Rebases.FirstOrDefault(b => b.Month <= first || b.Month > last) is { } outside
            ? Problems.BreakOutside(outside.Month.Name, first.Name, last.Name)
            : null;
    }
}
