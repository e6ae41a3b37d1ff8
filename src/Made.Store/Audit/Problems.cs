using Made.Core;

namespace Made.Store.Audit;

/// <summary>What can be found wrong with the audit and its checkpoints. Where rows differ, only a person can say which of the two is right.</summary>
public static class Problems
{
    private const string Look = "Keep the records as they are, compare with a backup and tell whoever answers for information governance.";

    public static Problem RowChanged(long number) => new(
        "audit-row-changed", $"Audit row {number:0} does not follow from the row before: it was changed, put in or put in another place.", Look);

    public static Problem RowsMissing(long first, long last) => new(
        "audit-rows-missing", first == last ? $"Audit row {first:0} is not there, or the row after it was changed." : $"Audit rows {first:0} to {last:0} are not there, or the row after them was changed.", Look);

    public static Problem MoreRowsChanged(long count) => new(
        "audit-more-rows-changed", $"{count:0} more audit rows do not follow from the row before.", Look);

    public static Problem HistoryRewritten(int order, long agreed, long number) => new(
        "audit-history-rewritten",
        $"Audit row {number:0} is not the one that checkpoint {order} signed: something between row {agreed + 1:0} and row {number:0} was changed and the hashes after it were made again.",
        Look);

    public static Problem TailMissing(int order, long signed, long last) => new(
        "audit-tail-missing",
        $"Checkpoint {order} signed audit row {signed:0}, and the audit ends with row {last:0}: the last rows were cut off, or an older database was put in place.",
        $"{Look} After the restore of a backup, made restore says so in a checkpoint.");

    public static Problem SignedRowMissing(int order, long number) => new(
        "audit-signed-row-missing", $"Checkpoint {order} signed audit row {number:0}, which is not there.", Look);

    public static Problem NoCheckpoint(string file) => new(
        "audit-no-checkpoint", $"There is no checkpoint in {file}, so nobody can tell whether the end of the audit is there.", "Name the keys' folder with --keys. If the checkpoints are lost, say so to whoever has a copy of the last one.");

    public static Problem CheckpointsDamaged(string file) => new(
        "audit-checkpoints-damaged", $"Checkpoints that were signed are missing from {file}, or its end was written over.", Look);

    public static Problem CheckpointWrong(int line, string how) => new(
        "audit-checkpoint-wrong", $"Line {line} of the checkpoints {how}.", Look);

    public static Problem CheckpointKeyMissing(string folder) => new(
        "audit-checkpoint-key-missing", $"The key that signed the checkpoints is not in {folder}.", "Put it back from where keys are kept; checkpoints are never signed by another.");

    public static Problem AuditDoesNotContinue(int order, long number) => new(
        "audit-does-not-continue", $"Audit row {number:0}, which checkpoint {order} signed, is missing or another one. No further checkpoint is signed.", "Run: made verify.");

    public static Problem CheckpointNotKept(string why) => new(
        "audit-checkpoint-not-kept", $"What was done is kept, but no checkpoint could be signed: {why}", "See to the keys' folder; the next command signs up to then.");
}
