using Made.Core;

namespace Made.Store.Reference;

/// <summary>What can be expected to go wrong with a kept reference vintage.</summary>
public static class Problems
{
    public static Problem Missing(string vintage) => new(
        "reference-vintage-missing", $"The reference vintage {vintage} is not in this home.", "Load the publishers' files with: made reference DIR.");

    public static Problem Damaged(string vintage) => new(
        "reference-vintage-damaged", $"The file of the reference vintage {vintage} is damaged.",
        "Restore it from a backup, or remove its folder and load the publishers' files again.");

    public static Problem Newer(string vintage) => new(
        "reference-vintage-newer", $"The reference vintage {vintage} was written by a later version of the program.", "Use that version.");
}
