using Made.Core.Indicators;
using Made.Core.Methods;
using Made.Core.Methods.Detection;
using Made.Core.Methods.Seasonality;

namespace Made.Core.Workbench;

/// <summary>The methods of the workbench.</summary>
public enum StudyMethod
{
    /// <summary>The run chart as the dashboards draw it: limits scaled to the days of each month and, where it can be told, its season.</summary>
    Standard,
    Xmr,
    U,
    UPrime,
    C,
    P,
    PPrime,
    Farrington,
    Ears,
    Cusum,
    Season,
    Forecast,
}

/// <summary>What of a month is looked at.</summary>
public enum StudyBasis
{
    /// <summary>The month's count or sum.</summary>
    Total,

    /// <summary>The same by the days of the month.</summary>
    PerDay,

    /// <summary>By its denominator.</summary>
    Rate,
}

/// <summary>At which recorded breaks a series is cut. Those across which it is drawn on are still shown and warned of.</summary>
public enum BreakRule
{
    /// <summary>Dated breaks in recording and changes of placement.</summary>
    All,

    /// <summary>Dated breaks in recording only.</summary>
    Dated,

    /// <summary>None.</summary>
    None,
}

/// <summary>How a series is studied. Each option has the default that its method names.</summary>
public sealed record StudyOptions
{
    public StudyMethod Method { get; init; } = StudyMethod.Xmr;

    public StudyBasis Basis { get; init; } = StudyBasis.Total;

    public Polarity Polarity { get; init; } = Polarity.Neutral;

    /// <summary>In the unit of the basis; NaN for none.</summary>
    public double Target { get; init; } = double.NaN;

    public XmrRuleSet Rules { get; init; } = XmrRuleSet.PlotTheDots;

    public bool Screen { get; init; }

    public int? FixAfter { get; init; }

    /// <summary>Months from which the analyst starts limits again, each with the reason.</summary>
    public IReadOnlyList<RunBreak> Rebases { get; init; } = [];

    /// <summary>Where limits begin again besides.</summary>
    public BreakRule Breaks { get; init; }

    public FarringtonOptions Farrington { get; init; } = new();

    public EarsOptions Ears { get; init; } = new();

    /// <summary>Reference value, decision interval, and the first month watched.</summary>
    public CusumOptions Cusum { get; init; } = new() { From = MonthsToLearn + 1 };

    public StlOptions Stl { get; init; } = new();

    /// <summary>Months forecast.</summary>
    public int Ahead { get; init; } = 6;

    /// <summary>Months a cumulative sum learns its mean from.</summary>
    public const int MonthsToLearn = 24;

    /// <summary>Which way improvement goes.</summary>
    public Improvement Improvement => Polarity switch
    {
        Polarity.HigherIsBetter => Improvement.Increase,
        Polarity.LowerIsBetter => Improvement.Decrease,
        _ => Improvement.Neutral,
    };
}
