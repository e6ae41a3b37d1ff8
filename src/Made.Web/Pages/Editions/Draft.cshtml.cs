using Made.Core;
using Made.Core.Calendar;
using Made.Core.Editions;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Editions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Editions;

/// <summary>The draft of a month, to be checked: what changed since the edition released before and why, what looks wrong, and the notes.</summary>
public sealed class DraftModel(Partnership partnership) : PageModel
{
    public EditionReader Draft { get; private set; } = null!;

    public string Words { get; private set; } = "";

    /// <summary>Drafts of months before it, which are released with it.</summary>
    public IReadOnlyList<EditionManifest> Earlier { get; private set; } = [];

    public ChangesView? Changes { get; private set; }

    public Problem? Disclosing { get; private set; }

    public IReadOnlyList<(string Heading, string Nothing, IReadOnlyList<DraftCheck> Checks)> Checks { get; private set; } = [];

    public IReadOnlyList<(EditionNote Note, string About, string Href)> Notes { get; private set; } = [];

    public IReadOnlyList<(string Code, string Place)> Areas { get; private set; } = [];

    public IReadOnlyList<Choice> AreaChoices => [new("", "Every partnership"), .. Areas.Select(a => new Choice(a.Code, a.Place))];

    public IReadOnlyList<Choice> IndicatorChoices => [new("", "The page"), .. Draft.Register.Pack.Indicators.OrderBy(i => i.Order).Select(i => new Choice(i.Id, i.Title))];

    public async Task<IActionResult> OnGetAsync(string month)
    {
        var drafts = await partnership.Records.Editions.Drafts();
        if (!Month.TryParse(month, out var wanted) || drafts.FirstOrDefault(d => d.Month == wanted) is not { } found)
            return NotFound();
        Draft = await partnership.Editions.Open(found);
        Earlier = [.. drafts.Where(d => d.Month < wanted)];
        Words = DraftWords.Of(await partnership.Records.Releases.Find(wanted, found.Number));
        Disclosing = await partnership.WhyNotReleaseAsync(found);
        Changes = await ChangesView.OfAsync(partnership, Draft);
        Areas = [.. Draft.Areas.At(AreaLevel.Csp, wanted).Select(a => (a.Code.Value, Wording.PlaceName(Draft.Areas, a.Code, wanted))).OrderBy(a => a.Item2, StringComparer.Ordinal)];
        Checks =
        [
            ("Spikes", "No figure is unlikely to be chance among all that were looked at.", DraftChecks.Spikes(Draft)),
            ("Placement", "About the same share of records could be placed as in the month before.", DraftChecks.Placement(Draft)),
            ("Breaks in recording", "None is known in these 12 months.", DraftChecks.Breaks(Draft)),
            ("Missing supplies", "Nothing is missing for this month.", DraftChecks.Missing(Draft)),
        ];
        Notes = [.. Draft.Standing.Notes.Select(n => (n, About(n), $"/drafts/{wanted}/note?area={n.Area}&indicator={n.Indicator}"))];
        return Page();
    }

    private string About(EditionNote note) =>
        $"{(note.Indicator.Length == 0 ? "The page" : EditionWords.Title(Draft, note.Indicator))}, {(note.Area.Length == 0 ? "every partnership" : Wording.PlaceName(Draft.Areas, new AreaCode(note.Area), Draft.Manifest.Month))}";
}
