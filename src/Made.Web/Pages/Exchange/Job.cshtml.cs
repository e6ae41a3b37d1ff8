using Made.Store.Records;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Exchange;

/// <summary>How far the reading of sent files has come; then their receipts.</summary>
public sealed class JobModel(Partnership partnership) : PageModel
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
        var newest = await partnership.Receipts.Newest(0, 200);
        Receipts = [.. newest.Where(r => r.By == $"job {id:N}").Reverse()];
        return Page();
    }
}
