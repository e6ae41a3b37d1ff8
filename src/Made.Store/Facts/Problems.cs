using Made.Core;

namespace Made.Store.Facts;

/// <summary>What can be expected to go wrong with files of facts.</summary>
public static class Problems
{
    public static Problem FileMissing(string path) => new(
        "fact-file-missing",
        $"The file {path} is not there.",
        "Restore the home from a backup, or load the supply again.");

    public static Problem FileDamaged(string path) => new(
        "fact-file-damaged",
        $"The file {path} is damaged: it cannot be read to its end.",
        "Restore it from a backup. A cube or measure file may be deleted instead: the next refresh builds it again from the facts.");

    public static Problem FileChanged(string path) => new(
        "fact-file-changed",
        $"The file {path} no longer has the content it was kept with.",
        "Restore it from a backup, or load the supply again.");

    public static Problem OutOfMemory(string work) => new(
        "fact-engine-out-of-memory",
        $"{work} needs more memory than the fact engine may use.",
        "Give the fact engine more memory, or fewer threads.");

    public static Problem NotAdditive(string cube, string area, string category, long counted, long below) => new(
        "cube-not-additive",
        $"In the cube {cube}, {area} counts {counted} records of '{category}', and the areas below it {below}.",
        "Delete the cube's file and refresh; if it happens again, report it: this is a fault of the program.");

    public static Problem DiffersFromFacts(string cube, string category, long counted, long stored) => new(
        "cube-differs-from-facts",
        $"The cube {cube} counts {counted} records of '{category}', and its facts hold {stored}.",
        "Delete the cube's file and refresh; if it happens again, check the fact files against their hashes with made verify.");
}
