using Made.Core.Sharing;

namespace Made.Core.Access;

/// <summary>Whether something is allowed, and the reason in words.</summary>
public sealed record Decision(bool Allowed, string Reason);

/// <summary>
/// Who may do what. The one declaration: pages, files and the API are let through by it, and the page "Who can see what" and the documentation are
/// made from it. What no line names is refused. See docs/adr/0018.
/// </summary>
public static class AccessMatrix
{
    private static readonly Role[] Partners =
    [
        Role.PartnerContributor, Role.PartnerAnalyst, Role.CountyAnalyst, Role.DistrictManager, Role.PanelMember, Role.PanelChair, Role.ReviewChair,
        Role.PccOffice, Role.InformationGovernance,
    ];

    private static readonly Role[] Analysts = [Role.PartnerAnalyst, Role.CountyAnalyst, Role.PccOffice];

    public static IReadOnlyList<AccessRule> Rules { get; } =
    [
        new() { Resource = Resource.PublicPages, Deed = Deed.Read, IsPublic = true, Why = "Figures here have passed disclosure control and are for everybody." },
        new() { Resource = Resource.Dashboards, Deed = Deed.Read, All = [.. Partners, Role.Worker], Why = "Months are read together before they are published; councillors see what is published." },
        new() { Resource = Resource.Dashboards, Deed = Deed.Download, All = Partners, NeedsFreshSignIn = true, Why = "As reading: counts in files have passed disclosure control." },
        new() { Resource = Resource.SmallAreas, Deed = Deed.Read, All = Analysts, Own = [Role.DistrictManager], Why = "The finest places shown: a district sees its own, the county's analysts see all." },
        new() { Resource = Resource.SmallAreas, Deed = Deed.Download, All = Analysts, Own = [Role.DistrictManager], NeedsFreshSignIn = true, Why = "As reading." },
        new() { Resource = Resource.Editions, Deed = Deed.Read, All = Partners, Why = "Everybody who reads a figure may read when it was released and what changed." },
        new() { Resource = Resource.Editions, Deed = Deed.Download, All = Partners, Why = "As reading." },
        new() { Resource = Resource.Drafts, Deed = Deed.Read, All = [Role.CountyAnalyst, Role.InformationGovernance], Why = "A draft is checked before anybody else sees it." },
        new() { Resource = Resource.Drafts, Deed = Deed.Change, All = [Role.CountyAnalyst], Why = "Whoever checks a draft writes the notes on it." },
        new() { Resource = Resource.Drafts, Deed = Deed.Release, All = [Role.CountyAnalyst], NeedsFreshSignIn = true, Why = "What is released cannot be taken back." },
        new() { Resource = Resource.Papers, Deed = Deed.Read, All = Partners, Why = "Papers hold pages of dashboards; each shows only areas that its reader may see." },
        new() { Resource = Resource.Papers, Deed = Deed.Download, All = Partners, Why = "As reading." },
        new() { Resource = Resource.Papers, Deed = Deed.Change, All = [.. Analysts, Role.DistrictManager], Why = "Made by those who prepare meetings." },
        new() { Resource = Resource.Products, Deed = Deed.Read, All = Partners, Why = "Analysis is read by those who act on it: up to the marking of their grant, and inside its districts." },
        new() { Resource = Resource.Products, Deed = Deed.Download, All = Partners, Why = "As reading; taking a file leaves a row in the audit." },
        new() { Resource = Resource.Products, Deed = Deed.Change, All = [Role.PartnerAnalyst, Role.CountyAnalyst], Own = [Role.DistrictManager], Why = "Filed by those who analyse, and by a district's manager for the own district." },
        new() { Resource = Resource.WorkPlan, Deed = Deed.Read, All = Partners, Why = "What analysts are asked for, and by when, is no secret among partners." },
        new() { Resource = Resource.WorkPlan, Deed = Deed.Download, All = Partners, Why = "As reading." },
        new() { Resource = Resource.WorkPlan, Deed = Deed.Change, All = [Role.PartnerAnalyst, Role.CountyAnalyst], Why = "Analysts accept, decline and answer." },
        new() { Resource = Resource.OwnRequests, Deed = Deed.Read, IsForSignedIn = true, Why = "Whoever asked sees the answer." },
        new() { Resource = Resource.OwnRequests, Deed = Deed.Change, IsForSignedIn = true, Why = "Everybody who has signed in may ask." },
        new() { Resource = Resource.PartnerFigures, Deed = Deed.Read, All = [.. Partners, Role.Worker], Why = "Shared among partners: where a grant names districts, of these and of the whole partnership; for everybody once published." },
        new() { Resource = Resource.Workbench, Deed = Deed.Read, All = [.. Analysts, Role.DistrictManager], Why = "For those who analyse." },
        new() { Resource = Resource.Workbench, Deed = Deed.Download, All = [.. Analysts, Role.DistrictManager], NeedsFreshSignIn = true, Why = "As reading." },
        new() { Resource = Resource.Tables, Deed = Deed.Read, All = Partners, Why = "The figures of the dashboards, side by side." },
        new() { Resource = Resource.Tables, Deed = Deed.Download, All = Partners, NeedsFreshSignIn = true, Why = "As reading." },
        new() { Resource = Resource.Tables, Deed = Deed.Change, All = [.. Analysts, Role.DistrictManager], Why = "Saved tables are shared by those who analyse." },
        new() { Resource = Resource.Indicators, Deed = Deed.Read, All = Partners, Why = "Everybody who reads a figure may read what it is." },
        new() { Resource = Resource.Indicators, Deed = Deed.Download, All = Partners, Why = "As reading." },
        new() { Resource = Resource.Indicators, Deed = Deed.Change, All = [Role.CountyAnalyst], Why = "A definition changes every partner's figures." },
        new() { Resource = Resource.Exchange, Deed = Deed.Read, All = [Role.CountyAnalyst, Role.InformationGovernance], Own = [Role.PartnerContributor], OwnByOrganisation = true, Why = "A partner sees what it sent, and nobody else's." },
        new() { Resource = Resource.Exchange, Deed = Deed.Send, All = [Role.CountyAnalyst], Own = [Role.PartnerContributor], OwnByOrganisation = true, Why = "A partner sends its own datasets." },
        new() { Resource = Resource.Exchange, Deed = Deed.Withdraw, All = [Role.CountyAnalyst], Own = [Role.PartnerContributor], OwnByOrganisation = true, NeedsFreshSignIn = true, Why = "Whoever sent a file may take it back, with a reason; it changes every figure that counted it." },
        new() { Resource = Resource.Sharing, Deed = Deed.Read, All = Partners, Why = "No surprises: parties read what they agreed." },
        new() { Resource = Resource.Sharing, Deed = Deed.Change, All = [Role.CountyAnalyst, Role.InformationGovernance], Why = "Kept by those who answer for it." },
        new() { Resource = Resource.Assessment, Deed = Deed.Read, All = Partners, Why = "Partners read what they scored and agreed together, each district's manager that of the own district." },
        new() { Resource = Resource.Assessment, Deed = Deed.Download, All = Partners, Why = "As reading." },
        new() { Resource = Resource.Assessment, Deed = Deed.Change, All = [Role.PartnerAnalyst, Role.CountyAnalyst], Own = [Role.DistrictManager], Why = "Scores and priorities are entered by those who analyse, and by a district's manager for the own district." },
        new() { Resource = Resource.Agreement, Deed = Deed.Read, All = Partners, Why = "What was agreed together is read by everybody who agreed it." },
        new() { Resource = Resource.Agreement, Deed = Deed.Download, All = Partners, Why = "As reading." },
        new() { Resource = Resource.Agreement, Deed = Deed.Change, All = [Role.CountyAnalyst], Own = [Role.DistrictManager], Why = "What the board decides for everybody is entered by those who keep its papers; a district's manager writes the plan of the own district." },
        new() { Resource = Resource.Comments, Deed = Deed.Change, All = [Role.PartnerAnalyst, Role.CountyAnalyst, Role.DistrictManager, Role.PccOffice], Why = "The text is written together: whoever takes part may comment, and resolving is a step of the thread." },
        new() { Resource = Resource.Recovery, Deed = Deed.Read, All = Partners, Why = "What is off its rule, and what is done about it, concerns everybody who has to act." },
        new() { Resource = Resource.Recovery, Deed = Deed.Change, All = [Role.PartnerAnalyst, Role.CountyAnalyst], Own = [Role.DistrictManager], Why = "Analysts and a district's manager ask and write; the board's word is a step of the thread." },
        new() { Resource = Resource.Thread, Deed = Deed.Read, All = Partners, Why = "Whoever reads a decision may see what it rests on." },
        new() { Resource = Resource.Thread, Deed = Deed.Change, All = [Role.CountyAnalyst], Own = [Role.DistrictManager], Why = "Steps are recorded by those who keep the papers, and by a district's manager for the own district." },
        new() { Resource = Resource.Audit, Deed = Deed.Read, All = [Role.InformationGovernance], Why = "Who did what is read by those who answer for it; nobody who runs the program checks it alone." },
        new() { Resource = Resource.Audit, Deed = Deed.Download, All = [Role.InformationGovernance], NeedsFreshSignIn = true, Why = "A disclosure, with a row of its own." },
        new() { Resource = Resource.OwnAccount, Deed = Deed.Read, IsForSignedIn = true, Why = "Everybody sees what is kept about their own account." },
        new() { Resource = Resource.OwnAccount, Deed = Deed.Change, IsForSignedIn = true, Why = "Everybody keeps their own password and second factor, and says whether they are told by e-mail." },
        new() { Resource = Resource.People, Deed = Deed.Read, All = [Role.Administrator, Role.InformationGovernance], Why = "Kept by administrators, looked over by those who answer for access." },
        new() { Resource = Resource.People, Deed = Deed.Change, All = [Role.Administrator], NeedsFreshSignIn = true, Why = "Administrators propose and approve; nobody approves an own proposal or a grant to themselves." },
    ];

