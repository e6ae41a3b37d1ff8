namespace Made.Core.Access;

/// <summary>What somebody is to the partnership. A grant gives one role; whoever has none reads what is public.</summary>
public enum Role
{
    PublicVisitor,
    SignedIn,
    PartnerContributor,
    PartnerAnalyst,
    CountyAnalyst,
    DistrictManager,
    PanelMember,
    PanelChair,
    ReviewChair,
    ScrutinyCouncillor,
    PccOffice,
    InformationGovernance,
    Administrator,
    Worker,
}

public static class Roles
{
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    private static readonly Dictionary<string, Role> ByCode = All.ToDictionary(r => r.Code(), StringComparer.Ordinal);

    /// <summary>The role of a code, as <see cref="Code"/> writes it.</summary>
    public static Role Of(string code) => ByCode[code];

    public static bool TryFind(string code, out Role role) => ByCode.TryGetValue(code, out role);

    public static string Code(this Role role) => role switch
    {
        Role.PublicVisitor => "public-visitor",
        Role.SignedIn => "signed-in",
        Role.PartnerContributor => "partner-contributor",
        Role.PartnerAnalyst => "partner-analyst",
        Role.CountyAnalyst => "county-analyst",
        Role.DistrictManager => "district-manager",
        Role.PanelMember => "panel-member",
        Role.PanelChair => "panel-chair",
        Role.ReviewChair => "review-chair",
        Role.ScrutinyCouncillor => "scrutiny-councillor",
        Role.PccOffice => "pcc-office",
        Role.InformationGovernance => "information-governance",
        Role.Administrator => "administrator",
        _ => "worker",
    };

    public static string Words(this Role role) => role switch
    {
        Role.PublicVisitor => "Public visitor",
        Role.SignedIn => "Signed in, without a role",
        Role.PartnerContributor => "Partner contributor",
        Role.PartnerAnalyst => "Partner analyst",
        Role.CountyAnalyst => "County analyst",
        Role.DistrictManager => "District CSP manager",
        Role.PanelMember => "Panel member",
        Role.PanelChair => "Panel chair or coordinator",
        Role.ReviewChair => "Review chair or author",
        Role.ScrutinyCouncillor => "Scrutiny councillor",
        Role.PccOffice => "Police and crime commissioner's office",
        Role.InformationGovernance => "Information governance",
        Role.Administrator => "System administrator",
        _ => "Background worker",
    };
}
