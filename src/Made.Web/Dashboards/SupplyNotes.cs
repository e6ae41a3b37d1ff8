using Made.Core.Exchange;
using Made.Store.Editions;
using Made.Web.Composition;

namespace Made.Web.Dashboards;

/// <summary>
/// What suppliers said of an edition's month besides figures: parts of a month, and true zeros. A supply never changes, so a kept edition says it too.
/// </summary>
public sealed class SupplyNotes
{
    private readonly IReadOnlyList<Supply> supplies;
    private readonly Dictionary<string, string> titles;

    private SupplyNotes(IReadOnlyList<Supply> supplies, Dictionary<string, string> titles) => (this.supplies, this.titles) = (supplies, titles);

    public static async Task<SupplyNotes> OfAsync(Partnership partnership, EditionReader reader)
    {
        var month = reader.Manifest.Month;
        var pinned = reader.Manifest.Supplies.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        return new SupplyNotes(
            [.. (await partnership.Supplies.Register()).Where(s => s.First <= month && s.Last >= month && pinned.Contains(s.Id))],
            reader.Register.Pack.Datasets.ToDictionary(d => d.Id, d => d.Title, StringComparer.Ordinal));
    }

    /// <summary>One sentence for each supply that holds a part of the month, or may; of some datasets only where they are named.</summary>
    public IReadOnlyList<string> Provisional(params IReadOnlyList<string> datasets) =>
    [
        .. supplies.Where(s => s.IsProvisional && (datasets.Count == 0 || datasets.Contains(s.Dataset)))
            .Select(s => $"{TitleOf(s)}: {s.Id} holds a part of its month, or may. Figures change when the whole month is sent."),
    ];

    /// <summary>One sentence for each supplier that stated a true zero.</summary>
    public IReadOnlyList<string> Nil() => [.. supplies.Where(s => s.IsNil).Select(s => $"{TitleOf(s)}: its supplier stated that there was nothing to report ({s.Id}); it counts as 0.")];

    private string TitleOf(Supply supply) => titles.GetValueOrDefault(supply.Dataset, supply.Dataset);
}
