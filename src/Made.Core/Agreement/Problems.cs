namespace Made.Core.Agreement;

/// <summary>Why an agreement is not approved.</summary>
public static class Problems
{
    public static Problem Unled(string title, IEnumerable<string> issues) => new(
        "agreement-issue-unled", $"Nobody leads {string.Join(" and ", issues)} in '{title}', so it cannot be approved.", "Name a lead and a mechanism for each in a new version of the agreement.");

    public static Problem ActivityRow(int row, string column, string why) => new(
        "agreement-progress-row", $"Row {row}, {column}: {why}. Nothing of the file was kept.", "Correct the row and send the file again.");

    public static Problem CommentsOpen(string title, int open) => new(
        "agreement-comments-open", $"{(open == 1 ? "1 comment" : $"{open} comments")} on '{title}' {(open == 1 ? "is" : "are")} open, so it cannot be approved.", "Resolve each with its answer, or have it withdrawn.");

    public static Problem Unanswered(string title, IEnumerable<string> priorities) => new(
        "agreement-priority-unanswered", $"'{title}' neither takes up {string.Join(" nor ", priorities.Select(p => $"'{p}'"))} nor says why.", "Take it up, or give the reason in a new version of the plan.");

    public static Problem NotEvaluated(string title) => new(
        "intervention-not-evaluated", $"'{title}' says nothing of its evaluation.", "Write what was found, by whom, in a new version; then record that it is evaluated.");
}
