using System.Globalization;

namespace Made.Core.Calendar;

public enum PeriodKind
{
    Month,
    Quarter,
    Rolling12,
    Year,
}

/// <summary>
/// A span of whole months, named by its last one. Quarters and years are financial (April to March).
/// Codes: <c>2022-07</c>, <c>2022-23-Q2</c>, <c>2022-07-r12</c>, <c>2022-23</c>.
/// </summary>
public readonly record struct Period(PeriodKind Kind, Month Last)
{
    public int Months => Kind switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, _ => 12 };

    public Month First => Last.Plus(1 - Months);

    public DateOnly Start => First.FirstDay;

    public DateOnly End => Last.LastDay;

    public int Days => End.DayNumber - Start.DayNumber + 1;

    public Period YearBefore => this with { Last = Last.Plus(-12) };

    public IEnumerable<Month> Each() => Month.Range(First, Last);

    public string Code => Kind switch
    {
        PeriodKind.Month => Last.ToString(),
        PeriodKind.Quarter => $"{FinancialYearCode}-Q{Last.FinancialQuarter}",
        PeriodKind.Rolling12 => $"{Last}-r12",
        _ => FinancialYearCode,
    };

    /// <summary>"July 2022", "July to September 2022", "12 months to July 2022", "April 2022 to March 2023".</summary>
    public string Name => Kind switch
    {
        PeriodKind.Month => Last.Name,
        PeriodKind.Quarter => $"{First.NameOfMonth} to {Last.Name}",
        PeriodKind.Rolling12 => $"12 months to {Last.Name}",
        _ => $"{First.Name} to {Last.Name}",
    };

    private string FinancialYearCode =>
        string.Create(CultureInfo.InvariantCulture, $"{Last.FinancialYear}-{(Last.FinancialYear + 1) % 100:00}");

    /// <summary>The periods that end with this month: always a month and a rolling 12, a quarter or a year where one ends.</summary>
    public static IEnumerable<Period> EndingWith(Month month)
    {
        yield return new Period(PeriodKind.Month, month);
        yield return new Period(PeriodKind.Rolling12, month);
        if (month.Number % 3 == 0)
            yield return new Period(PeriodKind.Quarter, month);
        if (month.Number == 3)
            yield return new Period(PeriodKind.Year, month);
    }

    public static bool TryParseKind(string text, out PeriodKind kind)
    {
        (var known, kind) = text switch
        {
            "month" => (true, PeriodKind.Month),
            "quarter" => (true, PeriodKind.Quarter),
            "rolling12" => (true, PeriodKind.Rolling12),
            "year" => (true, PeriodKind.Year),
            _ => (false, PeriodKind.Month),
        };
        return known;
    }

    public override string ToString() => Code;
}
