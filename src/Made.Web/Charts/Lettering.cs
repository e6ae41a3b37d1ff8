namespace Made.Web.Charts;

/// <summary>How wide words will be, near enough to place them: the reader's typeface is not known here.</summary>
internal static class Lettering
{
    public static double Width(string words, double size = 13) => words.Sum(Em) * size;

    public static IReadOnlyList<string> Wrap(string words, double width, double size = 13)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Width(longer, size) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }
        if (line.Length > 0)
            lines.Add(line);
        return lines;
    }

    private static double Em(char letter) => letter switch
    {
        ' ' or '.' or ',' or ':' or '\'' or 'i' or 'l' or 'j' or 't' or 'f' or 'r' or '(' or ')' or '-' => 0.34,
        'm' or 'w' or 'M' or 'W' => 0.9,
        >= 'A' and <= 'Z' => 0.69,
        _ => 0.575,
    };
}
