using Made.Core.Access;
using Made.Core.Calendar;
using Made.Core.Papers;
using Made.Core.Register;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Downloads;
using Made.Web.Editions;
using Made.Web.Exchange;
using Made.Web.Papers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Papers;

/// <summary>Chooses what goes into papers for a meeting, has them made, and lists those that were.</summary>
public sealed class IndexModel(Partnership partnership, AddressedObjects objects, PaperMaking making) : PageModel
{
    private IReadOnlyList<Area> known = [];

    public IReadOnlyList<MeetingPapers> Kept { get; private set; } = [];

    public MeetingPapers? Done { get; private set; }

    public bool MayMake { get; private set; }

    public IReadOnlyList<Choice> Months { get; private set; } = [];

    public string Title { get; private set; } = "";

    public string Wanted { get; private set; } = "";

    public IReadOnlyList<string> Areas { get; private set; } = [];

    public IReadOnlyList<string> Parts { get; private set; } = [PaperPart.Summary.Code(), PaperPart.Indicators.Code()];

    public string By { get; private set; } = "";

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public IReadOnlyList<Choice> AreaChoices => [.. known.Select(a => new Choice(a.Code.Value, Wording.PlaceName(partnership.Areas, a.Code, Month.Of(partnership.Today)))).OrderBy(c => c.Text, StringComparer.Ordinal)];

    public IReadOnlyList<Choice> PartChoices { get; } = [.. PaperParts.All.Select(p => new Choice(p.Code(), p.Words()))];

    public Table Table => new()
    {
        Name = "papers",
        Title = "Papers made, newest first",
        Columns = [new("Papers"), new("Month"), new("Areas"), new("Made"), new("PDF"), new("Word")],
        Rows = Kept.Select(m => (IReadOnlyList<Cell>)
        [
            Cell.Of(m.Choice.Title), Cell.Of($"{m.Choice.Month.Name}, edition {m.Choice.Edition}"),
            Cell.Of(m.Choice.Areas.Count == 0 ? "all together" : string.Join(", ", m.Choice.Areas.Select(a => Wording.PlaceName(partnership.Areas, new AreaCode(a), m.Choice.Month)))),
            Cell.Of($"{LondonTime.Text(m.At)}, {m.By}"), Cell.Of("PDF", $"/papers/{m.Id}.pdf"), Cell.Of("Word", $"/papers/{m.Id}.docx"),
        ]),
    };

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task OnGetAsync(Guid? done)
    {
        await LoadAsync();
        Done = Kept.FirstOrDefault(m => m.Id == done);
    }

    public async Task<IActionResult> OnPostAsync(string? title, string? month, string[]? areas, string[]? parts, string? by, CancellationToken stop)
    {
        await LoadAsync();
        (Title, Wanted, Areas, Parts, By) = (NoteText.Plain(title).Replace('\n', ' '), month ?? "", areas ?? [], parts ?? [], HttpContext.Asking().NameOr(by));
        var errors = new List<(string Field, string Message)>();
        if (Title.Length is 0 or > PaperChoice.LongestTitle)
            errors.Add(("title", $"Give a title of at most {PaperChoice.LongestTitle} characters."));
        else if (NoteText.WhyNot(Title, PaperChoice.LongestTitle, partnership.Today) is { } personal)
            errors.Add(("title", $"{personal.Message} {personal.Remedy}"));
        var chosen = Parts.Select(p => PaperParts.TryFind(p, out var part) ? part : (PaperPart?)null).OfType<PaperPart>().ToList();
        if (chosen.Count == 0)
            errors.Add(("parts", "Choose at least one page."));
        if (Areas.Any(a => !known.Any(k => k.Code.Value == a)) || (Areas.Count == 0 && chosen.Any(p => p != PaperPart.Exceptions)))
            errors.Add(("areas", "Choose at least one area."));
        if (By.Length == 0)
            errors.Add(("by", "Say in which role you do this."));
        if (!Month.TryParse(Wanted, out var wanted) || await partnership.Editions.Open(wanted) is not { } edition)
            errors.Add(("month", "Choose a month that is released."));
        else if (errors.Count == 0)
        {
            var choice = new PaperChoice { Title = Title, Month = wanted, Edition = edition.Manifest.Number, Areas = [.. known.Select(k => k.Code.Value).Where(Areas.Contains)], Parts = chosen };
            var made = await making.MakeAsync(edition, choice, HttpContext.Asking(), partnership.Change(HttpContext.Asking().By("papers page", By), "Papers for a meeting"), stop);
            if (made.Succeeded(out var papers, out var problem))
                return LocalRedirect($"/papers?done={papers.Id}");
            errors.Add(("title", $"{problem.Message} {problem.Remedy}"));
        }
        (Errors, Response.StatusCode) = (errors, StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    private async Task LoadAsync()
    {
        var person = HttpContext.Asking().Person;
        MayMake = AccessMatrix.May(person, Resource.Papers, Deed.Change, ObjectFacts.Kind).Allowed;
        Kept = [.. (await partnership.Records.Papers.All()).Where(m => objects.MayRead(person, m.Choice))];
        Months = [.. (await partnership.Editions.Months()).Reverse().Select(m => new Choice(m.ToString(), m.Name))];
        known = [.. partnership.Areas.At(AreaLevel.Csp, Month.Of(partnership.Today)).Where(a => objects.MayRead(person, a.Code)).OrderBy(a => a.Name, StringComparer.Ordinal)];
    }
}
