using Made.Core.Register;

namespace Made.Core.GoldenThread;

/// <summary>What a point of the golden thread is, from the evidence to the decision.</summary>
public enum ThreadKind
{
    /// <summary>An entry of the vocabulary: an issue, a contributory factor, a requirement of the law or an outcome.</summary>
    Issue,

    /// <summary>An indicator's value for an area and period.</summary>
    Measure,

    /// <summary>One wave of asking people.</summary>
    Survey,

    /// <summary>What a strategic assessment says of one area, bound to its evidence.</summary>
    KeyFinding,

    /// <summary>One part of a strategic assessment's text.</summary>
    Section,
    Assessment,

    /// <summary>What a strategic assessment asks for, or does not know yet.</summary>
    Recommendation,
    Score,
    Ranking,
    Priority,

    /// <summary>A law, a strategy or a plan of others that bears on what is agreed.</summary>
    Strategy,
    Agreement,

    /// <summary>What somebody asks of the text of an agreement.</summary>
    Comment,
    Activity,

    /// <summary>Where an indicator of an outcome is to get to, and by when.</summary>
    Target,

    /// <summary>A service or project that is paid for, with its evaluation.</summary>
    Intervention,

    /// <summary>The board or body that leads.</summary>
    Lead,

    /// <summary>A status of the scorecard that people set in place of the computed one.</summary>
    Status,
    Exception,
    Plan,
    Decision,
}

/// <summary>One point of the thread. Issues, measures and leads are known by the register and the editions; every other point is an entry of its own.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Letters, digits, hyphens and dots: part of its address.</param>
public readonly record struct ThreadPoint(ThreadKind Kind, string Id) : IComparable<ThreadPoint>
{
    /// <summary>True where the point is kept as an entry, with versions and steps.</summary>
    public bool IsEntry => Kind is not (ThreadKind.Issue or ThreadKind.Measure or ThreadKind.Lead);

    public static ThreadPoint OfIssue(string id) => new(ThreadKind.Issue, id);

    public static ThreadPoint OfLead(string organisation) => new(ThreadKind.Lead, organisation);

    /// <summary>"burglary.E22000001.2026-09-r12": the indicator, the area and the period.</summary>
    public static ThreadPoint OfMeasure(string indicator, AreaCode area, string period) => new(ThreadKind.Measure, $"{indicator}.{area}.{period}");

    /// <summary>The indicator, area and period of a measure; false where it is none.</summary>
    public bool IsMeasure(out string indicator, out AreaCode area, out string period)
    {
        var parts = Id.Split('.');
        var found = Kind == ThreadKind.Measure && parts.Length == 3 && parts.All(p => p.Length > 0);
        (indicator, area, period) = found ? (parts[0], new AreaCode(parts[1]), parts[2]) : ("", default, "");
        return found;
    }

    /// <summary>Reads "kind:id" as <see cref="ToString"/> writes it.</summary>
    public static bool TryParse(string text, out ThreadPoint point)
    {
        var at = text.IndexOf(':', StringComparison.Ordinal);
        point = default;
        if (at < 0 || !ThreadKinds.TryParse(text[..at], out var kind) || !IsId(text[(at + 1)..]))
            return false;
        point = new(kind, text[(at + 1)..]);
        return true;
    }

    public static bool IsId(string id) => id.Length is > 0 and <= 120 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');

    public int CompareTo(ThreadPoint other) => Kind != other.Kind ? Kind.CompareTo(other.Kind) : string.CompareOrdinal(Id, other.Id);

    public override string ToString() => $"{Kind.Code()}:{Id}";
}

public static class ThreadKinds
{
    public static IReadOnlyList<ThreadKind> All { get; } = Enum.GetValues<ThreadKind>();

    public static string Code(this ThreadKind kind) => kind == ThreadKind.KeyFinding ? "key-finding" : kind.ToString().ToLowerInvariant();

    public static bool TryParse(string code, out ThreadKind kind)
    {
        kind = All.FirstOrDefault(k => k.Code() == code);
        return kind.Code() == code;
    }

    /// <summary>"Recovery plan"; several of them with an s or as they are called.</summary>
    public static string Words(this ThreadKind kind) => kind switch
    {
        ThreadKind.Plan => "Recovery plan",
        ThreadKind.Survey => "Survey wave",
        ThreadKind.KeyFinding => "Key finding",
        ThreadKind.Section => "Section of an assessment",
        ThreadKind.Assessment => "Strategic assessment",
        ThreadKind.Strategy => "Strategy or Act",
        ThreadKind.Comment => "Comment on an agreement",
        ThreadKind.Lead => "Lead",
        _ => kind.ToString(),
    };

    public static string PluralWords(this ThreadKind kind) => kind switch
    {
        ThreadKind.Priority => "Priorities",
        ThreadKind.Activity => "Activities",
        ThreadKind.Section => "Sections of assessments",
        ThreadKind.Status => "Statuses",
        ThreadKind.Strategy => "Strategies and Acts",
        ThreadKind.Comment => "Comments on agreements",
        _ => kind.Words() + "s",
    };
}
