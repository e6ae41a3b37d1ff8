using System.IO.Compression;
using System.Text;

namespace Made.TestKit.Site;

/// <summary>Files as partners send them when something went wrong, made from a sound one.</summary>
public sealed class BadFiles
{
    private readonly string folder;
    private readonly string[] lines;

    private BadFiles(string folder, string[] lines) => (this.folder, this.lines) = (folder, lines);

    /// <summary>File name and the finding's code that it must lead to.</summary>
    public IReadOnlyDictionary<string, string> Expected { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["2021-11-quillshire-street.csv"] = "missing-column",
        ["2022-05-quillshire-street.csv"] = "wrong-month",
        ["broken.zip"] = "archive-incomplete",
        ["bomb.zip"] = "unpacks-too-far",
        ["2021-10-quillshire-street.csv"] = "not-utf-8",
        ["2024-10-quillshire-outcomes.csv"] = "other-dataset",
    };

    public IEnumerable<string> All => Expected.Keys.Select(n => Path.Combine(folder, n));

    public string Bomb => Path.Combine(folder, "bomb.zip");

    public static async Task<BadFiles> In(string folder)
    {
        Directory.CreateDirectory(folder);
        var files = new BadFiles(folder, (await Text(await DemoHome.Street("2021-10"))).Split('\n')[..300]);
        await files.Write();
        return files;
    }

    public static async Task<string> Text(string compressed)
    {
        await using var bytes = new GZipStream(File.OpenRead(compressed), CompressionMode.Decompress);
        using var text = new StreamReader(bytes);
        return await text.ReadToEndAsync();
    }

    private async Task Write()
    {
        var sound = string.Join('\n', lines) + "\n";
        await Plain("2021-11-quillshire-street.csv", sound.Replace("Crime type", "Kind of crime", StringComparison.Ordinal), Encoding.UTF8);
        await Plain("2022-05-quillshire-street.csv", sound, Encoding.UTF8);
        await Plain("2021-10-quillshire-street.csv", sound.Replace("On or near", "On or ne\u00e9r", StringComparison.Ordinal), Encoding.Latin1);
        await Plain("2024-10-quillshire-outcomes.csv", Outcomes(), Encoding.UTF8);
        var whole = new MemoryStream();
        using (var archive = new ZipArchive(whole, ZipArchiveMode.Create, leaveOpen: true))
        await using (var member = await archive.CreateEntry("2021-10-quillshire-street.csv").OpenAsync())
            await member.WriteAsync(Encoding.UTF8.GetBytes(sound));
        await File.WriteAllBytesAsync(Path.Combine(folder, "broken.zip"), whole.ToArray()[..^40]);
        await WriteBomb();
    }

    /// <summary>Half a gigabyte of one line in half a megabyte.</summary>
    private async Task WriteBomb()
    {
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(lines[1] + "\n", 4096)));
        using var archive = ZipFile.Open(Bomb, ZipArchiveMode.Create);
        await using var member = await archive.CreateEntry("2021-10-quillshire-street.csv", CompressionLevel.Optimal).OpenAsync();
        await member.WriteAsync(Encoding.UTF8.GetBytes(lines[0] + "\n"));
        var zeros = new byte[1 << 20];
        for (var i = 0; i < 256; i++)
            await member.WriteAsync(i == 0 ? block : zeros);
    }

    private string Outcomes() =>
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type\n"
        + string.Concat(lines.Skip(1).Where(l => l.Length > 0 && !l.StartsWith(',')).Select(l => string.Join(',', l.Split(',')[..9]) + ",Suspect charged\n"));

    private Task Plain(string name, string text, Encoding encoding) =>
        File.WriteAllBytesAsync(Path.Combine(folder, name), encoding.GetBytes(text));
}
