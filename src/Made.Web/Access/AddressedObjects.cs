using Made.Core.Access;
using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Papers;
using Made.Core.GoldenThread;
using Made.Core.Products;
using Made.Core.Register;
using Made.Core.Sharing;
using Made.Core.WorkPlan;
using Made.Web.Assessment;
using Made.Web.Composition;

namespace Made.Web.Access;

/// <summary>
/// What the matrix needs to know of the object that an address names: the districts of an area, the supplier and marking of a dataset. Lists name
/// no object: their pages show of them what may be seen.
/// </summary>
public sealed class AddressedObjects(Partnership partnership)
{
    public async ValueTask<ObjectFacts> OfAsync(AddressRule rule, HttpRequest request)
    {
        // What the path names counts before a parameter does: else somebody would name an own area beside another's entry.
        if (request.RouteValues.GetValueOrDefault("gss") is string { Length: > 0 } inPath)
            return OfArea(new AreaCode(inPath));
        if (OfThread(rule, request) is { } point)
            return await OfPointAsync(point);
        if (rule.Resource is Resource.Products or Resource.WorkPlan)
            return Guid.TryParse(request.RouteValues.GetValueOrDefault("id") as string, out var filed) ? await OfFiledAsync(rule.Resource, filed) : ObjectFacts.Kind;
        // A form sends as a parameter what stands in the path else.
        if (rule.Resource != Resource.Exchange && request.Query["gss"].ToString() is { Length: > 0 } area)
            return OfArea(new AreaCode(area));
        // What is agreed for everybody belongs to the whole partnership, also where no agreement is named.
        if (rule.Resource is Resource.Agreement or Resource.Comments)
            return OfArea(CountyAssessment.WholeOf(partnership).Code);
        if (rule.Resource == Resource.Exchange && request.RouteValues.GetValueOrDefault("dataset") is string { Length: > 0 } sent)
            return OfDataset(sent);
        if (rule.Resource != Resource.Exchange || request.RouteValues.GetValueOrDefault("id") is not string { Length: > 0 } id)
            return ObjectFacts.Kind;
        var dataset = rule.Address.Contains("/supplies/", StringComparison.Ordinal) ? (await partnership.Supplies.Find(id))?.Dataset
            : rule.Address.Contains("/receipts/", StringComparison.Ordinal) && Guid.TryParse(id, out var receipt) ? (await partnership.Receipts.Find(receipt))?.Receipt.Dataset
            : rule.Address.Contains("/originals/", StringComparison.Ordinal) && Guid.TryParse(id, out var original) ? (await partnership.Records.Originals.Find(original))?.Dataset
            : rule.Address.Contains("/datasets/", StringComparison.Ordinal) ? id
            : null;
        // What is not there is answered by its page; a job shows only receipts that may be seen.
        return dataset is null ? ObjectFacts.Kind : OfDataset(dataset);
    }

    /// <summary>The entry of the thread that an address names; null where it names none.</summary>
    private static ThreadPoint? OfThread(AddressRule rule, HttpRequest request)
    {
        if (Named(request, "id") is not { Length: > 0 } id)
            return null;
        return rule.Resource switch
        {
            Resource.Thread when Named(request, "kind") is { } kind && ThreadKinds.TryParse(kind, out var of) => new(of, id),
            Resource.Recovery => new(ThreadKind.Exception, id),
            Resource.Assessment => new(ThreadKind.Assessment, id),
            Resource.Agreement when rule.Address.StartsWith("/agreement/interventions/", StringComparison.Ordinal) => new(ThreadKind.Intervention, id),
            Resource.Agreement when rule.Address.StartsWith("/agreement/strategies/", StringComparison.Ordinal) => new(ThreadKind.Strategy, id),
            Resource.Agreement when rule.Address.StartsWith("/agreement/", StringComparison.Ordinal) => new(ThreadKind.Agreement, id),
            Resource.Comments => new(ThreadKind.Agreement, id),
            _ => null,
        };
    }

    // What belongs to the whole partnership is what everybody who reads the thread may see; what is not there is answered by its page.
    private async Task<ObjectFacts> OfPointAsync(ThreadPoint point) =>
        point.IsMeasure(out _, out var area, out _) ? OfArea(area)
        : (await partnership.Records.Thread.Find(point))?.Newest is { } entry ? OfArea(entry.Area)
        : ObjectFacts.Kind;

