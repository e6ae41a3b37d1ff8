using Made.Core.Exchange;
using Made.Core.Register;

namespace Made.Core.Sharing;

/// <summary>Whether a dataset may be read on a day, and why not. No agreement in force, no reading; what is held already stays.</summary>
public static class SharingCover
{
    /// <summary>Open datasets are published under an open licence, for anyone: they need no agreement.</summary>
    public static bool Needed(DatasetDefinition dataset) => !dataset.Open;

    /// <summary>Null where the dataset may be read; otherwise the reason and what can be done about it.</summary>
    public static Problem? WhyNot(DatasetDefinition dataset, IReadOnlyList<SharingHistory> agreements, Bodies bodies, DateOnly day)
    {
        if (!Needed(dataset))
            return null;
        if (dataset.Protection is null)
            return Problems.NoController(dataset);
        // An agreement that never named the dataset says nothing about it.
        var about = agreements.Where(a => a.Versions.Any(v => v.Datasets.Contains(dataset.Id))).ToList();
        var standings = about.ConvertAll(a => (Agreement: a, Standing: SharingStanding.For(dataset, a, bodies, day)));
        if (standings.Exists(s => s.Standing is SharingStanding.InForce))
            return null;
        // Of several reasons the one that is nearest to being put right.
        return standings.Count == 0
            ? Problems.NoAgreement(dataset)
            : standings.OrderBy(s => Distance(s.Standing)).Select(s => Problems.Of(dataset, s.Agreement, s.Standing, bodies)).First();
    }

    /// <summary>The agreements under which a dataset may be read on a day.</summary>
    public static IReadOnlyList<SharingHistory> Covering(DatasetDefinition dataset, IReadOnlyList<SharingHistory> agreements, Bodies bodies, DateOnly day) =>
        [.. agreements.Where(a => SharingStanding.For(dataset, a, bodies, day) is SharingStanding.InForce)];

    private static int Distance(SharingStanding standing) => standing switch
    {
        SharingStanding.Unsigned => 0,
        SharingStanding.NotBegun => 1,
        SharingStanding.Expired => 2,
        SharingStanding.NotCovered => 3,
        _ => 4,
    };
}
