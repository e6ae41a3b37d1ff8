using System.Text;
using System.Text.RegularExpressions;

namespace Made.Web.Papers;

/// <summary>
/// On which page each named place of a PDF lies. Chromium writes the objects of a PDF plainly, only their streams compressed: its names and its
/// pages can be read without more. What cannot be read gives no numbers, and contents without them.
/// </summary>
internal static partial class PdfPages
{
    public static IReadOnlyDictionary<string, int> Of(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var pages = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var piece in text.Split("endobj"))
            if (Begin().Match(piece) is { Success: true } begin && Page().IsMatch(piece))
                pages[begin.Groups["number"].Value] = pages.Count + 1;
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Match place in Place().Matches(text))
            if (pages.TryGetValue(place.Groups["page"].Value, out var number))
                places[place.Groups["name"].Value] = number;
        return places;
    }

    [GeneratedRegex(@"(?<number>\d+) 0 obj", RegexOptions.None, 1000)]
    private static partial Regex Begin();

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, 1000)]
    private static partial Regex Page();

    [GeneratedRegex(@"/(?<name>[A-Za-z][A-Za-z0-9-]*)\s*\[(?<page>\d+) 0 R\s*/XYZ", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
