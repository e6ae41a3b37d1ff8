namespace Made.Core.Access;

/// <summary>What there is to see or to change here, as the matrix speaks of it.</summary>
public enum Resource
{
    PublicPages,
    Dashboards,
    SmallAreas,
    Editions,
    Drafts,
    Papers,
    Products,
    WorkPlan,
    OwnRequests,
    PartnerFigures,
    Workbench,
    Tables,
    Indicators,
    Exchange,
    Sharing,
    Assessment,
    Agreement,
    Comments,
    Recovery,
    Thread,
    Audit,
    OwnAccount,
    People,
}

/// <summary>What may be done to it.</summary>
public enum Deed
{
    Read,
    Download,
    Change,
    Send,
    Withdraw,
    Release,
}

/// <summary>How far a role reaches: nowhere, to what is its own, or to everything.</summary>
public enum Reach
{
    None,

    /// <summary>Objects of the grant's organisation and areas.</summary>
    Own,
    All,
}

public static class Resources
{
    public static string Code(this Resource resource) => resource switch
    {
        Resource.PublicPages => "public-pages",
        Resource.Dashboards => "dashboards",
        Resource.SmallAreas => "small-areas",
        Resource.Editions => "editions",
        Resource.Drafts => "drafts",
        Resource.Papers => "papers",
        Resource.Products => "products",
        Resource.WorkPlan => "work-plan",
        Resource.OwnRequests => "own-requests",
        Resource.PartnerFigures => "partner-figures",
        Resource.Workbench => "workbench",
        Resource.Tables => "tables",
        Resource.Indicators => "indicators",
        Resource.Exchange => "exchange",
        Resource.Sharing => "sharing",
        Resource.Assessment => "assessment",
        Resource.Agreement => "agreement",
        Resource.Comments => "comments",
        Resource.Recovery => "recovery",
        Resource.Thread => "thread",
        Resource.Audit => "audit",
        Resource.OwnAccount => "own-account",
        _ => "people",
    };

    public static string Words(this Resource resource) => resource switch
    {
        Resource.PublicPages => "Public pages, published figures and the API",
        Resource.Dashboards => "Dashboards, scorecard, exceptions, funnels and severity",
        Resource.SmallAreas => "Hot spots and near repeats of an area",
        Resource.Editions => "Editions: what was released when, and what changed",
        Resource.Drafts => "Drafts of editions before they are released",
        Resource.Papers => "Meeting papers",
        Resource.Products => "Intelligence products",
        Resource.WorkPlan => "The analysts' work plan",
        Resource.OwnRequests => "Own requests to the analysts",
        Resource.PartnerFigures => "Partners' own figures, on whatever page, file or answer of the API",
        Resource.Workbench => "Workbench",
        Resource.Tables => "Tables",
        Resource.Indicators => "Definitions of indicators",
        Resource.Exchange => "Exchange: files, receipts and supplies",
        Resource.Sharing => "Sharing register, statutory exchange and record of processing",
        Resource.Assessment => "Assessment: evidence, scores, rankings and priorities",
        Resource.Agreement => "Agreements, the partnerships' own plans, activities, interventions and strategies",
        Resource.Comments => "Comments on the text of agreements and plans",
        Resource.Recovery => "Exceptions and recovery plans",
        Resource.Thread => "The golden thread",
        Resource.Audit => "Audit",
        Resource.OwnAccount => "Own account: password, second factor, e-mail, where one is signed in",
        _ => "Accounts and grants of everybody",
    };

    public static string Code(this Deed deed) => deed.ToString().ToLowerInvariant();

    public static string Words(this Deed deed) => deed switch
    {
        Deed.Read => "read",
        Deed.Download => "take away as a file",
        Deed.Change => "change",
        Deed.Send => "send files",
        Deed.Withdraw => "withdraw",
        _ => "release",
    };

    public static string Words(this Reach reach) => reach switch
    {
        Reach.None => "no",
        Reach.Own => "own",
        _ => "yes",
    };
}
