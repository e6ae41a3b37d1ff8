using System.Globalization;
using Made.Core;
using Made.Store.Records;

namespace Made.Store.Audit;

/// <summary>The checkpoints as they lie in the keys' folder, each looked at: whole, in order, of this home, signed by the folder's key.</summary>
internal sealed class SignedHistory
{
    private readonly List<Problem> problems = [];
    private List<Checkpoint> standing = [];

    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Those that speak of the records as they are, by the number they signed.</summary>
    public IReadOnlyList<Checkpoint> Standing => standing;

    public static SignedHistory Read(Checkpoints checkpoints, Home home)
    {
        var history = new SignedHistory();
        var lines = CheckpointLines.Read(checkpoints.File);
        if (lines.Count == 0)
            history.problems.Add(Audit.Problems.NoCheckpoint(checkpoints.File));
        else if (!CheckpointLines.IsBegunBy(checkpoints.File, home.CheckpointsCopy))
            history.problems.Add(Audit.Problems.CheckpointsDamaged(checkpoints.File));
        using var key = CheckpointKey.Find(checkpoints.Folder);
        if (key is null && lines.Count > 0)
            history.problems.Add(Audit.Problems.CheckpointKeyMissing(checkpoints.Folder));
        var before = "";
        for (var i = 0; i < lines.Count; before = lines[i++])
            history.Take(i + 1, lines[i], before, home.Settings.Id, key);
        history.standing = [.. history.standing.OrderBy(c => c.Number).ThenBy(c => c.Order)];
        return history;
    }

    private void Take(int line, string text, string before, Guid home, CheckpointKey? key)
    {
        var checkpoint = Checkpoint.Of(text);
        var wrong = checkpoint switch
        {
            null => "cannot be read",
            _ when checkpoint.Order != line => string.Create(CultureInfo.InvariantCulture, $"says that it is number {checkpoint.Order}: one is missing, or they were put in another order"),
            _ when checkpoint.Previous != CheckpointLines.HashOf(before) => "does not follow from the one before",
            _ when checkpoint.Home != home => "is of another home",
            _ when key is not null && checkpoint.Key != key.Fingerprint => "was signed with another key",
            _ when key is not null && !key.Signed(checkpoint) => "does not bear its signature",
            _ => "",
        };
        if (wrong.Length > 0)
            problems.Add(Audit.Problems.CheckpointWrong(line, wrong));
        if (checkpoint is null || wrong.Length > 0)
            return;
        if (checkpoint.VoidsAfter >= 0)
            standing.RemoveAll(c => c.Number > checkpoint.VoidsAfter);
        standing.Add(checkpoint);
    }
}
