using Made.Core.Access;
using Made.Core.Register;

namespace Made.Core.Accounts;

/// <summary>Which roles can be given to somebody, and what a grant has to name.</summary>
public static class GrantRules
{
    /// <summary>A visitor and somebody without a role need no grant; the worker is no person.</summary>
    public static IReadOnlyList<Role> Given { get; } = [.. Roles.All.Except([Role.PublicVisitor, Role.SignedIn, Role.Worker])];

    /// <summary>Whom one can look as: everybody but the worker.</summary>
    public static IReadOnlyList<Role> Viewed { get; } = [.. Roles.All.Except([Role.Worker])];

    /// <summary>Null where one can look as somebody with such a grant.</summary>
    public static Problem? WhyNotLookAs(Grant grant, IEnumerable<string> organisations, IEnumerable<AreaCode> districts) => Given.Contains(grant.Role)
        ? WhyNot(new DatedGrant { Id = Guid.Empty, Grant = grant, From = DateOnly.MinValue, Until = DateOnly.MaxValue, State = GrantState.Proposed, ProposedBy = "", DecidedBy = "" }, organisations, districts)
        : Viewed.Contains(grant.Role) ? null : Problems.RoleIsNotGiven(grant.Role);

    /// <summary>Null where an administrator may approve or decline a proposed grant: four eyes, none of them those of whoever gets the role.</summary>
    /// <param name="grant">The proposal.</param>
    /// <param name="isForThem">Whether whoever decides would get the role, themselves or as a member of a group.</param>
    /// <param name="administrator">Who decides.</param>
    public static Problem? WhyNotDecide(DatedGrant grant, bool isForThem, Account administrator) =>
        grant.State != GrantState.Proposed ? Problems.NotProposed()
        : grant.ProposedBy == administrator.Name ? Problems.OwnProposal()
        : isForThem ? Problems.OwnGrant()
        : null;

    /// <summary>Null where the grant may be given.</summary>
    /// <param name="grant">The grant.</param>
    /// <param name="organisations">Ids of the organisations known here.</param>
    /// <param name="districts">The districts known here.</param>
    public static Problem? WhyNot(DatedGrant grant, IEnumerable<string> organisations, IEnumerable<AreaCode> districts)
    {
        var (g, unknown) = (grant.Grant, grant.Grant.Districts.Except(districts).ToList());
        return !Given.Contains(g.Role) ? Problems.RoleIsNotGiven(g.Role)
            : g.Organisation.Length > 0 && !organisations.Contains(g.Organisation) ? Problems.NoSuchOrganisation(g.Organisation)
            : unknown.Count > 0 ? Problems.NoSuchDistrict(unknown[0])
            : g.Role == Role.PartnerContributor && g.Organisation.Length == 0 ? Problems.NeedsOrganisation(g.Role)
            : g.Role == Role.DistrictManager && g.Districts.Count == 0 ? Problems.NeedsDistrict(g.Role)
            : grant.Until < grant.From ? Problems.EndsBeforeItBegins()
            : null;
    }
}
