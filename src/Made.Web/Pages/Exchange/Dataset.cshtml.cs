using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;
using Made.Web.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Exchange;

/// <summary>One dataset for whoever sends it or answers for it: what a file looks like, when it is due, and what is kept of it.</summary>
public sealed class DatasetModel(Partnership partnership) : PageModel
{
    public DatasetDefinition Dataset { get; private set; } = null!;

    public IReadOnlyList<SummaryRow> Lines { get; private set; } = [];

    public Table Columns => new()
    {
        Name = "columns",
        Title = "Columns of the file",
        Columns = [new("Column"), new("What it is"), new("Must it be there?"), new("What becomes of it")],
        Rows = [.. Dataset.Columns.Select(c => (IReadOnlyList<Cell>)[Cell.Of(c.Name), Cell.Of(WhatItIs(c)), Cell.Of(Must(c)), Cell.Of(KeptWords.Of(Dataset, c))])],
    };

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (partnership.Pack.Datasets.FirstOrDefault(d => d.Id == id) is not { } found)
            return NotFound();
        Dataset = found;
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
            new("De-personalised?", KeptWords.Claim(found)),
            new("How counts are shown", found.Disclosure == DisclosurePolicy.Partner ? DisclosureRule.TopicOf(partnership.Pack, found.Topic).Words() : "As published, with a caution for small numbers."),
            new("Source", found.Source),
            new("Licence", found.Licence),
        ];
        return Page();
    }

    private static string WhatItIs(ColumnDefinition column)
    {
        var values = column.Codes.Count is > 0 and <= 20 ? $" One of: {string.Join(", ", column.Codes.Keys)}." : "";
        return $"{column.Description}{values}".Trim();
    }

    private static string Must(ColumnDefinition column) => (column.Required, column.MayBeEmpty) switch
    {
        (true, false) => "Yes, and filled in every record",
        (true, true) => "Yes; a cell may be empty",
        (false, false) => "No; where it is there, filled in every record",
        _ => "No",
    };
}
