using Made.Core;
using Made.Core.Exchange;

namespace Made.Store.Vault;

/// <summary>Why something sealed is not opened, or a key not made or destroyed. A sealed value is opened as what was sealed in its place, or not at all.</summary>
public static class Problems
{
    internal const string DestroyedCode = "vault-key-destroyed";
    private const string ElsewhereCode = "vault-key-elsewhere";

    private const string Look = "Keep the records as they are, compare with a backup and tell whoever answers for information governance.";

    public static Problem NotSealed(string place) => new(
        "vault-not-sealed", $"{place} holds text that was not sealed: somebody put it there past the program. It is not shown.", Look);

    public static Problem Broken(string place) => new(
        "vault-seal-broken", $"{place} is not what was sealed there: it was changed, cut off or moved from another place. It is not shown.", Look);

    public static Problem MoreRefused(long count) => new(
        "vault-more-refused", $"{count:N0} more sealed fields cannot be opened.", Look);

    public static Problem KeyMissing(KeyId key, string folder) => new(
        "vault-key-missing", $"The key {key} is not in {folder}, so what it sealed cannot be opened.", "Name the folder that belongs to this home with --keys, or put the key back from where copies of it are kept. If it is lost for good, say so with: made vault destroy.");

    public static Problem KeyElsewhere(KeyId key, string folder) => new(
        ElsewhereCode, $"The key {key} was not in {folder} when a backup was restored here, so what it sealed cannot be opened yet.", "Put the keys' folder of the home that was backed up in its place, or name it with --keys.");

    /// <summary>True where nothing is wrong: the key was destroyed, or lies with the home that a backup came from.</summary>
    public static bool IsExpected(Problem problem) => problem.Code is DestroyedCode or ElsewhereCode;

    public static Problem KeyDestroyed(Tombstone tombstone) => new(
        DestroyedCode,
        $"The key {tombstone.Key} was destroyed on {tombstone.At:yyyy-MM-dd} by {tombstone.By} with {tombstone.Second} ({tombstone.Why}), so what it sealed is gone.",
        "Nothing can be done: that is what destroying is for.");

    public static Problem KeyDamaged(KeyId key, string folder) => new(
        "vault-key-damaged", $"The file of the key {key} in {folder} cannot be read or is not what was written there, or its master key is missing.", "Put the vault's folder back from where copies of it are kept.");

    public static Problem NoKey(string purpose) => new(
        "vault-no-key", $"There is no key for {purpose}.", "List the keys with: made vault status.");

    public static Problem NoSuchKey(string text) => new(
        "vault-no-such-key", $"There is no key {text}.", "List the keys with: made vault status.");

    public static Problem KeyInUse(KeyId key, long fields) => new(
        "vault-key-in-use", $"What is sealed under {key} is in use: {fields:N0} in the records.", "Fields are sealed under a new key by: made vault rotate. Originals are destroyed by: made retention. Files of products stay.");

    public static Problem TwoPersons() => new(
        "vault-two-persons", "Destroying takes two different persons and a reason.", "Give --by, --second and --reason.");

    public static Problem NoSuchOriginal(Guid id) => new(
        "no-such-original", $"There is no sealed original {id}.", "List them with: made originals.");

    public static Problem OriginalMissing(SealedOriginal original) => new(
        "original-missing", $"The file of the sealed original {original.Id} is not in the home.", "Restore it from a backup.");

    public static Problem OriginalDestroyed(SealedOriginal original) => new(
        "original-destroyed", $"The sealed original {original.Id} was destroyed on {original.Destroyed!.At:yyyy-MM-dd}.", "Nothing can be done: that is what destroying is for.");

    public static Problem NotDue(SealedOriginal original, DateOnly today) => original.Standing(today) switch
    {
        OriginalStanding.Destroyed => OriginalDestroyed(original),
        OriginalStanding.Held => new(
            "original-held", $"The sealed original {original.Id} is held: {original.Hold}", "Lift the hold first with: made originals release."),
        _ => new(
            "original-not-due", $"The sealed original {original.Id} is kept until {original.KeptUntil:yyyy-MM-dd}.", "It is due on the day after."),
    };

    public static Problem KeysNeeded(IReadOnlyList<string> keys, string folder) => new(
        "vault-keys-needed",
        $"What is sealed in this backup needs {(keys.Count == 1 ? "a key that is" : $"{keys.Count:N0} keys that are")} not in {folder}: {string.Join(", ", keys.Take(5))}{(keys.Count > 5 ? ", ..." : "")}.",
        "It is restored and stays sealed. To open it, put the keys' folder of the home that was backed up in place of this one, or name it with --keys.");

    public static Problem NotWritten(string folder, string why) => new(
        "vault-not-written", $"Nothing was sealed, because the vault in {folder} cannot be used: {why}", "See to the folder and its rights, then do it again.");
}

/// <summary>Something sealed could not be opened where a reader needed all of it. Commands and pages tell the problem and show nothing.</summary>
public sealed class SealRefusedException(Problem problem) : Exception(problem.ToString())
{
    public Problem Problem => problem;
}
