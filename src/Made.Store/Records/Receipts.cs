using Made.Core;
using Made.Core.Exchange;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>A receipt as it is kept: with its id, when and from whom the file came.</summary>
public sealed record KeptReceipt(Guid Id, DateTimeOffset Received, string By, Receipt Receipt);

/// <summary>What became of every file, refused ones included. Kept for ever.</summary>
public sealed class Receipts
{
    private readonly RecordsSource source;

    internal Receipts(RecordsSource source) => this.source = source;

    /// <summary>Keeps the receipt of a file that became no supply. Supplies keep their own when they are accepted.</summary>
    public Task<KeptReceipt> Keep(Receipt receipt, Change change) => source.Write("receipts", change, writing =>
        Task.FromResult(Keep(writing, receipt)));

    public Task<IReadOnlyList<KeptReceipt>> Newest(int skip, int take) => source.Read<IReadOnlyList<KeptReceipt>>(async db =>
        [.. (await db.Receipts.OrderByDescending(r => r.Received).ThenByDescending(r => r.Id).Skip(skip).Take(take).ToListAsync()).Select(Kept)]);

    /// <summary>Those of some datasets.</summary>
    public Task<IReadOnlyList<KeptReceipt>> Newest(IEnumerable<string> datasets, int skip, int take) => source.Read<IReadOnlyList<KeptReceipt>>(async db =>
    {
        var named = datasets.ToList();
        return [.. (await db.Receipts.Where(r => named.Contains(r.Dataset)).OrderByDescending(r => r.Received).ThenByDescending(r => r.Id).Skip(skip).Take(take).ToListAsync()).Select(Kept)];
    });

    public Task<int> Count() => source.Read(db => db.Receipts.CountAsync());

    public Task<KeptReceipt?> Find(Guid id) => source.Read(async db =>
        await db.Receipts.SingleOrDefaultAsync(r => r.Id == id) is { } row ? Kept(row) : null);

    /// <summary>The receipts of one supply, oldest first: the file that became it, and files found to be the same.</summary>
    public Task<IReadOnlyList<KeptReceipt>> OfSupply(string supply) => source.Read<IReadOnlyList<KeptReceipt>>(async db =>
        [.. (await db.Receipts.Where(r => r.Supply == supply).OrderBy(r => r.Received).ThenBy(r => r.Id).ToListAsync()).Select(Kept)]);

    /// <summary>Those of the files of one job, in the order in which they were kept.</summary>
    public Task<IReadOnlyList<KeptReceipt>> OfJob(Guid job)
    {
        var by = $"job {job:N}";
        return source.Read<IReadOnlyList<KeptReceipt>>(async db => [.. (await db.Receipts.Where(r => r.By == by).OrderBy(r => r.Received).ThenBy(r => r.Id).ToListAsync()).Select(Kept)]);
    }

    internal static KeptReceipt Keep(Writing writing, Receipt receipt)
    {
        if (!receipt.Balances)
            throw new InvalidOperationException($"The receipt of {receipt.File} does not balance: {receipt.Stored} + {receipt.Rejected} + {receipt.Duplicates} is not {receipt.RecordsIn}.");
        var row = new ReceiptRow
        {
            Id = Guid.CreateVersion7(writing.Change.At),
            Received = Instants.Micros(writing.Change.At),
            By = writing.Change.By,
            Dataset = receipt.Dataset,
            Period = receipt.Period,
            Supply = receipt.Supply,
            Verdict = receipt.Verdict.Code(),
            File = receipt.File,
            Sha256 = receipt.Sha256,
            Json = Json.Text(receipt),
        };
        writing.Db.Receipts.Add(row);
        writing.Note(ChangeKinds.ReceiptKept, row.Id.ToString());
        return Kept(row);
    }

    private static KeptReceipt Kept(ReceiptRow row) => new(row.Id, Instants.Of(row.Received), row.By, Json.Read<Receipt>(row.Json));
}
