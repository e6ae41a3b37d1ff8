using Made.Core.Register;

namespace Made.Core.Assessment;

/// <summary>Why a score, a ranking or a choice of priorities is refused.</summary>
public static class Problems
{
    /// <summary>No matrix is in force on the day.</summary>
    public static Problem NoMatrix(DateOnly day) => new(
        "no-ranking-matrix", $"No ranking matrix is in force on {day:yyyy-MM-dd}.", "Add one to the pack: docs/packs.md says how.");

    /// <summary>Nothing that could be ranked.</summary>
    public static Problem NothingScored(string area) => new(
        "nothing-scored", $"No issue of {area} has a score on every criterion that counts, so there is nothing to rank.", "Score at least one issue in full.");

    /// <summary>An area named in a file is another than the page's.</summary>
    public static Problem OtherArea(int row, string named, Area wanted) => new(
        "score-other-area", $"Row {row} is about '{named}', not about {wanted.Name} ({wanted.Code}). Nothing of the file was kept.", "Send each area's rows on its own page.");

    /// <summary>A row of a file that breaks a rule.</summary>
    public static Problem Row(int row, string column, string why) => new(
        "score-row", $"Row {row}, {column}: {why}. Nothing of the file was kept.", "Correct the row and send the file again.");

    /// <summary>Priorities that leave the ranking without a reason.</summary>
    public static Problem ReasonMissing(string wording) => new(
        "priority-reason-missing", $"'{wording}' is not among the first places of the ranking, and no reason is given.", "Say why it was chosen all the same.");

    /// <summary>A wording that the vocabulary does not have.</summary>
    public static Problem UnknownWording(string wording) => new(
        "unknown-wording", $"'{wording}' is neither an issue of the vocabulary nor a wording of one.", "Use a title of the vocabulary, or add the wording to synonyms.csv of the pack.");

    /// <summary>A strategic assessment that lacks sections.</summary>
    public static Problem SectionsMissing(string title, IEnumerable<string> missing) => new(
        "assessment-sections-missing", $"'{title}' is not complete: {string.Join("; ", missing)}.", "Write each section and record that it is ready.");

    /// <summary>An annual evaluation that left key findings out.</summary>
    public static Problem NotLookedAt(string title, int findings) => new(
        "assessment-findings-not-looked-at",
        $"{(findings == 1 ? "1 key finding was" : $"{findings} key findings were")} not looked at since '{title}' was completed or last evaluated.", "Record of each whether it still holds.");

    /// <summary>A change to what is complete.</summary>
    public static Problem Complete(string title) => new(
        "assessment-complete", $"'{title}' is complete, and what it says no longer changes.", "Add a new key finding, or record with the annual evaluation what no longer holds.");
}
