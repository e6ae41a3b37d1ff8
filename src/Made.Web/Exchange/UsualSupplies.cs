using Made.Core.Exchange;
using Made.Store.Facts;
using Made.Store.Records;
using Made.Web.Composition;

namespace Made.Web.Exchange;

/// <summary>Looks whether a partner's month of records looks like the months held before it. Files that anybody may fetch are not looked at: nobody could send others in their place.</summary>
internal sealed class UsualSupplies(Partnership partnership)
{
    private readonly Dictionary<string, SupplyShape> shapes = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<Finding>> UnusualAsync(DatasetDefinition dataset, SupplyOffer offer)
    {
        if (dataset.Open || dataset.Shape != DatasetShape.Records || offer.First != offer.Last)
            return [];
        var before = (await partnership.Supplies.Current())
            .Where(s => s.Dataset == dataset.Id && s.First == s.Last && s.Last < offer.First && s.First >= offer.First.Plus(-UsualSupply.Months)).OrderBy(s => s.First)
            .Select(s => Shape(partnership.Home.FactsFile(s), s.Stored, s.WithoutPlace)).OfType<SupplyShape>().ToList();
        return before.Count < UsualSupply.Fewest || Shape(offer.StagedFacts.Path, offer.Receipt.Stored, offer.Receipt.WithoutPlace) is not { } now ? [] : UsualSupply.Unusual(offer.First, now, before);
    }

    /// <summary>Null where its facts cannot be read: that is told where they are counted.</summary>
    private SupplyShape? Shape(string facts, long stored, long withoutPlace)
    {
        if (!shapes.TryGetValue(facts, out var shape) && CategoryCounts.Of(partnership.Engine, facts).Succeeded(out var counts, out _))
            shape = shapes[facts] = new SupplyShape(stored, withoutPlace, counts);
        return shape;
    }
}
