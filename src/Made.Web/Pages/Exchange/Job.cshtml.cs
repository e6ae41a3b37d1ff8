using Made.Core.Access;
using Made.Store.Records;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Exchange;

/// <summary>How far the reading of sent files has come; then their receipts.</summary>
public sealed class JobModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    public Job Job { get; private set; } = null!;

    public IReadOnlyList<KeptReceipt> Receipts { get; private set; } = [];

    public bool IsRunning => Job.State == JobState.Running;

    public string Heading => IsRunning ? "Reading your files" : Job.State == JobState.Done ? "Your files were read" : "Your files were not read";

    public string Status => IsRunning && Job.Rows > 0 ? $"{Job.Rows:N0} rows so far, {Job.Rate:N0} rows a second." : Job.Message;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await partnership.Jobs.Find(id) is not { } job)
            return NotFound();
        Job = job;
        var person = HttpContext.Asking().Person;
        // What belongs to no body is for those who see every body's.
        if (!AccessMatrix.May(person, Resource.Exchange, Deed.Read, new ObjectFacts()).Allowed && !await IsOwnAsync(id))
            return NotFound();
        var newest = await partnership.Receipts.Newest(objects.Datasets(person, Deed.Read).Select(d => d.Id), 0, 200);
        Receipts = [.. newest.Where(r => r.By == $"job {id:N}").Reverse()];
        return Page();
    }

    // A job knows no dataset; who started it stands in the audit.
    private async Task<bool> IsOwnAsync(Guid id) =>
        (await partnership.Records.Audit.Of(id.ToString())).Any(r => r.What == ChangeKinds.JobStarted && r.By == HttpContext.Asking().By("exchange page"));
}
