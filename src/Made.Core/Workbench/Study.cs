using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Methods;

namespace Made.Core.Workbench;

/// <summary>What a method says of a series, in a form that may be shown.</summary>
public sealed record Study
{
    public required StudyMethod Method { get; init; }

    /// <summary>"burglaries a month".</summary>
    public required string Unit { get; init; }

    public int Decimals { get; init; }

    public Polarity Polarity { get; init; }

    /// <summary>One per month, gaps included.</summary>
    public required IReadOnlyList<StudyPoint> Points { get; init; }

    /// <summary>"Average", "Expected", "Trend".</summary>
    public string CentreName { get; init; } = "Average";

    public string LowerName { get; init; } = "Lower limit";

    public string UpperName { get; init; } = "Upper limit";

    /// <summary>Further numbers of each month, for the table.</summary>
    public IReadOnlyList<StudyColumn> Further { get; init; } = [];

    /// <summary>Months that have not come yet.</summary>
    public IReadOnlyList<StudyStep> Ahead { get; init; } = [];

    /// <summary>A second line behind the first, such as the recorded values behind the adjusted ones.</summary>
    public StudyColumn? Behind { get; init; }

    public SafeNumber Target { get; init; } = SafeNumber.Nothing;

    /// <summary>Dated breaks in recording, and the analyst's own.</summary>
    public IReadOnlyList<RunBreak> Breaks { get; init; } = [];

    /// <summary>Changes of placement.</summary>
    public IReadOnlyList<RunBreak> Shifts { get; init; } = [];

    /// <summary>What is found, in sentences; the first is the one to say aloud.</summary>
    public required IReadOnlyList<string> Verdict { get; init; }

    /// <summary>What speaks against reading too much into it.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What the method takes for granted.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>For the icon; not judged where the method draws none.</summary>
    public Variation State { get; init; } = Variation.NotJudged;

    /// <summary>The state is shown as improvement although it goes the other way: rules hold both ways.</summary>
    public bool IsTorn { get; init; }

    public XmrAssurance Assurance { get; init; }
}

/// <summary>One month of a study.</summary>
public sealed record StudyPoint
{
    public required Month Month { get; init; }

    public required SafeNumber Value { get; init; }

    public SafeNumber Centre { get; init; } = SafeNumber.Nothing;

    public SafeNumber Lower { get; init; } = SafeNumber.Nothing;

    public SafeNumber Upper { get; init; } = SafeNumber.Nothing;

    /// <summary>Limits from too few months to be firm.</summary>
    public bool IsTrial { get; init; }

    /// <summary>1 high, -1 low, 0 nothing out of the ordinary.</summary>
    public int Direction { get; init; }

    /// <summary>Rules hold both ways and improvement is shown.</summary>
    public bool IsTorn { get; init; }

    /// <summary>What is said of the month, in a few words.</summary>
    public required string Reading { get; init; }
}

/// <summary>A column of numbers, one per month.</summary>
public sealed record StudyColumn(string Name, IReadOnlyList<SafeNumber> Values, int Decimals);

/// <summary>A month ahead: expected, the range of four in five cases and that of nineteen in twenty; and what the plain forecast says.</summary>
public sealed record StudyStep(Month Month, SafeNumber Expected, SafeNumber Lower80, SafeNumber Upper80, SafeNumber Lower95, SafeNumber Upper95, SafeNumber Plain);
