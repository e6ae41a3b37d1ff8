using Made.Core.Access;

namespace Made.Web.Access;

/// <summary>Which line of the matrix an address asks for; sending a form there may ask for another than looking.</summary>
public sealed record AddressRule(string Address, Resource Resource, Deed Look, Deed Send);

/// <summary>Every address of the site with its rule. One that is not here is not answered, and a test fails.</summary>
public static class AddressRules
{
    public static IReadOnlyList<AddressRule> All { get; } =
    [
        Of("/", Resource.PublicPages),
        Of("/access", Resource.PublicPages),
        Of("/access.{kind:regex(^(csv|xlsx|ods)$)}", Resource.PublicPages),
        Of("/access/people", Resource.People),
        Changing("/access/people/{id:guid}", Resource.People),
        Of(AccessGate.ViewAs, Resource.People),
        Of("/accessibility", Resource.PublicPages),
        Of("/areas/{gss}", Resource.PublicPages),
        Of("/data", Resource.PublicPages),
        Of("/feeds/released.atom", Resource.PublicPages),
        Of("/feeds/areas/{gss}.atom", Resource.PublicPages),
        Of("/feeds/indicators/{id}.atom", Resource.PublicPages),
        Of("/glossary", Resource.PublicPages),
        Of("/how-to-read", Resource.PublicPages),
        Of("/problem", Resource.PublicPages),
        Of("/health", Resource.PublicPages),
        Of("/sign-in", Resource.PublicPages),
        Of("/sign-in/code", Resource.PublicPages),
        Of("/sign-in/provider", Resource.PublicPages),
        Of("/sign-in/provider/back", Resource.PublicPages),
        Of("/sign-out", Resource.PublicPages),
        Of("/sign-in/again", Resource.OwnAccount),
        Changing("/home", Resource.OwnAccount),
        Changing("/account", Resource.OwnAccount),
        Of("/account/password", Resource.OwnAccount, Deed.Change),
        Of("/account/second-factor/{act:regex(^(enrol|remove)$)}", Resource.OwnAccount, Deed.Change),
        Of("/api/v1/areas", Resource.PublicPages),
        Of("/api/v1/indicators", Resource.PublicPages),
        Of("/api/v1/measures", Resource.PublicPages),
        Of("/api/v1/editions", Resource.PublicPages),
        Of("/api/v1/editions/{month:length(7)}/{number:int}/measures.{kind:regex(^(csv|parquet|ods|xlsx)$)}", Resource.PublicPages),
        Of("/api/v1/editions/{month:length(7)}/{number:int}/measures.csv-metadata.json", Resource.PublicPages),
        Of("/api/v1/editions/{month:length(7)}/{number:int}/changes", Resource.PublicPages),
        Of("/api/v1/{documentName}.json", Resource.PublicPages),
        Of("/embed/{gss}/{indicator}", Resource.PublicPages),
        Of("/dashboard", Resource.Dashboards),
        Of("/dashboard/{gss}/{month:length(7)}", Resource.Dashboards),
        Of("/dashboard/{gss}/{month:length(7)}/{indicator}", Resource.Dashboards),
        Of("/dashboard/{gss}/{month:length(7)}.pdf", Resource.Dashboards, Deed.Download),
        Of("/dashboard/{gss}/{month:length(7)}/{part}.{kind}", Resource.Dashboards, Deed.Download),
        Of("/dashboard/{gss}/{month:length(7)}/{indicator}/{part}.{kind}", Resource.Dashboards, Deed.Download),
        Of("/editions", Resource.Editions),
        Of("/editions/{month:length(7)}/{number:int}", Resource.Editions),
        Of("/editions/{month:length(7)}/{number:int}/changes.{kind:regex(^(csv|xlsx|ods)$)}", Resource.Editions, Deed.Download),
        new("/editions/automatic", Resource.Drafts, Deed.Read, Deed.Release),
        Of("/drafts/{month:length(7)}", Resource.Drafts),
        Of("/drafts/{month:length(7)}/note", Resource.Drafts, Deed.Change),
        Of("/drafts/{month:length(7)}/release", Resource.Drafts, Deed.Release),
        Changing("/papers", Resource.Papers),
        Of("/papers/print", Resource.Papers),
        Of("/papers/{id:guid}.{kind:regex(^(pdf|docx)$)}", Resource.Papers, Deed.Download),
        Of("/scorecard", Resource.Dashboards),
        Of("/scorecard/{month:length(7)}.{kind}", Resource.Dashboards, Deed.Download),
        Of("/exceptions/{month:length(7)?}", Resource.Dashboards),
        Of("/exceptions/{month:length(7)}.{kind}", Resource.Dashboards, Deed.Download),
        Of("/severity/{month:length(7)?}", Resource.Dashboards),
        Of("/severity/{month:length(7)}.{kind}", Resource.Dashboards, Deed.Download),
        Of("/severity/{month:length(7)}/{part}.{kind}", Resource.Dashboards, Deed.Download),
        Of("/funnel/{indicator?}/{month:length(7)?}", Resource.Dashboards),
        Of("/funnel/{indicator}/{month:length(7)}.{kind}", Resource.Dashboards, Deed.Download),
        Of("/hotspots/{gss?}/{month:length(7)?}", Resource.SmallAreas),
        Of("/hotspots/{gss}/{month:length(7)}/{part}.{kind}", Resource.SmallAreas, Deed.Download),
        Of("/near-repeats/{gss?}/{month:length(7)?}", Resource.SmallAreas),
        Of("/near-repeats/{gss}/{month:length(7)}.{kind}", Resource.SmallAreas, Deed.Download),
        Of("/workbench", Resource.Workbench),
        Of("/workbench/own", Resource.Workbench),
        Of("/workbench/note", Resource.Workbench),
        Of("/workbench/chart.{kind}", Resource.Workbench, Deed.Download),
        Of("/workbench/side-by-side.{kind}", Resource.Workbench, Deed.Download),
        Of("/workbench/note.txt", Resource.Workbench, Deed.Download),
        Changing("/tables", Resource.Tables),
        Changing("/tables/{name:regex(^[a-z0-9-]+$)}", Resource.Tables),
        Of("/tables/{name:regex(^[a-z0-9-]+$)}/{act:regex(^(remove|take-back)$)}", Resource.Tables, Deed.Change),
        Of("/tables/file.{kind:regex(^(csv|xlsx|ods)$)}", Resource.Tables, Deed.Download),
        Of("/indicators", Resource.Indicators),
        Of("/indicators/{id}", Resource.Indicators),
        Of("/indicators.{kind:regex(^(csv|xlsx|ods)$)}", Resource.Indicators, Deed.Download),
        Of("/indicators/define/{id?}", Resource.Indicators, Deed.Change),
        Of("/indicators/{id}/{act:regex(^(retire|take-back)$)}", Resource.Indicators, Deed.Change),
        new("/exchange", Resource.Exchange, Deed.Read, Deed.Send),
        Of("/exchange/datasets/{id}", Resource.Sharing),
        Of("/exchange/datasets/{id}/{part:regex(^(template|example)$)}.{kind:regex(^(csv|xlsx)$)}", Resource.Sharing),
        Of("/exchange/supplies", Resource.Exchange),
        Of("/exchange/receipts/{id:guid}/{format?}", Resource.Exchange),
        Of("/exchange/jobs/{id:guid}/{receipt:guid?}", Resource.Exchange),
        Of("/exchange/datasets/{id}/nil-return", Resource.Exchange, Deed.Send),
        Of("/exchange/supplies/{id}/withdraw", Resource.Exchange, Deed.Withdraw),
        Of("/exchange/originals", Resource.Exchange),
        Of("/exchange/originals/{id:guid}", Resource.Exchange),
        Of("/exchange/audit", Resource.Audit),
        Of("/exchange/audit.{kind:regex(^(csv|xlsx|ods)$)}", Resource.Audit, Deed.Download),
        Of("/sharing", Resource.Sharing),
        Of("/sharing/agreements/{id}", Resource.Sharing),
        Of("/sharing/write/{id?}", Resource.Sharing, Deed.Change),
        Of("/sharing/agreements/{id}/{act:regex(^(sign|end)$)}", Resource.Sharing, Deed.Change),
        Of("/sharing/impact/{id}", Resource.Sharing),
        Of("/sharing/processing", Resource.Sharing),
        Of("/sharing/quarterly/{quarter:length(7)?}", Resource.Sharing),
        Of("/sharing/quarterly/{quarter:length(7)}/letter/{organisation}", Resource.Sharing),
        Changing("/sharing/quarterly/{quarter:length(7)}/{set:int}/{organisation}", Resource.Sharing),
    ];

    private static readonly Dictionary<string, AddressRule> ByAddress = All.ToDictionary(r => r.Address, StringComparer.Ordinal);

    /// <summary>Null where the address has none: it is not answered.</summary>
    public static AddressRule? Find(string? pattern) => ByAddress.GetValueOrDefault(Written(pattern));

    /// <summary>Pages and files write their pattern with or without the first slash.</summary>
    public static string Written(string? pattern) => "/" + (pattern ?? "").TrimStart('/');

    private static AddressRule Of(string address, Resource resource, Deed deed = Deed.Read) => new(address, resource, deed, deed);

    private static AddressRule Changing(string address, Resource resource) => new(address, resource, Deed.Read, Deed.Change);
}
