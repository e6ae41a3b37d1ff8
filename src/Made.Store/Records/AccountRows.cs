namespace Made.Store.Records;

internal sealed class AccountRow
{
    public required Guid Id { get; init; }

    public required string SignInName { get; set; }

    public required string Name { get; init; }

    /// <summary>How it is opened: see <see cref="Core.Accounts.AccountKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What the identity provider tells it apart by; empty where it is opened by a password.</summary>
    public required string Subject { get; init; }

    public required string State { get; set; }

    /// <summary>As the password hasher writes it: salt, rounds and hash; empty where no password opens it.</summary>
    public required string PasswordHash { get; set; }

    /// <summary>The authenticator's key, sealed; empty where there is no second factor.</summary>
    public required string CodeKey { get; set; }

    /// <summary>Step of the last code that was used: none is taken twice.</summary>
    public required long CodeStep { get; set; }

    /// <summary>Hashes of the recovery codes that are left, separated by spaces.</summary>
    public required string RecoveryCodes { get; set; }

    public required int Failures { get; set; }

    public required long LockedUntil { get; set; }

    /// <summary>Its owner's e-mail address, sealed; empty where none was given.</summary>
    public required string MailAddress { get; set; }

    /// <summary>Since when they are told by e-mail; 0 where they are not.</summary>
    public required long MailSince { get; set; }

    public required long Made { get; init; }
}

internal sealed class AccountGrantRow
{
    public required Guid Id { get; init; }

    public required Guid Account { get; init; }

    public required string Role { get; init; }

    public required string Organisation { get; init; }

    /// <summary>Codes, separated by spaces; empty where it is not limited to districts.</summary>
    public required string Districts { get; init; }

    public required string Clearance { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    public required string State { get; set; }

    public required string ProposedBy { get; init; }

    /// <summary>Empty while nobody decided, and where the machine was enough.</summary>
    public required string DecidedBy { get; set; }
}

internal sealed class SignInRow
{
    public required Guid Id { get; init; }

    public required Guid Account { get; init; }

    public required long Started { get; init; }

    public required long Fresh { get; set; }

    public required string Place { get; init; }

    public required string State { get; set; }

    /// <summary>The code of the role that it looks as; empty where it looks as itself.</summary>
    public required string AsRole { get; set; }

    public required string AsOrganisation { get; set; }

    public required string AsDistricts { get; set; }

    public required string AsClearance { get; set; }
}

/// <summary>A group of the identity provider that a sign-in holds the grants of.</summary>
internal sealed class SignInGroupRow
{
    public required Guid SignIn { get; init; }

    public required Guid Account { get; init; }
}

internal sealed class IdentityProviderRow
{
    public required string Issuer { get; init; }

    public required string ClientId { get; init; }

    public required string Name { get; init; }

    public required string GroupsClaim { get; init; }

    /// <summary>Further hosts that may be asked, separated by blanks.</summary>
    public required string Hosts { get; init; }

    /// <summary>Sealed.</summary>
    public required string ClientSecret { get; init; }
}

/// <summary>A choice of this home about access, such as whether everybody has to sign in.</summary>
internal sealed class AccessSettingRow
{
    public required string Name { get; init; }

    public required string Value { get; set; }
}
