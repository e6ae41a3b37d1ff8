using Made.Core.Register;
using Made.Core.Sharing;

namespace Made.Core.Access;

/// <summary>One role somebody was given, and how far it goes.</summary>
public sealed record Grant
{
    public required Role Role { get; init; }

    /// <summary>The body on whose behalf; empty for roles of the whole partnership.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>The districts it is limited to; none means it is not limited to any.</summary>
    public IReadOnlyList<AreaCode> Districts { get; init; } = [];

    /// <summary>The highest marking it lets through.</summary>
    public Marking Clearance { get; init; } = Marking.Official;
}

/// <summary>Whoever asks: nobody known, the person at the machine, or somebody of a role.</summary>
public sealed record Person
{
    /// <summary>As it stands in the audit.</summary>
    public required string Name { get; init; }

    public required bool IsKnown { get; init; }

    public required IReadOnlyList<Grant> Grants { get; init; }

    public static Person Visitor { get; } = new() { Name = "visitor", IsKnown = false, Grants = [] };

    /// <summary>Without sign-in, whoever sits at the machine: the county analyst, who answers for information governance too.</summary>
    public static Person AtTheMachine { get; } = new()
    {
        Name = "",
        IsKnown = true,
        Grants =
        [
            new Grant { Role = Role.CountyAnalyst, Clearance = Marking.OfficialSensitive },
            new Grant { Role = Role.InformationGovernance, Clearance = Marking.OfficialSensitive },
        ],
    };

    /// <summary>A person of one role, unlimited.</summary>
    public static Person Of(Role role) => Of(new Grant { Role = role });

    /// <summary>A person of one grant: what "view as" shows.</summary>
    public static Person Of(Grant grant) => grant.Role == Role.PublicVisitor
        ? Visitor
        : new() { Name = grant.Role.Code(), IsKnown = true, Grants = grant.Role == Role.SignedIn ? [] : [grant] };
}

/// <summary>What a decision needs to know of the object that is asked for.</summary>
public sealed record ObjectFacts
{
    /// <summary>No object yet: a page of its kind. Whoever may see some of them may open it.</summary>
    public static ObjectFacts Kind { get; } = new() { IsKind = true };

    public bool IsKind { get; private init; }

    /// <summary>The bodies whose own it is; more than one where several followed a body that ended.</summary>
    public IReadOnlyList<string> Organisations { get; init; } = [];

    /// <summary>The districts it speaks of.</summary>
    public IReadOnlyList<AreaCode> Districts { get; init; } = [];

    public Marking Marking { get; init; } = Marking.Official;
}
