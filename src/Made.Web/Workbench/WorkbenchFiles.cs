using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Editions;

namespace Made.Web.Workbench;

/// <summary>Every chart of the workbench over held figures as a file, from the address of its selection.</summary>
internal static class WorkbenchFiles
{
    public static void MapWorkbenchFiles(this WebApplication app)
    {
        app.MapGet("/workbench/chart.{kind}", ChartAsync).ExcludeFromDescription();
        app.MapGet("/workbench/side-by-side.{kind}", TogetherAsync).ExcludeFromDescription();
        app.MapGet("/workbench/note.txt", NoteAsync).ExcludeFromDescription();
    }

    public static Func<string, IReadOnlyList<string>> Given(IQueryCollection query) => name => [.. query[name].Select(v => v ?? "")];

    private static async Task<IResult> ChartAsync(Partnership partnership, HttpRequest request, string kind, CancellationToken stop) =>
        await HeldViews.OfAsync(partnership, Given(request.Query), request.HttpContext.SeesDrafts()) is { Faults.Count: 0, Panels: [{ Chart: { } chart } panel, ..] } view
            ? await FileAnswers.ChartAsync(chart, panel.Book(), kind, Name(view), stop)
            : Results.NotFound();

    private static async Task<IResult> TogetherAsync(Partnership partnership, HttpRequest request, string kind)
    {
        if (await HeldViews.OfAsync(partnership, Given(request.Query), request.HttpContext.SeesDrafts()) is not { Faults.Count: 0 } view || view.Panels.FirstOrDefault(p => p.Chart is not null) is not { } first)
            return Results.NotFound();
        var shown = view.Panels.Where(p => p.Chart is not null).ToList();
        return FileAnswers.Sheet(first.Book() with { Title = $"{view.Indicator.Title}, side by side", Tables = [Together(view, shown)] }, kind, $"{Name(view)}-side-by-side");
    }

    private static async Task<IResult> NoteAsync(Partnership partnership, HttpRequest request) =>
        await HeldViews.OfAsync(partnership, Given(request.Query), request.HttpContext.SeesDrafts()) is { Faults.Count: 0, Panels: [{ Note: { } note }, ..] } view
            ? Results.File(System.Text.Encoding.UTF8.GetBytes(note.Text()), "text/plain; charset=utf-8", (view.IsDraft ? "DRAFT-" : "") + Name(view) + "-note.txt")
            : Results.NotFound();

    private static Table Together(HeldView view, List<Panel> panels)
    {
        var first = panels[0].Study!;
        return new Table
        {
            Name = "side by side",
            Title = $"{view.Indicator.Title}, side by side",
            Columns =
            [
                new("Area"), new("Month"), new("Value", ColumnKind.Figure, first.Unit, first.Decimals), new(first.CentreName, ColumnKind.Figure, "", 1),
                new(first.LowerName, ColumnKind.Figure, "", 1), new(first.UpperName, ColumnKind.Figure, "", 1), new("Reading"),
            ],
            Rows = panels.SelectMany(p => p.Study!.Points.Select(s => (IReadOnlyList<Cell>)
            [
                Cell.Of(p.Place), Cell.Of(s.Month.Name), Cell.Of(s.Value), Cell.Of(s.Centre), Cell.Of(s.Lower), Cell.Of(s.Upper), Cell.Of(s.Reading),
            ])),
        };
    }

    private static string Name(HeldView view) => $"{view.Areas[0].Code}-{view.Indicator.Id}-{view.To}-{view.Asked.Card.Code}";
}
