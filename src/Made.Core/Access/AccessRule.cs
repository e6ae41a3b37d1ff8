namespace Made.Core.Access;

/// <summary>One line of the matrix: who may do this, to everything or to their own; everybody who is not named may not.</summary>
public sealed record AccessRule
{
    public required Resource Resource { get; init; }

    public required Deed Deed { get; init; }

    /// <summary>Also without signing in.</summary>
    public bool IsPublic { get; init; }

    /// <summary>For everybody who has signed in, whatever the role, and with none.</summary>
    public bool IsForSignedIn { get; init; }

    public IReadOnlyList<Role> All { get; init; } = [];

    public IReadOnlyList<Role> Own { get; init; } = [];

    /// <summary>What makes an object somebody's own: the body that supplies it (true), or the district it lies in.</summary>
    public bool OwnByOrganisation { get; init; }

    /// <summary>Asks whoever signed in for password or code again, unless they gave it within <see cref="Accounts.SignInRules.Fresh"/>.</summary>
    public bool NeedsFreshSignIn { get; init; }

    public required string Why { get; init; }

    public Reach ReachOf(Role role) =>
        IsPublic || (IsForSignedIn && role != Role.PublicVisitor) || All.Contains(role) ? Reach.All
        : Own.Contains(role) ? Reach.Own
        : Reach.None;
}
