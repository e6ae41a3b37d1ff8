using Made.Core;
using Made.Core.Exchange;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;
using Made.Web.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Sharing;

/// <summary>The draft of a data protection impact assessment for one dataset: what the register knows, and what is left for people.</summary>
public sealed class ImpactModel(Partnership partnership) : PageModel
{
    public SharingView View { get; private set; } = null!;

    public DatasetDefinition Dataset { get; private set; } = null!;

    public Problem? WhyNot { get; private set; }

    public IReadOnlyList<string> Items => [.. View.Agreements.Where(a => a.Newest.Datasets.Contains(Dataset.Id)).SelectMany(a => a.Newest.DataItems).Distinct()];

    public Table Columns => new()
    {
        Name = "columns",
        Title = "Columns of the file",
        Columns = [new("Column"), new("What it is"), new("What becomes of it")],
        Rows = [.. Dataset.Columns.Select(c => (IReadOnlyList<Cell>)[Cell.Of(c.Name), Cell.Of(c.Description), Cell.Of(KeptWords.Of(Dataset, c))])],
    };

    public Table Risks => new()
    {
        Name = "risks",
        Title = "Risks",
        Columns = [new("Risk"), new("What the program does"), new("What it cannot do")],
        Rows =
        [
            Row("A file holds more than was agreed", "Columns that are not declared are left out and their values never kept; the receipt says so.", "Free text in a declared column can still hold details: personal details found there are refused or left out."),
            Row("A small count tells of a person", Dataset.Disclosure == DisclosurePolicy.Partner ? "Counts of 1 to 4 are hidden, with whatever would give them away." : "The publisher already shows these counts; they carry a caution.", "Other publications may add what is missing here."),
            Row("It is read without authority", "No agreement in force, no reading: unsigned, expired or uncovered files are refused unread.", "It cannot see an agreement that nobody recorded."),
            Row("It is kept too long", $"The register says {Dataset.Protection!.RetentionMonths} months.", "Facts are not destroyed by schedule yet: that is for the controller to see to. Sealed originals are, by two persons with made retention."),
            Row("The wrong people look at it", "Beyond this machine everybody signs in and sees what a dated grant reaches; what is refused looks like what is not there.", "At the machine itself one acts without signing in unless the home asks for it (made account require)."),
        ],
    };

    public async Task<IActionResult> OnGetAsync(string id)
    {
        View = await SharingView.OfAsync(partnership);
        if (View.Pack.Datasets.FirstOrDefault(d => d.Id == id) is not { Protection: not null } found)
            return NotFound();
        (Dataset, WhyNot) = (found, View.WhyNot(found));
        return Page();
    }

    private static IReadOnlyList<Cell> Row(string risk, string does, string cannot) => [Cell.Of(risk), Cell.Of(does), Cell.Of(cannot)];
}
