using System.Globalization;
using Made.Core.Calendar;
using Made.Core.Papers;
using Microsoft.AspNetCore.WebUtilities;

namespace Made.Web.Papers;

/// <summary>A choice as the address of the page that is printed.</summary>
internal static class PaperQuery
{
    public const string Path = "/papers/print";

    public static string Of(PaperChoice choice, IReadOnlyDictionary<string, int> numbers) => QueryHelpers.AddQueryString(Path, new Dictionary<string, string?>
    {
        ["title"] = choice.Title,
        ["month"] = choice.Month.ToString(),
        ["edition"] = choice.Edition.ToString(CultureInfo.InvariantCulture),
        ["areas"] = string.Join(',', choice.Areas),
        ["parts"] = string.Join(',', choice.Parts.Select(p => p.Code())),
        ["numbers"] = string.Join(',', numbers.OrderBy(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).Select(n => $"{n.Key}:{n.Value.ToString(CultureInfo.InvariantCulture)}")),
    });

    /// <summary>Null where it names no month or no part.</summary>
    public static PaperChoice? Parse(string? title, string? month, int edition, string? areas, string? parts)
    {
        var chosen = Split(parts).Select(p => PaperParts.TryFind(p, out var part) ? part : (PaperPart?)null).ToList();
        return Month.TryParse(month, out var wanted) && chosen.Count > 0 && chosen.All(p => p is not null)
            ? new() { Title = title ?? "", Month = wanted, Edition = edition, Areas = Split(areas), Parts = [.. chosen.Select(p => p!.Value)] }
            : null;
    }

    public static IReadOnlyDictionary<string, int> Numbers(string? numbers) =>
        Split(numbers).Select(n => n.Split(':')).Where(n => n.Length == 2 && int.TryParse(n[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .ToDictionary(n => n[0], n => int.Parse(n[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static string[] Split(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
