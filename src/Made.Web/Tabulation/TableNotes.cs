using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Web.Dashboards;

namespace Made.Web.Tabulation;

/// <summary>What a reader of the table must know beside the figures.</summary>
internal static class TableNotes
{
    private const int MostNames = 4;

    public static IReadOnlyList<string> Of(Grid grid, TableSelection selection, Pack pack) =>
    [
        .. new[]
        {
            Residents(grid, selection), Small(grid, selection), NotComparable(grid, selection), Placed(grid, selection), Cautions(grid, selection), Suppressed(grid, selection),
        }.Where(n => n.Length > 0),
        .. Dashboards.ProtectionNotes.Of(pack, grid.Indicators),
        .. Breaks(grid, selection, pack),
    ];

    private static string Residents(Grid grid, TableSelection selection)
    {
        var years = grid.Measures.Values.Select(m => m.PopulationYear).Where(y => y > 0).Distinct().Order().ToList();
        return selection.Shown == Shown.Count || years.Count == 0 ? ""
            : $"Rates divide by residents at the middle of {(years.Count == 1 ? $"{years[0]}" : $"{string.Join(", ", years.SkipLast(1))} and {years[^1]}")}; they are not annualised.";
    }

    private static string Small(Grid grid, TableSelection selection)
    {
        var small = grid.Measures.Values.Count(m => m.SmallNumber && TableWords.Number(m, selection.Shown).IsShown);
        return small switch
        {
            0 => "",
            1 => "One figure rests on a count under 5: read it with care.",
            _ => $"{small:N0} figures rest on counts under 5: read them with care.",
        };
    }

    // The reasons stand under the table itself, and among the notes of a file.
    private static string Suppressed(Grid grid, TableSelection selection) =>
        grid.Measures.Values.Any(m => TableWords.Number(m, selection.Shown).Why != Reason.None) ? "Suppressed is not zero." : "";

    private static string NotComparable(Grid grid, TableSelection selection)
    {
        if (selection.Shown != Shown.Change)
            return "";
        var (placement, recording) = (grid.Measures.Values.Count(m => m.Comparable == Comparable.PlacementChanged), grid.Measures.Values.Count(m => m.Comparable == Comparable.RecordingChanged));
        return placement + recording == 0 ? ""
            : $"Changes are left out where the two periods were not recorded or placed alike: {placement:N0} for placement, {recording:N0} for a break in recording.";
    }

    // Below the force only records with a place can be counted.
    private static string Placed(Grid grid, TableSelection selection)
    {
        var shares = grid.Measures.Values.Where(m => m.Coverage.IsShown).Select(m => m.Coverage).OrderBy(c => c.ForDrawing).ToList();
        if (selection.Level == AreaLevel.Force || shares.Count == 0)
            return "";
        var (least, most) = (Wording.Share(shares[0]), Wording.Share(shares[^1]));
        return least == "100%" ? "" : $"Only records with a place are counted below the force: {(least == most ? least : $"{least} to {most}")} of them.";
    }

    private static string Cautions(Grid grid, TableSelection selection)
    {
        var names = grid.Areas.Where(a => a.Caution.Length > 0).Select(a => a.Name).ToList();
        return selection.Shown != Shown.Rate || names.Count == 0 ? ""
            : $"Rates by residents mislead where many others come: {string.Join(", ", names.Take(MostNames))}{(names.Count > MostNames ? $" and {names.Count - MostNames} more" : "")}.";
    }

    private static IEnumerable<string> Breaks(Grid grid, TableSelection selection, Pack pack)
    {
        // A change looks a year further back.
        var (first, last) = (selection.Shown == Shown.Change ? grid.Periods[0].YearBefore.First : grid.Periods[0].First, grid.Periods[^1].Last);
        return pack.Breaks.Where(b => b.Month > first && b.Month <= last).OrderBy(b => b.Month)
            .Select(b => (Break: b, Concerned: grid.Indicators.Where(b.Concerns).Select(i => i.Title).ToList())).Where(b => b.Concerned.Count > 0)
            .Select(b => $"Break in recording in {b.Break.Month.Name} ({(b.Concerned.Count == grid.Indicators.Count && b.Concerned.Count > 1 ? "all of these indicators" : string.Join(", ", b.Concerned))}): {b.Break.Reason}");
    }
}
