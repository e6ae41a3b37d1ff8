using Made.Core;

namespace Made.Intake.Reference;

/// <summary>Everything that can be wrong with a pack. Each message starts with the file, and the row and column where there is one.</summary>
internal static class PackProblems
{
    private const string SeeDocs = "docs/packs.md describes every file of a pack.";

    public static Problem Missing(string file) =>
        new("pack-file-missing", $"{file} is not there.", SeeDocs);

    public static Problem Unreadable(string file, string why) =>
        new("pack-file-unreadable", $"{file} cannot be read: {why}.", "Save it again as UTF-8 text.");

    public static Problem Json(string file, long line, string place, string why) =>
        new("pack-json", $"{file}{(line > 0 ? $", line {line}" : "")}{(place.Length > 0 ? $", {place}" : "")}: {why}.", $"Correct the {(line > 0 ? "line" : "value")}. {SeeDocs}");

    public static Problem Column(string file, string column) =>
        new("pack-column-missing", $"{file}, row 1: the column '{column}' is missing.", $"Add it to the header. {SeeDocs}");

    public static Problem Cell(string file, int row, string column, string why) =>
        new("pack-value", $"{file}, row {row}, column {column}: {why}.", "Correct the value.");

    public static Problem Repeated(string file, int row, string column, string value, int first) =>
        new("pack-repeated", $"{file}, row {row}, column {column}: '{value}' was given in row {first} already.", "Keep one of the two rows.");

    public static Problem Quotes(string file, int row) =>
        new("pack-quotes", $"{file}, row {row}: a quoted value has no closing quote.", "Close the quote.");

    public static Problem Entry(string file, string id, string field, string why) =>
        new("pack-entry", $"{file}, entry '{id}', {field}: {why}.", "Correct the value.");

    public static Problem Circle(string folder) =>
        new("pack-circle", $"pack.json, uses: the pack in '{folder}' uses itself, directly or through another.", "Take the circle out of 'uses'.");
}
