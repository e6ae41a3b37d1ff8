using Made.Core;
using Made.Core.Access;
using Made.Core.Exchange;
using Made.Store.Records;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Exchange;
using Made.Web.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Exchange;

/// <summary>Sending files, what is held and what is late, and the receipts.</summary>
[RequestSizeLimit(Uploads.LargestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = Uploads.LargestBytes)]
public sealed class IndexModel(Partnership partnership, Uploads uploads, AddressedObjects objects) : PageModel
{
    private const int PageSize = 25;

    // Not "page": that is the name Razor Pages gives to the page itself, and it would win over the query.
    [BindProperty(SupportsGet = true, Name = "part")]
    public int Number { get; set; } = 1;

    public string Dataset { get; private set; } = "";

    public Problem? Problem { get; private set; }

    /// <summary>What may be sent by whoever looks.</summary>
    public IReadOnlyList<DatasetDefinition> Datasets => May(Deed.Send);

    public IReadOnlyList<KeptReceipt> Receipts { get; private set; } = [];

    public bool HasMore { get; private set; }

    public string Summary { get; private set; } = "";

    public SharingView Sharing { get; private set; } = null!;

    public IReadOnlyList<DatasetStanding> Standing { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string dataset, List<IFormFile> files, string? act)
    {
        var asking = HttpContext.Asking();
        // What somebody may not send is answered as a dataset that is not there.
        var started = Datasets.Any(d => d.Id == dataset)
            ? await uploads.StartAsync(dataset ?? "", [.. files.Select(f => new SentFile(f.FileName, f.OpenReadStream))], act == "check", partnership.Change(asking.By("exchange page"), act == "check" ? "Files checked on the page" : "Files sent on the page"))
            : Composition.Problems.UnknownDataset(dataset ?? "", Datasets.Select(d => d.Id));
        if (started.Succeeded(out var sending, out var problem))
            return LocalRedirect($"/exchange/jobs/{sending.Job.Id}");
        (Problem, Dataset) = (problem, dataset ?? "");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Number = Math.Max(1, Number);
        var seen = May(Deed.Read).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var receipts = await partnership.Receipts.Newest(seen, (Number - 1) * PageSize, PageSize + 1);
        (Receipts, HasMore) = (receipts.Take(PageSize).ToList(), receipts.Count > PageSize);
        Sharing = await SharingView.OfAsync(partnership);
        Standing = [.. DatasetStanding.Of(partnership.Pack, await partnership.Supplies.Current(), partnership.Today).Where(s => seen.Contains(s.Id))];
        var late = Standing.Count(s => s.Late);
        Summary = late switch
        {
            0 => "No return is overdue.",
            1 => "One dataset has a return overdue.",
            _ => $"{late} datasets have returns overdue.",
        };
    }

    private IReadOnlyList<DatasetDefinition> May(Deed deed) => objects.Datasets(HttpContext.Asking().Person, deed);
}
