using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Methods;

namespace Made.Core.Workbench;

/// <summary>What a series is made of, which decides the methods that may be used on it.</summary>
public enum SeriesKind
{
    /// <summary>Events counted in each month.</summary>
    Counts,

    /// <summary>A part of the records of each month.</summary>
    Shares,

    /// <summary>Sums that are not counts, such as weighted records.</summary>
    Amounts,
}

/// <summary>One month of a series.</summary>
/// <param name="Month">The month.</param>
/// <param name="Value">Events, the part, or the sum; NaN for a gap.</param>
/// <param name="Denominator">What it may be divided by; NaN where there is nothing.</param>
/// <param name="Why">The name of the gap.</param>
public sealed record StudyMonth(Month Month, double Value, double Denominator, Absence Why)
{
    public bool IsHeld => !double.IsNaN(Value);
}

/// <summary>
/// The months an analyst looks at. Unsafe where it comes from what is held: it is made and used behind the edition's reader, and only a <see cref="Study"/> leaves it.
/// Figures that a person brings are that person's own.
/// </summary>
public sealed record StudySeries
{
    /// <summary>What is counted, plural, as inside a sentence: "burglaries".</summary>
    public required string Plural { get; init; }

    public required SeriesKind Kind { get; init; }

    /// <summary>Every month from the first to the last; those without a number are gaps.</summary>
    public required IReadOnlyList<StudyMonth> Months { get; init; }

    /// <summary>Rates and shares are times this.</summary>
    public double Multiplier { get; init; } = 1;

    /// <summary>"per 1,000 residents", "per cent".</summary>
    public string RateUnit { get; init; } = "";

    /// <summary>Dated breaks in recording, with the reason.</summary>
    public IReadOnlyList<RunBreak> Breaks { get; init; } = [];

    /// <summary>Months from which records are placed better or worse than before.</summary>
    public IReadOnlyList<RunBreak> Shifts { get; init; } = [];

    /// <summary>The value may be a part of its denominator, so that proportions can be drawn.</summary>
    public bool IsPart { get; init; }

    /// <summary>Known to follow the time of year.</summary>
    public bool Seasonal { get; init; }

    public bool HasDenominators => Months.Any(m => m.IsHeld && !double.IsNaN(m.Denominator));

    /// <summary>The values on one basis; NaN for gaps.</summary>
    public double[] Values(StudyBasis basis) => [.. Months.Select(m => basis switch
    {
        StudyBasis.PerDay => PerDay.Of(m.Value, m.Month),
        StudyBasis.Rate => Multiplier * m.Value / m.Denominator,
        _ => m.Value,
    })];

    /// <summary>"burglaries a month", "burglaries a day", "per 1,000 residents".</summary>
    public string Unit(StudyBasis basis) => basis switch
    {
        StudyBasis.Rate => Kind == SeriesKind.Shares ? RateUnit : $"{Plural} a month {RateUnit}",
        StudyBasis.PerDay => $"{Plural} a day",
        _ => $"{Plural} a month",
    };

    /// <summary>As after a number in a sentence: "burglaries", "burglaries a day", "per cent".</summary>
    public string After(StudyBasis basis) => basis switch
    {
        StudyBasis.Rate => RateUnit.Length == 0 ? Plural : Kind == SeriesKind.Shares ? RateUnit : $"{Plural} {RateUnit}",
        StudyBasis.PerDay => $"{Plural} a day",
        _ => Plural,
    };

    /// <summary>The months from this one on.</summary>
    public StudySeries From(int index) => this with { Months = [.. Months.Skip(index)] };
}