    private static readonly Dictionary<(Resource, Deed), AccessRule> ByRight = Rules.ToDictionary(r => (r.Resource, r.Deed));

    /// <summary>Null where no line speaks of it: it is refused.</summary>
    public static AccessRule? Find(Resource resource, Deed deed) => ByRight.GetValueOrDefault((resource, deed));

    public static Decision May(Person person, Resource resource, Deed deed, ObjectFacts facts)
    {
        if (Find(resource, deed) is not { } rule)
            return new(false, "No rule allows it to anybody.");
        if (rule.IsPublic)
            return new(true, "It is public.");
        if (!person.IsKnown)
            return new(false, "It is not public, and nobody has signed in.");
        if (rule.IsForSignedIn)
            return new(true, "It is everybody's own.");
        var reason = person.Grants.Count == 0 ? "No role has been given." : "None of the roles given is named by the rule.";
        foreach (var grant in person.Grants)
        {
            var reach = rule.ReachOf(grant.Role);
            if (reach == Reach.None)
                continue;
            if (facts.Marking > grant.Clearance)
                reason = "The grant does not reach to this marking.";
            else if (facts.IsKind || (reach == Reach.All && grant.Districts.Count == 0) || IsOwn(rule, grant, facts, reach))
                return new(true, $"{grant.Role.Words()}: {rule.Why}");
            else
                reason = rule.OwnByOrganisation ? "It belongs to another organisation or area." : "It lies in another area.";
        }
        return new(false, reason);
    }

