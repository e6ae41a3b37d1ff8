using Made.Core.Calendar;

namespace Made.Core.GoldenThread;

/// <summary>How sure a scorer is of a score.</summary>
public enum Confidence
{
    Low,
    Medium,
    High,
}

/// <param name="Position">1 is first; tied places share it.</param>
/// <param name="Wording">As the area words it.</param>
/// <param name="Issues">What it means in the vocabulary: one issue or more.</param>
/// <param name="Total">What the matrix made of it; none for an order taken from a document.</param>
public sealed record RankedPlace(int Position, string Wording, IReadOnlyList<string> Issues, decimal? Total = null);

public sealed record AgreementSection(string Heading, string Text);

/// <param name="Lead">Id of an organisation of the register.</param>
/// <param name="Mechanism">How it is delivered and reported.</param>
public sealed record IssueLead(string Issue, string Lead, string Mechanism);

/// <param name="Priority">Id of a priority of the whole partnership.</param>
/// <param name="Reason">Why the area's plan does not take it up.</param>
public sealed record Departure(string Priority, string Reason);

/// <param name="Act">Code of the stage.</param>
/// <param name="Words">"Approved by the board".</param>
/// <param name="Approves">True where passing it approves the text: every issue then needs a lead.</param>
public sealed record ApprovalStage(string Act, string Words, bool Approves = false);

/// <param name="Value">The figure of the month, as the run chart draws it.</param>
public sealed record TargetPoint(Month Month, double Value);

/// <param name="AtMost">The count of the month.</param>
public sealed record TrajectoryPoint(Month Month, double AtMost);

/// <summary>A plan ends when the count has been at or below a value for so many months running.</summary>
public sealed record ExitRule(double AtMost, int Months);
