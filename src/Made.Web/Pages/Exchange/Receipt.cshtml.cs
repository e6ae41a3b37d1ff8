using Made.Core.Exchange;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Downloads;
using ColumnKind = Made.Web.Downloads.ColumnKind;
using Made.Web.Exchange;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Exchange;

/// <summary>What became of one file.</summary>
public sealed class ReceiptModel(Partnership partnership, GivenBack givenBack) : PageModel
{
    public Guid Id { get; private set; }

    public Receipt Receipt { get; private set; } = null!;

    /// <summary>Where the refused rows can be taken; null where they are no longer held, or for somebody else.</summary>
    public string? RefusedRows { get; private set; }

    public IReadOnlyList<(string Key, string Value)> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, string? format)
    {
        if (await partnership.Receipts.Find(id) is not { } kept)
            return NotFound();
        (Id, Receipt) = (id, kept.Receipt);
        if (format == "csv")
            return FindingsFile();
        RefusedRows = await givenBack.AddressAsync(kept, HttpContext.Asking());
        var dataset = partnership.Pack.Datasets.FirstOrDefault(d => d.Id == Receipt.Dataset);
        Lines =
        [
            ("Dataset", dataset?.Title ?? Receipt.Dataset),
            ("Period", Receipt.Period.Length > 0 ? Receipt.Period : "could not be told"),
            ("Received", $"{LondonTime.Text(kept.Received)}, by {kept.By}"),
            .. Receipt.RecordsIn > 0 && Receipt.Verdict != Verdict.Refused
                ? new[] { ("Of the stored", $"{Receipt.WithoutPlace:N0} without place (they count for the force), {Receipt.OutsideArea:N0} outside the partnership (kept apart)") }
                : [],
            .. Receipt.Verdict != Verdict.Refused && dataset is not null && KeptWords.Of(dataset) is { Length: > 0 } coarser ? new[] { ("Kept of each record", coarser) } : [],
            .. Receipt.IsProvisional ? new[] { ("Provisional", "It holds a part of its month, or may: dashboards say so until the whole month is sent.") } : [],
            .. Receipt.Changes.Length > 0 ? new[] { ("What changed", Receipt.Changes) } : [],
            .. await OriginalAsync() is { } original ? new[] { ("The file as received", $"Sealed. {OriginalWords.Of(original, partnership.Today)}") } : [],
            ("SHA-256 of the file", Receipt.Sha256),
        ];
        return Page();
    }

    private async Task<SealedOriginal?> OriginalAsync() =>
        Receipt.Supply.Length > 0 ? (await partnership.Records.Originals.All()).FirstOrDefault(o => o.Supplies.Contains(Receipt.Supply)) : null;

    private FileContentResult FindingsFile()
    {
        var table = new Table
        {
            Name = "findings",
            Title = $"Findings in {Receipt.File}",
            Columns = [new("code"), new("row", ColumnKind.Whole), new("column"), new("message"), new("remedy"), new("count", ColumnKind.Whole)],
            Rows = Receipt.Findings.Select(f => (IReadOnlyList<Cell>)[Cell.Of(f.Code), Cell.Of(f.Row), Cell.Of(f.Column), Cell.Of(f.Message), Cell.Of(f.Remedy), Cell.Of(f.Count)]),
        };
        using var bytes = new MemoryStream();
        CsvFile.Write(table, bytes);
        return File(bytes.ToArray(), CsvFile.ContentType, $"findings-{Id:N}.csv");
    }
}