    /// <summary>
    /// How far a person reaches without looking at any object. Where it is <see cref="Reach.Own"/>, the object decides, or what a list shows of it:
    /// some grant names the line, but is limited by organisation, district or marking.
    /// </summary>
    public static Reach ReachOf(Person person, Resource resource, Deed deed) =>
        !May(person, resource, deed, ObjectFacts.Kind).Allowed ? Reach.None
        : Find(resource, deed) is { IsPublic: true } or { IsForSignedIn: true } ? Reach.All
        : person.Grants.Any(g => Find(resource, deed)!.ReachOf(g.Role) == Reach.All && g.Districts.Count == 0 && g.Clearance == Marking.OfficialSensitive) ? Reach.All
        : Reach.Own;

    // A grant limited to districts stays inside them, whatever its role. What lies nowhere is nobody's own.
    private static bool IsOwn(AccessRule rule, Grant grant, ObjectFacts facts, Reach reach)
    {
        var inside = facts.Districts.Count > 0 && facts.Districts.All(grant.Districts.Contains);
        if (reach == Reach.All)
            return facts.Districts.Count == 0 || inside;
        return rule.OwnByOrganisation
            ? grant.Organisation.Length > 0 && facts.Organisations.Contains(grant.Organisation) && (grant.Districts.Count == 0 || inside)
            : inside;
    }
}
