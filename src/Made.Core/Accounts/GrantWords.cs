using Made.Core.Access;
using Made.Core.Sharing;

namespace Made.Core.Accounts;

/// <summary>A grant in one line, for pages, lists and the audit.</summary>
public static class GrantWords
{
    public static string Of(Grant grant) => string.Join(", ",
    [
        grant.Role.Words(),
        .. grant.Organisation.Length > 0 ? [$"for {grant.Organisation}"] : Array.Empty<string>(),
        .. grant.Districts.Count > 0 ? [$"inside {string.Join(" and ", grant.Districts)}"] : Array.Empty<string>(),
        grant.Clearance.Words(),
    ]);

    private static string State(DatedGrant grant) => grant.State switch
    {
        GrantState.Proposed => $", proposed by {grant.ProposedBy}, waits for an administrator",
        GrantState.Declined => $", declined by {grant.DecidedBy}",
        GrantState.Revoked => ", revoked",
        _ => "",
    };

    public static string Of(DatedGrant grant) =>
        $"{Of(grant.Grant)}, from {grant.From:yyyy-MM-dd}{(grant.Until == DateOnly.MaxValue ? "" : $" to {grant.Until:yyyy-MM-dd}")}{State(grant)}";
}
