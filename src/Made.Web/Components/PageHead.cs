using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Made.Web.Components;

/// <summary>What the layout says about the partnership this program serves. Registered once, as a singleton.</summary>
public sealed record Masthead
{
    /// <summary>"Westshire community safety partnerships".</summary>
    public required string Name { get; init; }

    /// <summary>Fictional data: every page then says so.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>Copyright and licence lines that the loaded data ask for.</summary>
    public IReadOnlyList<string> Attributions { get; init; } =
    [
        "Contains public sector information licensed under the Open Government Licence v3.0.",
        "Contains National Statistics data © Crown copyright and database right.",
        "Contains OS data © Crown copyright and database right.",
    ];
}

/// <summary>The parts of the site that stand in the main navigation.</summary>
public enum Section
{
    None,
    Dashboards,
    Editions,
    Scorecard,
    Outcomes,
    Workbench,
    Analysis,
    Assessment,
    Agreement,
    Recovery,
    Thread,
    Indicators,
    Tables,
    Products,
    WorkPlan,
    Exchange,
    Sharing,
    Data,
    Reading,
    Help,
}

/// <summary>What a page tells the layout: <c>ViewData.Put(new PageHead { Title = "Northfield, July 2022", … })</c>.</summary>
public sealed record PageHead
{
    /// <summary>What, where and when.</summary>
    public required string Title { get; init; }

    public Section Section { get; init; }

    public IReadOnlyList<Crumb> Crumbs { get; init; } = [];

    /// <summary>"OFFICIAL"; empty on public pages.</summary>
    public string Marking { get; init; } = "";

    /// <summary>"Edition 2 of July 2022, made on 4 September 2022"; empty where a page shows no figures.</summary>
    public string Edition { get; init; } = "";

    /// <summary>The figures are of an edition that is not released: every such page says so at its top, on paper too.</summary>
    public bool IsDraft { get; init; }

    /// <summary>After a refused form: the title then begins with "Error:".</summary>
    public bool HasErrors { get; init; }
}

public static class PageHeads
{
    private const string Key = "made-page-head";

    public static void Put(this ViewDataDictionary viewData, PageHead head) => viewData[Key] = head;

    public static PageHead Head(this ViewDataDictionary viewData) =>
        viewData[Key] as PageHead ?? throw new InvalidOperationException("A page says its title first: ViewData.Put(new PageHead { Title = … }).");
}
