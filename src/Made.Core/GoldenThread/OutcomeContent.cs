using Made.Core.Calendar;
using Made.Core.Methods;
using Made.Core.Scorecard;

namespace Made.Core.GoldenThread;

/// <content>Where the outcomes of an agreement are to get to, and what people say of how they stand.</content>
public abstract partial record ThreadContent
{
    /// <summary>Where an indicator of an outcome is to get to, and by when.</summary>
    public sealed record Target : ThreadContent
    {
        /// <summary>Id of the outcome in the vocabulary.</summary>
        public required string Outcome { get; init; }

        public required string Indicator { get; init; }

        /// <summary>Id of the agreement it belongs to; empty where it belongs to none.</summary>
        public string Under { get; init; } = "";

        /// <summary>Which way is better here; somebody has to say so, and it is never neutral.</summary>
        public required Improvement Better { get; init; }

        /// <summary>The way there, of the figure that the run chart draws each month: straight between its points, as the last one afterwards, none before the first.</summary>
        public required IReadOnlyList<TargetPoint> Trajectory { get; init; }

        public override ThreadKind Kind => ThreadKind.Target;

        public override IEnumerable<ThreadPoint> RestsOn => [ThreadPoint.OfIssue(Outcome), .. One(ThreadKind.Agreement, Under)];
    }

    /// <summary>A status of the scorecard that people set in place of the computed one, for one month. Both are shown.</summary>
    public sealed record Status : ThreadContent
    {
        public required string Outcome { get; init; }

        public required string Indicator { get; init; }

        public required Month Month { get; init; }

        /// <summary>The edition of the month whose figures were looked at.</summary>
        public required int Edition { get; init; }

        /// <summary>What the rule said then.</summary>
        public required OutcomeStatus Computed { get; init; }

        /// <summary>What people say.</summary>
        public required OutcomeStatus Stated { get; init; }

        public required string Reason { get; init; }

        /// <summary>Id of the measure.</summary>
        public required string Measure { get; init; }

        /// <summary>Id of the target; empty where there is none.</summary>
        public string Towards { get; init; } = "";

        public override ThreadKind Kind => ThreadKind.Status;

        public override IEnumerable<ThreadPoint> RestsOn => [ThreadPoint.OfIssue(Outcome), new(ThreadKind.Measure, Measure), .. One(ThreadKind.Target, Towards)];
    }
}
