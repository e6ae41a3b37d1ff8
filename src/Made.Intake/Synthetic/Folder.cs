using System.IO.Compression;
using System.Text;

namespace Made.Intake.Synthetic;

/// <summary>Where the files go. Lines end in LF, text is UTF-8 without a mark, names ending in .gz are compressed.</summary>
internal sealed class Folder(string root)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public void Write(string name, Action<TextWriter> content)
    {
        var path = Path.Combine(root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        if (!name.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var plain = new StreamWriter(file, Utf8, 1 << 16) { NewLine = "\n" };
            content(plain);
            return;
        }
        using var packed = new GZipStream(file, CompressionLevel.Fastest);
        using var text = new StreamWriter(packed, Utf8, 1 << 16) { NewLine = "\n" };
        content(text);
    }

    public void WriteTable(string name, string header, IEnumerable<string> rows) => Write(name, writer =>
    {
        writer.WriteLine(header);
        foreach (var row in rows)
            writer.WriteLine(row);
    });
}
