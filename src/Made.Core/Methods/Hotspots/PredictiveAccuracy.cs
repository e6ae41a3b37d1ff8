namespace Made.Core.Methods.Hotspots;

/// <summary>A cell of a grid, or a street: how many events fell on it later, and how large it is.</summary>
public readonly record struct HotspotCell(double Events, double Area);

/// <summary>
/// How well hotspots caught what came after: the prediction accuracy and the prediction efficiency index.
/// <para>PAI = (n/N)/(a/A): the share of events caught over the share of the area watched. PEI = PAI over the best PAI that the same area could have had, found by taking the densest cells first
/// (the last one in part, so with cells of unequal size the best is an upper bound).</para>
/// <para>Units: none. PAI 1 is no better than chance; PEI runs from 0 to 1. Edges: no events in the hotspots give 0; nothing to divide by is refused.</para>
/// <para>Source: Chainey, Tompson and Uhlig 2008; Hunt 2016 for PEI. Worked example: docs/methods/pai.md.</para>
/// </summary>
public static class PredictiveAccuracy
{
    /// <summary>PAI of hotspots that hold <paramref name="hits"/> of all events on <paramref name="hotspotArea"/> of the study area.</summary>
    public static Outcome<double> Index(double hits, double events, double hotspotArea, double studyArea)
    {
        if (!(events > 0 && double.IsFinite(events)))
            return Problems.NotPositive("number of events", events);
        if (!(hotspotArea > 0 && double.IsFinite(hotspotArea)))
            return Problems.NotPositive("area of the hotspots", hotspotArea);
        if (!(hotspotArea <= studyArea && double.IsFinite(studyArea)))
            return Problems.PartBeyondWhole("area of the hotspots", "study area");
        if (!(hits >= 0 && hits <= events))
            return Problems.PartBeyondWhole("number of events in the hotspots", "number of events");
        return hits / events / (hotspotArea / studyArea);
    }

    /// <summary>PEI of the hotspots at these positions among the cells of the study area.</summary>
    public static Outcome<double> Efficiency(IReadOnlyList<HotspotCell> cells, IReadOnlySet<int> hotspots)
    {
        for (var i = 0; i < cells.Count; i++)
            if (!(cells[i].Events >= 0 && double.IsFinite(cells[i].Events)))
                return Problems.BadCount(i + 1, cells[i].Events);
            else if (!(cells[i].Area > 0 && double.IsFinite(cells[i].Area)))
                return Problems.NotPositive($"area of cell {i + 1}", cells[i].Area);
        var chosen = cells.Where((_, i) => hotspots.Contains(i)).ToArray();
        var area = chosen.Sum(c => c.Area);
        if (!Index(chosen.Sum(c => c.Events), cells.Sum(c => c.Events), area, cells.Sum(c => c.Area)).Succeeded(out _, out var problem))
            return problem;
        return chosen.Sum(c => c.Events) / Most(cells, area);
    }

    private static double Most(IReadOnlyList<HotspotCell> cells, double area)
    {
        var (left, most) = (area, 0.0);
        foreach (var cell in cells.OrderByDescending(c => c.Events / c.Area))
        {
            var part = Math.Min(1, left / cell.Area);
            most += part * cell.Events;
            left -= part * cell.Area;
        }
        return most;
    }
}
