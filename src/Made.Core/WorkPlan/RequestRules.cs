using Made.Core.GoldenThread;
using Made.Core.Products;

namespace Made.Core.WorkPlan;

/// <summary>How requests move: the same kind of rule as in the golden thread.</summary>
public static class RequestRules
{
    public const string Accept = "accept";
    public const string Answer = "answer";
    public const string Decline = "decline";
    public const string TakeBack = "take-back";

    public const string Asked = "asked";
    public const string Accepted = "accepted";
    public const string Answered = "answered";
    public const string Declined = "declined";
    public const string TakenBack = "taken-back";

    public static Process Process { get; } = new(Asked,
    [
        new(Accept, [Asked, Accepted], Accepted, "Accept it"),
        new(Answer, [Asked, Accepted], Answered, "Answer it"),
        new(Decline, [Asked, Accepted], Declined, "Decline it"),
        new(TakeBack, [Asked, Accepted], TakenBack, "Take it back"),
    ], [Answered, Declined, TakenBack]);

    /// <summary>Each field of a new request that breaks a rule, with why.</summary>
    public static IReadOnlyList<(string Field, string Why)> Broken(WorkRequest request, DateOnly today)
    {
        var broken = new List<(string Field, string Why)>();
        if (request.Question.Length is 0 or > WorkRequest.LongestText)
            broken.Add(("question", $"Say what you ask, in at most {WorkRequest.LongestText} characters."));
        if (request.Decision.Length is 0 or > WorkRequest.LongestText)
            broken.Add(("decision", $"Say which decision it helps, in at most {WorkRequest.LongestText} characters."));
        if (request.NeededBy < today)
            broken.Add(("neededBy", "The day by which it is needed has passed."));
        return broken;
    }

    /// <summary>Each field of a step that is missing or wrong, with why.</summary>
    public static IReadOnlyList<(string Field, string Why)> Broken(RequestStep step, DateOnly today)
    {
        var broken = new List<(string Field, string Why)>();
        if (step.Act == Accept && step.Owner.Length == 0)
            broken.Add(("owner", "Say which role takes it on."));
        if (step.Act == Accept && (step.Agreed is not { } agreed || agreed < today))
            broken.Add(("agreed", "Give the day by which it will be answered, from today on."));
        if (step.Act == Answer && step is { Product: null, Link: "", Words: "" })
            broken.Add(("words", "Answer with a product, a link or in words."));
        if (step.Act == Answer && step.Link.Length > 0 && !ProductRules.IsAddress(step.Link))
            broken.Add(("link", "Write a whole web address, or one of this site that begins with /."));
        if (step.Act is Decline or TakeBack && step.Words.Length == 0)
            broken.Add(("words", "Say why."));
        if (step.Words.Length > WorkRequest.LongestText)
            broken.Add(("words", $"At most {WorkRequest.LongestText} characters fit."));
        return broken;
    }

    /// <summary>The request after a step; what was asked stays as it was.</summary>
    public static Outcome<WorkRequest> Take(WorkRequest request, RequestStep step)
    {
        if (!Process.Take(request.Question, request.State, step.Act).Succeeded(out var move, out var problem))
            return problem;
        return step.Act == Accept
            ? request with { State = move.To, Owner = step.Owner, Agreed = step.Agreed }
            : request with { State = move.To, Product = step.Product, Link = step.Link, Words = step.Words };
    }
}