    private async Task<ObjectFacts> OfFiledAsync(Resource resource, Guid id) =>
        resource == Resource.Products ? await partnership.Records.Products.Find(id) is { } product ? OfProduct(product.Newest) : ObjectFacts.Kind
        : await partnership.Records.WorkRequests.Find(id) is { } asked ? OfAreas(asked.Newest.Areas, Month.Of(partnership.Today)) : ObjectFacts.Kind;

    public bool May(Person person, Deed deed, Product product) => AccessMatrix.May(person, Resource.Products, deed, OfProduct(product)).Allowed;

    public bool May(Person person, Deed deed, WorkRequest request) => AccessMatrix.May(person, Resource.WorkPlan, deed, OfAreas(request.Areas, Month.Of(partnership.Today))).Allowed;

    /// <summary>Areas may end after a product was filed about them: it stays that of the districts they covered then.</summary>
    private ObjectFacts OfProduct(Product product) => OfAreas(product.Areas, Month.Of(product.Day)) with { Marking = product.Marking };

    /// <summary>Every district that is spoken of; none where all are. What covers no district that is known is nobody's own.</summary>
    private ObjectFacts OfAreas(IReadOnlyList<AreaCode> areas, Month month)
    {
        var districts = areas.SelectMany(a => partnership.Areas.DistrictsOf(a, month) is { Count: > 0 } covered ? covered : [a]).Distinct().ToList();
        return new() { Districts = partnership.Areas.Districts.All(d => districts.Contains(d.Code)) ? [] : districts };
    }

    /// <summary>Whether a person may look at what belongs to an area.</summary>
    public bool MayRead(Person person, Resource resource, AreaCode area) => May(person, resource, Deed.Read, area);

    /// <summary>Whether a person may do this to what belongs to an area.</summary>
    public bool May(Person person, Resource resource, Deed deed, AreaCode area) => AccessMatrix.May(person, resource, deed, OfArea(area)).Allowed;

    /// <summary>An area that covers every district speaks of the whole partnership, and of no district.</summary>
    private ObjectFacts OfArea(AreaCode area) => new() { Districts = partnership.Areas.SpokenOf(area, Month.Of(partnership.Today)) ?? [] };

    /// <summary>Whether somebody may read an area's dashboards.</summary>
    public bool MayRead(Person person, AreaCode area) => AccessMatrix.May(person, Resource.Dashboards, Deed.Read, OfArea(area)).Allowed;

    /// <summary>Papers are read by those who may read every area in them, and, where they look at all areas, partners' own figures of every district.</summary>
    public bool MayRead(Person person, PaperChoice choice) => choice.Areas.All(a => MayRead(person, new AreaCode(a)))
        && (!choice.Parts.Contains(PaperPart.Exceptions) || partnership.Areas.Districts.All(d => AccessMatrix.May(person, Resource.PartnerFigures, Deed.Read, new ObjectFacts { Districts = [d.Code] }).Allowed));

    /// <summary>The first area that a person may look at, where the address names none; null where there is none.</summary>
    public string? FirstArea(Person person, Resource resource, IEnumerable<Area> areas) =>
        areas.FirstOrDefault(a => AccessMatrix.May(person, resource, Deed.Read, OfArea(a.Code)).Allowed)?.Code.Value;

    private ObjectFacts OfDataset(string id) =>
        partnership.Pack.Datasets.FirstOrDefault(d => d.Id == id) is { } dataset ? OfDataset(dataset) : new() { Marking = Marking.OfficialSensitive };

    /// <summary>The datasets that a person may do this to.</summary>
    public IReadOnlyList<DatasetDefinition> Datasets(Person person, Deed deed) =>
        [.. partnership.Pack.Datasets.Where(d => AccessMatrix.May(person, Resource.Exchange, deed, OfDataset(d)).Allowed)];

    /// <summary>Whose it is: the supplier's, or after its end the bodies' that followed it.</summary>
    private ObjectFacts OfDataset(DatasetDefinition dataset) => new()
    {
        Organisations = [.. new Bodies(partnership.Pack.Organisations).InPlaceOf(dataset.Supplier, partnership.Today).Select(o => o.Id).DefaultIfEmpty(dataset.Supplier)],
        Marking = dataset.Protection?.Marking ?? Marking.Official,
    };

    private static string? Named(HttpRequest request, string name) => request.RouteValues.GetValueOrDefault(name) as string ?? request.Query[name].ToString();
}
