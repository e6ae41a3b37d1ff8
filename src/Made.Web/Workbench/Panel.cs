using Made.Core;
using Made.Core.Workbench;
using Made.Web.Charts;
using Made.Web.Components;
using Made.Web.Downloads;

namespace Made.Web.Workbench;

/// <summary>One series on the workbench: what was found, or why nothing could be.</summary>
public sealed record Panel
{
    /// <summary>"Northfield"; empty for figures that a person brings.</summary>
    public required string Place { get; init; }

    public Problem? Problem { get; init; }

    public Study? Study { get; init; }

    /// <summary>None where no month may be shown.</summary>
    public Chart.Trend? Chart { get; init; }

    public IReadOnlyList<Table> Tables { get; init; } = [];

    public MethodNote? Note { get; init; }

    public Origin? Origin { get; init; }

    public IReadOnlyList<Take> Downloads { get; init; } = [];

    /// <summary>The address of this panel alone; empty for a person's own figures.</summary>
    public string Link { get; init; } = "";

    /// <summary>Table, then note, as one file.</summary>
    public Workbook Book() => new()
    {
        Title = Chart!.Title,
        Description = Chart.Sentence,
        Origin = Origin!,
        Notes = [.. Note!.Parts.SelectMany(p => p.Lines.Select(l => $"{p.Heading}: {l}"))],
        Tables = Tables,
    };

    internal static Panel Of(Asked asked, Outcome<Study> outcome, string id, string place, IReadOnlyList<string> figures, Origin origin, string made, bool alone = true)
    {
        if (!outcome.Succeeded(out var study, out var problem))
            return new Panel { Place = place, Problem = problem };
        var chart = StudyCharts.Chart(study, id, place, withShifts: alone);
        var shown = study.Points.Any(p => p.Value.IsShown);
        return new Panel
        {
            Place = place,
            Study = study,
            Chart = shown ? chart : null,
            Tables = [StudyCharts.Table(study, chart), .. StudyCharts.Ahead(study, chart) is { } ahead ? new[] { ahead } : []],
            Note = MethodNote.Of(asked, study, chart.Title, figures, made),
            Origin = origin,
        };
    }
}
