using System.Collections.Concurrent;
using Made.Core.Exchange;
using Made.Intake.Checking;
using Made.Store.Records;
using Made.Web.Accounts;
using Made.Web.Composition;

namespace Made.Web.Exchange;

/// <summary>What one sending gave back besides kept receipts: those of a check, and by receipt files of refused rows and names that are not known.</summary>
public sealed record Returned(DateTimeOffset At, IReadOnlyList<KeptReceipt> Checked, IReadOnlyDictionary<Guid, byte[]> RefusedRows, IReadOnlyDictionary<Guid, Unmatched> Unmatched)
{
    public long Bytes => RefusedRows.Values.Sum(r => (long)r.Length);
}

/// <summary>
/// Holds for an hour, in memory alone, what belongs to whoever sent files and to nobody else: a restart forgets it, and the file can be checked again.
/// </summary>
public sealed class GivenBack(Partnership partnership)
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private const long MostBytes = 64L << 20;
    private const string ReceiptsName = "receipts.json";

    private readonly ConcurrentDictionary<Guid, Returned> jobs = [];

    public Returned? Find(Guid job) => jobs.TryGetValue(job, out var found) && found.At + Kept > partnership.Now ? found : null;

    /// <summary>Whether these are the files of whoever asks. A job knows no person; who started it stands in the audit.</summary>
    public async Task<bool> IsSendersAsync(Guid job, Asking asking) =>
        (await partnership.Records.Audit.Of(job.ToString())).Any(r => r.What == ChangeKinds.JobStarted && r.By == asking.By("exchange page"));

    /// <summary>Where the refused rows of a kept receipt can be taken; null where they are not held, or not for whoever asks.</summary>
    public async Task<string?> AddressAsync(KeptReceipt receipt, Asking asking) =>
        receipt.By.StartsWith("job ", StringComparison.Ordinal) && Guid.TryParse(receipt.By.AsSpan(4), out var job)
        && Find(job)?.RefusedRows.ContainsKey(receipt.Id) == true && await IsSendersAsync(job, asking) ? $"/exchange/jobs/{job}/{receipt.Id}" : null;

    public void Keep(Guid job, IReadOnlyList<KeptReceipt> receipts, IReadOnlyDictionary<Guid, ReadSupply>? read = null) => Keep(job, new Returned(
        partnership.Now, receipts,
        (read ?? new Dictionary<Guid, ReadSupply>()).Where(r => !r.Value.RefusedRows.IsEmpty).ToDictionary(r => r.Key, r => r.Value.RefusedRows.ToArray()),
        (read ?? new Dictionary<Guid, ReadSupply>()).Where(r => !r.Value.Unmatched.IsEmpty).ToDictionary(r => r.Key, r => r.Value.Unmatched)));

    /// <summary>Takes in what the reading process left in its staging folder, which is removed afterwards.</summary>
    public void TakeIn(Guid job, string folder)
    {
        if (!Directory.Exists(folder))
            return;
        var receipts = Path.Combine(folder, ReceiptsName);
        var rows = Directory.EnumerateFiles(folder, "*.csv").ToDictionary(f => Guid.Parse(Path.GetFileNameWithoutExtension(f)), File.ReadAllBytes);
        var names = Directory.EnumerateFiles(folder, "*.names").ToDictionary(f => Guid.Parse(Path.GetFileNameWithoutExtension(f)), f => Json.Read<Unmatched>(File.ReadAllText(f)));
        Keep(job, new Returned(partnership.Now, File.Exists(receipts) ? Json.Read<List<KeptReceipt>>(File.ReadAllText(receipts)) : [], rows, names));
    }

    /// <summary>The other side of <see cref="TakeIn"/>.</summary>
    internal static void WriteReceipts(string folder, IReadOnlyList<KeptReceipt> receipts) => File.WriteAllText(Path.Combine(folder, ReceiptsName), Json.Text(receipts));

    internal static void Write(string folder, KeptReceipt of, ReadSupply read)
    {
        if (!read.RefusedRows.IsEmpty)
            File.WriteAllBytes(Path.Combine(folder, $"{of.Id}.csv"), read.RefusedRows.Span);
        if (!read.Unmatched.IsEmpty)
            File.WriteAllText(Path.Combine(folder, $"{of.Id}.names"), Json.Text(read.Unmatched));
    }

    private void Keep(Guid job, Returned returned)
    {
        jobs[job] = returned;
        foreach (var (id, _) in jobs.Where(j => j.Value.At + Kept <= partnership.Now))
            jobs.TryRemove(id, out _);
        while (jobs.Count > 1 && jobs.Values.Sum(j => j.Bytes) > MostBytes)
            jobs.TryRemove(jobs.MinBy(j => j.Value.At).Key, out _);
    }
}
