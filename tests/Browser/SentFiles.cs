using System.IO.Compression;

namespace Made.Tests.Browser;

/// <summary>Files as a partner would send them after the first load, made from the county's own.</summary>
internal static class SentFiles
{
    /// <summary>The latest month again with some records fewer: a second revision.</summary>
    public static async Task<string> Revised(string folder)
    {
        var lines = await Lines(folder, CountyHome.LatestMonth);
        return await Plain(folder, $"{CountyHome.LatestMonth}-quillshire-street.csv", lines[..^40]);
    }

    /// <summary>A file without a column that is needed.</summary>
    public static async Task<string> Refused(string folder)
    {
        var lines = await Lines(folder, "2026-08");
        lines[0] = lines[0].Replace("Crime type", "Kind of crime", StringComparison.Ordinal);
        return await Plain(folder, "2026-08-quillshire-street.csv", lines[..200]);
    }

    /// <summary>A month in which a few rows cannot be read.</summary>
    public static async Task<string> PartlyRejected(string folder)
    {
        var lines = await Lines(folder, "2026-07");
        for (var row = 10; row < 13; row++)
            lines[row] = lines[row].Replace("2026-07", "July", StringComparison.Ordinal);
        return await Plain(folder, "2026-07-quillshire-street.csv", lines);
    }

    /// <summary>The month before last again with some records fewer.</summary>
    public static async Task<string> RevisedAgain(string folder)
    {
        var lines = await Lines(folder, "2026-08");
        return await Plain(folder, "2026-08-quillshire-street.csv", lines[..^25]);
    }

    private static async Task<string[]> Lines(string folder, string month)
    {
        var path = CountyHome.StreetFile(folder, month);
        await using var bytes = File.OpenRead(path);
        await using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        using var text = new StreamReader(plain);
        return (await text.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<string> Plain(string folder, string name, string[] lines)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "sent")).FullName, name);
        await File.WriteAllTextAsync(path, string.Join('\n', lines) + "\n");
        return path;
    }
}
