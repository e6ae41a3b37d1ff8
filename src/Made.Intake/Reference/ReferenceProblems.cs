using Made.Core;

namespace Made.Intake.Reference;

/// <summary>What can be wrong with a publisher's reference file. One bad file refuses the whole folder: half a reference would misplace records.</summary>
internal static class ReferenceProblems
{
    private const string Again = "Fetch the file again from its publisher, or take it out of the folder.";

    public static Problem NoFolder(string folder) =>
        new("reference-folder-missing", $"There is no folder '{folder}'.", "Name the folder that holds the publishers' files.");

    public static Problem Damaged(string file, string why) => new("reference-file-damaged", $"{file}: {why}.", Again);

    public static Problem TooLarge(string file, long limit) =>
        new("reference-file-too-large", $"{file}: holds more than {limit / 1024 / 1024:N0} MB of text.", "Load the part of the file that covers your area and its neighbours.");

    public static Problem Column(string file, string column, string seen) =>
        new("reference-column-missing", $"{file}, row 1: the column with {column} is missing, though {seen} is there.", Again);

    public static Problem Cell(string file, int row, string column, string why) =>
        new("reference-value", $"{file}, row {row}, column {column}: {why}.", Again);

    public static Problem Json(string file, string why) => new("reference-json", $"{file}: {why}.", Again);

    public static Problem Feature(string file, int feature, string why) =>
        new("reference-boundary", $"{file}, feature {feature}: {why}.", Again);

    public static Problem Year(string file) =>
        new("reference-year-unknown", $"{file}: holds a population, but neither its name nor a column says of which year.",
            "Put the year into the file's name, such as population-2019.csv.");

    public static Problem Nothing(string folder) =>
        new("reference-nothing-found", $"There is no file under '{folder}'.",
            "docs/reference.md lists the publishers' files and their columns.");
}
