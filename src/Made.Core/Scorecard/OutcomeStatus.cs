using Made.Core.Disclosure;
using Made.Core.Indicators;

namespace Made.Core.Scorecard;

/// <summary>How an indicator of an outcome stands in a month. The first five need a target, the last three are said where there is none.</summary>
public enum OutcomeStatus
{
    /// <summary>No answer; <see cref="OutcomeJudgement.Absence"/> says which of the seven.</summary>
    NotJudged,

    /// <summary>The whole usual range lies within the trajectory, or the month does after a change for the better.</summary>
    OnTrack,

    /// <summary>The trajectory runs through the usual range: chance alone meets it in one month and misses it in the next.</summary>
    Uncertain,

    /// <summary>The whole usual range lies beyond the trajectory, or the month does after a change for the worse.</summary>
    OffTrack,

    /// <summary>Changed for the better, and still beyond the trajectory.</summary>
    Improving,

    /// <summary>Changed for the worse, and still within the trajectory.</summary>
    Worsening,

    /// <summary>No target: it stands out upwards against its own past.</summary>
    Higher,

    /// <summary>No target: within what is usual.</summary>
    Usual,

    /// <summary>No target: it stands out downwards against its own past.</summary>
    Lower,
}

/// <summary>What the rule says of one indicator in one month, and what it was told by.</summary>
/// <param name="Status">The status.</param>
/// <param name="Absence">Where it is not judged, which of the seven answers; none otherwise.</param>
/// <param name="Value">The month's figure, as the run chart draws it.</param>
/// <param name="Lower">Lower end of the month's usual range.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Planned">Where the trajectory lies in the month; not applicable without a target, not yet due before it begins.</param>
/// <param name="Signal">True where the month breaks a rule of its run chart.</param>
/// <param name="IsTrial">True where only trial limits could be drawn.</param>
public sealed record OutcomeJudgement(OutcomeStatus Status, Absence Absence, SafeNumber Value, SafeNumber Lower, SafeNumber Upper, SafeNumber Planned, bool Signal, bool IsTrial);

/// <summary>A status as people read it: a word, a shape and a class of colour, so that none of them is needed alone.</summary>
public static class OutcomeStatuses
{
    /// <summary>What people may set in place of a computed status: the five that speak of a target.</summary>
    public static IReadOnlyList<OutcomeStatus> Stated { get; } = [OutcomeStatus.OnTrack, OutcomeStatus.Uncertain, OutcomeStatus.OffTrack, OutcomeStatus.Improving, OutcomeStatus.Worsening];

    /// <summary>True for what a meeting has to look at.</summary>
    public static bool NeedsAttention(this OutcomeStatus status) => status is OutcomeStatus.OffTrack or OutcomeStatus.Worsening;

    public static string Words(this OutcomeStatus status) => status switch
    {
        OutcomeStatus.OnTrack => "On track",
        OutcomeStatus.Uncertain => "May be met or missed",
        OutcomeStatus.OffTrack => "Off track",
        OutcomeStatus.Improving => "Improving, not yet on track",
        OutcomeStatus.Worsening => "On track, but worsening",
        OutcomeStatus.Higher => "Stands out upwards",
        OutcomeStatus.Usual => "Within its usual range",
        OutcomeStatus.Lower => "Stands out downwards",
        _ => "Not judged",
    };

    public static string Shape(this OutcomeStatus status) => status switch
    {
        OutcomeStatus.OnTrack => "●",
        OutcomeStatus.Uncertain => "◆",
        OutcomeStatus.OffTrack => "▲",
        OutcomeStatus.Improving => "◐",
        OutcomeStatus.Worsening => "◑",
        OutcomeStatus.Higher => "△",
        OutcomeStatus.Usual => "○",
        OutcomeStatus.Lower => "▽",
        _ => "–",
    };
}
