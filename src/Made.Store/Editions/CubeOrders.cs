using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Register;
using Made.Store.Facts;
using Made.Store.Records;

namespace Made.Store.Editions;

/// <summary>The cubes that a set of supplies calls for: one per dataset of records and month, from every file that covers the month.</summary>
public static class CubeOrders
{
    public static IReadOnlyList<CubeOrder> Of(Pack pack, IReadOnlyList<Supply> supplies, Home home)
    {
        var counted = pack.Datasets.Where(d => d.Shape == DatasetShape.Records).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. supplies.Where(s => counted.Contains(s.Dataset))
                .SelectMany(s => Month.Range(s.First, s.Last).Select(m => (s.Dataset, Month: m, Supply: s)))
                .GroupBy(x => (x.Dataset, x.Month))
                .Select(g => new CubeOrder(g.Key.Dataset, g.Key.Month, [.. g.Select(x => FileOf(x.Supply, home))])),
        ];
    }

    private static FactFile FileOf(Supply supply, Home home) => new() { Path = home.FactsFile(supply), Rows = supply.Stored, Sha256 = supply.FactsSha256 };
}
