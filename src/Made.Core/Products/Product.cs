using Made.Core.Register;
using Made.Core.Sharing;

namespace Made.Core.Products;

/// <summary>A file that was attached to a product; its bytes lie sealed in the home.</summary>
public sealed record ProductFile(Guid Id, string Name, long Bytes, string Sha256);

/// <summary>An intelligence product as it is filed: what it is about, whose it is, who may see it and until when it is to be relied on.</summary>
public sealed record Product
{
    public const int LongestTitle = 160;
    public const int LongestSummary = 1_200;

    public required string Title { get; init; }

    public required ProductKind Kind { get; init; }

    /// <summary>What it finds, in a few sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>Ids of the vocabulary; at least one.</summary>
    public required IReadOnlyList<string> Issues { get; init; }

    /// <summary>Codes of partnerships; none where it is about all of them together.</summary>
    public required IReadOnlyList<AreaCode> Areas { get; init; }

    /// <summary>The role that answers for it, and the body it belongs to: never a person's name.</summary>
    public required string OwnerRole { get; init; }

    public required string OwnerOrganisation { get; init; }

    public required Marking Marking { get; init; }

    /// <summary>The day it was finished.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>From this day on it is due for review.</summary>
    public required DateOnly ReviewBy { get; init; }

    /// <summary>Where it stands: a web address, or an address of this site; empty where a file is attached.</summary>
    public required string Link { get; init; }

    /// <summary>Null where there is only a link.</summary>
    public required ProductFile? File { get; init; }

    /// <summary>The product whose place it takes; null for none.</summary>
    public required Guid? Supersedes { get; init; }

    /// <summary>Taken off the register; the reason is that of its last version.</summary>
    public bool IsWithdrawn { get; init; }
}

/// <summary>What kinds of product there are: those of the National Intelligence Model that are not about one person, and what health and research bring.</summary>
public enum ProductKind
{
    StrategicAssessment,
    ProblemProfile,
    TacticalAssessment,
    OrganisedCrimeProfile,
    NeedsAssessment,
    Evaluation,
    Research,
}

public static class ProductKinds
{
    public static IReadOnlyList<ProductKind> All { get; } = Enum.GetValues<ProductKind>();

    public static string Code(this ProductKind kind) => kind switch
    {
        ProductKind.StrategicAssessment => "strategic-assessment",
        ProductKind.ProblemProfile => "problem-profile",
        ProductKind.TacticalAssessment => "tactical-assessment",
        ProductKind.OrganisedCrimeProfile => "organised-crime-profile",
        ProductKind.NeedsAssessment => "needs-assessment",
        ProductKind.Evaluation => "evaluation",
        _ => "research",
    };

    public static string Words(this ProductKind kind) => kind switch
    {
        ProductKind.StrategicAssessment => "Strategic assessment",
        ProductKind.ProblemProfile => "Problem profile",
        ProductKind.TacticalAssessment => "Tactical assessment",
        ProductKind.OrganisedCrimeProfile => "Serious and organised crime profile",
        ProductKind.NeedsAssessment => "Joint strategic needs assessment (JSNA)",
        ProductKind.Evaluation => "Evaluation",
        _ => "Research",
    };

    public static bool TryFind(string code, out ProductKind kind)
    {
        kind = All.FirstOrDefault(k => k.Code() == code);
        return kind.Code() == code;
    }
}
