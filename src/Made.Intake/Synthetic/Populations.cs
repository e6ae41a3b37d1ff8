namespace Made.Intake.Synthetic;

/// <summary>Mid-year residents: 2011 small areas in the earlier files, 2021 in the later ones, as ONS moved from one to the other.</summary>
internal static class Populations
{
    public static int At(SmallArea area, Parameters plan, int year)
    {
        var residents = (double)area.Residents;
        for (var y = plan.Vintages.PopulationFrom; y < Math.Min(year, plan.Vintages.PopulationTo); y++)
            residents *= 1 + area.Ward.District.Plan.Growth;
        return (int)Math.Round(residents);
    }

    public static int At(OldArea area, Parameters plan, int year)
    {
        if (area.Change != 'M')
            return area.Successors.Sum(s => At(s, plan, year));
        // Two areas merged: by their share of the ground, the rest to the one that took a new code, so that nobody is lost.
        var (whole, successor) = (At(area.Successors[0], plan, year), area.Successors[0]);
        var first = area.Name == successor.Name;
        var share = (int)(whole * (long)area.Cells.Count / successor.Cells.Count);
        return first ? share : whole - (int)(whole * (long)(successor.Cells.Count - area.Cells.Count) / successor.Cells.Count);
    }
}
