using Made.Core.Access;
using Made.Core.Exchange;
using Made.Store.Records;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Exchange;

/// <summary>How far the reading of sent files has come; then their receipts.</summary>
public sealed class JobModel(Partnership partnership, AddressedObjects objects, GivenBack givenBack) : PageModel
{
    private bool isOwn;

    public Job Job { get; private set; } = null!;

    public IReadOnlyList<KeptReceipt> Receipts { get; private set; } = [];

    public bool IsRunning => Job.State == JobState.Running;

    public bool IsCheck => Job.Kind == Uploads.CheckKind;

    /// <summary>What a check told; null where it is no longer held.</summary>
    public Returned? Told { get; private set; }

    /// <summary>The dataset that was checked, where whoever looks may send it: the form stands ready for the corrected file.</summary>
    public IReadOnlyList<DatasetDefinition> Sends { get; private set; } = [];

    public string Heading => (IsCheck, Job.State) switch
    {
        (true, JobState.Running) => "Checking your files",
        (true, JobState.Done) => "Your files were checked",
        (true, _) => "Your files were not checked",
        (_, JobState.Running) => "Reading your files",
        (_, JobState.Done) => "Your files were read",
        _ => "Your files were not read",
    };

    public string Status => IsRunning && Job.Rows > 0 ? $"{Job.Rows:N0} rows so far, {Job.Rate:N0} rows a second." : Job.Message;

    /// <param name="id">The job.</param>
    /// <param name="receipt">Of which the refused rows are wanted as a file; null for the page.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid? receipt)
    {
        if (await partnership.Jobs.Find(id) is not { } job)
            return NotFound();
        Job = job;
        var person = HttpContext.Asking().Person;
        var own = isOwn = await givenBack.IsSendersAsync(id, HttpContext.Asking());
        Told = givenBack.Find(id);
        if (receipt is { } wanted)
            return own && Told?.RefusedRows.TryGetValue(wanted, out var rows) == true ? File(rows, CsvFile.ContentType, await NameAsync(wanted)) : NotFound();
        // What belongs to no body is for those who see every body's.
        if (!AccessMatrix.May(person, Resource.Exchange, Deed.Read, new ObjectFacts()).Allowed && !own)
            return NotFound();
        var seen = objects.Datasets(person, Deed.Read).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        Receipts = [.. (await partnership.Receipts.OfJob(id)).Where(r => seen.Contains(r.Receipt.Dataset))];
        if (Told is { Checked: [var first, ..] })
            Sends = [.. objects.Datasets(person, Deed.Send).Where(d => d.Id == first.Receipt.Dataset)];
        return Page();
    }

    /// <summary>Names that are not known, of the files of whoever may say what they stand for.</summary>
    public IReadOnlyList<MappingQuestion> QuestionsOf(KeptReceipt receipt) =>
        isOwn && Sends is [var dataset] && Told?.Unmatched.TryGetValue(receipt.Id, out var unmatched) == true
            ? MappingQuestions.Of(dataset, unmatched, partnership.Areas, partnership.Pack.Indicators.Where(i => i.Dataset == dataset.Id).Select(i => i.Id))
            : [];

    public string? RowsOf(KeptReceipt receipt) => Told?.RefusedRows.ContainsKey(receipt.Id) == true ? $"/exchange/jobs/{Job.Id}/{receipt.Id}" : null;

    private async Task<string> NameAsync(Guid receipt) =>
        (Told!.Checked.FirstOrDefault(r => r.Id == receipt) ?? await partnership.Receipts.Find(receipt)) is { } of ? RefusedRowsName.Of(of.Receipt) : "refused-rows.csv";
}
