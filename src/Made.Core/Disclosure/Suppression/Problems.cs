namespace Made.Core.Disclosure.Suppression;

internal static class Problems
{
    public static Problem Impossible(IEnumerable<string> cell) => new(
        "suppression-impossible",
        $"A small count can not be hidden: figures that are shown already give it away (cell {string.Join(", ", cell)}).",
        "Do not publish this release; withdraw the offer of the finer table, or publish it with coarser areas or periods.");

    public static Problem TooLarge(long total) => new("counts-too-large", $"The counts add up to {total}.", "At most 2,147,483,647 in all are handled.");

    public static Problem TooManyCells(int most) => new("too-many-cells", $"The table with its margins has more than {most:N0} cells.", "Split the table, or leave out a column.");
}
