using Made.Web.Components;

namespace Made.Web.Dashboards;

/// <summary>The ways to take a table or chart away, as links that name the edition.</summary>
public static class Takes
{
    public static readonly IReadOnlyList<string> Tables = ["CSV", "XLSX", "ODS"];

    public static readonly IReadOnlyList<string> TablesAndPictures = ["CSV", "XLSX", "ODS", "SVG", "PNG"];

    public static IReadOnlyList<Take> Of(string path, int edition, IReadOnlyList<string> formats, string more = "") =>
        [.. formats.Select(f => new Take(f, $"{path}.{f.ToLowerInvariant()}?edition={edition}{more}"))];
}
