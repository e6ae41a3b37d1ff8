using Made.Core.Sharing;

namespace Made.Core.Access;

/// <summary>
/// A key by which a program of one organisation sends files. It is shown once and kept as a hash; with it one sends what the organisation owes, and
/// does and sees nothing else.
/// </summary>
public sealed record SendingKey
{
    /// <summary>How a key begins, so that one found in a file or a log is known for what it is.</summary>
    public const string Beginning = "made-send-";

    public required Guid Id { get; init; }

    /// <summary>What it is for, as it stands in the audit: a system, not a person.</summary>
    public required string Name { get; init; }

    /// <summary><see cref="Register.Organisation.Id"/>.</summary>
    public required string Organisation { get; init; }

    public required DateTimeOffset Made { get; init; }

    public required string By { get; init; }

    /// <summary>The last day on which it opens anything.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Null while it was not revoked.</summary>
    public required DateTimeOffset? Revoked { get; init; }

    public bool IsOpen(DateOnly today) => Revoked is null && today <= Until;

    /// <summary>As it stands in the audit. No account's name holds brackets.</summary>
    public string AuditName => $"{Name} (key)";

    /// <summary>Whoever sends with it.</summary>
    public Person Person => new()
    {
        Name = AuditName,
        IsKnown = true,
        Grants = [new Grant { Role = Role.PartnerContributor, Organisation = Organisation, Clearance = Marking.OfficialSensitive }],
    };

    /// <summary>Why a key cannot be made; null where it can.</summary>
    public static Problem? WhyNot(string name, string organisation, DateOnly until, IEnumerable<string> organisations, DateOnly today)
    {
        if (name.Length is 0 or > 60 || name.Any(c => char.IsControl(c) || c is '(' or ')'))
            return new Problem("not-a-key-name", "A key needs a name of up to 60 characters without brackets.", "Name the system that sends, such as \"Case system, nightly\". Not a person.");
        if (!organisations.Contains(organisation))
            return new Problem("no-such-organisation", $"There is no organisation '{organisation}' in the pack.", "Choose the one whose files are sent.");
        return until < today || until > today.AddYears(2)
            ? new Problem("not-a-key-day", "A key ends on a day between today and two years from now.", "Choose a day, and make another key before it.")
            : null;
    }
}
