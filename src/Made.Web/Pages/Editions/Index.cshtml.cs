using Made.Core.Editions;
using Made.Core.Register;
using Made.Store.Records;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Editions;
using Made.Web.Exchange;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Editions;

/// <summary>What was released, when and why, the newest month first; and for those who check them, the drafts that wait.</summary>
public sealed class IndexModel(Partnership partnership) : PageModel
{
    public bool SeesDrafts { get; private set; }

    public IReadOnlyList<(EditionManifest Draft, string Standing)> Drafts { get; private set; } = [];

    public IReadOnlyList<EditionStep> Released { get; private set; } = [];

    public string Sentence => Released.Count == 0 ? "A month is shown to partners and public once its edition is released."
        : $"{Released.Count:N0} editions of {Released.Select(r => r.Month).Distinct().Count():N0} months were released. Each stays as it was; a change makes a further edition and says so.";

    public string Setting { get; private set; } = "";

    public Table Table => new()
    {
        Name = "editions",
        Title = "Released editions, newest month first",
        Columns = [new("Edition"), new("Released on"), new("What it is"), new("Why")],
        Rows = Released.Select(r => (IReadOnlyList<Cell>)
        [
            Cell.Of($"{r.Month.Name}, edition {r.Number}", $"/editions/{r.Month}/{r.Number}"), Cell.Of(LondonTime.Text(r.Change.At)),
            Cell.Of(r.Kind switch { ReleaseKind.First => "first release", ReleaseKind.Addition => "addition", _ => "correction" }), Cell.Of(r.Change.Why),
        ]),
    };

    public async Task OnGetAsync()
    {
        SeesDrafts = HttpContext.SeesDrafts();
        var steps = await partnership.Records.Releases.All();
        Released = [.. steps.Where(s => s.Step == ReleaseRecords.Released).OrderByDescending(s => s.Month).ThenByDescending(s => s.Number)];
        var asks = (await partnership.Records.ReleaseSettings.All()).AskForCheck(partnership.Areas.All.Where(a => a.Level == AreaLevel.Csp).Select(a => a.Code.Value), partnership.Today);
        Setting = asks.Count == 0
            ? "Editions are released by themselves as soon as they are made, because no partnership asks for a check."
            : $"Editions wait until somebody checks and releases them, because {asks.Count} {(asks.Count == 1 ? "partnership asks" : "partnerships ask")} for it.";
        if (SeesDrafts)
            Drafts = [.. (await partnership.Records.Editions.Drafts()).OrderByDescending(d => d.Month).Select(d => (d, DraftWords.Of(steps.LastOrDefault(s => s.Month == d.Month && s.Number == d.Number))))];
    }
}
