using Made.Core.Register;

namespace Made.Core.WorkPlan;

/// <summary>Something that somebody asks the analysts for: a question, the decision that it helps, and by when.</summary>
public sealed record WorkRequest
{
    public const int LongestText = 600;

    /// <summary>What is asked, in a sentence.</summary>
    public required string Question { get; init; }

    /// <summary>Which decision the answer helps.</summary>
    public required string Decision { get; init; }

    public required DateOnly NeededBy { get; init; }

    /// <summary>Codes of partnerships; none where it is about all of them together.</summary>
    public required IReadOnlyList<AreaCode> Areas { get; init; }

    /// <summary>Id of the vocabulary; empty where it is about none.</summary>
    public required string Issue { get; init; }

    /// <summary>What it comes from, in words, such as a knowledge gap of an assessment or a product that is due for review; empty where somebody just asks.</summary>
    public required string Source { get; init; }

    /// <summary>Whose own page the answer stands on: id of the account, or "machine".</summary>
    public required string Reader { get; init; }

    public string State { get; init; } = RequestRules.Process.Start;

    /// <summary>The role that took it on; empty until then.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The day agreed when it was taken on; null until then.</summary>
    public DateOnly? Agreed { get; init; }

    /// <summary>The product that answers it; null for none.</summary>
    public Guid? Product { get; init; }

    /// <summary>Where the answer stands; empty for none.</summary>
    public string Link { get; init; } = "";

    /// <summary>The answer in words, or why it was declined or taken back.</summary>
    public string Words { get; init; } = "";

    /// <summary>The day that was agreed, else the day by which it is needed.</summary>
    public DateOnly Due => Agreed ?? NeededBy;

    public bool IsOpen => State is RequestRules.Asked or RequestRules.Accepted;

    public bool IsLate(DateOnly today) => IsOpen && Due < today;
}

/// <summary>What is given with a step of a request.</summary>
public sealed record RequestStep(string Act, string Owner = "", DateOnly? Agreed = null, Guid? Product = null, string Link = "", string Words = "");
