using Made.Core;

namespace Made.Web.Methods;

/// <summary>What can be expected to go wrong with the files and options of a method.</summary>
internal static class Problems
{
    private const string Correct = "Correct it and run it again; nothing was written.";

    public static Problem Cell(string file, long row, string column, string why) =>
        new("method-cell", $"{file}, row {row}, column '{column}': {why}.", Correct);

    public static Problem Row(string file, long row, string why) =>
        new("method-row", $"{file}, row {row}: {why}.", Correct);

    public static Problem Column(string file, string column, IEnumerable<string> found) =>
        new("method-column", $"{file}, row 1: there is no column '{column}'; the header has {string.Join(", ", found.Select(f => $"'{f}'"))}.", Correct);

    public static Problem TwiceInHeader(string file, string column) =>
        new("method-column", $"{file}, row 1: the column '{column}' stands there twice.", Correct);

    public static Problem Entry(string file, string place, string why) =>
        new("method-entry", $"{file}, {place}: {why}.", Correct);

    public static Problem File(string file, string why) => new("method-file", $"{file}: {why}.", Correct);

    public static Problem NoInput(string file, string why) => new("method-file", $"{file} cannot be read: {why}", "Check the name; nothing was written.");

    public static Problem NotWritten(string file, string why) =>
        new("method-output", $"{file} cannot be written: {why}", "Name a file in a folder that exists and that you may write to.");

    public static Problem Option(string name, string why) =>
        new("method-option", $"Option '{name}': {why}.", "Correct the options and run it again; nothing was written.");

    public static Problem UnknownOption(string name, string method, IEnumerable<string> known) =>
        new("unknown-option", $"'{method}' has no option '{name}'; it has {(known.Any() ? string.Join(", ", known) : "none")}.", "Correct the options and run it again; nothing was written.");

    public static Problem OptionsText(string why) =>
        new("method-option", $"The options are not a JSON object: {why}.", "Write them as --options '{\"name\": value}'.");

    public static Problem NoSummary(string method) =>
        new("no-summary", $"'{method}' writes no summary.", "Leave out --summary.");
}
