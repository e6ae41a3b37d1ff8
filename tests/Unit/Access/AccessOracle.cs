using Made.Core.Access;

namespace Made.Tests.Unit.Access;

/// <summary>
/// The register of who may do what, written a second time by hand and by role, and decided in another way than the program does. Letters are deeds: read,
/// download, change, send, withdraw, publish. What stands after "by body" or "by district" is for a person's own only.
/// </summary>
internal sealed class AccessOracle
{
    private const string Everybody = "public-pages r";
    private static readonly string[] EverybodySignedIn = ["own-account rc", "own-requests rc"];
    private const string Reader = "partner-figures r, editions rd, papers rd, products rd, work-plan rd, dashboards rd, tables rd, indicators rd, sharing r, assessment rd, agreement rd, recovery r, thread r";
    private const string Analyst = "partner-figures r, editions rd, papers rdc, products rd, work-plan rd, dashboards rd, tables rdc, indicators rd, sharing r, workbench rd, small-areas rd, assessment rd, agreement rd, recovery r, thread r";

    private readonly Dictionary<(Role Role, string Resource, char Deed), char> right = [];

    /// <param name="planted">A further line, to see that a fault is noticed.</param>
    public AccessOracle(string planted = "")
    {
        Line(Role.PartnerContributor, Reader, byBody: "exchange rsw");
        Line(Role.PartnerAnalyst, Analyst + ", assessment c, recovery c, comments c, products c, work-plan c");
        Line(Role.CountyAnalyst, "partner-figures r, editions rd, papers rdc, products rdc, work-plan rdc, drafts rcp, dashboards rd, tables rdc, indicators rdc, sharing rc, workbench rd, small-areas rd, exchange rsw, assessment rdc, agreement rdc, comments c, recovery rc, thread rc");
        Line(Role.DistrictManager, "partner-figures r, editions rd, papers rdc, products rd, work-plan rd, dashboards rd, tables rdc, indicators rd, sharing r, workbench rd, assessment rd, agreement rd, comments c, recovery r, thread r", byDistrict: "small-areas rd, products c, assessment c, agreement c, recovery c, thread c");
        Line(Role.PanelMember, Reader);
        Line(Role.PanelChair, Reader);
        Line(Role.ReviewChair, Reader);
        Line(Role.ScrutinyCouncillor, "");
        Line(Role.PccOffice, Analyst + ", comments c");
        Line(Role.InformationGovernance, "partner-figures r, editions rd, papers rd, products rd, work-plan rd, drafts r, dashboards rd, tables rd, indicators rd, sharing rc, exchange r, audit rd, people r, assessment rd, agreement rd, recovery r, thread r");
        Line(Role.Administrator, "people rc");
        Line(Role.Worker, "partner-figures r, dashboards r");
        if (planted.Length > 0)
            Line(Role.Administrator, planted);
    }

    public bool Allows(Person person, Resource resource, Deed deed, ObjectFacts facts)
    {
        var (what, letter) = (resource.Code(), deed == Deed.Release ? 'p' : deed.Code()[0]);
        if (Holds(Everybody, what, letter))
            return true;
        if (!person.IsKnown)
            return false;
        return EverybodySignedIn.Any(line => Holds(line, what, letter)) || person.Grants.Any(g => Allows(g, what, letter, facts));
    }

    private bool Allows(Grant grant, string what, char letter, ObjectFacts facts)
    {
        if (!right.TryGetValue((grant.Role, what, letter), out var reach) || (int)facts.Marking > (int)grant.Clearance)
            return false;
        if (facts.IsKind)
            return true;
        var outside = facts.Districts.Count(d => !grant.Districts.Contains(d));
        var (limited, somewhere) = (grant.Districts.Count > 0, facts.Districts.Count > 0);
        return reach switch
        {
            'd' => somewhere && outside == 0,
            'b' when grant.Organisation == "" || !facts.Organisations.Contains(grant.Organisation) => false,
            'b' => !limited || (somewhere && outside == 0),
            _ => !limited || outside == 0,
        };
    }

    private void Line(Role role, string all, string byBody = "", string byDistrict = "")
    {
        foreach (var (words, reach) in new[] { (all, 'y'), (byBody, 'b'), (byDistrict, 'd') })
            foreach (var entry in words.Split(", ", StringSplitOptions.RemoveEmptyEntries))
                foreach (var letter in entry.Split(' ')[1])
                    right[(role, entry.Split(' ')[0], letter)] = reach;
    }

    private static bool Holds(string line, string what, char letter) => line.Split(' ')[0] == what && line.Split(' ')[1].Contains(letter, StringComparison.Ordinal);
}
