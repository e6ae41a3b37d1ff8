using Made.Core.Access;
using Made.Core.Calendar;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Intake.Checking;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;
using Made.Web.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Exchange;

/// <summary>One dataset for whoever sends it or answers for it: what a file looks like, when it is due, and what is kept of it.</summary>
public sealed class DatasetModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    public DatasetDefinition Dataset { get; private set; } = null!;

    public IReadOnlyList<SummaryRow> Lines { get; private set; } = [];

    /// <summary>Null where the name of a file need not tell its month.</summary>
    public string? SuggestedName => Dataset.FileNamePattern.Length == 0 ? null : FileNames.Suggested(Dataset, Month.Of(partnership.Today).Plus(-1));

    public bool HasExample => SampleFiles.HasExample(partnership, Dataset);

    /// <summary>The dataset itself where whoever looks may send it, else none.</summary>
    public IReadOnlyList<DatasetDefinition> Sends { get; private set; } = [];

    public Table Columns => DatasetColumns.Of(Dataset);

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (partnership.Pack.Datasets.FirstOrDefault(d => d.Id == id) is not { } found)
            return NotFound();
        Dataset = found;
        Sends = [.. objects.Datasets(HttpContext.Asking().Person, Deed.Send).Where(d => d.Id == id)];
        var view = await SharingView.OfAsync(partnership);
        var standing = DatasetStanding.Of(partnership.Pack, await partnership.Supplies.Current(), partnership.Today).First(s => s.Id == id);
        Lines =
        [
            new("Supplier", standing.Supplier),
            new("A file", $"{(found.FrequencyMonths switch { 1 => "Each month", 3 => "Each quarter", _ => "Each year" })}, due {found.DueDays} days after its end, from {found.OwedFrom.Name}"),
            new("Held", standing.Held),
            .. standing.Next.Length > 0 ? new[] { new SummaryRow("Next", standing.Next) } : [],
            new("May it be read?", view.WhyNot(found) is { } why ? $"No: {why.Message}" : found.Open ? "Yes, it is open" : "Yes, an agreement in force covers it"),
            .. KeptWords.Of(found) is { Length: > 0 } kept ? new[] { new SummaryRow("Kept of each record", kept) } : [],
            new("Part of a month", PartMonthWords.Of(found)),
            new("De-personalised?", KeptWords.Claim(found)),
            new("How counts are shown", found.Disclosure == DisclosurePolicy.Partner ? DisclosureRule.TopicOf(partnership.Pack, found.Topic).Words() : "As published, with a caution for small numbers."),
            new("Source", found.Source),
            new("Licence", found.Licence),
        ];
        return Page();
    }
}
