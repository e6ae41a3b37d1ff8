using Made.Core;
using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Workbench;

namespace Made.Tests.Unit.Workbench;

/// <summary>Series that tests study, from January 2020 on.</summary>
internal static class Series
{
    public static readonly Month First = new(2020, 1);

    public static StudySeries Of(params double[] values) => new()
    {
        Plural = "calls",
        Kind = SeriesKind.Counts,
        Months = [.. values.Select((v, i) => new StudyMonth(First.Plus(i), v, double.NaN, double.IsNaN(v) ? Absence.NotSupplied : Absence.None))],
    };

    /// <summary>The same with one denominator for every month.</summary>
    public static StudySeries By(this StudySeries series, double denominator) => series with
    {
        Months = [.. series.Months.Select(m => m with { Denominator = denominator })],
        RateUnit = "per 1,000 homes",
        Multiplier = 1000,
    };

    /// <summary>A level with a season of one swing a year and a ripple that repeats every seven months.</summary>
    public static double[] Seasonal(int months, double swing) =>
        [.. Enumerable.Range(0, months).Select(i => Math.Round(200 + (swing * Math.Sin(Math.PI * i / 6)) + (3 * ((i * 5) % 7))))];

    public static Study Got(Outcome<Study> outcome) => outcome.Succeeded(out var study, out var problem) ? study : throw new InvalidOperationException(problem.ToString());

    public static Problem Refused(Outcome<Study> outcome) => outcome.Problem ?? throw new InvalidOperationException("It was not refused.");
}
