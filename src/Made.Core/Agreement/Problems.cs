namespace Made.Core.Agreement;

/// <summary>Why an agreement is not approved.</summary>
public static class Problems
{
    public static Problem Unled(string title, IEnumerable<string> issues) => new(
        "agreement-issue-unled", $"Nobody leads {string.Join(" and ", issues)} in '{title}', so it cannot be approved.", "Name a lead and a mechanism for each in a new version of the agreement.");

    public static Problem ActivityRow(int row, string column, string why) => new(
        "agreement-progress-row", $"Row {row}, {column}: {why}. Nothing of the file was kept.", "Correct the row and send the file again.");
}
