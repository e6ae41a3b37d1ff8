using Made.Core.Calendar;
using Made.Core.Register;
using Made.Web.Components;

namespace Made.Web.Workbench;

/// <summary>The areas that may be chosen: one, several, or every one of a level side by side.</summary>
internal static class AreaChoices
{
    /// <summary>Before a level's code: every area of it.</summary>
    public const string Each = "each-";

    private static readonly (AreaLevel Level, string Heading)[] Levels =
    [
        (AreaLevel.Csp, "Community safety partnerships"), (AreaLevel.District, "Districts"), (AreaLevel.PolicingArea, "Policing areas"),
        (AreaLevel.County, "Counties"), (AreaLevel.Pan, "Wider groupings"), (AreaLevel.Force, "Police force"),
    ];

    public static IReadOnlyList<(string Heading, IReadOnlyList<Area> Areas)> Of(Areas areas, Month month) =>
        [.. Levels.Select(l => (l.Heading, (IReadOnlyList<Area>)[.. areas.At(l.Level, month)])).Where(l => l.Item2.Count > 0)];

    /// <summary>What was asked for, each once; the first area of the list where nothing was.</summary>
    public static IReadOnlyList<Area> Chosen(IReadOnlyList<(string Heading, IReadOnlyList<Area> Areas)> choices, IEnumerable<string> given, int most, List<FieldError> faults)
    {
        var chosen = new List<Area>();
        foreach (var code in given.Where(c => c.Length > 0))
        {
            var found = code.StartsWith(Each, StringComparison.Ordinal) && AreaLevels.TryParse(code[Each.Length..], out var level)
                ? choices.SelectMany(c => c.Areas).Where(a => a.Level == level).ToList()
                : choices.SelectMany(c => c.Areas).Where(a => a.Code.Value == code).ToList();
            if (found.Count == 0)
                faults.Add(new("There is no such area here at the end of this period.", "#area"));
            chosen.AddRange(found);
        }
        var each = chosen.DistinctBy(a => a.Code).ToList();
        if (each.Count > most)
            faults.Add(new($"{each.Count} areas were chosen; the first {most} are shown.", "#area"));
        return each.Count == 0 ? [choices[0].Areas[0]] : [.. each.Take(most)];
    }
}
