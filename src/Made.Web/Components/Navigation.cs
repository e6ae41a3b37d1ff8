using Made.Core.Access;

namespace Made.Web.Components;

/// <summary>One page of the main navigation.</summary>
public sealed record NavigationLink(Section Section, string Words, string Href, Resource Resource);

/// <summary>
/// The main navigation: parts of the site, and within the part that is open its pages. It leads nowhere that whoever asks may not read, because such an
/// address answers as what is not there.
/// </summary>
public static class Navigation
{
    private static readonly (string Words, IReadOnlyList<NavigationLink> Links)[] Parts =
    [
        ("Dashboards",
        [
            new(Section.Dashboards, "Dashboards", "/dashboard", Resource.Dashboards),
            new(Section.Scorecard, "Scorecard", "/scorecard", Resource.Dashboards),
            new(Section.Editions, "Editions", "/editions", Resource.Editions),
        ]),
        ("Analysis",
        [
            new(Section.Analysis, "Exceptions", "/exceptions", Resource.Dashboards),
            new(Section.Workbench, "Workbench", "/workbench", Resource.Workbench),
            new(Section.Tables, "Tables", "/tables", Resource.Tables),
            new(Section.Indicators, "Indicators", "/indicators", Resource.Indicators),
            new(Section.Products, "Products", "/products", Resource.Products),
            new(Section.WorkPlan, "Work plan", "/work-plan", Resource.WorkPlan),
        ]),
        ("Golden thread",
        [
            new(Section.Thread, "Thread", "/thread", Resource.Thread),
            new(Section.Assessment, "Assessment", "/assessment", Resource.Assessment),
            new(Section.Agreement, "Agreement", "/agreement", Resource.Agreement),
            new(Section.Outcomes, "Outcomes", "/scorecard/outcomes", Resource.Dashboards),
            new(Section.Recovery, "Recovery", "/recovery", Resource.Recovery),
        ]),
        ("Exchange",
        [
            new(Section.Exchange, "Exchange", "/exchange", Resource.Exchange),
            new(Section.Sharing, "Sharing", "/sharing", Resource.Sharing),
        ]),
        ("Use the data", [new(Section.Data, "Use the data", "/data", Resource.PublicPages)]),
        ("Help",
        [
            new(Section.Reading, "How to read", "/how-to-read", Resource.PublicPages),
            new(Section.Help, "Guides", "/help", Resource.PublicPages),
        ]),
    ];

    /// <summary>The parts, each leading to the first of its pages that the person may read, and the pages of the part that is open where there are several.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="open">The section of the page.</param>
    public static (IReadOnlyList<(string Words, string Href, bool IsOpen)> Parts, IReadOnlyList<NavigationLink> Pages) For(Person person, Section open)
    {
        var parts = Parts.Select(p => (p.Words, Links: p.Links.Where(l => AccessMatrix.May(person, l.Resource, Deed.Read, ObjectFacts.Kind).Allowed).ToList())).Where(p => p.Links.Count > 0).ToList();
        var pages = parts.Where(p => p.Links.Exists(l => l.Section == open)).Select(p => p.Links).FirstOrDefault([]);
        return ([.. parts.Select(p => (p.Words, p.Links[0].Href, p.Links.Exists(l => l.Section == open)))], pages.Count > 1 ? pages : []);
    }
}
