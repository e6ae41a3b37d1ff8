using Made.Core.Access;

namespace Made.Core.Accounts;

/// <summary>Somebody who may sign in, or a group of the identity provider. What opens the account (password, codes) is kept apart and never read with it.</summary>
public sealed record Account
{
    public required Guid Id { get; init; }

    public required AccountKind Kind { get; init; }

    /// <summary>Typed to sign in, such as an e-mail address, or what the identity provider calls it; lower case. It stands in no audit row.</summary>
    public required string SignInName { get; init; }

    /// <summary>As it stands in the audit, such as "Analyst, northern districts"; no two accounts share one.</summary>
    public required string Name { get; init; }

    public required bool IsEnabled { get; init; }

    public required bool HasSecondFactor { get; init; }

    /// <summary>Until when nobody can sign in after too many failures; long past where it is not locked.</summary>
    public required DateTimeOffset LockedUntil { get; init; }

    /// <summary>Every grant, ended ones included.</summary>
    public required IReadOnlyList<DatedGrant> Grants { get; init; }

    /// <summary>Who this is to the matrix on a day: a grant counts while it is in force.</summary>
    public Person On(DateOnly day) => new() { Name = Name, IsKnown = true, Grants = [.. Grants.Where(g => g.HoldsOn(day)).Select(g => g.Grant)] };
}

public enum AccountKind
{
    /// <summary>Opened by a password that is kept here.</summary>
    Own,

    /// <summary>Somebody whom the identity provider signs in; made at the first sign-in. It holds no grant but those of its groups.</summary>
    Provider,

    /// <summary>A group of the identity provider. Nobody signs in as one: whoever signs in as its member has its grants meanwhile.</summary>
    Group,
}

/// <summary>A role given to an account for a time.</summary>
public sealed record DatedGrant
{
    public required Guid Id { get; init; }

    public required Grant Grant { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly Until { get; init; }

    public required GrantState State { get; init; }

    /// <summary>The account, or the command at the machine, that proposed it.</summary>
    public required string ProposedBy { get; init; }

    /// <summary>The administrator who approved or declined it; empty while it waits, and where one at the machine was enough.</summary>
    public required string DecidedBy { get; init; }

    public bool HoldsOn(DateOnly day) => State == GrantState.InForce && From <= day && day <= Until;
}

public enum GrantState
{
    /// <summary>Waits for a second administrator.</summary>
    Proposed,
    InForce,
    Declined,
    Revoked,
}

/// <summary>Where an account is signed in, and since when.</summary>
/// <param name="Id">Known to the server and, encrypted, to the browser.</param>
/// <param name="Started">When the password was given.</param>
/// <param name="Fresh">When the password or a code was last given.</param>
/// <param name="Place">The browser as it called itself: for the owner only.</param>
public sealed record SignIn(Guid Id, DateTimeOffset Started, DateTimeOffset Fresh, string Place)
{
    /// <summary>The role that it looks as; null where it looks as itself.</summary>
    public Grant? LooksAs { get; init; }

    public bool IsOpenAt(DateTimeOffset now, AccountKind kind) => now < Started + SignInRules.LongestOf(kind);
}

/// <summary>An account that is signed in, and where.</summary>
public sealed record SignedIn(Account Account, SignIn At)
{
    public bool IsOpenAt(DateTimeOffset now) => At.IsOpenAt(now, Account.Kind);

    /// <summary>It is time that the identity provider tells anew who this is and in which groups.</summary>
    public bool IsToBeRenewedAt(DateTimeOffset now) => Account.Kind == AccountKind.Provider && now >= At.Started + SignInRules.RenewedByProvider;
}
