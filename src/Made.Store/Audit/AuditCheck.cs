using Made.Core;
using Made.Store.Records;

namespace Made.Store.Audit;

/// <summary>What a check of the audit found.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Last">Number of the last row; 0 where there is none.</param>
/// <param name="Covered">Number of the row up to which a checkpoint vouches; what comes after it could be cut off unseen.</param>
/// <param name="Restored">True where a checkpoint says that a backup was put in place.</param>
/// <param name="Problems">What does not hold; empty where everything does.</param>
public sealed record AuditReport(long Rows, long Last, long Covered, bool Restored, IReadOnlyList<Problem> Problems);

/// <summary>Reads the whole audit: does each row follow from the one before, and is it the history that the checkpoints signed?</summary>
public sealed class AuditCheck
{
    private const int MostTold = 20;
    private readonly SignedHistory signed;
    private readonly List<Problem> problems = [];
    private RecordedChange? before;
    private long rows;
    private long broken;
    private long agreed;
    private int next;

    private AuditCheck(SignedHistory signed) => this.signed = signed;

    public static async Task<AuditReport> Run(OpenRecords records, CancellationToken cancel)
    {
        var check = new AuditCheck(SignedHistory.Read(records.Checkpoints, records.Home));
        await foreach (var row in records.Audit.All().WithCancellation(cancel))
            check.Look(row);
        return check.Report();
    }

    private void Look(RecordedChange row)
    {
        if (row.Hash != HashChain.After(before?.Hash ?? HashChain.Start, row))
            Break(row.Number);
        for (; next < signed.Standing.Count && signed.Standing[next].Number <= row.Number; next++)
            Compare(signed.Standing[next], row);
        before = row;
        rows++;
    }

    private void Break(long number)
    {
        var expected = (before?.Number ?? 0) + 1;
        if (++broken <= MostTold)
            problems.Add(number > expected ? Audit.Problems.RowsMissing(expected, number - 1) : Audit.Problems.RowChanged(number));
    }

    private void Compare(Checkpoint checkpoint, RecordedChange row)
    {
        if (checkpoint.Number < row.Number)
            problems.Add(Audit.Problems.SignedRowMissing(checkpoint.Order, checkpoint.Number));
        else if (checkpoint.Head == row.Hash)
            agreed = row.Number;
        else
            problems.Add(Audit.Problems.HistoryRewritten(checkpoint.Order, agreed, row.Number));
    }

    private AuditReport Report()
    {
        var last = before?.Number ?? 0;
        if (broken > MostTold)
            problems.Add(Audit.Problems.MoreRowsChanged(broken - MostTold));
        if (next < signed.Standing.Count)
            problems.Add(Audit.Problems.TailMissing(signed.Standing[^1].Order, signed.Standing[^1].Number, last));
        return new AuditReport(rows, last, agreed, signed.Standing.Any(c => c.VoidsAfter >= 0), [.. signed.Problems, .. problems]);
    }
}
