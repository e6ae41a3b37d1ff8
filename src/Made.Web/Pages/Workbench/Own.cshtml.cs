using System.Text;
using Made.Core;
using Made.Core.Workbench;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;
using Made.Web.Workbench;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Workbench;

/// <summary>A method over figures that a person brings. They travel in the form, are used for one answer and are stored nowhere.</summary>
[RequestSizeLimit(LargestForm)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestForm, ValueLengthLimit = LargestForm, MemoryBufferThreshold = LargestForm)]
public sealed class OwnModel(Partnership partnership) : PageModel
{
    private const int LargestFigures = 1 << 20;

    // Above what is used, so that somewhat too much is answered with a sentence instead of a closed connection; held in memory, never on disk.
    private const int LargestForm = 8 << 20;
    private const int LongestName = 80;

    public static readonly IReadOnlyList<Choice> Per = [new("0", "Choose for me"), new("1", "1"), new("100", "100"), new("1000", "1,000"), new("100000", "100,000")];

    internal static readonly IReadOnlyList<MethodCard> Methods = [.. MethodCards.All.Where(m => m != MethodCards.Standard)];

    /// <summary>What is counted.</summary>
    public string Counted { get; private set; } = "";

    /// <summary>The text of the figures, as it goes back into the form.</summary>
    public string Figures { get; private set; } = "";

    public string PerChosen { get; private set; } = "0";

    internal Asked Asked { get; private set; } = new(MethodCards.Xmr, _ => []);

    public Panel? Panel { get; private set; }

    public IReadOnlyList<string> Said { get; private set; } = [];

    public IReadOnlyList<FieldError> Faults { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, string? take, CancellationToken stop)
    {
        var form = await Request.ReadFormAsync(stop);
        string One(string name) => form[name].FirstOrDefault()?.Trim() ?? "";
        Counted = One("counted") is { Length: > LongestName } long_ ? long_[..LongestName] : One("counted");
        PerChosen = Per.Any(p => p.Value == One("per")) ? One("per") : "0";
        var (name, bytes) = await Given(file, form["figures"].FirstOrDefault() ?? "", stop);
        Figures = bytes.Length > LargestFigures ? "" : Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var read = bytes.Length switch
        {
            0 => new Problem("no-figures", "Choose a file or paste the figures.", ""),
            > LargestFigures => new Problem("too-much", "The figures are larger than 1 MB. Keep the month and the counts, one row for each month.", ""),
            _ => OwnFigures.Read(name, bytes, Counted, int.Parse(PerChosen)),
        };
        if (!read.Succeeded(out var figures, out var problem))
        {
            Asked = new(MethodCards.Find(One("method")) ?? MethodCards.Xmr, n => [.. form[n].Select(v => v ?? "")]);
            return Refused(problem.Message.Split('\n').Select(l => new FieldError(l, Figures.Length == 0 ? "#file" : "#figures")));
        }
        Said = figures.Said;
        Counted = figures.Series.Plural;
        Asked = new(Methods.FirstOrDefault(m => m.Code == One("method")) ?? Sensible(figures.Series), n => [.. form[n].Select(v => v ?? "")]);
        if (Asked.Faults.Count > 0)
            return Refused(Asked.Faults);
        Panel = Panel.Of(Asked, Studies.Of(figures.Series, Asked.Options()), "study", "", [$"{figures.Series.Plural}: figures brought by the reader ({name}), not held by MADE Interactive.", .. figures.Said], Origin(name), Today);
        return take is { Length: > 0 } && Panel.Chart is { } chart ? await Taken(chart, take, stop) : Page();
    }

    private string Today => LondonTime.Day(partnership.Today);

    private Origin Origin(string name) => new($"figures brought by the reader ({name}), not held by MADE Interactive", "Own figures", Today);

    private async Task<IActionResult> Taken(Charts.Chart chart, string take, CancellationToken stop)
    {
        var result = take == "note"
            ? Results.File(Encoding.UTF8.GetBytes(Panel!.Note!.Text()), "text/plain; charset=utf-8", "own-figures-note.txt")
            : take == "svg"
                ? Results.File(Encoding.UTF8.GetBytes(ChartFile.Svg(chart, Panel!.Origin!)), ChartFile.ContentType, "own-figures.svg")
                : await FileAnswers.ChartAsync(chart, Panel!.Book(), take, "own-figures", stop);
        await result.ExecuteAsync(HttpContext);
        return new EmptyResult();
    }

    private PageResult Refused(IEnumerable<FieldError> faults)
    {
        Faults = [.. faults];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private static async Task<(string Name, byte[] Bytes)> Given(IFormFile? file, string pasted, CancellationToken stop)
    {
        if (file is not { Length: > 0 })
            return ("pasted figures", Encoding.UTF8.GetBytes(pasted.Trim()));
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        return (Path.GetFileName(file.FileName), bytes.ToArray());
    }

    /// <summary>Rates where there are denominators, corrected where these are large; else an XmR chart.</summary>
    private static MethodCard Sensible(StudySeries series)
    {
        if (!series.HasDenominators || series.Kind != SeriesKind.Counts)
            return MethodCards.Xmr;
        var mean = series.Months.Where(m => !double.IsNaN(m.Denominator)).Average(m => m.Denominator);
        return MethodCards.Find(mean > 1000 ? "up" : "u")!;
    }
}
